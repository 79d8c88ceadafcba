"""Five rough reports with every place that a strict reviewer marked, and three that the reviewer found clean.

Other hands wrote and marked them, and they were not looked at before the rules were tried on them once: of
the first three, 58 of 143 certain and 16 of 31 likely places were found; of the other two, 57 of 93 certain
and 4 of 7 likely ones. They are kept so that no later change loses any.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.proofreading import Severity, proofread
from tests.proofreading.conftest import BOOK

HERE = Path(__file__).parent / "rough"
MARKS = [json.loads(line) for line in (HERE / "marks.jsonl").read_text("utf-8").splitlines()]
LEAST = {"certain": 0.95, "likely": 0.75, "advice": 0.75}


def touched(name: str) -> list[tuple[str, str, bool]]:
    """Severity, span and whether some finding in its line overlaps it, of every mark of a text."""
    text = (HERE / name).read_text("utf-8")
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:at])) for at in range(len(lines))]
    places = [(one.start, one.end) for one in proofread(text, BOOK)]
    rows = []
    for mark in MARKS:
        if mark["file"] != name:
            continue
        line, span = lines[mark["line"] - 1], mark["span"]
        spots = [at for at in range(len(line)) if line.startswith(span, at)]
        assert spots, mark
        found = any(
            start < starts[mark["line"] - 1] + at + len(span) and starts[mark["line"] - 1] + at < end
            for at in spots
            for start, end in places
        )
        rows.append((mark["severity"], span, found))
    return rows


@pytest.mark.parametrize("severity", LEAST)
def test_what_a_reviewer_marked_is_found(severity: str) -> None:
    rows = [row for name in sorted({mark["file"] for mark in MARKS}) for row in touched(name)]
    counted = Counter((one, found) for one, _, found in rows)
    missed = [span for one, span, found in rows if one == severity and not found]
    hits, all_ = counted[severity, True], counted[severity, True] + counted[severity, False]
    assert hits >= all_ * LEAST[severity], missed


@pytest.mark.parametrize("name", ["clean.txt", "clean2.txt", "clean3.txt"])
def test_what_a_reviewer_found_clean_has_no_certain_finding(name: str) -> None:
    found = proofread((HERE / name).read_text("utf-8"), BOOK)
    assert [one for one in found if one.severity is not Severity.ADVICE] == []
