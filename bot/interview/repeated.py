"""The same words said twice: sent again after a bad network, or pasted again. They are told once."""

import re
from collections.abc import Sequence
from datetime import timedelta
from difflib import SequenceMatcher

from bot.interview.answer import Answer, Note
from bot.interview.bare import bare
from bot.interview.told_anew import value_told

SENT_AGAIN = timedelta(seconds=10)
"""Within which nobody has read a question and answered it with the same few words."""
_BY_ITSELF = 8
"""Characters of words that say the same wherever they stand: 都完成了 says it of what was told before it."""
_LETTER = re.compile(r"\w")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_MOST = 0.8
"""The share of the words that stay where a slip is mended."""


def repeats(answer: Answer) -> frozenset[int]:
    """The notes of an answer that say what an earlier one of them says, in the same words."""
    return answer.once(_repeats)


def twins(answer: Answer, note: Note) -> tuple[Note, ...]:
    """The other notes that say what this note says, of which only one is told."""
    again = repeats(answer)
    same = (one for one in answer.words if one.seq != note.seq and one.bare == note.bare)
    return tuple(one for one in same if one.seq in again or note.seq in again)


def is_mended(before: str, now: str) -> bool:
    """Whether a text tells of the same with other figures, or in slightly other words."""
    (old, figures), (new, others) = (_apart(bare(text)) for text in (before, now))
    return old == new or (figures == others and SequenceMatcher(None, old, new).ratio() >= _MOST)


def _apart(text: str) -> tuple[str, list[str]]:
    return _DIGITS.sub("", text), _DIGITS.findall(text)


def tells_by_itself(text: str) -> bool:
    """Whether words say the same whatever they answer: 讲党课4次, but not 4次 nor 都完成了."""
    of, value = value_told(bare(text))
    return bool(of) if value is not None else len(_LETTER.findall(text)) >= _BY_ITSELF


def _repeats(answer: Answer) -> frozenset[int]:
    words = answer.words
    if len(answer.said) == len(words):
        return frozenset()
    return frozenset(note.seq for at, note in enumerate(words) if at and _says_again(note, words[:at]))


def _says_again(note: Note, before: Sequence[Note]) -> bool:
    said = (one for one in before if one.bare == note.bare)
    alike = [one for one in said if not note.fills or note.fills == one.fills]
    if not alike:
        return False
    at_once = alike[-1] is before[-1] and note.at - before[-1].at <= SENT_AGAIN
    return at_once or tells_by_itself(note.text)
