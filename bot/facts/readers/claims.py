"""Reading what only the person can claim.

Titles, honours, meetings, campaigns, document numbers, open gaps.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..fact import Fact, FactKind
from ..lexicon import Lexicon
from ..text.scanning import Scan
from ..text.spans import Claims
from ..text.terms import Mark, Marks, lines_of, longest

_TITLE = re.compile(
    r"《(?P<book>[^《》\n]{1,40})》|[“\"](?P<quote>[^“”\"\n]{1,24})[”\"]|‘(?P<single>[^‘’\n]{1,24})’"
)
_DOCUMENT = re.compile(
    r"[\u4e00-\u9fff]{1,8}[〔\[(【](?:19|20)\d\d[〕\])】]\s*第?\d+号|第\d+号(?:文|令|文件|公告)"
)
_PICTURE = re.compile(r"[“\"]?(?:风景|底色|答卷|姿态|图景|画卷|年华|模样|身影|音符|夕阳|乡愁|声音)|的")
_STOPS = re.compile(r"[,。;!?:\n]")
_PARTS = re.compile(r"[、和与及“”《》了个\d]")
_ABSENT = re.compile(r"(?:未|没|没有|不)参[加与]")
_AFTER_A_MEETING = re.compile("会(?:后|同意|商[议定讨])")
"""座谈会|后, 村民大会|同意: where a meeting ends, no word begins."""
_GAP = (
    r"【[^】\n]{0,40}】|\[(?:待|XX|空)[^\]\n]{0,40}\]|[Xx]{2,}(?:\.[Xx]+)?|\*+|_{2,}|[□○◯〇]{2,}|[?]{2,}"
    r"|(?:(?<![A-Za-z\d\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]))[Xx](?=[个户次家人名亩元件项场期万亿])"
    r"|某(?=[某村镇县市公企局])"
)


def read_gaps(text: str, lexicon: Lexicon, claims: Claims) -> Iterator[Fact]:
    """Read every mark of something unknown: XX, **, 【待补：…】, 不清楚."""
    for found in _gaps(lexicon.unknown).finditer(text):
        if not (claims.touches(*found.span()) or claims.in_word(*found.span())):
            claims.take(found.start(), found.end())
            yield Fact(FactKind.PLACEHOLDER, found.start(), found.end(), found.group())


@lru_cache(maxsize=8)
def _gaps(unknown: tuple[str, ...]) -> Scan:
    first = re.escape("".join(sorted({word[0] for word in unknown})))
    return Scan(rf"[【\[Xx*_□○◯〇?某{first}]", "|".join((_GAP, *map(re.escape, unknown))))


def read_titles(text: str) -> Iterator[Fact]:
    """Read everything in 《》 and in quotation marks. `unit` is 《》 or “”, `subject` what stands inside."""
    for found in _TITLE.finditer(text):
        inside = found["book"] or found["quote"] or found["single"]
        yield Fact(
            FactKind.TITLE,
            found.start(),
            found.end(),
            found.group(),
            unit="《》" if found["book"] else "“”",
            subject=inside,
        )


def read_documents(text: str, claims: Claims) -> Iterator[Fact]:
    """Read document numbers such as 〔2024〕12号 with their issuer."""
    for found in _DOCUMENT.finditer(text) if "号" in text else ():
        claims.take(found.start(), found.end())
        yield Fact(FactKind.DOCUMENT, found.start(), found.end(), found.group(), subject=found.group())


def read_honours(text: str, marks: Marks) -> Iterator[Fact]:
    """Read honours by the noun that names them (先进集体, 示范村.

    二等奖) or the verb that gives them (通报表扬).
    """
    for mark in longest(marks.of("honour_nouns")):
        if mark.word == "最美" and _PICTURE.match(text, mark.end, mark.end + 4):
            continue
        yield Fact(FactKind.HONOUR, mark.start, mark.end, text[mark.start : mark.end], subject=mark.word)


def read_activities(text: str, marks: Marks) -> Iterator[Fact]:
    """Read meetings and activities. `measure` names the kind: 推进会 and 调度会 are one, 党课 another."""
    held = sorted(mark.end for mark in marks.of("holding"))
    found = marks.of("no_activities", "activities")
    meetings = {mark.end for mark in found if mark.end - mark.start > 1 and "activities" in mark.labels}
    for mark in longest_by_end(
        mark
        for mark in found
        if mark.start + 1 not in meetings or not _AFTER_A_MEETING.match(text, mark.start)
    ):
        if "no_activities" in mark.labels:
            continue
        before = text[max(0, mark.start - 14) : mark.start]
        clause = _STOPS.split(before)[-1]
        at = bisect_right(held, mark.start) - 1
        if _ABSENT.search(before):
            continue
        is_held = at >= 0 and held[at] >= mark.start - len(clause)
        yield Fact(
            FactKind.ACTIVITY,
            mark.start,
            mark.end,
            text[mark.start : mark.end],
            measure=" ".join(lines_of(mark.labels, "activities")),
            weak="loose_activities" in mark.labels and not is_held,
            loose="loose_activities" in mark.labels,
            subject=_PARTS.split(clause)[-1],
            unit=mark.word,
        )


def longest_by_end(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that do not overlap.

    Of two that share an end, the longer: 安全生产推进会 ends in 推进会, not in 会.
    """
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (-mark.end, mark.start)):
        if not kept or mark.end <= kept[-1].start:
            kept.append(mark)
    return kept[::-1]
