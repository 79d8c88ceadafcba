"""The labelled paragraphs of the part that was tuned on, and their mechanical mutations."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts import Lexicon, compare
from bot.library.lexicon import load_lexicon

from .cases import PROMPTS, Case, load_cases, read_cases
from .mutation import shares
from .plain import load_pairs


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROMPTS)


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return load_cases("tune")


PARTS = range(6)
"""So many workers can share the paragraphs; each part has some of every writer."""


@pytest.mark.parametrize("part", PARTS)
def test_good_prose_is_left_alone(part: int, cases: list[Case], lexicon: Lexicon) -> None:
    faithful = [case for case in cases if case.kind is None][part :: len(PARTS)]
    flagged = [case.id for case in faithful if compare(case.notes, case.text, lexicon)]
    assert len(flagged) <= 0.04 * len(faithful), flagged


@pytest.mark.parametrize("part", PARTS)
def test_unfaithful_prose_is_found(part: int, cases: list[Case], lexicon: Lexicon) -> None:
    unfaithful = [case for case in cases if case.kind is not None][part :: len(PARTS)]
    missed = [case.id for case in unfaithful if not compare(case.notes, case.text, lexicon)]
    assert len(missed) <= 0.08 * len(unfaithful), missed


@pytest.mark.parametrize("sort", ("added", "degrees", "doers", "names", "status", "words"))
def test_plain_notes_told_with_one_error_are_found(sort: str, lexicon: Lexicon) -> None:
    pairs = load_pairs("tune")[sort]
    flagged = [pair for pair in pairs if compare([pair.note], pair.faithful, lexicon)]
    missed = [pair for pair in pairs if not compare([pair.note], pair.unfaithful, lexicon)]
    assert len(flagged) <= 0.08 * len(pairs), flagged
    assert len(missed) <= 0.42 * len(pairs), missed


def test_mutations_are_caught(cases: list[Case], lexicon: Lexicon) -> None:
    caught = {way: found / made for way, (found, made) in shares(cases[:150], lexicon).items()}
    numbers = (("number", 0.985), ("scale", 0.985), ("hedge", 0.985), ("unit", 0.95), ("direction", 0.93))
    for way, least in (*numbers, ("date", 0.92), ("status", 0.7), ("negation", 0.7)):
        assert caught.get(way, 1) >= least, caught


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "x"}',
        '{"id": "x", "notes": [], "text": "甲甲", "unfaithful": [{"kind": "rank_changed", "old": "甲"}]}',
        '{"id": "x", "notes": [], "text": "甲", "unfaithful": [{"kind": "no_such_kind", "text": "乙"}]}',
    ],
)
def test_a_broken_line_is_named_without_its_content(line: str, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text(line, "utf-8")
    with pytest.raises(ValueError, match=r"^x.jsonl:1 is no labelled paragraph: \w+$"):
        list(read_cases(file))
