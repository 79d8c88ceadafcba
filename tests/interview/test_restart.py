"""Everything survives a restart at any moment: the same cards, the same report, nothing lost."""

import random
from pathlib import Path

import pytest

from tests.office import Interview, shelf_with, small_outline

WORDS = [
    "总产1.2万吨",
    "修路XX公里",
    "不知道",
    "是",
    "3",
    "贺长青",
    "县处级副职",
    "2026年",
    "两行\n文字",
    "12月1日",
]
COMMANDS = [
    "overview",
    "back",
    "skip",
    "undo",
    "redo",
    "preview",
    "resume",
    "drafts",
    "finish",
    "cancel",
    "new",
]


async def wander(steps: random.Random, *people: Interview) -> None:
    """Make the same random move for each of these people."""
    roll = steps.random()
    if roll < 0.35:
        text = steps.choice(WORDS)
        for person in people:
            await person.says(text)
    elif roll < 0.55:
        name = steps.choice(COMMANDS)
        for person in people:
            await person.commands(name)
    elif people[0].card.labels:
        label = steps.choice(people[0].card.labels)
        for person in people:
            await person.presses(label)


@pytest.mark.parametrize("seed", range(8))
async def test_a_restart_between_any_two_moves_changes_nothing(tmp_path: Path, seed: int) -> None:
    shelf = shelf_with(small_outline())
    steady = Interview(tmp_path / "steady.db", shelf)
    shaken = Interview(tmp_path / "shaken.db", shelf)
    steps = random.Random(seed)
    for person in (steady, shaken):
        await person.begins()
    for _ in range(45):
        await wander(steps, steady, shaken)
        shaken.restarts()
        assert shaken.card == steady.card
        assert (await shaken.looks()).card == steady.card.card
    for person in (steady, shaken):
        await person.begins()
        await person.reaches("道路")
        await person.says("修路3公里")
    assert await shaken.finishes() == await steady.finishes()
    steady.leaves()
    shaken.leaves()


async def test_weeks_later_it_goes_on_where_it_stopped(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    before = await user.says("总产1.2万吨", "去年1.1万吨")
    user.restarts()
    card = await user.commands("resume")
    assert card.shows("您上次写到“履职 · 粮食”")
    assert card.said == before.said


async def test_a_file_that_was_not_sent_yet_is_sent_after_a_restart(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.commands("finish")
    user.restarts()
    assert await user.assistant.reported.unfinished("terminal") == [user.person]
    assert "修路3公里" in await user.receives()
    user.restarts()
    assert await user.assistant.files.waiting(user.person) == []


async def test_a_card_that_was_not_shown_is_taken_up_after_a_restart(user: Interview) -> None:
    reply = await user.assistant.take(user.person, (await user.commands("new")).press("小提纲"))
    user.restarts()
    assert await user.assistant.reported.unfinished("terminal") == [user.person]
    assert await user.assistant.reported.unfinished("telegram") == []
    await user.assistant.reported.shown(reply, 5)
    assert await user.assistant.reported.unfinished("terminal") == []


async def test_an_arrival_that_fails_half_way_leaves_nothing(
    user: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    await user.begins()
    before = user.card

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("cut off")

    with monkeypatch.context() as broken:
        broken.setattr("storage.people.want", breaks)
        with pytest.raises(RuntimeError):
            await user.says("贺长青")
    assert (await user.looks()).card == before.card
    assert (await user.says("贺长青")).said == ["· 贺长青"]
