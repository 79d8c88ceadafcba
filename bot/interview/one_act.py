"""Which events were one act of the person: what was done at once is undone at once."""

from collections.abc import Sequence

from bot.interview.aside import is_aside
from bot.interview.event import BY_ITSELF, Event, EventKind
from bot.interview.introducing import introduced


def joins(first: Event, event: Event) -> bool:
    """Whether an event belongs to what came first: what was done at once is undone at once."""
    if event.kind is EventKind.JOIN:
        return first.kind is EventKind.NOTE and first.seq == event.target
    if event.kind is EventKind.NOTE and first.kind is EventKind.CHOOSE:
        return is_aside(event.question_key) and event.target is not None and event.target < first.seq
    if event.kind is EventKind.NOTE and first.kind is EventKind.DECLARE:
        return event.message_id is not None and event.message_id == first.message_id
    if event.kind is EventKind.NOTE and first.kind is EventKind.NOTE and event.message_id is None:
        return event.text == first.text and event.question_key in introduced(event.text)
    return event.kind is EventKind.WITHDRAW and event.text != BY_ITSELF


def placed_at_once(standing: Sequence[Sequence[Event]]) -> bool:
    """Whether the last two acts tell of words that were put aside at one question and placed by one press.

    A press places all that waits there: what waited already when the first was placed came with it.
    """
    if len(standing) < 2:
        return False
    before, now = standing[-2:]
    first, last = _placed(before, standing), _placed(now, standing)
    if first is None or last is None or first.question_key != last.question_key:
        return False
    return last.seq < before[0].seq


def _placed(together: Sequence[Event], standing: Sequence[Sequence[Event]]) -> Event | None:
    """The words put aside that these events have given a place, if that is what they have done."""
    last = together[-1]
    if last.kind is not EventKind.WITHDRAW or not is_aside(last.question_key):
        return None
    placed = [event for event in together if event.kind is not EventKind.WITHDRAW]
    said = (event for earlier in standing for event in earlier if event.seq == last.target)
    return next((event for event in said if any(_same_words(event, now) for now in placed)), None)


def _same_words(said: Event, now: Event) -> bool:
    """Whether an event is what became of that message; channels without numbers are told by the words."""
    if said.message_id is not None or now.kind is not EventKind.NOTE:
        return said.message_id == now.message_id
    return said.text == now.text
