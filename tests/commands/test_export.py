"""`shuzhi export`: every note ever sent, with question, order and time; also undone and corrected ones."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.running import run
from tests.office import Interview, shelf_with, small_outline


@pytest.fixture
async def told() -> None:
    """Somebody has talked: five notes, of which one is undone, one corrected and one filled."""
    user = Interview(Path("a.db"), shelf_with(small_outline()), "telegram:1001")
    await user.begins()
    await user.says("贺长青")
    await user.presses("下一题", "下一题", "下一题", "乡科级正职")
    await user.reaches("道路")
    await user.says("修路XX公里", "修渠2条")
    await user.commands("undo")
    await user.says("修桥1座")
    await user.edits(user.messages, "修桥2座")
    await user.reaches("礼金")
    await user.presses("是，写入报告", "跳过")
    await user.presses("补上待补的内容", "补：4. 道路")
    await user.says("3.5")
    await user.begins()
    await user.says("第二份")
    user.leaves()
    other = Interview(Path("a.db"), shelf_with(small_outline()), "terminal:me")
    await other.begins()
    await other.says("林致远")
    other.leaves()


def exported(*args: str) -> list[dict[str, Any]]:
    """What the command prints."""
    result = run("export", "--db", "a.db", *args)
    assert result.exit_code == 0
    drafts: list[dict[str, Any]] = json.loads(result.stdout)["drafts"]
    return drafts


@pytest.mark.usefixtures("told")
def test_every_note_ever_sent_is_counted_in_order() -> None:
    first = exported()[0]
    assert [(note["kind"], note["question"], note["text"], note["undone"]) for note in first["notes"]] == [
        ("note", "name", "贺长青", False),
        ("note", "roads", "修路XX公里", False),
        ("note", "roads", "修渠2条", True),
        ("note", "roads", "修桥1座", False),
        ("correct", "roads", "修桥2座", False),
        ("fill", "roads", "0:3.5", False),
    ]
    assert [note["order"] for note in first["notes"]] == [1, 2, 3, 4, 5, 6]
    assert first["notes"][4]["of_note"] == first["notes"][3]["seq"]


@pytest.mark.usefixtures("told")
def test_choices_declarations_and_skips_are_there_too() -> None:
    answers = [(answer["kind"], answer["question"], answer["text"]) for answer in exported()[0]["answers"]]
    assert answers == [
        ("choose", "rank", "乡科级正职"),
        ("declare", "gifts", "yes"),
        ("skip", "other", ""),
    ]


@pytest.mark.usefixtures("told")
def test_everybody_is_exported_or_one_person() -> None:
    assert [draft["person"] for draft in exported()] == ["telegram:1001", "telegram:1001", "terminal:me"]
    assert {draft["person"] for draft in exported("--user", "1001")} == {"telegram:1001"}
    assert {draft["person"] for draft in exported("--user", "terminal:me")} == {"terminal:me"}
    assert exported("--user", "nobody") == []


@pytest.mark.usefixtures("told")
def test_each_note_says_when_and_by_which_message() -> None:
    for draft in exported():
        assert datetime.fromisoformat(draft["created_at"]).tzinfo is not None
        times = [datetime.fromisoformat(note["at"]) for note in draft["notes"]]
        assert times == sorted(times)
        assert all(note["message_id"] for note in draft["notes"] if note["kind"] == "note")


@pytest.mark.usefixtures("told")
def test_exporting_changes_nothing() -> None:
    assert exported() == exported()


def test_markup_and_odd_characters_come_out_as_they_went_in() -> None:
    odd = '"引号"\\反斜杠 <b>&amp; *星* 😀 　全角'
    run("chat", "--db", "a.db", typed=f"镇长 · 述职述德述廉\n{odd}\n")
    assert exported()[0]["notes"][0]["text"] == odd
