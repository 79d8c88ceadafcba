"""The card of one question: where I am, what is asked, what I have said, and what I can press."""

from collections.abc import Mapping

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.progress import bar, progress_line
from bot.interview.cards.sections import section_at, section_mark, section_of, sections
from bot.interview.cards.words import help_with, notes
from bot.interview.choosing import offered
from bot.interview.follow_up import FollowUp
from bot.interview.gap import placeholders
from bot.interview.outline import Question
from bot.interview.particulars import value_of
from bot.interview.profile import reporting_year
from bot.interview.repeated import repeats
from bot.interview.settled import settled
from bot.interview.state import DraftState
from bot.interview.texts import Texts


def question_card(
    state: DraftState,
    texts: Texts,
    *,
    hints: Mapping[str, str],
    years: tuple[str, ...],
    notice: str,
    follow_up: FollowUp | None,
) -> Card:
    """The question under the cursor. `hints` are those of the reporting year; `notice` is a remark on top."""
    question = state.question
    assert question is not None
    name = texts("profile_name")
    number, of = state.asked.numbers[question.key] + 1, len(state.keys)
    drawn, percent = bar(len(state.touched), of)
    section = section_of(state, question.key, name)
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks += [
        Block(texts("progress", section=section, n=number, m=of), Style.HEAD),
        Block(texts("bar", bar=drawn, percent=percent), Style.HEAD),
        Block(progress_line(state, texts), Style.HEAD),
        Block(question.ask),
    ]
    if question.sentence:
        blocks.append(Block(texts("declaration", text=question.sentence), Style.SAID))
        blocks.append(Block(texts("declaration_rule"), Style.HINT))
    blocks += help_with(question, texts, _year_hint(state, question, texts, hints))
    blocks += _standing(state, question, texts)
    if state.focus is not None:
        blocks += _filling(state, question, texts)
    if follow_up is not None:
        blocks.append(Block(texts("follow_up", text=follow_up.text)))
    remains = place_line(state, question.key, texts)
    return Card(
        tuple(blocks),
        _buttons(state, question, texts, years, asking=follow_up is not None),
        state.id,
        state.version,
        remains,
        f"{state.id}:{question.key}",
        question=question.key,
        follow_up=follow_up.rule if follow_up else "",
        asks_back=follow_up.text if follow_up else "",
    )


def place_line(state: DraftState, key: str, texts: Texts) -> str:
    """The one line that stands for a section once its last card has been left behind."""
    return _line(state, state.asked.part_of[key], texts)


def section_line(state: DraftState, part: str, texts: Texts) -> str:
    """The line of the section with that key."""
    keys = [key for key, _, _ in sections(state, texts("profile_name"))]
    return _line(state, keys.index(part), texts)


def _line(state: DraftState, at: int, texts: Texts) -> str:
    _, name, asked = section_at(state, at, texts("profile_name"))
    keys, answers = state.asked.keys_by_part[at], state.answers
    done = sum([answers[key].given for key in keys if key in answers])
    mark = section_mark(texts, touched=keys <= state.touched, given=done > 0)
    return texts("place_section", mark=mark, section=name, done=done, all=len(asked))


def _year_hint(state: DraftState, question: Question, texts: Texts, hints: Mapping[str, str]) -> str:
    hint = hints.get(question.year_hint) if question.year_hint else ""
    return texts("year_hint", year=reporting_year(state), text=hint) if hint else ""


def _standing(state: DraftState, question: Question, texts: Texts) -> list[Block]:
    answer = state.answer(question.key)
    blocks = []
    if answer.notes:
        again = repeats(answer) if question.adds_up else frozenset[int]()
        blocks = [Block(texts("said_head")), *notes(texts, answer, again)]
    if answer.choice and not answer.words:
        blocks.append(Block(texts("said_choice", text=answer.choice), Style.SAID))
    if not question.adds_up and answer.words:
        value = value_of(question.key, settled(state, question.key))
        if value and (len(answer.words) > 1 or value != answer.value.rstrip("。")):
            blocks.append(Block(texts("said_line", text=value), Style.SAID))
    if answer.declared:
        beside = "_beside_words" if answer.words else ""
        blocks.append(Block(texts(f"said_{answer.declared}{beside}")))
        own = state.by_hand.of_declaration(question.key)
        if own is not None and answer.declared == "yes":
            told = texts("said_own", text=own.text) if own.text else texts("said_taken_out")
            blocks.append(Block(told, Style.SAID))
    if answer.is_gap:
        blocks.append(Block(texts("said_unknown")))
    elif answer.skipped and not answer.given:
        blocks.append(Block(texts("said_skipped")))
    return blocks


def _filling(state: DraftState, question: Question, texts: Texts) -> list[Block]:
    focus = state.focus
    for note in state.answer(question.key).notes:
        if focus is not None and note.seq == focus.note:
            place = placeholders(note.text)[focus.index]
            return [Block(texts("fill_question", before=place.before, after=place.after))]
    return []


def _buttons(
    state: DraftState, question: Question, texts: Texts, years: tuple[str, ...], *, asking: bool
) -> tuple[tuple[Button, ...], ...]:
    fixed = texts.once(_fixed)
    rows: list[tuple[Button, ...]] = []
    if question.kind == "declaration":
        rows.append(fixed["declaration"])
    for index, choice in enumerate(offered(question, years)):
        rows.append((Button(choice, f"choose:{index}"),))
    if asking:
        rows.append(fixed["asking"])
    rows.append(fixed["first" if state.keys[0] == question.key else "moving"])
    if not state.answer(question.key).given:
        rows.append(fixed["open"])
    rows.append(fixed["always"])
    return tuple(rows)


def _fixed(texts: Texts) -> dict[str, tuple[Button, ...]]:
    """The rows that look the same on every card."""
    back, on = button(texts, "back"), button(texts, "next")
    left, off = button(texts, "follow:pass", key="follow_pass"), button(texts, "follow:off", key="follow_off")
    over, pause = button(texts, "view:overview", key="overview"), button(texts, "view:paused", key="pause")
    return {
        "declaration": (button(texts, "declare:yes", key="yes"), button(texts, "declare:no", key="no")),
        "asking": (left, off),
        "first": (on,),
        "moving": (back, on),
        "open": (button(texts, "skip"), button(texts, "unknown")),
        "always": (button(texts, "undo"), over, pause),
    }
