"""Fixed phrases with one character wrong or missing: 戒骄戒燥, 乡村振新, 中央八项规定及实施细则."""

from collections.abc import Iterator
from functools import lru_cache

from bot.proofreading.book import BookKey, Proofbook
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

SHORTEST = 4
LONG = 6
NEAR = 45
_INITIALS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LAST_OF_LEVEL_ONE = 0xD7
Anchors = dict[str, tuple[tuple[str, int], ...]]


def slips(reading: Reading) -> Iterator[Finding]:
    """Places that differ from a fixed phrase by one character, outside every phrase that is right.

    A character that sounds or looks like the right one is a slip of the pen. Another inside a long phrase,
    or one left out of it, is asked about; in a short phrase only where it is listed as one to ask about.
    """
    text = reading.text
    asked = frozenset(reading.book.words("asked-phrases"))
    anchors, phrases = _index(BookKey(reading.book))
    groups = reading.book.words("look-alikes")
    right = frozenset(phrases)
    taken: set[int] = set()
    for at in range(len(text) - 1):
        for phrase, offset in anchors.get(text[at : at + 2], ()):
            start = at - offset
            length = len(phrase)
            if start < 0 or text[start : start + length] == phrase or start in taken:
                continue
            window = text[start : start + length]
            spot = _one_wrong(window, phrase)
            if spot is not None and not _inside_right(text, start, spot, right):
                alike = _alike(window[spot], phrase[spot], groups)
                if alike or ((phrase in asked or length >= LONG) and 0 < spot < length - 1):
                    taken.add(start)
                    rule = "words.slip" if alike else "words.slip-maybe"
                    yield reading.finding(rule, start, start + length, fix=phrase)
                continue
            if phrase not in asked and length < LONG:
                continue
            start = at if offset == 0 else at + 2 - (length - 1)
            if start < 0 or start in taken or _part_of_right(text, start, start + length - 1, right):
                continue
            if _one_missing(text, start, phrase):
                taken.add(start)
                yield reading.finding("words.slip-missing", start, start + length - 1, fix=phrase)


def _one_wrong(window: str, phrase: str) -> int | None:
    """The only place at which they differ, if a Chinese character stands there."""
    if len(window) != len(phrase):
        return None
    wrong = [spot for spot, (had, due) in enumerate(zip(window, phrase, strict=True)) if had != due]
    if len(wrong) != 1:
        return None
    had, due = window[wrong[0]], phrase[wrong[0]]
    return wrong[0] if _is_han(had) and _is_han(due) else None


def _one_missing(text: str, start: int, phrase: str) -> bool:
    """Whether the phrase stands there without a character inside, or without its last one at a figure."""
    had = text[start : start + len(phrase) - 1]
    if had == phrase[:-1]:
        return text[start + len(had) : start + len(phrase)].isdigit()
    if had[:1] != phrase[:1] or had[-1:] != phrase[-1:]:
        return False
    return any(
        had == phrase[:gap] + phrase[gap + 1 :] and _is_han(phrase[gap]) and phrase[gap] != phrase[gap - 1]
        for gap in range(1, len(phrase) - 1)
    )


def _inside_right(text: str, start: int, spot: int, right: frozenset[str]) -> bool:
    """Whether the differing character belongs to another phrase that stands there rightly."""
    at = start + spot
    return any(
        text[left : left + length] in right
        for length in range(SHORTEST, 9)
        for left in range(max(0, at - length + 1), at + 1)
    )


def _part_of_right(text: str, start: int, end: int, right: frozenset[str]) -> bool:
    """Whether a longer phrase that is right holds the place: 人居环境治理 holds 人居环境治."""
    return any(
        text[left:last] in right
        for left in range(max(0, start - 2), start + 1)
        for last in range(end, end + 3)
    )


def _alike(had: str, due: str, groups: tuple[str, ...]) -> bool:
    if any(had in group and due in group for group in groups):
        return True
    one, other = _sound(had), _sound(due)
    return one is not None and other is not None and one[0] == other[0] and abs(one[1] - other[1]) <= NEAR


@lru_cache(maxsize=4096)
def _sound(char: str) -> tuple[int, int] | None:
    """The initial and the place of a common character: GB 2312 keeps those in the order of their sound."""
    code = char.encode("gb2312", "ignore")
    if len(code) != 2 or code[0] > _LAST_OF_LEVEL_ONE:
        return None
    place = (code[0] - 0xB0) * 94 + code[1] - 0xA1
    first = sum(1 for initial in _INITIALS if initial.encode("gb2312") <= code)
    return first, place


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@lru_cache(maxsize=4)
def _index(key: BookKey) -> tuple[Anchors, tuple[str, ...]]:
    """Every fixed phrase by its first and its last two characters."""
    book: Proofbook = key.book
    told = {
        right
        for rule in book.wordings
        if rule.id == "words.misspelt"
        for right in rule.pairs.values()
        if right is not None
    }
    loose = frozenset(book.words("loose-phrases"))
    every = (told | set(book.words("fixed-phrases"))) - loose
    phrases = tuple(sorted(phrase for phrase in every if len(phrase) >= SHORTEST and phrase.isalpha()))
    anchors: dict[str, list[tuple[str, int]]] = {}
    for phrase in phrases:
        anchors.setdefault(phrase[:2], []).append((phrase, 0))
        anchors.setdefault(phrase[-2:], []).append((phrase, len(phrase) - 2))
    known = (*phrases, *loose, *book.words("right-neighbours"))
    return {pair: tuple(found) for pair, found in anchors.items()}, known
