"""Units sent by themselves behind a note whose figures lack them: 花了1860, and then 元."""

import re
from collections.abc import Sequence

from bot.interview.correction_words import EDGES
from bot.interview.figures import Figure, unitless
from bot.interview.told_anew import UNITS
from bot.numerals import worth
from bot.widths import levelled

_BARE = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]{2,})"
_UNIT = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{1,8}}?)??(?:单位)?(?:应该)?(?P<all>[都全]+)?(?:[是论按])?(?P<number>{_BARE})?"
    rf"(?P<unit>[{UNITS}]{{1,3}}|人民币|块钱)(?:[的吧啊呢哦])?"
)
_APART = re.compile(r"[，,、；;。\s]+|和(?=.)")


def with_unit(note: str, said: str) -> str | None:
    """The note with units behind its bare figures: the only one, the one it ends in, or all of them.

    None if the words are no units, or do not say which figure lacks which. The figures may be told again
    with them, and what they count: 1860元; 会3次，责任书12份.
    """
    plain, told = levelled(note), list[re.Match[str]]()
    for part in _APART.split(levelled(said).strip(EDGES)):
        if (found := _UNIT.fullmatch(part)) is None:
            return None
        told.append(found)
    if len(plain) != len(note):
        return None
    bare = [one for one in unitless(plain) if re.fullmatch(_BARE, one.number)]
    units = _placed(plain, bare, told)
    for figure, unit in sorted(units, key=lambda placed: -placed[0].end):
        note = note[: figure.end] + unit + note[figure.end :]
    return note if units else None


def _placed(plain: str, bare: Sequence[Figure], told: Sequence[re.Match[str]]) -> list[tuple[Figure, str]]:
    """Which figure gets which unit; nothing where one of the units fits no figure."""
    first = told[0]
    if len(told) == 1 and first["all"]:
        return [(figure, first["unit"]) for figure in bare]
    if len(told) == 1 and not first["name"] and not first["number"]:
        ends = bool(bare) and bare[-1].end == len(plain.rstrip(EDGES))
        meant = bare[-1:] if ends else bare
        return [(figure, first["unit"]) for figure in meant] if len(meant) == 1 else []
    if len(told) == len(bare) and not any(one["name"] or one["number"] for one in told):
        return [(figure, one["unit"]) for figure, one in zip(bare, told, strict=True)]
    placed = []
    for one in told:
        meant = [figure for figure in bare if _is_of(figure, one)]
        if len(meant) != 1:
            return []
        placed.append((meant[0], one["unit"]))
    return placed


def _is_of(figure: Figure, told: re.Match[str]) -> bool:
    """Whether the words tell that figure again, or what it counts."""
    named, number = told["name"], told["number"]
    return (
        bool(named or number)
        and (not number or worth(number) == worth(figure.number))
        and (not named or figure.ahead.endswith(named) or named.endswith(figure.ahead or named + "."))
    )
