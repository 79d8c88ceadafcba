"""Brief notes and brief prose: how every stretch of the one and every clause of the other leaves things.

Where there are few clauses, one cannot be mistaken for another, so that no shared words are needed: it is
enough to count what each text leaves open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..text.open_words import LEFT_OPEN, Says
from ..text.standing import Standing
from ..trial import Trial
from .open_parts import OpenParts

Span = tuple[int, int]

_MOST = 6
"""So many clauses at most are brief."""
_TOLD_NOT_SO = Says.DENIES | Says.SLIGHTLY | Says.REFUSES | Says.PREVENTS | Says.STILL | Says.SHORT
_TO_COME = Says.STILL | Says.AHEAD | Says.GOING | Says.ASKED
_TOLD_OPEN = LEFT_OPEN & ~(Says.KEEPS | Says.HALFWAY | Says.PUSHED)
_NO_HARM = re.compile(
    "没(?:[漏少误伤事耽欠拖断差错丢闲停乱闹惹红]|落下|出[事过问乱岔一]|有?一|再|花|[收要].{0,3}[钱费分]|什么大|问题|发生|发现)"
    "|(?<![有另那这剩第十百几的])[一半][个户人家例起分件次条][都也]?[没不]|不[愁怕欠差缺用错少拖再仅但]"
    "|没[^,。]{0,5}[一任何][个户人家例起分]|没有?[人谁户家一]?.?不|不是|没.*[投怨抱事]|没有?[^,。]{1,5}的(?=$|[,。;\n])"
    "|[没不未][再用]?[停断关堵塌漏缺挤吵闹乱脏臭]"
)
"""没伤人, 一户没落下, 没有不满意的: what comes to something good may be told without a denial."""
_STILL_DOES = re.compile("仍(?=继续|正常|予|发生|有进|坚持|旧?开展|实施|举办|组织|获|如期)")
_DENIAL = re.compile("[未没无不难拒缺]")
_DONE = re.compile("[了过]")
_SEEMS = "差不多"
_EMPTY = frozenset("了着在下上那这还只就没先不掉一个办训搞弄做修干开到来装种拆建住有再光回半")
_OVER = frozenset(("如期", "已", "顺利", "成功", "圆满", "按期"))


@dataclass(frozen=True)
class Brief:
    """A trial of few clauses. Spans are stretches of the notes, or clauses of the prose."""

    trial: Trial
    stretches: list[Span]
    clauses: list[Span]

    @cached_property
    def given(self) -> Standing:
        """The words of the notes that say how something stands."""
        return Standing(self.trial.notes.text, self.trial.notes.lists["standing"])

    @cached_property
    def told(self) -> Standing:
        """Those of the prose."""
        return Standing(self.trial.prose.text, self.trial.prose.lists["standing"])

    @cached_property
    def harmless(self) -> list[Span]:
        """The stretches that deny only harm, or an exception."""
        return [
            one
            for one in self.stretches
            if self._denies(one) and _NO_HARM.search(self.trial.notes.text, *one)
        ]

    @cached_property
    def denied(self) -> list[Span]:
        """The other stretches that deny something, or say that it has come to a halt."""
        return [
            one
            for one in self.stretches
            if one not in self.harmless and (self._denies(one) or self.given.says("halted", *one))
        ]

    @cached_property
    def open(self) -> list[Span]:
        """Those, and the stretches that plan, promise, or know by hearsay."""
        return [
            one
            for one in self.stretches
            if one in self.denied
            or (
                one not in self.harmless
                and not _DONE.search(self.trial.notes.text, *one)
                and (
                    self.trial.notes.says(*one, _TO_COME)
                    or self.given.says("promised", *one)
                    or self.given.says("heard", *one)
                )
            )
        ]

    @cached_property
    def told_denied(self) -> list[Span]:
        """The clauses that deny something, in whatever way."""
        return [one for one in self.clauses if self._is_told_denied(one)]

    @cached_property
    def told_open(self) -> list[Span]:
        """Those, and the clauses that leave anything open."""
        return [one for one in self.clauses if one in self.told_denied or self._is_told_open(one)]

    @cached_property
    def told_whole(self) -> list[Span]:
        """Those that deny something, and the clauses that say that nothing was amiss."""
        return [one for one in self.clauses if one in self.told_denied or self.told.says("whole", *one)]

    def _denies(self, stretch: Span) -> bool:
        notes = self.trial.notes
        return any(
            _SEEMS not in notes.text[max(0, start - 1) : end + 1]
            for start, end in notes.open_words.spans(*stretch, Says.DENIES)
        )

    def _is_told_denied(self, clause: Span) -> bool:
        prose, told = self.trial.prose, self.told
        text = prose.text[slice(*clause)]
        if _STILL_DOES.search(text) or (self.goes_on(clause) and not _DENIAL.search(text)):
            return False
        if told.says("partly", *clause) and not (_DENIAL.search(text) or told.says("denied", *clause)):
            return False
        if not self._halts.isdisjoint(text):
            return True
        if told.says("rest", *clause) and self._leaves_rest and not _ALSO.search(text):
            return True
        return any(
            prose.says(start, end, Says.DENIES) or not self._is_given_otherwise(prose.text[start:end])
            for start, end in (
                *prose.open_words.spans(*clause, _TOLD_NOT_SO),
                *told.spans("denied", *clause),
            )
        )

    def _is_given_otherwise(self, word: str) -> bool:
        """Whether the notes have a word that denies where they leave nothing open, or inside a denial."""
        notes = self.trial.notes
        if _DENIAL.search(word):
            return False
        return any(
            word in notes.text[slice(*one)]
            for one in self.stretches
            if one not in self.open or notes.says(*one, Says.DENIES)
        )

    def _is_told_open(self, clause: Span) -> bool:
        prose, told, notes = self.trial.prose, self.told, self.trial.notes
        words = [
            prose.text[start:end]
            for start, end in prose.open_words.spans(*clause, _TOLD_OPEN)
            if not _STILL_DOES.match(prose.text, start)
        ]
        words += [*told.words("denied", *clause), *told.words("open", *clause)]
        if not _OVER.isdisjoint(told.words("sure", *clause)):
            ahead = set(notes.saying(0, len(notes.text), Says.AHEAD))
            return not ahead.issuperset(words)
        return bool(words)

    def goes_on(self, clause: Span) -> bool:
        """Whether a clause says that something goes on: not by its first word, with which fillers begin."""
        return any(start > clause[0] or word in _AT_ONCE for start, word in self._going(clause))

    def comes_to(self, halted: Span) -> bool:
        """Whether the prose has a character of a word by which the notes say that something halted."""
        signs = frozenset(self.trial.notes.text[slice(*halted)]) - _EMPTY
        return not signs.isdisjoint(self.trial.prose.text)

    def is_heading(self, clause: Span) -> bool:
        """Whether a clause only says what its sentence is about: 稳步推进林权证补发."""
        order = self.clauses.index(clause)
        clauses = self.trial.prose.clauses
        first = not order or clauses[order].sentence != clauses[order - 1].sentence
        return first and any(start == clause[0] for start, _ in self.told.spans("heading", *clause))

    def _going(self, clause: Span) -> list[tuple[int, str]]:
        spans = self.told.spans("goes_on", *clause)
        text = self.trial.prose.text
        return [(start, text[start:end]) for start, end in spans if text[start - 1] not in _TO_DO]

    @cached_property
    def _halts(self) -> frozenset[str]:
        """The characters of the words by which the notes say that something has come to a halt."""
        return frozenset("".join(self.given.words("halted"))) - _EMPTY

    @cached_property
    def _leaves_rest(self) -> bool:
        return any(sign in self.trial.notes.text for sign in "剩差欠")


_ALSO = re.compile("(?:其余|剩余|余下|仍有|尚有|还有).*[也均已]")
_TO_DO = frozenset("需须将应要")
_AT_ONCE = frozenset(("一直", "照常", "照旧"))


def brief(trial: Trial, opened: OpenParts) -> Brief | None:
    """The trial, if both its texts are brief."""
    if len(trial.notes.clauses) > _MOST or len(trial.prose.clauses) > _MOST:
        return None
    return Brief(
        trial,
        [found.span() for found in opened.stretches],
        [(clause.start, clause.end) for clause in trial.prose.clauses],
    )
