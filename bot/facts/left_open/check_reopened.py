"""What the notes say was done, told as planned or still going on: 厂房建成了 told as 厂房正在加紧建设.

Where `check_already` asks of every 已 what it closes, this asks of every 正在 and 拟 what it opens again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.leaving_open import MARKED, sizes_in
from ..text.open_words import Says
from ..text.reading import Clause, Reading
from ..trial import Trial
from .open_parts import OpenParts

_REOPENS = re.compile(
    r"正在|仍在|尚在|还在|推行?中(?=$|[,。;])|进行?中(?=$|[,。;])"
    r"|有序推进(?=$|[,。;])|稳步推进(?=$|[,。;])|加快推进(?=$|[,。;])|加紧|抓紧|着手|筹备|谋划|即将(?<![立随旋迅]即将)(?!\d+[名人户个头只]|[一二两三四五六七八九十百]+[名人户个头只])|将(?:于|在|陆续|按|尽快|逐步)|拟(?!定|稿|写|就|订)"
    r"|计划(?<!按计划)(?!生育)|有望|力争|待(?<![接招对优]待)(?=[建发装批验交启入修开拨])"
)
_CLOSES = re.compile(
    r"已|[并均]|完成|成功|作用|成效|效益|继续|持续|进一步|巩固|不断|常态|长效|注重|坚持|做到|下一?步|今后|明年|来年"
)
"""What closes a clause all the same, or speaks of what is done ever on, or of the time to come."""
_ASIDE = re.compile(r"[(【]|\bXX|__")
_DONE = re.compile(r"[了完好成过](?=$|[,。; ])|[了过](?=[\d一二两三四五六七八九十])|已|了(?!解)")
_MORE = re.compile(
    "快[^,。;]{1,2}[完满没]|快[能要可]|就要|还|剩|差|另|再|下一|其余|接着|继续|后续|陆续|[一二三四五六七八九]成|%|一半|到第"
)
_EMPTY = frozenset("已经没未不有还尚目前现在仍待拟正计划打算要想准备明年的了着过完好成将即推进中加紧抓快")
_GOES_ON_LISTING = re.compile("一[个件条]是|[再另还][有来]?一[个件条]|第[二三四五][个件条]?|二是|三是")
_SHARED, _COVERED = 2, 0.5


def check_reopened(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A clause that opens what one note says was done, where nothing else tells it as done.

    No stretch of the notes that is open itself may have as much of the clause.
    """
    told = [clause for clause in trial.prose.clauses_with(_REOPENS) if _opens(trial, clause)]
    if not told:
        return
    notes = [trial.notes.telling(*found.span()) - _EMPTY for found in opened.stretches]
    for clause in told:
        signs = trial.prose.telling(clause.start, clause.end) - _EMPTY
        best = max(range(len(notes)), key=lambda order: _likeness(signs, notes[order]), default=None)
        if best is None or opened.are_open[best] or not _is_done(trial, opened.stretches[best]):
            continue
        own = notes[best]
        if _counts_another(trial, clause, opened.stretches[best]):
            continue
        if len(signs & own) < (
            _COVERED * len(own) if len(own) <= _SHARED else max(_SHARED, _COVERED * len(own))
        ):
            continue
        if any(
            len(signs & notes[order] - own) > 0 for order, is_open in enumerate(opened.are_open) if is_open
        ):
            continue
        if not _is_closed_elsewhere(trial, opened, clause, own):
            yield trial.told(FindingKind.STATUS_CHANGED, clause.start, clause.end)


def _counts_another(trial: Trial, clause: Clause, stretch: re.Match[str]) -> bool:
    """Whether both have numbers, and no number in common."""
    told, given = sizes_in(trial.prose, *clause[:2]), sizes_in(trial.notes, *stretch.span())
    return bool(told and given) and told.isdisjoint(given)


def _opens(trial: Trial, clause: Clause) -> bool:
    text, (start, end) = trial.prose.text, clause[:2]
    return _CLOSES.search(text, start, end) is None and _ASIDE.search(text, start, end) is None


def _likeness(signs: frozenset[str], own: frozenset[str]) -> float:
    return len(signs & own) / (1 + len(own)) if own else 0.0


def _is_done(trial: Trial, stretch: re.Match[str]) -> bool:
    """Whether a stretch says that something was done, and its note leaves nothing open and nothing over."""
    if not _DONE.search(stretch.group()):
        return False
    line = _first_of_list(trial.notes, trial.notes.line_at(stretch.start()))
    return not (trial.notes.says(*line, MARKED | Says.DENIES) or _MORE.search(trial.notes.text, *line))


def _is_closed_elsewhere(trial: Trial, opened: OpenParts, here: Clause, own: frozenset[str]) -> bool:
    return any(
        clause is not here
        and not _REOPENS.search(trial.prose.text, clause.start, clause.end)
        and len(trial.prose.telling(clause.start, clause.end) & own) >= max(_SHARED, _COVERED * len(own))
        for clause in opened.clauses
    )


def _first_of_list(notes: Reading, line: tuple[int, int]) -> tuple[int, int]:
    """From the note that 一个是…, 再一个… goes on with: 明年打算抓俩事 plans what follows."""
    start, end = line
    while start > 0 and _GOES_ON_LISTING.match(notes.text, start):
        start = notes.line_at(start - 1)[0]
    return start, end
