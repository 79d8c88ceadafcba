"""Messages of commands in the language of the terminal: English, or Chinese where the locale is Chinese."""

import os
import re
from collections.abc import Mapping
from functools import lru_cache

_HOLE = re.compile(r"\\\{(\w+)\\\}")


def speaks_chinese(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the first locale variable that is set, in the order POSIX gives, begins with zh."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return value.lower().startswith("zh")
    return False


def told(message: str) -> str:
    """The message in the terminal's language; a message nobody has translated stays English."""
    if not speaks_chinese():
        return message
    for pattern, chinese in _catalogue():
        if found := pattern.fullmatch(message):
            return chinese.format_map({name: told(value) for name, value in found.groupdict().items()})
    return message


@lru_cache(maxsize=1)
def _catalogue() -> tuple[tuple[re.Pattern[str], str], ...]:
    from bot.library.located import read_located
    from bot.library.shelf import SHIPPED

    entries: dict[str, str] = read_located(SHIPPED / "chat" / "commands.zh.yaml").data
    return tuple(
        (re.compile(_HOLE.sub(_hole, re.escape(english)), re.DOTALL), entries[english])
        for english in sorted(entries, key=_said, reverse=True)
    )


def _said(english: str) -> int:
    """How many characters of a message are its own: the more, the sooner it is looked at."""
    return len(re.sub(r"\{\w+\}", "", english))


def _hole(found: re.Match[str]) -> str:
    """Lines and counts are digits; anything else is as little as fits."""
    name = found.group(1)
    return rf"(?P<{name}>\d+)" if name in ("line", "n") else rf"(?P<{name}>.+?)"
