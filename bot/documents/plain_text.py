"""The text of a .txt in the encodings that Windows editors and WeChat write."""

import codecs
import re

from bot.documents.refusals import Refusal, Unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_COMMON = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\t\r\n -~“”‘’…—·]")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
COMMON_SHARE = 0.8
"""How much of a text without any mark must be Chinese, ASCII or Chinese punctuation to be believed."""


def decoded(data: bytes) -> str:
    """UTF-8, UTF-16 (with or without its mark) or GB18030, which includes GBK and GB2312. Else Unreadable."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(_tried(data, name))
    candidates = (_tried(data, name) for name in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"))
    for text in candidates:
        if text is not None and not _NOT_TEXT.search(text) and _share(text) >= COMMON_SHARE:
            return text
    return _checked(_tried(data, "utf-8"))


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None) -> str:
    if text is None or _NOT_TEXT.search(text):
        raise Unreadable(Refusal.NOT_TEXT)
    return text


def _share(text: str) -> float:
    return len(_COMMON.findall(text)) / max(len(text), 1)
