"""What a note reads once other words have corrected it: exactly what they mean is replaced, nothing else."""

import re
from collections.abc import Sequence

from bot.interview.by_figure import by_figure
from bot.interview.correction_words import EDGES, Told, told
from bot.interview.way import MOST_WAYS, Way
from bot.widths import levelled

_CLAUSE = re.compile(r"[^，,。；;！!？?\n]+")
_STRETCH = re.compile(r"[^，,。；;！!？?\s]+")
"""Who types no marks sets clauses apart by blanks."""
_DIGITS = re.compile(r"\d+")


def ways(before: str, said: str, names: tuple[str, ...] = ()) -> tuple[Way, ...]:
    """What a note reads once these words have corrected it; nothing if they do not read like a correction.

    A bare figure replaces the figure of its unit, one with a name that of the same thing, words the words
    they are set against; other words take the place of the clause that tells of the same, or of all.
    `names` are those of the question that the note answers.
    """
    meant = told(said)
    return amended(before, said, meant, names) if meant else ()


def amended(
    before: str, said: str, meant: Told, names: tuple[str, ...], *, whole: bool = False
) -> tuple[Way, ...]:
    """The same for words that were read already. A `whole` answer may be replaced by quite another one."""
    old = levelled(before)
    if len(old) != len(before):
        return ()
    if meant.old and not meant.value:
        return _words_for_words(before, old, meant)
    if meant.value and (found := by_figure(before, meant, names)):
        return found if len(found) <= MOST_WAYS else _said_last(found)
    if meant.named or not meant.wrong:
        return _words_for_words(before, old, meant) if meant.old and not (meant.value and meant.of) else ()
    if meant.value:
        return ()
    return _by_words(before, old, _own(said, meant.rest), whole=whole)


def _said_last(found: Sequence[Way]) -> tuple[Way, ...]:
    """Of too many figures that may be meant the one that the note ends in."""
    return tuple(way for way in found if not way.behind.strip(EDGES))


def _words_for_words(before: str, old: str, meant: Told) -> tuple[Way, ...]:
    """The words that are set against others take their place, a unit behind them is not told twice."""
    if meant.old not in old:
        return ()
    at, new = old.index(meant.old), meant.rest
    behind = before[at + len(meant.old) :]
    for length in range(min(4, len(new) - 1), 0, -1):
        if not meant.old.endswith(new[-length:]) and behind.startswith(new[-length:]):
            behind = behind[length:]
            break
    return (Way(before[:at] + new + behind, meant.old, new, at, behind),)


def _by_words(before: str, old: str, new: str, *, whole: bool) -> tuple[Way, ...]:
    """The clause that tells of the same reads the new words; all if there is one clause, or several anew.

    What tells of nothing that was said there takes no words away, unless the answer is one value.
    """
    clauses = [match.span() for match in _CLAUSE.finditer(old) if match.group().strip()]
    if len(clauses) == 1 and not whole:
        clauses = [match.span() for match in _STRETCH.finditer(old)]
    retold = [part for part in _CLAUSE.findall(levelled(new)) if part.strip()]
    alike = [[start for start, end in clauses if _alike(old[start:end], part)] for part in retold]
    meant = sorted({start for starts in alike for start in starts})
    if len(clauses) <= 1:
        return (Way(new),) if whole or (meant and not _tells_more(old, new)) else ()
    if len(retold) > 1 and len(meant) > 1:
        return (Way(new),)
    chosen = [span for span in clauses if span[0] in meant]
    if len(chosen) > MOST_WAYS:
        return ()
    return tuple(
        Way(before[:start] + new + before[end:], before[start:end], new, start, before[end:])
        for start, end in chosen
    )


def _tells_more(old: str, new: str) -> bool:
    """Whether a clause tells of more than the words that are to take its place."""
    return 2 * len(old) > 3 * len(new) and len(_DIGITS.findall(old)) > len(_DIGITS.findall(new))


def _alike(one: str, other: str) -> bool:
    """Whether both tell of the same: two characters in a row that are no figure, or half of the shorter."""
    pairs = {one[at : at + 2] for at in range(len(one) - 1) if min(one[at : at + 2]) >= "\u4e00"}
    if any(pair in other for pair in pairs):
        return True
    few, many = sorted(({sign for sign in words if sign >= "\u4e00"} for words in (one, other)), key=len)
    return len(few) > 1 and len(few & many) * 2 >= len(few)


def _own(said: str, rest: str) -> str:
    """The rest in the person's own characters: nothing but the lead-in and a stop is taken away."""
    at = levelled(said).rindex(rest) if rest in levelled(said) else -1
    return said[at : at + len(rest)] if at >= 0 else rest
