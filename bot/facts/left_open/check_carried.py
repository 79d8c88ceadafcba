"""What the notes leave open must be left open: 冲锋舟没有 told as 镇里配有冲锋舟.

Where `check_status` asks whether the prose says that something is done, this asks whether it says anywhere
that it is not. So the words for doing need not be known, only the few by which a text leaves things open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..finding import Finding, FindingKind
from ..text.leaving_open import NOTHING_HAPPENED, OpenPart
from ..text.open_words import LEFT_OPEN, Says
from ..text.reading import EMPTY
from ..trial import Trial
from .open_parts import Likeness, OpenParts, is_ahead

_SURELY = re.compile(r"[仍尚]有(?!.*[缺未不])|也(?!是|有)|了(?!解)")
"""What says so without a doubt, besides the words of the list."""
_FIRM = Says.DENIES | Says.SLIGHTLY | Says.PREVENTS | Says.STILL | Says.KEEPS
_SHORT_OF = Says.REFUSES | Says.SHORT | Says.REST | Says.ONLY | Says.PUSHED | Says.HALFWAY | Says.ASKED
_TO_COME = Says.AHEAD | Says.HOPED | Says.GOING
_DENIAL = re.compile(r"没有|没|未|不|无|待|等")
_NO_DENIAL = re.compile(r"不是|没问题|(?<![不没])了$|^(?!.*没有?[一任哪]).*的$")
_ANY_DEED = frozenset("弄搞做办")
_FILLER = (
    frozenset("再有出过的了着在被让给能够得上下去来起一二两三四五六七八九十个件例次户人家条还也就都全")
    | EMPTY
)
_FOR_NOTHING, _PAYS = re.compile("免费|无偿|义务(?!教)"), re.compile("[费钱酬]")
"""没收费, told as 免费."""
_SMOOTH = re.compile("[平稳]稳|平安|顺[利畅当]|安全|有序|圆满|正常")
"""没出岔子, told as 平稳有序."""
_TOPIC = re.compile(r"^[在就]\D*(?:上|方面|而言)$|方面$|情况$")
"""What a sentence is about, or a heading: it tells of nothing, so it closes nothing."""
_LIKENESS, _COVERED, _BEFORE = 1.2, 0.4, 3
_ONE_WORD, _BY_ONE_WORD = 2, 0.5
"""Two characters are one word: what shares no more than 企业 with a longer part tells of something else."""


def check_carried(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """What is open in the notes and told nowhere in words that leave it open."""
    flagged: set[int] = set()
    for part, alike in opened.of_open_parts:
        if not alike or not part.is_marked or _NO_DENIAL.search(part.text):
            continue
        best = max(alike, key=lambda one: (one.much, _is_sure(opened, one.order)))
        clause = opened.clauses[best.order]
        least = _COVERED if len(best.shared) > _ONE_WORD else _BY_ONE_WORD
        if best.much < _LIKENESS or len(best.shared) < least * len(part.about) or clause.start in flagged:
            continue
        if _TOPIC.search(opened.texts[best.order]):
            continue
        if not is_ahead(trial, clause) and _is_closed(part, best, alike, opened):
            flagged.add(clause.start)
            kind = FindingKind.NEGATION_CHANGED if part.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(kind, clause.start, clause.end)


def _is_closed(
    part: OpenPart,
    best: Likeness,
    alike: Sequence[Likeness],
    opened: OpenParts,
) -> bool:
    """Whether the clause most like the part closes it, and no other that may tell of it leaves it open.

    One that tells the part in its own words leaves it as open as it was.
    """
    here = opened.texts[best.order]
    beside = opened.neighbours(best.order)
    others = {*beside, *(one.order for one in alike if one is not best)}
    if _tells_of_another(part, best, opened):
        return False
    if _FOR_NOTHING.search(here) and _PAYS.search(part.text):
        return False
    if NOTHING_HAPPENED.search(part.text) and _SMOOTH.search(here):
        return False
    if not any(opened.says(order, LEFT_OPEN) for order in (best.order, *others)):
        return True
    said = _denied(part.text)
    denied = said - _ANY_DEED or part.about
    if not part.is_denied or not denied & set(here) or opened.says(best.order, _FIRM):
        return False
    if any(denied.isdisjoint(word) and word not in part.text for word in opened.saying(best.order, _TO_COME)):
        return False
    surely = _is_sure(opened, best.order)
    falls_short = any(map(said.isdisjoint, opened.saying(best.order, _SHORT_OF)))
    if not surely and (falls_short or any(map(denied.issubset, opened.affirmed))):
        return False
    return not any(
        opened.says(order, _FIRM) and (denied & set(opened.texts[order]) or (order in beside and not surely))
        for order in others
    )


def _is_sure(opened: OpenParts, order: int) -> bool:
    return opened.says(order, Says.SURELY) or _SURELY.search(opened.texts[order]) is not None


def _tells_of_another(part: OpenPart, best: Likeness, opened: OpenParts) -> bool:
    """Whether the clause tells more of a stretch that leaves nothing open than of the part."""
    here = set(opened.texts[best.order]) - part.about - _FILLER
    return any(len(closed & here) > len(best.shared) for closed in opened.affirmed)


def _denied(text: str) -> frozenset[str]:
    """What a denial denies: 恢复 of 还没恢复; 冲锋舟 of 冲锋舟没有."""
    marks = list(_DENIAL.finditer(text))
    if not marks:
        return frozenset()
    after = frozenset(filter(_tells, text[marks[-1].end() :]))
    return after or frozenset(filter(_tells, text[: marks[-1].start()][-_BEFORE:]))


def _tells(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" and sign not in _FILLER
