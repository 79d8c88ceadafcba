"""What has been said to one question, as a fold over the events that stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from bot.interview import gap
from bot.interview.bare import bare
from bot.interview.event import Event, EventKind
from bot.interview.once import Kept, Once
from bot.interview.spreading import spread


@dataclass(frozen=True)
class Note:
    """One message as it stands now; `original` is what was first sent, verbatim."""

    seq: int
    original: str
    text: str
    at: datetime
    message_id: int | None = None
    fills: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    pieces: tuple[tuple[int | None, str], ...] = ()
    """The messages it came in, in order: more than one where the app had split it."""
    filled_by: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """Which message filled which placeholder, as far as messages have numbers."""
    corrected_by: tuple[int, str] | None = None
    """The message of its own that corrected this note, and what the note read before."""
    to: int | None = None
    """The note or the event that it was said to, or right after."""

    @property
    def corrected(self) -> bool:
        """Whether the person changed this note after sending it."""
        return self.text != self.original

    @property
    def reading(self) -> str:
        """The note with the gaps filled that have been filled since."""
        return gap.fill(self.text, dict(self.fills)) if self.fills else self.text

    @property
    def unknown(self) -> bool:
        """Whether it only says that the person does not know."""
        return gap.is_unknown(self.text) and not self.fills

    @Kept
    def says_something(self) -> bool:
        """Whether it does; a mere 👍 or … does not, nor 不知道."""
        return not self.unknown and any(map(str.isalnum, self.text))

    @Kept
    def bare(self) -> str:
        """Its words without blanks and marks."""
        return bare(self.text)


@dataclass(frozen=True)
class Answer(Once):
    """All that stands for one question. Later choices and declarations replace earlier ones; notes add up."""

    notes: tuple[Note, ...] = ()
    choice: str = ""
    declared: str = ""
    declared_at: datetime | None = None
    skipped: bool = False
    unknown: bool = False

    @Kept
    def words(self) -> tuple[Note, ...]:
        """The notes that say something, in order."""
        return tuple([note for note in self.notes if note.says_something])

    @Kept
    def said(self) -> frozenset[str]:
        """What they say, without blanks and marks."""
        return frozenset([note.bare for note in self.words])

    @Kept
    def letters(self) -> frozenset[str]:
        """What they say, without blanks."""
        return frozenset(["".join(note.text.split()) for note in self.words])

    @Kept
    def is_gap(self) -> bool:
        """Whether the person said that they do not know, and has said or declared nothing since."""
        since = [note for note in self.notes if self.declared_at is None or note.at > self.declared_at]
        return not self.words and (self.unknown or any(note.unknown for note in since))

    @property
    def value(self) -> str:
        """For a question with one short value: the newest words, else the choice; empty when open."""
        return self.words[-1].reading.strip() if self.words else self.choice

    @Kept
    def given(self) -> bool:
        """Whether anything was said that belongs into a report."""
        return bool(self.words or self.choice or self.declared)

    @Kept
    def touched(self) -> bool:
        """Whether the person dealt with the question at all, by skipping it or not knowing too."""
        return self.given or self.skipped or self.is_gap


EMPTY = Answer()


def added(answer: Answer, event: Event) -> Answer:
    """The answer after one more content event; a correction or a fill finds its note by `target`."""
    match event.kind:
        case EventKind.NOTE:
            pieces = ((event.message_id, event.text),)
            note = Note(
                event.seq, event.text, event.text, event.at, event.message_id, pieces=pieces, to=event.target
            )
            notes = _in_place(answer.notes, note, event.target)
            return Answer(notes, answer.choice, answer.declared, answer.declared_at, unknown=answer.unknown)
        case EventKind.JOIN:
            return _longer(answer, event)
        case EventKind.CORRECT:
            return _changed(answer, event)
        case EventKind.WITHDRAW:
            return replace(answer, notes=tuple(note for note in answer.notes if note.seq != event.target))
        case EventKind.FILL:
            index, _, value = event.text.partition(":")
            return _filled(answer, event, int(index), value)
        case EventKind.UNKNOWN:
            return replace(answer, unknown=True, skipped=False)
        case EventKind.SKIP:
            return replace(answer, skipped=True, unknown=False, choice="", declared="")
        case EventKind.CHOOSE:
            return replace(answer, choice=event.text, notes=(), skipped=False, unknown=False)
        case EventKind.DECLARE:
            return replace(answer, declared=event.text, declared_at=event.at, skipped=False, unknown=False)
        case _:
            return answer


def _in_place(notes: tuple[Note, ...], note: Note, after: int | None) -> tuple[Note, ...]:
    """The notes with this one last; one spoken right `after` an event goes before what was sent since."""
    at = len(notes)
    if after is not None and note.message_id is not None:
        while at and notes[at - 1].seq > after and (notes[at - 1].message_id or 0) > note.message_id:
            at -= 1
    return (*notes[:at], note, *notes[at:])


def _of_target(answer: Answer, event: Event, change: Callable[[Note], Note]) -> Answer:
    """The answer with the note that the event means changed."""
    changed = (change(note) if note.seq == event.target else note for note in answer.notes)
    return replace(answer, notes=tuple(changed))


def _longer(answer: Answer, event: Event) -> Answer:
    def longer(note: Note) -> Note:
        pieces = (*note.pieces, (event.message_id, event.text))
        return replace(note, original=note.original + event.text, text=note.text + event.text, pieces=pieces)

    return _of_target(answer, event, longer)


def _changed(answer: Answer, event: Event) -> Answer:
    """The note reads the event's text now; its message is what lies between those of the other pieces.

    A message that is none of them has corrected it as a whole.
    """

    def changed(note: Note) -> Note:
        own = {message for message, _ in note.pieces}
        if event.message_id is not None and event.message_id not in own:
            again = note.corrected_by is not None and note.corrected_by[0] == event.message_id
            by = note.corrected_by if again else (event.message_id, note.reading)
            whole = ((note.message_id, event.text),)
            return replace(note, text=event.text, fills=MappingProxyType({}), pieces=whole, corrected_by=by)
        at = next((n for n, (message, _) in enumerate(note.pieces) if message == event.message_id), 0)
        before = sum(len(text) for _, text in note.pieces[:at])
        after = sum(len(text) for _, text in note.pieces[at + 1 :])
        piece = (note.pieces[at][0], event.text[before : len(event.text) - after])
        pieces = (*note.pieces[:at], piece, *note.pieces[at + 1 :])
        return replace(note, text=event.text, fills=MappingProxyType({}), pieces=pieces)

    return _of_target(answer, event, changed)


def _filled(answer: Answer, event: Event, index: int, value: str) -> Answer:
    def with_fill(note: Note) -> Note:
        put = spread(note.text, index, value)
        by = {} if event.message_id is None else dict.fromkeys(put, event.message_id)
        fills = MappingProxyType({**note.fills, **put})
        return replace(note, fills=fills, filled_by=MappingProxyType({**note.filled_by, **by}))

    return _of_target(answer, event, with_fill)
