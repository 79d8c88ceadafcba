"""What a stretch of the notes leaves open: it denies, it plans, or it tells of something still going on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .open_words import Says
from .reading import EMPTY, Reading

MARKED = Says.AHEAD | Says.GOING | Says.ASKED
"""What a stretch that plans, or tells of something still going on, says of itself."""
_UNFINISHED, _LEFT_OPEN = Says.DENIES | Says.STILL, MARKED | Says.DENIES
OVER = re.compile(r"了(?!解)|(?<![能没未可要])完(?!善)|好(?=$|[,。;])|已|过(?=$|[,。;])")
_ENDS_DENYING = re.compile("(?:没有?|[未无不])[给搞做办再有过是让要出]?$")
_SAYS_ONLY_THAT = re.compile(
    "(?:[还也都就]|现在|目前|至今|一直)*(?:没|未|不(?!对)|无|计划|准备|打算|想|拟|正?在)"
)
_SILENT = (
    frozenset(
        "要搞弄啥那去说看给做办让他她它们里头后来会能可以还有没不在好多些很就都叫怎么啊呢吧嘛哦对了呗趟再跟把被用和上下来去这块方面边我你咱自己正已拟"
        "卡计划打算准备明年尚未仍全部个的目前也只嗯争取想力"
    )
    | EMPTY
)
_TWICE = re.compile("没有?(?:一[个家件户人例])?不(?P<what>[合达及到][\u4e00-\u9fff])")
LATE = re.compile("才[补办交签改装修到开]|后来[才也都]?[补办交签改装修]|补[上了办齐]")
TOLD_LATE = re.compile("才(?:予以?)?[补办交签改装修]|补[办齐交签]|延迟|逾期|滞后|事后")
"""What was not done in time, and done."""
CONCEDES = re.compile("虽|尽管")
UNFULFILLED = re.compile("[未没][能曾得]|[仍尚]未|至今[未没]")
"""What a clause says in vain that follows a 虽."""
_HARDLY_ANY = re.compile("没[^,。;\n]{0,4}?几[个次回天人户趟场家条]|没多少|没怎么")
_FEW = re.compile("[较偏很极甚]少|不多|有限|寥寥|稀少|不足|不够")
_NOT_ANY_MORE = re.compile(
    "[不没](?:再|那么|怎么|太|大|人)?(?P<what>[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{0,2}(?:了|[,。;\n]|$))"
)
_RELIEF = re.compile(
    "[^,。;没未不]{0,4}(?:现象|状况|情况|局面|问题|难题|矛盾)[^,。;没未不]{0,6}"
    "(?:解决|缓解|改善|化解|消除|扭转|破解|根治|好转|杜绝)"
)
_NO_SIZES = frozenset[Decimal]()
_SHARED, _HEAD, _BEGINNING, _BRIEF = 2, 7, 3, 10
NOTHING_HAPPENED = re.compile("没有?出(?:事|过?问题|乱子|岔子)|没事|没发生|平安无事|没[闹惹]")
"""Who says so denies whatever could have happened."""


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A stretch of the notes between commas and blanks, and what it is about.

    `is_marked`: it says itself that it is open; else the head of its line does (明年：…). `own` is what a
    stretch that had to be joined with another told itself: whoever tells of the part has that. `around` are
    the numbers of its own note: a clause of the prose that has only numbers of other notes tells of something
    else. None where that must not be asked.
    """

    text: str
    about: frozenset[str]
    sizes: frozenset[Decimal]
    is_denied: bool
    is_marked: bool
    own: frozenset[str] = frozenset()
    around: frozenset[Decimal] | None = None


def open_part(notes: Reading, found: re.Match[str]) -> OpenPart | None:
    """The open stretch of the notes, None where it tells of too little, or of what is not known."""
    start, end = found.span()
    if notes.has_gap(start, end):
        return None
    signs, own = about(notes, start, end), frozenset[str]()
    if len(signs) < _SHARED:
        own = signs
        start, end = _with_what_it_says_of(notes, start, end, bool(own))
        signs = about(notes, start, end)
    if len(signs) < _SHARED:
        return None
    text = notes.text[start:end]
    sizes = sizes_in(notes, start, end) or _counted_before(notes, start)
    denied = notes.says(start, end, Says.DENIES)
    marked = notes.says(start, end, _LEFT_OPEN)
    return OpenPart(text, signs, sizes, denied, marked, own, sizes_of_note(notes, start))


def _with_what_it_says_of(notes: Reading, start: int, end: int, tells: bool) -> tuple[int, int]:
    """A stretch too short to say what it leaves open, with the one before it, or after it: 尾水湿地 计划做.

    A stretch that ends with its denial speaks of what follows: 没有 乱收费.
    """
    before, after = notes.clause_at(max(0, start - 2)), notes.clause_at(min(len(notes.text), end + 1))
    follows = notes.text[end : end + 1] == "," and 1 < after.end - after.start <= _BRIEF
    leads = notes.text[start - 1 : start] == "," and 1 < before.end - before.start <= _BRIEF
    if follows and (_ENDS_DENYING.search(notes.text, start, end)):
        return start, after.end
    if (
        not leads
        or sizes_in(notes, before.start, before.end)
        or not _SAYS_ONLY_THAT.match(notes.text, start, end)
    ):
        return start, end
    return (
        (start, end)
        if not tells and OVER.search(notes.text, before.start, before.end)
        else (before.start, end)
    )


def is_open(notes: Reading, start: int, end: int) -> bool:
    """Whether a stretch of the notes denies, plans, or tells of something still going on."""
    if notes.says(start, end, _UNFINISHED):
        return True
    line = notes.line_at(start)[0]
    marked = notes.says(start, end, MARKED) or notes.says(line, line + _HEAD, Says.AHEAD)
    return marked and not OVER.search(notes.text[start:end])


def is_denied_twice(said: str, told: str) -> bool:
    """Whether notes deny that something is not so, and prose tells it as so: 没有不合格的, 全部合格."""
    found = _TWICE.search(said)
    return found is not None and found["what"] in told and f"不{found['what']}" not in told


def is_relieved(said: str, told: str) -> bool:
    """Whether prose tells without a denial what notes deny: 不堵了 as 拥堵得到缓解, 没去几回 as 次数较少."""
    if (_HARDLY_ANY.search(said) and _FEW.search(told)) or (LATE.search(said) and TOLD_LATE.search(told)):
        return True
    denied = {found["what"] for found in _NOT_ANY_MORE.finditer(said)}
    return any(sign in denied and _RELIEF.match(told, at) for at, sign in enumerate(told, 1))


def sizes_of_note(notes: Reading, start: int) -> frozenset[Decimal]:
    """The numbers of the note that a place stands in."""
    return sizes_in(notes, *notes.line_at(start))


def about(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The characters of a span that tell what it is about."""
    return frozenset(reading.letters[start:end]) - _SILENT - reading.foreign


def sizes_in(reading: Reading, start: int, end: int) -> frozenset[Decimal]:
    """The values of the numbers in a span."""
    facts = reading.facts_in(start, end)
    return frozenset([fact.size for fact in facts if fact.value is not None]) if facts else _NO_SIZES


def _counted_before(notes: Reading, start: int) -> frozenset[Decimal]:
    """What the clause before begins with counting: 剩6条是搬迁的, of which 没整改完 speaks."""
    before = notes.clause_at(max(0, start - 2))
    if before.end + 1 != start or notes.text[before.end] != ",":
        return frozenset()
    return sizes_in(notes, before.start, before.start + _BEGINNING)
