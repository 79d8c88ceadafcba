"""What each check is for: a text it leaves alone, and one that it finds and no other check would."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from bot.facts import Lexicon, claims, compare, degrees, exchanged, figures, left_open, left_out, names

FAMILIES = (figures, exchanged, degrees, left_open, left_out, names, claims)
FILE = Path(__file__).with_name("pairs_by_check.txt")


class Pair(NamedTuple):
    """Notes, a faithful text, and an unfaithful one with the kind and the words of its finding."""

    check: str
    notes: list[str]
    faithful: str
    unfaithful: str
    kind: str
    excerpt: str


def pairs() -> list[Pair]:
    found: list[Pair] = []
    check = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            check = line.strip("[]")
        elif line and not line.startswith("#"):
            notes, faithful, *unfaithful = line.split("|")
            found.append(Pair(check, notes.split("//"), faithful, *(unfaithful or ["", "", ""])))
    return found


PAIRS = pairs()
UNFAITHFUL = [pair for pair in PAIRS if pair.unfaithful]


def excerpts(notes: list[str], text: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    return {(finding.kind.value, finding.excerpt) for finding in compare(notes, text, lexicon)}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.check}: {pair.faithful}")
def test_what_is_told_as_it_was_given_is_left_alone(pair: Pair, lexicon: Lexicon) -> None:
    assert compare(pair.notes, pair.faithful, lexicon) == ()


@pytest.mark.parametrize("pair", UNFAITHFUL, ids=lambda pair: f"{pair.check}: {pair.unfaithful}")
def test_what_is_told_otherwise_is_found_by_this_check_alone(
    pair: Pair, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (pair.kind, pair.excerpt) in excerpts(pair.notes, pair.unfaithful, lexicon)
    family = next(family for family in FAMILIES if pair.check in vars(family))
    monkeypatch.setattr(family, pair.check, lambda *_: iter(()))
    assert (pair.kind, pair.excerpt) not in excerpts(pair.notes, pair.unfaithful, lexicon)


def test_no_check_is_without_a_pair() -> None:
    checks = {
        name
        for family in FAMILIES
        for name, check in vars(family).items()
        if name.startswith("check_") and callable(check)
    }
    assert checks == {pair.check for pair in UNFAITHFUL}
