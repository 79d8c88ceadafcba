"""A denial or a plan of the notes of which nothing is left: 转移46人 没伤着人 told as 转移群众46人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ..finding import Finding
from ..text.leaving_open import MARKED, sizes_in, sizes_of_note
from ..text.open_words import LEFT_OPEN, Says
from ..text.reading import SENTENCE, Reading
from ..trial import Trial
from .open_parts import OpenParts

_DENIES_NOTHING = re.compile(r"没(?:放松|松劲|松过|断过?|少|闲|错|话说|得说|啥好说)|不对(?:$|[,。;])")
_KEPT = LEFT_OPEN & ~(Says.HOPED | Says.ASKED | Says.PUSHED | Says.HALFWAY)
_OTHERWISE = re.compile(
    r"[均皆稳齐满离岗旧绝还]|教(?!育|师)|平[安息]|全(?![年镇县市区省村乡面体])|保(?![险障])|连续|坚持|持平|解决|消除|根治|缓解|化解|通畅|相符|应.尽|[逐笔户村人]{2}|(?<![\d十百千万亿])余"
)
"""What may tell of a denial, be it by a word that means the opposite of what is denied: 没断过 as 始终."""
_SAFE = re.compile(
    "安全(?!生?产?(?:工作|责任|隐患|检查|大检查|知识|教育|宣传|意识|管理|风险|防线|设施|监管|培训|整治|排查|专项|演练|饮水|生产$))"
)
_HARM = re.compile("[事伤亡险灾火淹溺毒]")
"""安全 tells that nobody came to harm, and of no other denial."""
_COMING = re.compile(
    "[将拟正待望盼期要欲需须]|计划|打算|准备|谋划|下步|今后|[之日]前|在[谈建办修审]|中(?=[,。;])|明|后年|推进|阶段|初步|过程|意向"
)
_ALIKE = 3


class _Sentence:
    """A sentence of the prose, asked for what it says only where it tells of something denied or planned."""

    def __init__(self, prose: Reading, found: re.Match[str]) -> None:
        self._prose, self._span, self._text = prose, found.span(), found.group()
        self.signs = frozenset(prose.letters[found.start() : found.end()])
        self.sizes = sizes_in(prose, *self._span)

    @cached_property
    def keeps(self) -> bool:
        """Whether anything is denied or left open, be it in other words."""
        return self._prose.says(*self._span, _KEPT) or _OTHERWISE.search(self._text) is not None

    @cached_property
    def is_safe(self) -> bool:
        """Whether nobody came to harm."""
        return _SAFE.search(self._text) is not None

    @cached_property
    def is_open(self) -> bool:
        """Whether anything is left open, or to come."""
        return self._prose.says(*self._span, LEFT_OPEN) or _COMING.search(self._text) is not None


def check_dropped(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A denial is told when one of the sentences that tell its note denies anything at all.

    Those sentences have a number of the note, three of its telling characters or one of the denial's own.
    """
    notes = trial.notes
    denied = [found.span() for found in opened.stretches if _denies(trial, found)]
    planned = [
        found.span()
        for found, is_open in zip(opened.stretches, opened.are_open, strict=True)
        if is_open and notes.says(*found.span(), MARKED) and not notes.says(*found.span(), Says.DENIES)
    ]
    spans = [*denied, *planned]
    sentences = [_Sentence(trial.prose, one) for one in SENTENCE.finditer(trial.prose.text)] if spans else []
    for start, end in spans:
        is_plan = (start, end) in planned
        if notes.has_gap(start, end):
            continue
        own = notes.signs_of(start, end)
        whole, sizes = notes.signs_of(*notes.line_at(start)), sizes_of_note(notes, start)
        telling = [
            one
            for one in sentences
            if own & one.signs or not sizes.isdisjoint(one.sizes) or len(whole & one.signs) >= _ALIKE
        ]
        harmless = _HARM.search(notes.text, start, end) is not None
        if (
            own
            and telling
            and not any(
                (one.is_open if is_plan else one.keeps) or (harmless and one.is_safe) for one in telling
            )
        ):
            yield trial.missing(start, end)


def _denies(trial: Trial, stretch: re.Match[str]) -> bool:
    return trial.notes.says(*stretch.span(), Says.DENIES) and not _DENIES_NOTHING.search(stretch.group())
