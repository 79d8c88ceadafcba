"""Which placeholder of a note words fill: the one that was chosen, or the only one that a bare value fits."""

from bot.interview.gap import is_unknown, placeholders
from bot.interview.outline import Question
from bot.interview.spreading import clauses, is_for, spread, tells_of_another
from bot.interview.state import DraftState, Focus

LONGEST_FILL = 30


def meant_to_fill(state: DraftState, question: Question, text: str) -> Focus | None:
    """The placeholder under the focus; without one, that of the note said last, if a value has its unit.

    30万 behind 投资XX万 fills it, and so it does where several places are open and only one is counted so.
    总产3100吨 fills what it names. Words that tell several things fill places one by one or none.
    """
    if is_unknown(text):
        return None
    words = state.answer(question.key).words
    if state.focus is not None:
        note = next((note for note in words if note.seq == state.focus.note), None)
        return state.focus if note is None or _fills(note.text, state.focus.index, text) else None
    if question.kind != "notes" or not words:
        return None
    last = words[-1]
    open_places = [
        (index, place) for index, place in enumerate(placeholders(last.text)) if index not in last.fills
    ]
    if not open_places:
        return None
    if len(said := clauses(text)) > 1:
        first = next((index for index, place in open_places if is_for(said[0], place)), None)
        filled = spread(last.text, first, text) if first is not None else {}
        all_open = len(filled) > 1 and filled.keys() <= {index for index, _ in open_places}
        return Focus(last.seq, first) if first is not None and all_open else None
    meant = [index for index, place in open_places if is_for(text, place)]
    return Focus(last.seq, meant[0]) if len(meant) == 1 else None


def _fills(note: str, index: int, text: str) -> bool:
    """Whether words stand in one placeholder, or several in their order, and make sense there."""
    place, said = placeholders(note)[index], clauses(text)
    if len(text.strip()) > LONGEST_FILL:
        return False
    if len(said) < 2:
        return not tells_of_another(text, place)
    if len(spread(note, index, text)) > 1:
        return True
    rest = "".join(said[1:])
    return is_for(said[0], place) and not any(map(_is_figure, rest))


def _is_figure(char: str) -> bool:
    return char.isdigit() or char in "一二两三四五六七八九十百千万"
