"""A character or a word written twice: 园区区企业, 进行进行."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_CHAR = re.compile(r"([\u4e00-\u9fff])\1+")
_COUNTED = frozenset("一二三四五六七八九十零〇百千万亿哈呵嘿啊哦")
_WORD = re.compile(r"([\u4e00-\u9fff]{2,4})\1")


def doubled(reading: Reading) -> Iterator[Finding]:
    """Doubled words; doubled characters whose second cannot begin the next word."""
    text, book = reading.text, reading.book
    repeated = frozenset(book.words("reduplicated"))
    words = frozenset(book.words("reduplicated-words"))
    for match in _WORD.finditer(text):
        each = match[1][0] in "每各一" or "每" in match[1] or "各" in match[1]
        opens = text[match.start() - 1 : match.end() - 1] in words
        if match[1][0] != match[1][-1] and match[1] not in words and not each and not opens:
            yield reading.finding("words.doubled-word", match.start(), match.end(), fix=match[1])
    for match in _CHAR.finditer(text):
        char, start, end = match[1], match.start(), match.end()
        if end - start > 2:
            if end - start == 3 and char not in _COUNTED:
                yield reading.finding("words.doubled", start + 1, end, fix=char)
            continue
        if char in repeated or text[start - 1 : start] == "一":
            continue
        if _paired(text, start, end):
            continue
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if start >= 1 and text[start - 1 : start + 1] + text[start + 1 : end + 1] in words:
            continue
        followers = book.followers.get(char)
        if followers is not None and after and after not in followers:
            yield reading.finding("words.doubled-known", max(0, start - 1), end, fix=before + char)
        elif followers is None and char in book.words("function-characters"):
            yield reading.finding("words.doubled-known", start, end, fix=char)
        elif followers is None:
            yield reading.finding("words.doubled", start, end, fix=char)


def _paired(text: str, start: int, end: int) -> bool:
    """Whether another doubled character stands next to it: 原原本本."""
    after, before = text[end : end + 2], text[max(0, start - 2) : start]
    return (len(after) == 2 and after[0] == after[1]) or (len(before) == 2 and before[0] == before[1])
