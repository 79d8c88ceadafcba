"""Sealing: facts in notes become markers, so that a model can build sentences around values it never sees.

Guaranteed: putting every marker's text back gives the note again, but for hedges told in office words
(大概90万 is 约90万). A sealed text holds no digit outside public words (PM2.5, 12345), and none of the names.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from bot.facts import Direction, Fact, FactKind, Hedge, Lexicon, read
from bot.writing.model.sealed import Sealed, SealedText, Seals, escaped
from bot.writing.model.shapes import formal, shape_of

_GAP = re.compile(r"【待补[^】]*】")
_SCOPE = r"(?:去年同期|上年同期|去年|上年|前年)"
_MOVE = (
    r"(?:增长|增加|提高|提升|上升|上涨|下降|减少|降低|下滑|回落|压减"
    r"|(?<![新递倍])增|(?<![减加])降|(?<![加])减|(?<![最很不])高|(?<![最不很])低|(?<![最很不])多|(?<![至最很不缺])少)"
    r"(?:了|到|至|为)?"
)
_BEFORE_NUMBER = re.compile(
    rf"(?:(?:同比|环比|(?:比|较){_SCOPE}){_MOVE}|{_SCOPE}|{_MOVE}|(?<![通经])过|超过?|突破|不足|不到|近)$"
)
_BIG = re.compile(r"[万亿千百%％成半]")
"""After 过 a number that is exceeded; 讲过3次 tells how often."""
_BEFORE_DATE = re.compile(r"(?:明年|今年|去年|每年|每月|次年)$")
_AFTER_DATE = re.compile(r"(?:份|底之前|底以前|底前|底|初|中旬|上旬|下旬|之前|以前|前|起)+")
_AFTER_DAY = re.compile(r"[号日](?![常均线])")
_SPOKEN_DAY = re.compile(r"(?<=\d)号")
_NUMBERED_DATE = re.compile(r"\d|[一二三四五六七八九十]+[月日号]")
_DIGITS = re.compile(r"\d[\d.,]*")
_HONOUR_VERB = re.compile(
    r"(?:被[^，。；]{0,8})?(?:评为|评上|获评|荣获|获得|获|授予|表彰为|命名为|认定为|认定)[^，。；]{0,16}$"
)
_NUMBERS = frozenset(
    (FactKind.QUANTITY, FactKind.COUNT, FactKind.PERCENTAGE, FactKind.RATIO, FactKind.RANGE, FactKind.RANK)
)


@dataclass
class Sealer:
    """Seals the texts of one section; ids go on counting."""

    lexicon: Lexicon
    names: Sequence[str]
    public: frozenset[str]
    seals: Seals

    def __post_init__(self) -> None:
        self._ids = (f"F{number}" for number in count(1))

    def seal(self, text: str) -> SealedText:
        """The text with everything locked in it that only the person can know."""
        pieces: list[str | Sealed] = []
        at = 0
        for start, end, fact in _apart(self._spans(text)):
            if start > at:
                pieces.append(text[at:start])
            pieces.append(self._sealed(text[start:end], fact))
            at = end
        if at < len(text):
            pieces.append(text[at:])
        return SealedText(tuple(pieces))

    def _sealed(self, text: str, fact: Fact | None) -> Sealed:
        number = fact is not None and fact.kind in _NUMBERS
        locked = formal(text) if number else text
        if fact is not None and fact.kind is FactKind.DATE:
            locked = _SPOKEN_DAY.sub("日", locked)
        shown = escaped(locked)
        shape = shown if self.seals == "visible" else shape_of(shown, fact)
        if _GAP.fullmatch(text):
            shape = "待补"
        name = fact is None or fact.kind in (
            FactKind.NAME,
            FactKind.TITLE,
            FactKind.DOCUMENT,
            FactKind.HONOUR,
        )
        direction, hedge = (fact.direction, fact.hedge) if fact else (Direction.NONE, Hedge.NONE)
        return Sealed(next(self._ids), locked, shape, number, name, direction, hedge)

    def _spans(self, text: str) -> Iterable[tuple[int, int, Fact | None]]:
        for found in _GAP.finditer(text):
            yield found.start(), found.end(), None
        for fact in read(text, self.lexicon):
            span = self._span(text, fact)
            if span is not None:
                yield *span, fact
        for name in self.names:
            for found in re.finditer(re.escape(name), text):
                yield found.start(), found.end(), None
        fixed = [m for m in self.lexicon.terms.find(text) if "fixed" in m.labels]
        for found in _DIGITS.finditer(text):
            if not any(mark.start <= found.start() and found.end() <= mark.end for mark in fixed):
                after = _AFTER_DAY.match(text, found.end())
                yield found.start(), after.end() if after else found.end(), None

    def _span(self, text: str, fact: Fact) -> tuple[int, int] | None:
        start, end = fact.start, fact.end
        match fact.kind:
            case kind if kind in _NUMBERS:
                if kind is not FactKind.RANK and (
                    fact.text[0] == "半" or (fact.value == 1 and fact.text[0] == "一")
                ):
                    return None
                before = _BEFORE_NUMBER.search(text, max(0, start - 10), start)
                if before and before.group() == "过" and not _BIG.search(fact.text):
                    before = None
                if before is None:
                    before = (
                        _BEFORE_DATE.search(text, max(0, start - 2), start)
                        if text[end : end + 1] in "号日"
                        else None
                    )
                after = _AFTER_DAY.match(text, end) if not fact.unit else None
                return before.start() if before else start, after.end() if after else end
            case FactKind.DATE:
                if not _NUMBERED_DATE.search(fact.text):
                    return None
                if text[end - 1] in "到至":
                    end -= 1
                before = _BEFORE_DATE.search(text, max(0, start - 2), start)
                after = _AFTER_DATE.match(text, end)
                return before.start() if before else start, after.end() if after else end
            case FactKind.PLACEHOLDER | FactKind.DOCUMENT | FactKind.NAME:
                return start, end
            case FactKind.TITLE:
                return None if fact.unit == "“”" and self._is_public(fact.subject) else (start, end)
            case FactKind.HONOUR:
                verb = _HONOUR_VERB.search(text, max(0, start - 26), start)
                return (verb.start(), end) if verb else None
        return None

    def _is_public(self, words: str) -> bool:
        if words in self.public or words in self.lexicon.allowed:
            return True
        return any(mark.word == words for mark in self.lexicon.terms.find(words))


def _apart(spans: Iterable[tuple[int, int, Fact | None]]) -> Iterable[tuple[int, int, Fact | None]]:
    """Spans that do not overlap: of two that do, the longer, then the one that starts first."""
    kept: list[tuple[int, int, Fact | None]] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0], span[2] is None)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span[0])
