"""Verbs and nouns that do not go together: 加强…作用, 创新不断增强."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import ahocorasick

from bot.proofreading.book import BookKey, Pairing
from bot.proofreading.finding import Finding, Severity
from bot.proofreading.reading import Reading

WIDEST = 14
_ENDS = "，。；、！？：）”\n 　"
_JOINED = re.compile(r"(?:[和与及]|以及)[\u4e00-\u9fff]")
_COUNTED = re.compile(r"(?:\d|[XxＸ×*＊]{1,4}[家个件次户份项])")
_LIMIT = re.compile("[，。；、！？：\n]")
_OTHER_VERB = re.compile(
    "有|使|让|把|将|用|以(?!人)|由|被|确保|保证|推动|推进|进行|完成|提供|形成|实现|具有|达到"
)
_DEGREE = re.compile(
    r"(?:也|都|均|得到了?|有了?|有所|不断|进一步|明显|持续|逐步|日益|显著|稳步|更加|大幅|大为|全面|切实|较大|新的?|很大|十分|较为|极大|充分|的){0,4}"
)


def pairings(reading: Reading) -> Iterator[Finding]:
    """A noun with a verb before it that it does not take, or with a predicate it does not have."""
    automaton = _automaton(BookKey(reading.book))
    if automaton is None:
        return
    text = reading.text
    seen: set[tuple[int, int]] = set()
    for last, (word, objects, subjects) in automaton.iter(text):
        end = last + 1
        start = end - len(word)
        found = _object(text, start, end, objects) if _is_end(text, end) else None
        found = found or _predicate(text, start, end, subjects)
        if found is None or any(left <= found[0] < right for left, right in seen):
            continue
        left, right, one = found
        seen.add((left, right))
        rule = "sentences.pairing" if one.severity is Severity.CERTAIN else "sentences.pairing-likely"
        yield reading.finding(rule, left, right, word=word, right="”“".join(one.right[:2]))


def _is_end(text: str, end: int) -> bool:
    rest = text[end : end + 6]
    return not rest or rest[0] in _ENDS or bool(_JOINED.match(rest) or _COUNTED.match(rest))


def _object(text: str, start: int, end: int, pairs: tuple[Pairing, ...]) -> tuple[int, int, Pairing] | None:
    before = _LIMIT.split(text[max(0, start - WIDEST - 4) : start])[-1]
    for one in pairs:
        at, verb = max((before.rfind(verb), verb) for verb in one.wrong)
        if at < 0:
            continue
        between = before[at + len(verb) :].lstrip("了过好")
        if len(between) > WIDEST or any(verb in between for verb in one.right):
            continue
        if any(before[:at].endswith(verb) for verb in one.right) or _OTHER_VERB.search(between):
            continue
        return start - len(before) + at, end, one
    return None


def _predicate(
    text: str, start: int, end: int, pairs: tuple[Pairing, ...]
) -> tuple[int, int, Pairing] | None:
    if not pairs:
        return None
    degree = _DEGREE.match(text, end)
    at = degree.end() if degree else end
    for one in pairs:
        for verb in one.wrong:
            if not text.startswith(verb, at):
                continue
            after = at + len(verb)
            closes = text[after : after + 1] in ("", *_ENDS) or text[after : after + 2] in ("了。", "了，")
            if closes:
                return start, after, one
    return None


@lru_cache(maxsize=4)
def _automaton(same: BookKey) -> Any:
    book = same.book
    words = {word for one in (*book.objects, *book.subjects) for word in one.words}
    if not words:
        return None
    automaton = ahocorasick.Automaton()
    for word in words:
        objects = tuple(one for one in book.objects if word in one.words)
        subjects = tuple(one for one in book.subjects if word in one.words)
        automaton.add_word(word, (word, objects, subjects))
    automaton.make_automaton()
    return automaton
