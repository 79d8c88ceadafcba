"""Fit the points of `bot/facts/check_weighed.py`: `python -m tests.fidelity.weighing` prints them.

An open stretch of the notes that a faithful paragraph of `tune` tells is an example of what is kept; of every
paragraph in which a denial or a status was changed, the stretch beside the change is one of what is not.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from math import exp, sqrt
from operator import mul

from bot.facts import FindingKind, Lexicon
from bot.facts.left_open.open_parts import OpenParts
from bot.facts.left_open.weighing import Signs, weigh
from bot.facts.trial import open_trial
from bot.library.lexicon import load_lexicon

from .cases import PROMPTS, Case, load_cases

CHANGED = (FindingKind.NEGATION_CHANGED, FindingKind.STATUS_CHANGED)
WEIGHT, PENALTY, STEPS, ROUNDS = 4.0, 3.3, 300, 3
"""How much a change counts against what was kept; how dear a point is; how long and how often to fit."""


def main() -> None:
    """Print a line for every sign, and what speaks against a finding from the start."""
    kept, changed = examples(load_lexicon(PROMPTS))
    chosen = [max(rows, key=_first_guess) for rows in changed]
    for _ in range(ROUNDS):
        points, start = fit([*kept, *chosen], [0.0] * len(kept) + [1.0] * len(chosen))
        chosen = [max(rows, key=lambda row: sum(map(mul, row, points))) for rows in changed]
    for name, point in zip(Signs._fields, points, strict=True):
        sys.stdout.write(f"    {name}={point:.2f},\n")
    sys.stdout.write(f"{start:.2f}\n")


def examples(lexicon: Lexicon) -> tuple[list[Signs], list[list[Signs]]]:
    """The signs of what faithful paragraphs tell, and of every changed one those beside its change."""
    kept: list[Signs] = []
    changed: list[list[Signs]] = []
    faithful = ""
    for case in load_cases("tune"):
        if case.kind is None:
            faithful = case.text
            kept += [signs for _, signs in _weighed(case, lexicon)]
        elif case.kind in CHANGED:
            first, last = _change(faithful, case.text)
            rows = [
                signs for (start, end), signs in _weighed(case, lexicon) if start <= last and end >= first
            ]
            if rows:
                changed.append(rows)
    return kept, changed


def _weighed(case: Case, lexicon: Lexicon) -> list[tuple[tuple[int, int], Signs]]:
    trial = open_trial(case.notes, case.text, lexicon)
    return [
        (trial.prose.folded.origin(one.clause.start, one.clause.end), one.signs)
        for one in weigh(trial, OpenParts(trial))
    ]


def _change(faithful: str, text: str) -> tuple[int, int]:
    short = min(len(faithful), len(text))
    first = next((at for at in range(short) if faithful[at] != text[at]), short)
    last = next((at for at in range(1, short - first + 1) if faithful[-at] != text[-at]), short - first + 1)
    return first, len(text) - last + 1


def _first_guess(row: Signs) -> float:
    return (
        -2 * (row.denies_anew + row.denies_again + row.looks_ahead_again) - row.open_near + row.likeness / 3
    )


def fit(rows: Sequence[Sequence[float]], truth: Sequence[float]) -> tuple[list[float], float]:
    """Logistic regression with a penalty on the points, by accelerated gradient descent."""
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        sqrt(sum((value - mean) ** 2 for value in column) / len(column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [
        (1.0, *((value - mean) / spread for value, mean, spread in zip(row, means, spreads, strict=True)))
        for row in rows
    ]
    weights = [WEIGHT if true else 1.0 for true in truth]
    across = list(zip(*scaled, strict=True))
    points = ahead = [0.0] * len(across)
    step = 4 / (sum(weights) * 6)
    for turn in range(STEPS):
        errors = [
            weight * (1 / (1 + exp(-sum(map(mul, row, ahead)))) - true)
            for row, weight, true in zip(scaled, weights, truth, strict=True)
        ]
        slopes = [sum(map(mul, column, errors)) for column in across]
        slopes[1:] = [slope + PENALTY * point for slope, point in zip(slopes[1:], ahead[1:], strict=True)]
        last, points = points, [point - step * slope for point, slope in zip(ahead, slopes, strict=True)]
        ahead = [point + turn / (turn + 3) * (point - was) for point, was in zip(points, last, strict=True)]
    own = [point / spread for point, spread in zip(points[1:], spreads, strict=True)]
    return own, points[0] - sum(map(mul, own, means))


if __name__ == "__main__":
    main()
