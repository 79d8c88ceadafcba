"""A character or a word written twice: 园区区企业, 进行进行.

Chinese says much twice on purpose (看看, 户户, 件件), and two words may meet in one character (工作作风).
What is marked needs evidence: one of the two belongs to a known word beside it and the other is left over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.proofreading.book import Proofbook
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_CHINESE = re.compile("[\u4e00-\u9fff]")
_CHAR = re.compile(r"([\u4e00-\u9fff])\1+")
_COUNTED = frozenset("一二三四五六七八九十零〇百千万亿哈呵嘿啊哦")
_WORD = re.compile(r"([\u4e00-\u9fff]{2,4})\1")
_ON_PURPOSE = re.compile(r"[一两二三四五六七八九十每各]|.*[每各着]|(.)[不没了一]\1?$")
"""四个四个, 每村每村, 搞着搞着, 批不批不: said twice."""
_BEFORE = re.compile(r"[\u4e00-\u9fff]*$")
_AFTER = re.compile(r"[\u4e00-\u9fff]*")
_AROUND = 8
_LONGEST = 4
_STRAY, _FUNCTION = 2.0, 1.1
_MORE = 1.5


class _Token(NamedTuple):
    start: int
    end: int


def doubled(reading: Reading) -> Iterator[Finding]:
    """Doubled words; doubled characters of which one is left over."""
    text, book = reading.text, reading.book
    words = frozenset(book.words("reduplicated-words"))
    for match in _WORD.finditer(text):
        opens = text[match.start() - 1 : match.end() - 1] in words
        joined = (
            match.start() and len(match[1]) == 2 and book.knows(text[match.start() - 1 : match.start() + 1])
        )
        if match[1][0] == match[1][-1] or match[1] in words or opens or _ON_PURPOSE.match(match[1]):
            continue
        if not joined or book.knows(match[1]):
            yield reading.finding("words.doubled-word", match.start(), match.end(), fix=match[1])
    repeated = frozenset(book.words("reduplicated"))
    for match in _CHAR.finditer(text):
        char, start, end = match[1], match.start(), match.end()
        if end - start > 2:
            if end - start == 3 and char not in _COUNTED and char not in repeated:
                yield reading.finding("words.doubled", start + 1, end, fix=char)
        elif not words.isdisjoint(_with_neighbours(text, start, end)):
            continue
        elif _is_counted(book, text, start, end):
            yield reading.finding("words.doubled-known", start, end, fix=char)
        elif char in repeated or text[start - 1 : start] == "一" or _paired(text, start, end):
            continue
        elif _is_left_over(book, text, start, end):
            known = char in book.followers or char in book.words("function-characters")
            before = (
                text[start - 1 : start] if char in book.followers and _CHINESE.match(text, start - 1) else ""
            )
            rule = "words.doubled-known" if known else "words.doubled"
            yield reading.finding(rule, start - len(before), end, fix=before + char)


def _with_neighbours(text: str, start: int, end: int) -> set[str]:
    """帮帮忙 after the first character, 通通 and 工会会员 after the one before it."""
    before = max(0, start - 1)
    return {text[before:end], text[start : end + 1], text[before : end + 1]}


def _paired(text: str, start: int, end: int) -> bool:
    """Whether another doubled character stands next to it: 原原本本."""
    after, before = text[end : end + 2], text[max(0, start - 2) : start]
    return (len(after) == 2 and after[0] == after[1]) or (len(before) == 2 and before[0] == before[1])


def _is_counted(book: Proofbook, text: str, start: int, end: int) -> bool:
    """Whether a figure counts what stands twice (5名名), and no word begins with the second (12月月底)."""
    return text[start - 1 : start].isdecimal() and not _begins_a_word(book, text, end - 1)


def _begins_a_word(book: Proofbook, text: str, at: int) -> bool:
    return any(book.knows(text[at : at + size]) for size in range(2, _LONGEST + 1))


def _is_left_over(book: Proofbook, text: str, start: int, end: int) -> bool:
    """Whether one of the two belongs to a word beside it and the other to none.

    Alone between words both are said on purpose (大家聚聚), but for a character of grammar. A name may end
    with the first, where it is one that names end with (清水河河段), and the second may be a verb (笔记记了).
    """
    char = text[start]
    found = _BEFORE.search(text, max(0, start - _AROUND), start)
    before = found.group() if found else ""
    rest = _AFTER.match(text, end, end + _AROUND)
    after = rest.group() if rest else ""
    once, tokens = _cut(book, before + char + after)
    more = _cut(book, before + char + char + after)[0] - once
    at = len(before)
    own = next(token for token in tokens if token.start <= at < token.end)
    grammar = _grammar(book)
    if own.end - own.start == 1:
        return char in grammar and more >= 1
    if more < _MORE:
        return False
    if own.start < at:
        return not (own.end == at + 1 and after[:1] in book.words("complements"))
    if char in book.words("name-ends"):
        return False
    last = _cut(book, before)[1][-1:]
    return all(token.end - token.start > 1 or before[-1] in grammar for token in last)


def _cut(book: Proofbook, text: str) -> tuple[float, list[_Token]]:
    """The text in known words, so that as little as may be stands alone; and how much it is that does."""
    grammar = _grammar(book)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        alone = _FUNCTION if text[end - 1] in grammar else _STRAY
        ways = [(best[end - 1][0] + alone, end - 1)]
        ways += (
            (best[end - size][0] + 1, end - size)
            for size in range(2, min(_LONGEST, end) + 1)
            if book.knows(text[end - size : end])
        )
        best.append(min(ways))
    tokens: list[_Token] = []
    end = len(text)
    while end:
        tokens.append(_Token(best[end][1], end))
        end = best[end][1]
    return best[-1][0], tokens[::-1]


def _grammar(book: Proofbook) -> frozenset[str]:
    return frozenset(book.words("function-characters") + book.words("small-words"))
