"""Takes keys and prompts out of what a server or a library said."""

import re
from collections.abc import Iterable

from pydantic import SecretStr

LONGEST = 240
_ECHO = 8
"""So many characters in a row that also stand in the prompt are the prompt."""
_KEYLIKE = re.compile(r"\b(?:sk|ak|pk)-[\w*.\-]{6,}|\bBearer\s+\S+", re.IGNORECASE)
_SHORTEST_KEY = 4


def scrubbed(text: str, key: SecretStr, prompt: Iterable[str]) -> str:
    """One line of at most LONGEST characters, without the key, its like, or a stretch of the prompt."""
    secret = key.get_secret_value()
    line = text[: 20 * LONGEST]
    if len(secret) >= _SHORTEST_KEY:
        line = line.replace(secret, "***")
    line = _without_echo(_KEYLIKE.sub("***", line), "\n".join(prompt))
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _without_echo(text: str, prompt: str) -> str:
    kept: list[str] = []
    at = 0
    while at < len(text):
        end = at + _ECHO
        if end > len(text) or text[at:end] not in prompt:
            kept.append(text[at])
            at += 1
            continue
        while end < len(text) and text[at : end + 1] in prompt:
            end += 1
        kept.append("…")
        at = end
    return "".join(kept)
