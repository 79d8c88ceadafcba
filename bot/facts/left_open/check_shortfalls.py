"""What the notes call short, told as if it were not: 提醒不够及时 as 做到了及时提醒, 还是缺 as 不再短缺."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..finding import Finding, FindingKind
from ..trial import Trial

_SHORT = re.compile("(?:不够|不太|不怎么)(?P<what>[\u4e00-\u9fff]{1,2})")
_SHORT_BEHIND = re.compile(
    "(?P<about>[\u4e00-\u9fff]{2,4}?)(?:[还也都有]|有些|有点)?(?:不够|不到位|不太行|不太好|没到位|不理想)(?=$|[,。;\n])",
    re.MULTILINE,
)
_REACHED = re.compile("[已均都](?:到位|充分|足够|有力|有效|及时|扎实|得力|良好|理想)")
_NO_SUCH = re.compile(
    "(?:不存在|未出现|没有出现|没有|杜绝了?)(?P<what>[^,。;、]{2,12}?(?:不|欠|缺)[^,。;、]{1,5}?)的?(?:问题|现象|情况|不足)"
)
_OPEN = re.compile(
    "[不欠未没无缺差弱少难待只仅尚仍还须应需再将要]|一般|问题|力争|努力|力求|确保|明年|今后|提高|加强|改进|进一步|更加"
)
"""What a sentence says that admits as much, or only promises."""
_SAID_OF = "得(?:[很更较比]|比较|十分)?(?:{})"
_NO_LONGER = re.compile(
    "(?:不再|无须再|无需再|不用再)(?P<what>短缺|紧缺|缺[乏少]?|困难|难|滞后|薄弱|紧张|拥堵|脏乱|漏[雨水]|闲置|撂荒|亏损|拖欠)"
)
_STILL = re.compile("(?:还是|照样|照旧|仍旧?|又)(?P<deed>[\u4e00-\u9fff]{1,2})(?=$|[,。;\n])", re.MULTILINE)
_STILL_THERE = re.compile("[还仍尚]有(?P<what>[\u4e00-\u9fff]{1,2})(?=$|[,。;\n])", re.MULTILINE)
_GONE = "(?:已|再|均|都)(?:没有|无|没)[\u4e00-\u9fff]?{}"
_STOPPED = "(?:不再|未再|没有?再|停止|已不)[由是为让]?{}"
_MENDED = re.compile("[没不未无免停改好解补通够]|再也|告别|取消|顺了|消除")
"""What a note says whose trouble is over."""
_OVER = re.compile("(?:不再|没再|没有再|再没有?|再也[没不])(?!人)(?P<deed>[\u4e00-\u9fff]{1,6})")
_GOES_ON = re.compile(
    "(?<![不没未])(?:仍(?:在|有|旧|然)?|依然|依旧|还在|时有|再次)(?![不没未无])(?P<deed>[\u4e00-\u9fff]{1,8})"
)
_LEAST, _MOST = 2, 64


def check_shortfalls(trial: Trial) -> Iterator[Finding]:
    """What falls short by the notes is not told as reached, nor as over, of the same thing."""
    yield from _no_longer(trial)
    yield from _stopped(trial)
    yield from _over(trial)
    yield from _reached(trial)
    yield from _no_such(trial)
    notes, prose = trial.notes, trial.prose
    for found in islice(_SHORT.finditer(notes.text), _MOST):
        clause = notes.clause_at(found.start())
        what = found["what"]
        about = notes.signs_of(clause.start, clause.end) - frozenset(found.group())
        shape = re.compile(what if len(what) > 1 else _SAID_OF.format(what))
        for told in shape.finditer(prose.text):
            said = prose.clause_at(told.start())
            shared = about & prose.signs_of(said.start, said.end)
            if len(shared) < min(_LEAST, len(about)) or not shared:
                continue
            if not _OPEN.search(prose.text, *prose.sentence_at(said.start)):
                yield trial.told(FindingKind.NEGATION_CHANGED, told.start(), told.end())


def _no_longer(trial: Trial) -> Iterator[Finding]:
    """不再短缺, where the notes only say that there is want."""
    notes, prose = trial.notes, trial.prose
    for told in islice(_NO_LONGER.finditer(prose.text), _MOST):
        what = prose.signs_of(*told.span("what"))
        said = prose.clause_at(told.start())
        about = prose.signs_of(said.start, said.end)
        for clause in notes.clauses:
            signs = notes.signs_of(clause.start, clause.end)
            if what & signs and len(about & signs) >= _LEAST:
                if not _MENDED.search(notes.text, *notes.line_at(clause.start)):
                    yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())
                break


def _over(trial: Trial) -> Iterator[Finding]:
    """仍在争吵, where the notes say 不再吵了."""
    notes, prose = trial.notes, trial.prose
    going = [(told, prose.signs_of(*told.span("deed"))) for told in _GOES_ON.finditer(prose.text)]
    for found in islice(_OVER.finditer(notes.text), _MOST) if going else ():
        deed = notes.signs_of(*found.span("deed"))
        if any(sign in notes.text for sign in ("仍", "还在")):
            continue
        for told, signs in going:
            if deed & signs:
                yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())


def _reached(trial: Trial) -> Iterator[Finding]:
    """劝阻已到位, where the notes say 劝阻不够."""
    prose = trial.prose
    for found in islice(_SHORT_BEHIND.finditer(trial.notes.text), _MOST):
        for told in re.finditer(found["about"][-_LEAST:], prose.text):
            clause = prose.clause_at(told.start())
            reached = _REACHED.search(prose.text, told.end(), clause.end)
            if reached and not _OPEN.search(prose.text, told.end(), clause.end):
                yield trial.told(FindingKind.NEGATION_CHANGED, told.start(), reached.end())


def _no_such(trial: Trial) -> Iterator[Finding]:
    """不存在记账不细致的问题, where the notes say 账记得不太细."""
    short = [
        frozenset(found["what"])
        | trial.notes.signs_of(trial.notes.clause_at(found.start()).start, found.start())
        for found in islice(_SHORT.finditer(trial.notes.text), _MOST)
    ]
    for told in _NO_SUCH.finditer(trial.prose.text) if short else ():
        signs = frozenset(told["what"])
        if any(len(signs & said) >= _LEAST for said in short):
            yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())


def _stopped(trial: Trial) -> Iterator[Finding]:
    """已不再堆, where the notes say 还是堆; 已没有怨气, where they say 还有气."""
    notes, prose = trial.notes.text, trial.prose.text
    shapes = [_STOPPED.format(found["deed"]) for found in islice(_STILL.finditer(notes), _MOST)]
    shapes += [_GONE.format(found["what"]) for found in islice(_STILL_THERE.finditer(notes), _MOST)]
    for shape in shapes:
        for told in re.finditer(shape, prose):
            yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())
