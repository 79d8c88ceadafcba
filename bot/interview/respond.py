"""Deciding: state and move give at most one event, and the view that comes next."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from bot.interview import gap
from bot.interview.amending import ways
from bot.interview.answer import Note
from bot.interview.aside import aside_key
from bot.interview.asked import END
from bot.interview.chosen_anew import chosen_anew
from bot.interview.corrections import correcting, unfound
from bot.interview.decision import PLACING, QUESTION, Decision
from bot.interview.declared_anew import Turned, tells_of_a_press, turned
from bot.interview.declaring import meant
from bot.interview.event import EventKind, NewEvent
from bot.interview.fitting import fitting, fitting_year
from bot.interview.kinds import amiss
from bot.interview.move import Correct, Press, Say
from bot.interview.outline import OTHER, Question
from bot.interview.pasted import goes_on
from bot.interview.placing import (
    DROP,
    dropped,
    guesses,
    moved,
    put_aside,
    retyped,
    still_waiting,
    takes,
    waiting,
    withdrawn_tries,
)
from bot.interview.state import DraftState, Focus, Gap
from bot.interview.talk import is_talk
from bot.interview.yes_or_no import beside, dated, dates, decides, instead

LONGEST_FILL = 30


def hear(
    state: DraftState,
    move: Say,
    years: tuple[str, ...] = (),
    today: date | None = None,
    *,
    sure: bool = False,
) -> Decision:
    """Take in a message. Whatever it says is kept, unless it only answers what the card asks.

    `years` are those that are offered where a year is asked for; without `today` no date is told in full.
    What is of another kind than asked for, or corrects what nobody can find, is put aside, unless the person
    is `sure` that it belongs here.
    """
    if not move.text.strip(" \t\r\n\u3000\u200b\u200c\u200d\u2060\ufeff"):
        return Decision(notice="blank")
    question = state.question
    if not sure and (turning := turned(state, move.text)):
        return _turned(state, turning, move)
    if not sure and tells_of_a_press(move.text):
        return Decision(put_aside(move, state.cursor), PLACING)
    if not sure and (decided := decides(state, move.text) or dates(state, move.text, today)):
        return decided
    if not sure and (anew := chosen_anew(state, move.text, years)):
        return _changed(state, *anew, move.message_id)
    idle = not sure and state.is_talk(state.cursor, move.text)
    if idle and (question is None or state.focus is not None):
        return Decision(put_aside(move, state.cursor), PLACING)
    if question is None:
        return Decision(_note(OTHER, move), notice="kept_as_other")
    if state.focus is not None and len(move.text.strip()) <= LONGEST_FILL and not gap.is_unknown(move.text):
        fill = f"{state.focus.index}:{move.text}"
        return Decision(
            NewEvent(EventKind.FILL, question.key, fill, state.focus.note, move.message_id), notice="filled"
        )
    if joined := _joined(state, move):
        return Decision(joined)
    if question.kind == "declaration" and (answer := meant(question.sentence, move.text)):
        if answer == "unclear":
            return Decision(notice="declare_clearly")
        return Decision(_declare(question, answer, move.message_id))
    if chosen := _choice(question, move.text, years):
        return _choose(state, question, chosen, move.message_id)
    doubted = amiss(question, move.text, years) or unfound(state, question.key, move.text)
    if not sure and (idle or doubted):
        return Decision(put_aside(move, question.key), PLACING)
    note, tried = _note(question.key, move), retyped(state, question, years)
    just_asked = state.newest is not None and state.newest.question_key == aside_key(question.key)
    if question.kind == "line" and just_asked and still_waiting(state, question, tried):
        return Decision(note, PLACING, "aside_answered", tried)
    return Decision(note, notice=_remark(state, question), besides=tried)


def place(state: DraftState, key: str, years: tuple[str, ...] = ()) -> Decision:
    """Words that were put aside go to that question, or nowhere."""
    question = state.asked.by_key.get(key)
    if key == DROP:
        return dropped(state)
    if question is None or not takes(state, question, years):
        return Decision(notice="stale")
    there = replace(state, cursor=key, focus=None)
    said = [Say(one.note.text, one.note.message_id, at=one.note.at) for one in waiting(state)]
    decisions = [hear(there, move, years, sure=True) for move in said]
    unclear = next((one for one in decisions if one.event is None), None)
    return unclear or moved(state, key, decisions)


def hear_at(state: DraftState, gap: Gap, move: Say, years: tuple[str, ...] = ()) -> Decision:
    """What a message means that fills this gap."""
    focus = Focus(gap.note.seq, gap.index) if gap.note is not None else None
    return hear(replace(state, cursor=gap.question.key, focus=focus), move, years)


def add(state: DraftState, move: Say, key: str, years: tuple[str, ...] = ()) -> Decision:
    """A reply to an earlier card or note: it adds to that question, and the cursor stays where it is.

    What is no answer to anything is put aside there; a yes or no to a declaration answers it.
    """
    if key == state.cursor or not move.text.strip():
        return hear(state, move, years)
    if is_talk(move.text):
        return Decision(put_aside(move, key), PLACING)
    asked = state.asked.by_key.get(key)
    if asked is not None and asked.kind == "declaration":
        turning = turned(state, move.text, key)
        answer = turning.now if turning is not None else meant(asked.sentence, move.text)
        if answer == "unclear" or (turning is None and tells_of_a_press(move.text)):
            return Decision(put_aside(move, key), PLACING)
        if answer:
            words = turning.words if turning is not None else ""
            besides = (_note(key, replace(move, text=words)),) if words else ()
            stays = NewEvent(EventKind.GO, state.cursor)
            return Decision(_declare(asked, answer, move.message_id), besides=(*besides, stays))
    return Decision(_note(key, move))


def _joined(state: DraftState, move: Say) -> NewEvent | None:
    newest = state.newest
    text = goes_on(newest, move)
    if newest is None or text is None or newest.question_key != state.cursor:
        return None
    target = newest.target if newest.kind is EventKind.JOIN else newest.seq
    return NewEvent(EventKind.JOIN, newest.question_key, text, target, move.message_id, move.at)


def _remark(state: DraftState, question: Question) -> str:
    """What a person should know who wrote where a press was expected."""
    if question.kind == "declaration":
        return "declared_and_said" if state.answer(question.key).declared == "yes" else "declare_by_button"
    return ""


def correct(state: DraftState, move: Correct) -> Decision:
    """An edited message corrects the note it was; one that was no note changes nothing."""
    for key, standing in state.answers.items():
        for note in standing.notes:
            if move.text.strip() and (text := _recomposed(note, move)) is not None:
                event = NewEvent(EventKind.CORRECT, key, text, note.seq, move.message_id)
                return Decision(event, notice="corrected")
            if move.text.strip() and note.corrected_by and note.corrected_by[0] == move.message_id:
                text = _corrected_anew(note, note.corrected_by[1], move.text)
                event = NewEvent(EventKind.CORRECT, key, text, note.seq, move.message_id)
                return Decision(event, notice="corrected")
            for index, message in note.filled_by.items():
                if message == move.message_id and move.text.strip():
                    fill = NewEvent(EventKind.FILL, key, f"{index}:{move.text}", note.seq, message)
                    return Decision(fill, notice="corrected")
    return Decision(notice="not_a_note")


def _corrected_anew(note: Note, before: str, said: str) -> str:
    """What the note reads now that the message which had corrected it says something else."""
    possible = ways(before, said)
    alike = (
        way.text
        for way in possible
        if note.text.startswith(before[: way.at]) and note.text.endswith(before[way.at + len(way.old) :])
    )
    return next(alike, possible[0].text if possible else said)


def _recomposed(note: Note, move: Correct) -> str | None:
    """The note with the edited message in its place; None if it is not one of the note's messages."""
    if move.message_id not in (message for message, _ in note.pieces):
        return None
    return "".join(
        text if message != move.message_id else ("\n" if text.startswith("\n") else "") + move.text
        for message, text in note.pieces
    )


def press(state: DraftState, action: str, today_years: tuple[str, ...] = ()) -> Decision:
    """Do what a button of the present card says; an action that makes no sense here changes nothing."""
    verb, _, arg = action.partition(":")
    key = state.cursor
    question = state.question
    match verb:
        case "next":
            return Decision(NewEvent(EventKind.GO, state.after(key))) if key != END else Decision()
        case "back":
            return Decision(NewEvent(EventKind.GO, state.before(key)))
        case "go" if arg in state.keys or arg == END:
            return Decision(NewEvent(EventKind.GO, arg))
        case "gap" if arg.isdecimal() and int(arg) < len(state.report_gaps):
            return Decision(_to_gap(state, int(arg)))
        case "skip" if question:
            if state.answer(key).given:
                return Decision(NewEvent(EventKind.GO, state.after(key)))
            return Decision(NewEvent(EventKind.SKIP, key))
        case "unknown" if question:
            besides = guesses(state, question)
            return Decision(NewEvent(EventKind.UNKNOWN, key), notice="gap_noted", besides=besides)
        case "choose" if question and arg.isdecimal():
            choices = offered(question, today_years)
            if int(arg) < len(choices):
                return _choose(state, question, choices[int(arg)], None)
        case "declare" if question and question.kind == "declaration" and arg in ("yes", "no"):
            return Decision(_declare(question, arg, None))
        case "instead" if asked := correcting(state):
            if arg == "no":
                return Decision(beside(asked))
            if arg.isdecimal() and int(arg) < len(asked.ways):
                return instead(asked, int(arg))
        case "again" if arg.isdecimal() and int(arg) < len(state.by_hand.overridden):
            chosen = state.by_hand.overridden[int(arg)]
            return Decision(NewEvent(EventKind.RESTATE, chosen.place, chosen.text), notice="word_again")
        case "dated" if words := state.answer("sign_date").words:
            with suppress(ValueError):
                return dated(words[-1], date.fromisoformat(arg))
        case "undo":
            return (
                Decision(NewEvent(EventKind.UNDO)) if state.can_undo else Decision(notice="nothing_to_undo")
            )
        case "redo":
            return (
                Decision(NewEvent(EventKind.REDO)) if state.can_redo else Decision(notice="nothing_to_redo")
            )
        case "view":
            return Decision(view=arg)
        case _:
            pass
    return Decision(notice="stale")


def pressed_in_time(state: DraftState, move: Press) -> bool:
    """Whether the button stood on a card that shows the draft as it is now."""
    return move.draft == state.id and move.version == state.version


def offered(question: Question, years: tuple[str, ...]) -> tuple[str, ...]:
    """The choices on a question's buttons."""
    return years if question.suggest_years else question.choices


def _note(key: str, move: Say) -> NewEvent:
    return NewEvent(EventKind.NOTE, key, move.text, message_id=move.message_id, at=move.at)


def _choose(state: DraftState, question: Question, chosen: str, message: int | None) -> Decision:
    """A choice takes the place of tries at it that were typed before; other words there are asked about."""
    event = NewEvent(EventKind.CHOOSE, question.key, chosen, message_id=message)
    tries = frozenset("".join(question.choices) or chosen)
    aside = tuple(
        NewEvent(EventKind.NOTE, aside_key(question.key), note.reading, note.seq, note.message_id, note.at)
        for note in state.answer(question.key).words
        if not any("\u4e00" <= sign <= "\u9fff" and sign in tries for sign in note.text)
    )
    tried = withdrawn_tries(state, question, tries)
    asks = aside or still_waiting(state, question, tried)
    notice = "chosen_words_kept" if asks else ""
    return Decision(event, PLACING if asks else QUESTION, notice, (*aside, *tried))


def _changed(state: DraftState, question: Question, chosen: str, message: int | None) -> Decision:
    """Another choice counts from now on; the person stays where they are."""
    decision = _choose(state, question, chosen, message)
    stays = () if question.key == state.cursor else (NewEvent(EventKind.GO, state.cursor),)
    return replace(decision, notice=decision.notice or "chosen_anew", besides=(*decision.besides, *stays))


def _turned(state: DraftState, turning: Turned, move: Say) -> Decision:
    """Another answer to a declaration counts from now on, and the person sees it there."""
    key, now = turning.question.key, turning.now
    changes = state.answer(key).declared != now
    events = [_declare(turning.question, now, move.message_id)] if changes else []
    events += [_note(key, replace(move, text=turning.words))] if turning.words else []
    events.append(NewEvent(EventKind.GO, key))
    notice = "declared_anew" if turning.clear else "declared_back" if changes else "declared_look"
    return Decision(events[0], notice=notice, besides=tuple(events[1:]))


def _declare(question: Question, answer: str, message_id: int | None) -> NewEvent:
    return NewEvent(EventKind.DECLARE, question.key, answer, message_id=message_id)


def _choice(question: Question, text: str, years: tuple[str, ...]) -> str:
    """The choice that the words stand for, if it is one and no other."""
    if question.suggest_years:
        return fitting_year(text, years)
    meant = fitting(text, question.choices)
    return meant[0] if len(meant) == 1 else ""


def _to_gap(state: DraftState, index: int) -> NewEvent:
    open_gap = state.report_gaps[index]
    if open_gap.note is None:
        return NewEvent(EventKind.GO, open_gap.question.key)
    return NewEvent(EventKind.GO, open_gap.question.key, str(open_gap.index), open_gap.note.seq)
