"""What is doubtful about other words outside the running text: title, signature, date, headings."""

import re
from collections.abc import Iterator

from bot.facts import Lexicon
from bot.interview.particulars import value_of
from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.interview.word_back import Doubt
from bot.writing.doubts import doubts_of

_YEAR = re.compile(r"(\d{4})年")


def place_doubts(place: str, state: DraftState, old: str, new: str, lexicon: Lexicon) -> tuple[Doubt, ...]:
    """What the new words say otherwise than the person said; `place` is the kind of place."""
    if not new:
        return ()
    found = {doubt.excerpt: doubt for doubt in _against_answers(place, state, new)}
    if place not in ("signature", "date", "declaration"):
        said = (note.reading for question in state.questions for note in state.answer(question.key).words)
        chosen = (state.answer(question.key).choice for question in state.questions)
        notes = (*said, *filter(None, chosen))
        for doubt in doubts_of(notes, old, new, lexicon):
            if not any(doubt.excerpt in known or known in doubt.excerpt for known in found):
                found[doubt.excerpt] = doubt
    return tuple(found.values())


def _against_answers(place: str, state: DraftState, new: str) -> Iterator[Doubt]:
    match place:
        case "title":
            year = reporting_year(state)
            for found in _YEAR.finditer(new):
                if year and int(found.group(1)) != year:
                    yield Doubt(found.group(), state.answer("year").value)
        case "signature":
            name = value_of("name", state.answer("name"))
            if name and _bare(name) not in _bare(new):
                yield Doubt(new, name)
        case "date":
            from bot.writing.whole import date_in_full

            date = state.answer("sign_date").value
            if date and _bare(date_in_full(date)) != _bare(new):
                yield Doubt(new, date)
        case _:
            pass


def _bare(text: str) -> str:
    return "".join(text.split())
