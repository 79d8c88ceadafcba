"""Pieces that several cards use."""

import re
from collections.abc import Sequence

from bot.interview.answer import Answer
from bot.interview.card import Block, Button, Style
from bot.interview.clipping import clipped, units
from bot.interview.outline import Question
from bot.interview.pace import minutes_left
from bot.interview.profile import wanted_length
from bot.interview.state import DraftState, Gap
from bot.interview.texts import Texts

PROFILE = "profile"
Section = tuple[str, str, tuple[Question, ...]]
"""Key, name and questions."""
BAR_CELLS = 10
SHORT = 14
NOTES_SHOWN = 6
NOTE_SHOWN = 160
COPIED = 256
"""As much as a button can put on the clipboard."""


def button(texts: Texts, action: str, *, key: str = "", **values: object) -> Button:
    """A button whose label stands in the texts under `key`, or under its action."""
    return Button(texts(key or action, **values), action)


def copying(texts: Texts, text: str) -> tuple[Button, ...]:
    """A button that copies a short text; none for one that no clipboard button can carry."""
    return (Button(texts("copy"), "", text),) if text and units(text) <= COPIED else ()


def bar(done: int, of: int) -> tuple[str, int]:
    """A small progress bar and the per cent it shows."""
    share = done / of if of else 0.0
    filled = int(share * BAR_CELLS)
    return "▓" * filled + "░" * (BAR_CELLS - filled), int(share * 100)


def shortened(text: str, most: int) -> str:
    """At most so many characters on one line; what is cut off is shown by an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else clipped(line, most - 1) + "…"


def said(texts: Texts, answer: Answer) -> str:
    """One word or a few on what stands for a question."""
    if answer.words:
        if len(answer.words) > 1:
            return texts("place_count", n=len(answer.words))
        return shortened(answer.value, SHORT)
    if answer.choice:
        return answer.choice
    if answer.declared:
        return texts("yes" if answer.declared == "yes" else "no")
    if answer.is_gap:
        return texts("place_gap")
    return texts("place_skipped" if answer.skipped else "place_open")


def mark(texts: Texts, answer: Answer) -> str:
    """The sign in front of a question in the overview."""
    if answer.given:
        return texts("mark_given")
    if answer.is_gap:
        return texts("mark_gap")
    return texts("mark_skipped" if answer.skipped else "mark_open")


def section_mark(texts: Texts, state: DraftState, asked: Sequence[Question]) -> str:
    """The sign of a section, wherever it is shown: open until each of its questions was dealt with."""
    if not all(question.key in state.touched for question in asked):
        return texts("mark_open")
    given = any(state.answer(question.key).given for question in asked)
    return texts("mark_given" if given else "mark_skipped")


def sections(state: DraftState, profile_name: str) -> list[Section]:
    """Key, name and visible questions of every section, the profile first; empty ones left out."""
    return [section_at(state, at, profile_name) for at in range(len(state.asked.by_part))]


def section_at(state: DraftState, at: int, profile_name: str) -> Section:
    """The section of that number among them."""
    part, asked = state.asked.by_part[at]
    return (part.key, part.name, asked) if part else (PROFILE, profile_name, asked)


def taking_words(state: DraftState, key: str) -> str:
    """The question that a reply to this one's card adds to: itself, or the nearest of its section with notes.

    The card stands for its whole section by then, and one more line would change what a single line answers.
    Empty if no question there takes notes.
    """
    for _, _, asked in sections(state, ""):
        keys = [question.key for question in asked]
        if key in keys:
            at = keys.index(key)
            near = [*reversed(asked[: at + 1]), *asked[at + 1 :]]
            return next((question.key for question in near if question.kind == "notes"), "")
    return ""


def progress_line(state: DraftState, texts: Texts, *, against: bool = True) -> str:
    """Sections done, words so far, and the minutes left at this person's pace as soon as that is known.

    The words stand `against` the wanted length, once the person has said how long it is to be.
    """
    parts, touched = state.asked.keys_by_part, state.touched
    line = texts("progress_sections", done=sum(keys <= touched for keys in parts), all=len(parts))
    if said := state.said_length:
        line += texts("progress_said", n=said)
        if against and (wanted := wanted_length(state)):
            line += texts("progress_wanted", n=wanted)
    if minutes := minutes_left(state.spent, touched, state.questions):
        line += texts("progress_minutes", n=minutes)
    return line


def section_of(state: DraftState, key: str, profile_name: str) -> str:
    """The name of the section a question stands in."""
    at = state.asked.part_of.get(key)
    return section_at(state, at, profile_name)[1] if at is not None else profile_name


def gap_line(texts: Texts, gap: Gap, number: int | None = None) -> str:
    """One line on a gap, with the words around a placeholder; numbered like the button that goes there."""
    mark = texts("gap_mark") if number is None else texts("gap_number", n=number)
    if gap.place is None:
        return mark + gap.question.label
    before, after = _unmarked(gap.place.before), _unmarked(gap.place.after)
    return mark + texts("gap_line", label=gap.question.label, before=before, after=after)


def _unmarked(around: str) -> str:
    """The words around a placeholder, with other placeholders among them shown as it is."""
    return re.sub(r"[XxＸｘ×*＊]+", "▢", around)


def notes(texts: Texts, answer: Answer) -> list[Block]:
    """What the person has said so far; long notes and long lists are folded, never lost."""
    blocks = []
    earlier = len(answer.notes) - NOTES_SHOWN
    if earlier > 0:
        blocks.append(Block(texts("said_earlier", n=earlier), Style.SAID))
    for note in answer.notes[-NOTES_SHOWN:]:
        text = note.reading
        if len(text) > NOTE_SHOWN:
            line = texts("said_folded", text=clipped(text, NOTE_SHOWN), n=len(text))
        else:
            line = texts("said_corrected" if note.corrected else "said", text=text)
        blocks.append(Block(line, Style.SAID))
    return blocks


def help_with(question: Question, texts: Texts, hint: str = "") -> list[Block]:
    """What a question's card says of how it is answered; `hint` is that of the reporting year."""
    told = texts("hint", text=question.hint) if question.hint else ""
    wants = texts("wants", text="、".join(question.wants)) if question.wants and not told else ""
    example = texts("example", text=question.example) if question.example else ""
    return [Block(text, Style.HINT) for text in (told, wants, hint, example) if text]
