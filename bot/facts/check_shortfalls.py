"""What the notes call short, told as if it were not: 提醒不够及时 as 做到了及时提醒, 还是缺 as 不再短缺."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from .finding import Finding, FindingKind
from .tellings import signs_of
from .trial import Trial

_SHORT = re.compile("(?:不够|不太|不怎么)(?P<what>[\u4e00-\u9fff]{1,2})")
_OPEN = re.compile(
    "[不欠未没无缺差弱少难待只仅尚仍还须应需再将要]|一般|问题|力争|努力|力求|确保|明年|今后|提高|加强|改进|进一步|更加"
)
"""What a sentence says that admits as much, or only promises."""
_SAID_OF = "得(?:[很更较比]|比较|十分)?(?:{})"
_NO_LONGER = re.compile(
    "(?:不再|无须再|无需再|不用再)(?P<what>短缺|紧缺|缺[乏少]?|困难|难|滞后|薄弱|紧张|拥堵|脏乱|漏[雨水]|闲置|撂荒|亏损|拖欠)"
)
_STILL = re.compile("(?:还是|照样|照旧|仍旧?|又)(?P<deed>[\u4e00-\u9fff]{1,2})(?=$|[,。;\n])", re.MULTILINE)
_STOPPED = "(?:不再|未再|没有?再|停止|已不){}"
_MENDED = re.compile("[没不未无免停改好解补通够]|再也|告别|取消|顺了|消除")
"""What a note says whose trouble is over."""
_LEAST, _MOST = 2, 64


def check_shortfalls(trial: Trial) -> Iterator[Finding]:
    """What falls short by the notes is not told as reached, nor as over, of the same thing."""
    yield from _no_longer(trial)
    yield from _stopped(trial)
    notes, prose = trial.notes, trial.prose
    for found in islice(_SHORT.finditer(notes.text), _MOST):
        clause = notes.clause_at(found.start())
        what = found["what"]
        about = signs_of(notes, clause.start, clause.end) - frozenset(found.group())
        shape = re.compile(what if len(what) > 1 else _SAID_OF.format(what))
        for told in shape.finditer(prose.text):
            said = prose.clause_at(told.start())
            shared = about & signs_of(prose, said.start, said.end)
            if len(shared) < min(_LEAST, len(about)) or not shared:
                continue
            if not _OPEN.search(prose.text, *prose.sentence_at(said.start)):
                yield trial.told(FindingKind.NEGATION_CHANGED, told.start(), told.end())


def _no_longer(trial: Trial) -> Iterator[Finding]:
    """不再短缺, where the notes only say that there is want."""
    notes, prose = trial.notes, trial.prose
    for told in islice(_NO_LONGER.finditer(prose.text), _MOST):
        what = signs_of(prose, *told.span("what"))
        said = prose.clause_at(told.start())
        about = signs_of(prose, said.start, said.end)
        for clause in notes.clauses:
            signs = signs_of(notes, clause.start, clause.end)
            if what & signs and len(about & signs) >= _LEAST:
                if not _MENDED.search(notes.text, *notes.line_at(clause.start)):
                    yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())
                break


def _stopped(trial: Trial) -> Iterator[Finding]:
    """已不再堆, where the notes say 还是堆."""
    for found in islice(_STILL.finditer(trial.notes.text), _MOST):
        for told in re.finditer(_STOPPED.format(found["deed"]), trial.prose.text):
            yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())
