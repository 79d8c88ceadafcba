"""Brief prose in which something stands as brief notes nowhere say: 当场封了 told as 拟予以封存."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.open_words import Says
from .brief import Brief, Span

_WILL = re.compile(
    "(?<![已并])将(?!继续|持续|进一|不断|始终|努力|着力|坚持|加大|加强|注意|认真|全力|积极|努力)(?P<what>[\u4e00-\u9fff]{2})(?=[^,。为予给在当作到视列纳]{0,4}(?:[,。]|$))"
)
_DENIES = re.compile("(?<!从)未(?!来|必|成年|雨|婚|达|到)|没有(?!违)|不再|暂不|(?<=[,。均])无")
_NO = re.compile("[未没无不难均都全]")
_PLAIN = frozenset("没不未无莫别非还仍难")
_MAY_COME = Says.AHEAD | Says.HOPED | Says.ASKED | Says.GOING


def check_standing(brief: Brief) -> Iterator[Finding]:
    """What is told as still to come, as put off, as certain or as not so, and is given as none of it."""
    if brief.trial.notes.gaps:
        return
    status, denied = FindingKind.STATUS_CHANGED, FindingKind.NEGATION_CHANGED
    for kind, span in (
        (status, _to_come(brief)),
        (status, _under_way(brief)),
        (status, _put_off(brief)),
        (status, _nearly(brief)),
        (status, _certain(brief)),
        (denied, _some(brief)),
        (denied, _denied(brief)),
    ):
        if span is not None:
            yield brief.trial.told(kind, *span)
            return


def _to_come(brief: Brief) -> Span | None:
    """近日将恢复供水, where the notes wait for nothing."""
    coming = _coming(brief, "coming")
    return min(coming) if coming and not _foresees(brief) else None


def _under_way(brief: Brief) -> Span | None:
    """网点均在筹设, where the notes are neither at anything nor wait for it; 其余2件正在整改 tells a rest."""
    if brief.denied or brief.given.says("going") or brief.told.says("rest") or _foresees(brief):
        return None
    return min(brief.told.spans("under_way"), default=None)


def _foresees(brief: Brief) -> bool:
    notes = brief.trial.notes
    return (
        brief.given.says("waits") or brief.given.says("foresees") or notes.says(0, len(notes.text), _MAY_COME)
    )


def _coming(brief: Brief, name: str) -> list[Span]:
    """The words of a list, and every 将 that is followed by a verb and not by what is handed over."""
    verbs, prose = brief.trial.lexicon.common_verbs, brief.trial.prose.text
    will = [found.span() for found in _WILL.finditer(prose) if found["what"] in verbs]
    return [*brief.told.spans(name), *will]


def _put_off(brief: Brief) -> Span | None:
    """一个待批复, where the notes say 打回来了 and wait for nothing."""
    notes, prose = brief.trial.notes, brief.trial.prose
    pending = _coming(brief, "pending")
    if not pending or not brief.given.says("final") or brief.given.says("waits"):
        return None
    return next((one for one in sorted(pending) if prose.text[slice(*one)] not in notes.text), None)


def _certain(brief: Brief) -> Span | None:
    """减产已成定局, where the notes say 可能要减产."""
    if not brief.given.says("heard") or brief.given.says("certain"):
        return None
    for clause in brief.clauses:
        if brief.told.says("certain", *clause) and not brief.told.says("unsure", *clause):
            return brief.told.spans("certain", *clause)[0]
    return None


def _nearly(brief: Brief) -> Span | None:
    """险被摘牌, where the notes say 让人摘了."""
    nearly = brief.told.spans("nearly")
    return nearly[0] if nearly and not brief.given.says("nearly") else None


def _some(brief: Brief) -> Span | None:
    """仅查获一人, where the notes say 没逮着一个."""
    if not brief.harmless or brief.given.says("partly") or brief.given.says("few"):
        return None
    for clause in brief.clauses:
        if brief.told.says("partly", *clause) and not _NO.search(brief.trial.prose.text, *clause):
            return clause
    return None


def _denied(brief: Brief) -> Span | None:
    """尚未发放, where the notes have no word that comes to a denial beside those told as they are."""
    prose = brief.trial.prose.text
    denials = [one for one in brief.clauses if _DENIES.search(prose, *one)]
    if not denials:
        return None
    short = [word for word in brief.given.words("short_of") if word in _PLAIN or word not in prose]
    halted = [one for one in brief.given.spans("halted") if not brief.comes_to(one)]
    return denials[-1] if len(denials) > len(short) + len(halted) else None
