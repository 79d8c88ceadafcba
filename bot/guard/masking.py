"""Masking what is personal before a text leaves the machine, and putting it back afterwards."""

import re
from collections.abc import Iterable, Iterator

from bot.guard.personal import personal
from bot.guard.rules import PersonalWords

_OPEN, _CLOSE = r"[〔\[［【(（「]\s*", r"\s*[〕\]］】)）」]"

_MARKED = re.compile(r"(⟦[A-Z]+\d+：)[^⟦⟧]*(⟧)")
"""Words that a prompt shows with a mark around them, ⟦F1：320户⟧."""


class Masks:
    """Masks for one conversation: the same thing gets the same mask in every text, and `restore` undoes it.

    A mask says what kind of thing it hides, 〔手机号1〕, and looks like nothing in the texts themselves.
    """

    def __init__(self, words: PersonalWords) -> None:
        self._words = words
        self._masks: dict[str, str] = {}
        self._taken: set[str] = set()

    def mask_all(self, texts: Iterable[str]) -> list[str]:
        """The texts with everything personal in them masked."""
        every = list(texts)
        for text in every:
            self._taken.update(re.findall(r"〔[^〔〕]{1,8}〕", text))
        return [self._mask(text) for text in every]

    def _mask(self, text: str) -> str:
        out, at = [], 0
        for start, end, kind in self._found(text):
            out += [text[at:start], self._mask_of(text[start:end], kind)]
            at = end
        return "".join([*out, text[at:]])

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Everything personal, also where marks stand around parts of it: each part by itself then."""
        marks = [spot for found in _MARKED.finditer(text) for spot in (found.span(1), found.span(2))]
        if not marks:
            yield from ((one.start, one.end, one.kind) for one in personal(text, self._words))
            return
        inside = {spot for start, end in marks for spot in range(start, end)}
        places = [spot for spot in range(len(text)) if spot not in inside]
        plain = "".join(text[spot] for spot in places)
        for one in personal(plain, self._words):
            parts: list[list[int]] = []
            for spot in places[one.start : one.end]:
                if parts and parts[-1][1] == spot:
                    parts[-1][1] = spot + 1
                else:
                    parts.append([spot, spot + 1])
            for start, end in parts:
                if end - start > 1 or len(parts) == 1:
                    yield start, end, one.kind

    def restore(self, text: str) -> str:
        """The text with every mask replaced by what it hides, also where a model changed its brackets."""
        for hidden, mask in self._masks.items():
            label = re.escape(mask[1:-1])
            text = re.sub(rf"{_OPEN}{label}{_CLOSE}", lambda _, hidden=hidden: hidden, text)  # type: ignore[misc]
        return text

    def _mask_of(self, hidden: str, kind: str) -> str:
        if hidden not in self._masks:
            number = 1
            while (mask := f"〔{self._words.labels[kind]}{number}〕") in self._taken:
                number += 1
            self._taken.add(mask)
            self._masks[hidden] = mask
        return self._masks[hidden]
