"""Which edition somebody has edited: the newest, or one from before."""

import re
from collections import Counter
from collections.abc import Sequence

from sqlite_utils import Database

from bot.assistant.edition import Edition
from bot.assistant.paper import report_from
from bot.report import Report
from storage import versions

_SENTENCES = re.compile(r"[^。；！？\n]+")


def handed_over(db: Database, present: Edition, seq: int) -> list[Report]:
    """Every report handed over before event `seq`, the newest first: nobody can have edited another."""
    rows = versions.reports_before(db, present.state.id, seq)
    return [report_from(row.report) for row in rows] or [present.report]


def nearest(reports: Sequence[Report], edited: str) -> Report:
    """The report that has most sentences in common with the text; of two that have as many the first."""
    theirs = _sentences(edited)
    return max(reports, key=lambda report: _alike(_sentences(text_of(report)), theirs))


def text_of(report: Report) -> str:
    """The report as a returned file reads it: a block a line."""
    return "".join(f"{block.text}\n" for block in report.blocks)


def _sentences(text: str) -> Counter[str]:
    """How many characters of each sentence there are."""
    found: Counter[str] = Counter()
    for sentence in _SENTENCES.findall(text):
        bare = "".join(sentence.split())
        found[bare] += len(bare)
    return found


def _alike(ours: Counter[str], theirs: Counter[str]) -> float:
    return 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)
