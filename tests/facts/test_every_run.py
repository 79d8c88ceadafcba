"""The same notes and the same prose give the same findings in every run of the program."""

from __future__ import annotations

import os
import subprocess
import sys

TIED = "ah-060/1"
"""Two clauses of its prose are equally like one of its notes."""
SEEDS = ("1", "3", "9")
"""Python puts the members of a set in another order with each."""
COMPARE = f"""
from bot.facts import compare
from bot.library.lexicon import load_lexicon
from tests.fidelity.cases import PROMPTS, load_cases
case = next(case for case in load_cases("tune") if case.id == {TIED!r})
print(compare(case.notes, case.text, load_lexicon(PROMPTS)))
"""


def found_with(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", COMPARE], env=environment, capture_output=True, check=True, encoding="utf-8"
    )
    return run.stdout


def test_of_two_clauses_equally_like_a_note_it_is_the_same_in_every_run() -> None:
    assert len({found_with(seed) for seed in SEEDS}) == 1
