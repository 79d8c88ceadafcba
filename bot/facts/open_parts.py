"""What the notes leave open (denied, planned, going on), and how much a clause of the prose tells of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain, compress

from .context import telling
from .reading import EMPTY, Clause, Reading
from .trial import Trial

DENIED = re.compile(
    r"没(?!收)|未(?!来|必|成年|雨)|无(?!偿|害|人机|缝|形|障碍|线|证|主|房|职|力|私|核|纺|一)|莫(?!大)"
    r"|不(?!到|足|少|等|同|断|仅|过|超|低于|高于|多|光|止|错|久|含|管|论|锈|良|动产|行了|舒服|了情|太平|能|要|好|算|合格|够|得)"
)
_PLANNED = re.compile(
    r"打算|计划(?!生育|投资)|准备(?!金)|拟(?!定)|想(?=[把要再搞建办报修弄])|争取(?!了|到)|力争|明年|下一步|下步|接下来|来年|预备|年后|明后年"
    r"|(?<![接招对优])待(?![遇业人着在])|等着|等(?=[批钱省市县上动审开验通装定]|[^,。;等]{1,4}(?:批|资金|配件|下来))|就等|\d[月日年号]底?[^,。;]{0,3}能"
)
_GOING = re.compile(
    r"正在|(?<![现所存])(?<!是.)(?<!是..)(?<!是...)在(?=[改办搞修建谈整弄核查装跑做审批挖拆走报申催打铺施调编评对争接找写拟招等]|办理|路上|推进)|还在|在建|报批|审批|意向|申报"
    r"|想来|卡[在住着]"
)
_OVER = re.compile(r"了(?!解)|完(?!善)|好(?=$|[,。;])|已|过(?=$|[,。;])")
_AHEAD = re.compile("明年|来年|下一步|下步|今后|打算|计划|后年|新的一年")
_POINT = re.compile(r"(?:第?[一二三四五六七八]|其[一二三四五])(?:是|要|,|、)|再次|最后")
_ENDS_DENYING = re.compile("(?:没有?|[未无不])[给搞做办再有过是让要出]?$")
_SAYS_ONLY_THAT = re.compile(
    "(?:[还也都就]|现在|目前|至今|一直)*(?:没|未|不(?!对)|无|计划|准备|打算|想|拟|正?在)"
)
_SPACES = re.compile(r"[^ \u3000]+")
_SILENT = (
    frozenset(
        "要搞弄啥那去说看给做办让他她它们里头后来会能可以还有没不在好多些很就都叫怎么啊呢吧嘛哦对了呗趟再跟把被用和上下来去这块方面边我你咱自己正已拟"
        "卡计划打算准备明年尚未仍全部个的目前也只嗯争取想力"
    )
    | EMPTY
)
_SHARED, _HEAD, _BEGINNING, _SIZE_WEIGHT, _BRIEF = 2, 7, 3, 1.5, 10


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A stretch of the notes between commas and blanks, and what it is about.

    `elsewhere` are the numbers that only other notes have. `is_marked`: it says itself that it is open; else
    the head of its line does (明年：…). `own` is what a stretch that had to be joined with another told
    itself: whoever tells of the part has that.
    """

    text: str
    about: frozenset[str]
    sizes: frozenset[Decimal]
    elsewhere: frozenset[Decimal]
    is_denied: bool
    is_marked: bool
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a clause of the prose tells of an open part: its rarer characters count more."""

    much: float
    shared: frozenset[str]
    order: int


class OpenParts:
    """The open parts of the notes, and the clauses of the prose with what each is about."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self.clauses = trial.prose.clauses

    @cached_property
    def stretches(self) -> list[re.Match[str]]:
        """The stretches of the notes between commas and blanks."""
        notes = self._trial.notes
        return [
            found
            for clause in notes.clauses
            for found in _SPACES.finditer(notes.text, clause.start, clause.end)
        ]

    @cached_property
    def are_open(self) -> list[bool]:
        """Of every stretch, whether it leaves something open."""
        return [_is_open(found) for found in self.stretches]

    @cached_property
    def closed(self) -> list[str]:
        """The stretches of the notes that leave nothing open."""
        both = zip(self.stretches, self.are_open, strict=True)
        return [found.group() for found, is_open in both if not is_open]

    @cached_property
    def of_open_parts(self) -> list[tuple[OpenPart, list[Likeness]]]:
        """Every open part of the notes with the clauses that share two characters and more with it."""
        return [
            (part, self.of(part))
            for found in compress(self.stretches, self.are_open)
            if (part := _open_part(self._trial.notes, found)) is not None
        ]

    @cached_property
    def texts(self) -> list[str]:
        """The clauses as they are written."""
        return [self._trial.prose.text[clause.start : clause.end] for clause in self.clauses]

    @cached_property
    def _signs(self) -> list[frozenset[str]]:
        return [telling(self._trial.prose, clause.start, clause.end) for clause in self.clauses]

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(chain.from_iterable(self._signs))

    @cached_property
    def affirmed(self) -> list[frozenset[str]]:
        """The characters of every stretch of the notes that leaves nothing open."""
        return list(map(frozenset, self.closed))

    def of(self, part: OpenPart) -> list[Likeness]:
        """Every clause of the prose that shares two characters and more with a part."""
        found: list[Likeness] = []
        for order, signs in enumerate(self._signs):
            shared = part.about & signs
            if len(shared) >= _SHARED and part.own <= (
                shared | (part.about if len(part.own) >= _SHARED else shared)
            ):
                much = sum(self._spread[sign] ** -0.5 for sign in shared)
                if sizes := _sizes(self._trial.prose, *self.clauses[order][:2]):
                    if sizes.isdisjoint(part.sizes) if part.sizes else sizes <= part.elsewhere:
                        continue
                    much += _SIZE_WEIGHT if part.sizes else 0
                found.append(Likeness(much, shared, order))
        return found

    def neighbours(self, order: int) -> list[int]:
        """The clauses beside one, in its sentence."""
        sentence = self.clauses[order].sentence
        beside = (order - 1, order + 1)
        return [at for at in beside if 0 <= at < len(self.clauses) and self.clauses[at].sentence == sentence]


def _open_part(notes: Reading, found: re.Match[str]) -> OpenPart | None:
    """The open stretch of the notes, None where it tells of too little."""
    start, end = found.span()
    signs, own = about(notes, start, end), frozenset[str]()
    if len(signs) < _SHARED:
        own = signs
        start, end = _with_what_it_says_of(notes, start, end, bool(own))
        signs = about(notes, start, end)
    if len(signs) < _SHARED:
        return None
    text = notes.text[start:end]
    sizes = _sizes(notes, start, end) or _counted_before(notes, start)
    denied = DENIED.search(text) is not None
    elsewhere = sizes_elsewhere(notes, start)
    return OpenPart(text, signs, sizes, elsewhere, denied, denied or is_marked(text), own)


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
        or _sizes(notes, before.start, before.end)
        or not _SAYS_ONLY_THAT.match(notes.text, start, end)
    ):
        return start, end
    return (
        (start, end)
        if not tells and _OVER.search(notes.text, before.start, before.end)
        else (before.start, end)
    )


def _is_open(part: re.Match[str]) -> bool:
    """Whether a stretch of the notes denies, plans, or tells of something still going on."""
    text = part.group()
    line = part.string.rfind("\n", 0, part.start()) + 1
    if _PLANNED.search(part.string, line, line + _HEAD) and not _OVER.search(text):
        return True
    return bool(DENIED.search(text)) or (is_marked(text) and not _OVER.search(text))


def is_ahead(trial: Trial, clause: Clause) -> bool:
    """Whether a clause of the prose tells of what is to come, and does not say 已.

    It does where its sentence says so, and where it is one of the points (第一, 二是) that follow such a one.
    """
    text = trial.prose.text
    if re.search("[已并均]", text[clause.start : clause.end]):
        return False
    line = text.rfind("\n", 0, clause.start) + 1
    begun = max(text.rfind("。", 0, clause.start) + 1, line)
    if begun > line and _POINT.match(text, begun):
        begun = line
    return _AHEAD.search(text, begun, clause.end) is not None


def sizes_elsewhere(notes: Reading, start: int) -> frozenset[Decimal]:
    """The numbers that only other notes have than the one a stretch begins in."""
    line, end = notes.text.rfind("\n", 0, start) + 1, notes.text.find("\n", start)
    here = _sizes(notes, line, len(notes.text) if end < 0 else end)
    return frozenset(fact.size for fact in notes.numbers) - here


def about(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The characters of a span that tell what it is about."""
    return frozenset(reading.text[start:end]) - _SILENT - reading.foreign


def _sizes(reading: Reading, start: int, end: int) -> frozenset[Decimal]:
    return frozenset(fact.size for fact in reading.facts_in(start, end) if fact.is_number)


def _counted_before(notes: Reading, start: int) -> frozenset[Decimal]:
    """What the clause before begins with counting: 剩6条是搬迁的, of which 没整改完 speaks."""
    before = notes.clause_at(max(0, start - 2))
    if before.end + 1 != start or notes.text[before.end] != ",":
        return frozenset()
    return _sizes(notes, before.start, before.start + _BEGINNING)


def is_marked(text: str) -> bool:
    """Whether a stretch says itself that it plans, or that something is still going on."""
    return bool(_PLANNED.search(text) or _GOING.search(text))
