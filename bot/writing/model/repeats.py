"""Finding what two sections say in the same words."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.writing.model.lines import MARKER, Line

SIZE = 12
_SILENT = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9\n]")


def stretches(text: str) -> Iterable[str]:
    """Every run of twelve characters of a text with bare markers; marks do not count, a marker ends a run."""
    for piece in MARKER.sub("\n", text).split("\n"):
        bare = _SILENT.sub("", piece)
        for at in range(len(bare) - SIZE + 1):
            yield bare[at : at + SIZE]


def repeated(
    sections: Mapping[str, Sequence[Line]], given: Sequence[str]
) -> dict[str, list[tuple[Line, str]]]:
    """For each section the sentences that repeat an earlier section, with the words.

    Words that the person gave themselves (`given`: notes, headings) may come as often as they were given.
    """
    own = {stretch for text in given for stretch in stretches(text)}
    seen: dict[str, str] = {}
    found: dict[str, list[tuple[Line, str]]] = {}
    for key, lines in sections.items():
        for line in lines:
            again = next((s for s in stretches(line.text) if seen.get(s, key) != key and s not in own), None)
            if again is not None:
                found.setdefault(key, []).append((line, again))
        for line in lines:
            for stretch in stretches(line.text):
                seen.setdefault(stretch, key)
    return found


def repeating(lines: Sequence[Line], others: Sequence[str], given: Sequence[str]) -> list[tuple[Line, str]]:
    """The sentences that repeat finished texts of other sections, with the words."""
    own = {stretch for text in given for stretch in stretches(text)}
    said = {stretch for text in others for stretch in stretches(text)} - own
    found = ((line, next((s for s in stretches(line.text) if s in said), None)) for line in lines)
    return [(line, words) for line, words in found if words is not None]
