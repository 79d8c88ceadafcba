"""Fit the points of `bot/facts/left_out/weighing.py`: `python -m tests.fidelity.leaving_out`.

A stretch of the notes that a faithful paragraph of `tune` tells is an example of what is told. Of these
paragraphs clauses without a figure are taken away, and the stretch that loses most is one of what is not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from bot.facts import Lexicon
from bot.facts.left_out.stretches import Stretches
from bot.facts.left_out.weighing import Signs, signs_of
from bot.facts.trial import open_trial
from bot.library.lexicon import load_lexicon

from .cases import PROMPTS, Case, load_cases
from .weighing import fit

CLAUSE = re.compile(r"[^,，。；;、\n]{4,}")
STOPS = ((re.compile(r"[，、；]([，。；、])"), r"\1"), (re.compile(r"([。；\n]|^)[，、；]"), r"\1"))
EVERY, MOST, LEAST_LOST, LEAST_LEFT = 3, 3, 2, 8
"""Every which paragraph; of each how many clauses; what a stretch must lose, and the paragraph keep."""


def main() -> None:
    """Print a line for every sign, and what speaks against a finding from the start."""
    told, left = examples(load_lexicon(PROMPTS))
    points, start = fit([*told, *left], [0.0] * len(told) + [1.0] * len(left))
    for name, point in zip(Signs._fields, points, strict=True):
        sys.stdout.write(f"    {name}={point:.2f},\n")
    sys.stdout.write(f"{start:.2f} of {len(told)} and {len(left)}\n")


def examples(lexicon: Lexicon) -> tuple[list[Signs], list[Signs]]:
    """The signs of what faithful paragraphs tell, and of what shortened ones leave out."""
    told: list[Signs] = []
    left: list[Signs] = []
    for case in [case for case in load_cases("tune") if case.kind is None][::EVERY]:
        before = _weighed(case, case.text, lexicon)
        told += before.values()
        losses = (_lost(case, text, before, lexicon) for text in _shortened(case.text))
        left += [signs for signs in losses if signs is not None][:MOST]
    return told, left


def _weighed(case: Case, text: str, lexicon: Lexicon) -> dict[int, Signs]:
    trial = open_trial(case.notes, text, lexicon)
    stretches = Stretches(trial)
    return {stretch.start: signs_of(trial, stretches, stretch) for stretch in stretches.all}


def _shortened(text: str) -> Iterator[str]:
    for found in CLAUSE.finditer(text):
        rest = text[: found.start()] + text[found.end() :]
        for stops, left in STOPS:
            rest = stops.sub(left, rest)
        if len(rest) >= LEAST_LEFT and not re.search(r"\d", found.group()):
            yield rest


def _lost(case: Case, text: str, before: dict[int, Signs], lexicon: Lexicon) -> Signs | None:
    """The signs of the stretch of which a shortened text has so much less than the whole one."""
    after = _weighed(case, text, lexicon)
    lost = {start: signs.untold - before[start].untold for start, signs in after.items()}
    most = max(lost, key=lost.__getitem__, default=None)
    return after[most] if most is not None and lost[most] >= LEAST_LOST else None


if __name__ == "__main__":
    main()
