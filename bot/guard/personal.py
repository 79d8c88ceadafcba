"""Finding personal numbers, names and addresses in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.guard.rules import PersonalWords

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "  # noqa: SIM905
    "50 51 52 53 54 61 62 63 64 65 71 81 82".split()
)
_RUN = re.compile(r"(?<![\dA-Za-z])\d(?:[ \-]?\d){13,18}(?:[ \-]?[Xx])?(?![\dA-Za-z])")
_MOBILE = re.compile(
    r"(?<![\d.])(?:(?:\+|00)?86[ \-]?)?1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}"
    r"(?!\d|\.\d|\s*[元万亿户人次吨度斤亩千瓦])"
)
_LANDLINE = re.compile(r"(?<![\d.])(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3})[ \-－]?[2-9]\d{6,7}(?!\d)")
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}")
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])(?:E[A-HJ-NP-Z]\d{7}|[EGDSPH]\d{8})(?![A-Za-z0-9])")
_NUMBER = r"[0-9０-９一二三四五六七八九十百甲乙丙丁东西南北]{1,5}"
_HOUSE = rf"{_NUMBER}(?:号|室|栋|幢|座|单元|门|组)"


@dataclass(frozen=True, slots=True)
class Personal:
    """Something personal in a text: its kind and where it stands."""

    kind: str
    start: int
    end: int


def personal(text: str, words: PersonalWords) -> list[Personal]:
    """Everything personal in a text, in order and without overlaps; where two overlap the longer stays."""
    found = sorted(_all(text, words), key=lambda one: (one.start, -one.end))
    kept: list[Personal] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _all(text: str, words: PersonalWords) -> Iterator[Personal]:
    for run in _RUN.finditer(text):
        if kind := _long_number(re.sub(r"[ \-]", "", run.group())):
            yield Personal(kind, run.start(), run.end())
    for kind, pattern in (
        ("mobile", _MOBILE),
        ("landline", _LANDLINE),
        ("mail", _MAIL),
        ("passport", _PASSPORT),
        *_of(words),
    ):
        for found in pattern.finditer(text):
            group = 1 if pattern.groups else 0
            yield Personal(kind, found.start(group), found.end(group))


@lru_cache(maxsize=4)
def _patterns(
    surnames: str, roles: tuple[str, ...], lives: tuple[str, ...], plates: str
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    role = "|".join(map(re.escape, sorted(roles, key=len, reverse=True)))
    live = "|".join(map(re.escape, sorted(lives, key=len, reverse=True)))
    # A name ends before a word that goes on; two or three signs, or 某 in their place.
    after = r"$|[，,。；;、：:（(\s]|的|反映|来访|家|住|因|等|要求|患|被|女士|先生|同志|电话|身份证"
    name = rf"[{surnames}](?:某某?|[\u4e00-\u9fff]{{1,2}}?(?={after})|[×xX*＊]{{1,2}})"
    return (
        (
            "plate",
            re.compile(rf"(?<![A-Za-z0-9])[{plates}][A-HJ-NP-Z][·・. ]?[A-HJ-NP-Z0-9]{{5,6}}(?![A-Za-z0-9])"),
        ),
        ("name", re.compile(rf"(?:{role})(?:[：:]|是|叫)?({name})")),
        (
            "address",
            re.compile(rf"(?:{live})[：:]?\s*((?:[\u4e00-\u9fff]|\d){{0,24}}?{_HOUSE}(?:\s*{_HOUSE})*)"),
        ),
    )


def _of(words: PersonalWords) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns(words.surnames, words.roles, words.lives, words.plates)


def _long_number(digits: str) -> str:
    """What a long number is: an identity number, a bank card, or nothing personal."""
    if is_identity(digits):
        return "identity"
    return "card" if is_card(digits) else ""


def is_identity(number: str) -> bool:
    """A valid resident identity number: 18 characters with the check of GB 11643, or 15 of the old kind."""
    number = number.upper()
    if number[:2] not in _PROVINCES:
        return False
    if len(number) == 15 and number.isdecimal():
        return _is_date(f"19{number[6:12]}")
    if len(number) != 18 or not number[:17].isdecimal() or not _is_date(number[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return number[17] == _CHECKS[total % 11]


def is_card(number: str) -> bool:
    """A bank card's number: 16 to 19 digits that pass Luhn's check, and not all the same."""
    if not (16 <= len(number) <= 19 and number.isdecimal() and number[0] in "3456") or len(set(number)) == 1:
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_date(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= born.year <= 2099
