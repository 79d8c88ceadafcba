"""A pattern that is tried only where it can begin finds what it finds when it is tried everywhere."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import bot.facts
from bot.facts.left_open.check_milestones import MILESTONES
from bot.facts.text.folding import BASE_FOLDS, fold
from bot.facts.text.scanning import Scan
from tests.fidelity.cases import load_cases


def scans() -> Iterator[tuple[str, Scan]]:
    for module in pkgutil.walk_packages(bot.facts.__path__, "bot.facts."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Scan):
                yield f"{module.name}.{name}", value


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Half of the labelled texts, and their notes, as one long text each."""
    cases = load_cases("tune")[::2]
    joined = "\n".join(case.text for case in cases), "\n".join(note for case in cases for note in case.notes)
    return [fold(text, BASE_FOLDS).text for text in joined]


SCANS = dict(scans())


@pytest.mark.parametrize("name", SCANS)
def test_it_finds_what_the_whole_pattern_finds(name: str, texts: list[str]) -> None:
    scan = SCANS[name]
    for text in texts:
        given = [found.span() for found in scan.whole.finditer(text)]
        assert [found.span() for found in scan.finditer(text)] == given
    assert any(scan.whole.search(text) for text in texts), "the texts have none of them"


def test_a_first_pattern_that_leaves_something_out_loses_it() -> None:
    assert not list(Scan("x", "x|y").finditer("y")), "so the test above can fail"


def test_every_milestone_has_one_of_its_marks(texts: list[str]) -> None:
    for marks, *_, anywhere in MILESTONES:
        told = [found.group() for text in texts for found in anywhere.finditer(text)]
        assert told and not any(frozenset(marks).isdisjoint(words) for words in told)
