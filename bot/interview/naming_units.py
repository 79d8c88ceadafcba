"""A unit sent by itself behind a note whose figure lacks it: 花了1860, and then 元."""

import re

from bot.interview.correction_words import EDGES
from bot.interview.figures import unitless
from bot.interview.told_anew import UNITS
from bot.numerals import worth
from bot.widths import levelled

_BARE = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]{2,})"
_UNIT = re.compile(
    rf"(?:单位)?(?:应该)?是?(?P<number>{_BARE})?(?P<unit>[{UNITS}]{{1,3}}|人民币|块钱)(?:[的吧啊呢哦])?"
)


def with_unit(note: str, said: str) -> str | None:
    """The note with the unit behind its only bare figure, or behind the one it ends in.

    None if the words are no unit, or no figure lacks one. The figure may be told again with it: 1860元.
    """
    told = _UNIT.fullmatch(levelled(said).strip(EDGES))
    plain = levelled(note)
    if told is None or len(plain) != len(note):
        return None
    bare = [one for one in unitless(plain) if re.fullmatch(_BARE, one.number)]
    if bare and bare[-1].end == len(plain.rstrip(EDGES)):
        bare = bare[-1:]
    if len(bare) != 1 or (told["number"] and worth(told["number"]) != worth(bare[0].number)):
        return None
    return note[: bare[0].end] + told["unit"] + note[bare[0].end :]
