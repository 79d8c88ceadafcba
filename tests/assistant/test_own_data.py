"""/mydata: everything that is kept of a person, as a text that they can read, and as stored."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.interview.returning import CHINA
from storage import Key, voices
from storage.voices import Spoken
from tests.office import Interview, shipped

OTHER = "另一位说的话"


@pytest.fixture(params=[False, True], ids=["clear", "encrypted"])
def people(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Interview, Interview]]:
    """Two people on one database, in clear text or encrypted."""
    key = Key(bytes(32)) if request.param else None
    me = Interview(tmp_path / "a.db", shipped(), key=key)
    yield me, Interview(tmp_path / "a.db", shipped(), "terminal:other", key=key)
    me.leaves()


async def handed_out(person: Interview) -> tuple[str, str]:
    """The readable file and the stored rows."""
    readable, rows = await person.assistant.data(person.person)
    assert readable.name.endswith(".txt")
    assert readable.content.startswith(b"\xef\xbb\xbf")
    assert json.loads(rows.content)["person"] == person.person
    return readable.content.decode("utf-8-sig").replace("\r\n", "\n"), rows.content.decode()


def spoken(person: str) -> Spoken:
    return Spoken(person, 900, "file", "v.ogg", "audio/ogg", 100, None, "", 0, 1)


async def test_it_tells_reports_questions_words_times_voices_and_declarations(
    people: tuple[Interview, Interview],
) -> None:
    me, other = people
    outline = shipped().outlines["mayor"]
    await me.says("还没开始就想说的话")
    await me.begins(outline.title)
    await me.says("贺长青")
    await me.reaches(outline.question("study_meetings").label)
    await me.says("中心组学了12次", "支部学了XX次", "说错的一句")
    await me.commands("undo")
    declared = outline.question("decl_gifts")
    await me.reaches(declared.label)
    await me.presses("是，写入报告")
    await me.finishes()
    await other.begins(outline.title)
    await other.says(OTHER)

    def heard(db: Database) -> None:
        voices.put(db, spoken(me.person))
        (voice,) = voices.of_person(db, me.person)
        voices.heard(db, voice.id, "语音里说修了3公里路", None)

    await me.assistant.store.write(heard)
    text, rows = await handed_out(me)
    for words in (
        f"报告1：{outline.title}",
        "还没开始就想说的话",
        "【基本情况】",
        "中心组学了12次",
        "说错的一句（后来撤回）",
        f"（确认写入报告）{declared.sentence}",
        "语音里说修了3公里路",
        outline.question("study_meetings").ask,
    ):
        assert words in text, words
    today = datetime.now(CHINA)
    assert f"{today.year}年{today.month}月{today.day}日 " in text
    assert "生成的报告全文 --" in text
    assert text.count("中心组学了12次") == 2, "as a note, and in the report"
    for found in (text, rows):
        assert OTHER not in found
        assert "terminal:other" not in found
        assert "gAAAA" not in found, "nothing sealed"
    told, _ = await handed_out(other)
    assert OTHER in told
    assert "贺长青" not in told


async def test_everything_that_was_ever_said_is_in_the_text(people: tuple[Interview, Interview]) -> None:
    """Whatever an event keeps as words stands in the readable file too."""
    me, _ = people
    await me.begins(shipped().outlines["mayor"].title)
    await me.says("贺长青")
    await me.reaches(shipped().outlines["mayor"].question("grain").label)
    await me.says("总产XX万吨", "不对，是1.2万吨", "去年1.1万吨\n比前年多")
    await me.finishes()
    text, rows = await handed_out(me)
    said = [event["text"] for event in json.loads(rows)["everything"]["events"] if event["kind"] == "note"]
    assert len(said) == 4
    flat = "".join(text.split())
    assert [words for words in said if "".join(words.split()) not in flat] == []


async def test_a_report_whose_outline_is_gone_is_told_by_its_keys(
    people: tuple[Interview, Interview],
) -> None:
    me, _ = people
    await me.begins(shipped().outlines["mayor"].title)
    await me.says("贺长青")
    await me.assistant.store.write(lambda db: db.execute("UPDATE drafts SET outline = 'gone'"))
    text, _ = await handed_out(me)
    assert "报告1：gone" in text
    assert "贺长青" in text
