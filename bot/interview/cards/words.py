"""What was asked and what was said, as cards show it."""

import re

from bot.interview.answer import Answer
from bot.interview.card import Block, Style
from bot.interview.clipping import clipped
from bot.interview.outline import Question
from bot.interview.state import Gap
from bot.interview.texts import Texts

SHORT = 14
NOTES_SHOWN = 6
NOTE_SHOWN = 160


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


def notes(texts: Texts, answer: Answer, again: frozenset[int] = frozenset()) -> list[Block]:
    """What the person has said so far; long notes and long lists are folded, never lost.

    Notes that say something `again` are marked.
    """
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
        if note.seq in again:
            line = texts("said_again", line=line)
        blocks.append(Block(line, Style.SAID))
    return blocks


def help_with(question: Question, texts: Texts, hint: str = "") -> list[Block]:
    """What a question's card says of how it is answered; `hint` is that of the reporting year."""
    told = texts("hint", text=question.hint) if question.hint else ""
    wants = texts("wants", text="、".join(question.wants)) if question.wants and not told else ""
    example = texts("example", text=question.example) if question.example else ""
    return [Block(text, Style.HINT) for text in (told, wants, hint, example) if text]
