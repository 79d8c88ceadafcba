"""Sentences of an edited report that stand in the place of others, or have left theirs: they were moved.

Taken by itself, a half of such a change would lose a sentence or print it twice.
"""

import re
from collections.abc import Mapping, Sequence

from bot.assistant.same_place import LEAST_ALIKE, alike
from bot.writing.numbering import unnumbered
from bot.writing.passages import Passage
from bot.writing.places import Place
from bot.writing.returned import Changed

_SENTENCES = re.compile(r"[^。！？；\n]+")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+是")
_SHORTEST = 8
"""Characters below which a sentence is like too many others."""


def moved(found: Sequence[Changed | Passage], there: Sequence[Place]) -> Mapping[int, tuple[Changed, ...]]:
    """For a change, by its number in `found`, the others that are one change with it; none twice."""
    joined: dict[int, tuple[Changed, ...]] = {}
    used: set[int] = set()
    for at, one in enumerate(found):
        if at in used or isinstance(one, Passage) or not there[one.number].running:
            continue
        to = _exchanged(at, found, there) if one.text else _taken_up(at, found, there)
        if to is None or any(number == to for number in used):
            continue
        used.add(at)
        main, other = (at, to) if one.text else (to, at)
        changed = found[other]
        assert isinstance(changed, Changed)
        joined[main] = (*joined.get(main, ()), changed)
        if one.text:
            used.add(to)
    return joined


def _taken_up(at: int, found: Sequence[Changed | Passage], there: Sequence[Place]) -> int | None:
    """The change that has a new sentence like the one that is gone."""
    gone = _of_place(found[at], there)
    likenesses = {
        number: _new_in(other, gone, there)
        for number, other in enumerate(found)
        if isinstance(other, Passage) or (other.text and there[other.number].running)
    }
    best = max(likenesses, key=lambda number: likenesses[number], default=None)
    close = best is not None and len(gone) >= _SHORTEST and likenesses[best] >= LEAST_ALIKE
    return best if close else None


def _new_in(change: Changed | Passage, gone: str, there: Sequence[Place]) -> float:
    """How much a sentence that is new in that change is like the one that is gone."""
    if isinstance(change, Passage):
        lines = [_plain(line) for line in change.lines]
        return max((alike(one, gone) for one in (*lines, *_split("\n".join(change.lines)))), default=0.0)
    sentences, own = _split(change.text), _of_place(change, there)
    if sentences:
        sentences.remove(max(sentences, key=lambda one: alike(one, own)))
    return max((alike(one, gone) for one in sentences), default=0.0)


def _exchanged(at: int, found: Sequence[Changed | Passage], there: Sequence[Place]) -> int | None:
    """A later change whose place reads what this one's read, while this reads what that one's did."""
    one = found[at]
    assert isinstance(one, Changed)
    for number in range(at + 1, len(found)):
        other = found[number]
        if isinstance(other, Passage) or not other.text or not there[other.number].running:
            continue
        here, beyond = _of_place(one, there), _of_place(other, there)
        now, then = _plain(one.text), _plain(other.text)
        if (
            alike(now, beyond) >= LEAST_ALIKE
            and alike(then, here) >= LEAST_ALIKE
            and alike(now, beyond) > alike(now, here)
            and alike(then, here) > alike(then, beyond)
        ):
            return number
    return None


def _of_place(change: Changed | Passage, there: Sequence[Place]) -> str:
    assert isinstance(change, Changed)
    return _plain(there[change.number].sentence.text)


def _split(text: str) -> list[str]:
    return [plain for one in _SENTENCES.findall(text) if (plain := _plain(one))]


def _plain(text: str) -> str:
    return _ORDINAL.sub("", unnumbered(text.strip())).rstrip("。；\n")
