"""Hearing: what a message means at a draft, and what is to be stored of it."""

from dataclasses import replace
from datetime import date

from bot.interview.aside import aside_key
from bot.interview.bare_answers import is_only_yes_or_no
from bot.interview.choosing import choose
from bot.interview.chosen_anew import chosen_anew
from bot.interview.corrected_within import corrected_within
from bot.interview.corrections import unfound, with_the_no_before
from bot.interview.decision import PLACING, Decision
from bot.interview.declared_anew import Turned, tells_of_a_press, turned
from bot.interview.declaring import Meant, echoed, meant
from bot.interview.dropping import drops
from bot.interview.event import EventKind, NewEvent
from bot.interview.filling import meant_to_fill
from bot.interview.fitting import choice_in
from bot.interview.introduction import introduces
from bot.interview.kinds import DAY, amiss, wants_a_day
from bot.interview.marks_or_figures import as_meant
from bot.interview.move import Say
from bot.interview.naming_units import with_unit
from bot.interview.outline import OTHER, Question
from bot.interview.pasted import joined
from bot.interview.placing import (
    DROP,
    EACH,
    dropped,
    moved,
    moved_one_by_one,
    one_by_one,
    retyped,
    still_waiting,
    takes,
    waiting,
)
from bot.interview.said import declared, noted, put_aside, stays_to_compare
from bot.interview.said_elsewhere import said_elsewhere
from bot.interview.sending import sends
from bot.interview.state import DraftState, Focus, Gap
from bot.interview.whole_report import is_part_of_one, is_whole_report
from bot.interview.yes_or_no import dates, decides


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
    more = joined(state.newest, move)
    if more and more.question_key == aside_key(state.cursor):
        return Decision(more, PLACING)
    if not sure and (other := _of_something_else(state, move, years, today)):
        return other
    idle = not sure and state.is_talk(state.cursor, move.text)
    if idle and (question is None or state.focus is not None):
        return Decision(put_aside(move, state.cursor), PLACING)
    if question is None:
        last = state.asked.by_key.get(OTHER)
        is_day = last is not None and amiss(last, move.text, years) == DAY
        if not sure and (is_day or said_elsewhere(state, OTHER, move.text)):
            return Decision(put_aside(move, OTHER), PLACING)
        return Decision(noted(OTHER, move), notice="kept_as_other")
    if not sure and (place := meant_to_fill(state, question, move.text)):
        fill = f"{place.index}:{move.text}"
        filled = NewEvent(EventKind.FILL, question.key, fill, place.note, move.message_id)
        return Decision(filled, notice="filled")
    if not sure and (named := _as_answered(state, question, move) or introduces(state, question, move)):
        return named
    if more and more.question_key == state.cursor:
        return Decision(more)
    if question.kind == "declaration" and (answer := _to_declaration(question, move.text)):
        if answer == "unclear":
            return Decision(notice="declare_clearly")
        compares = stays_to_compare(state, question, answer)
        return Decision(declared(question, answer, move.message_id), besides=compares)
    if chosen := choice_in(question, move.text, years):
        return choose(state, question, chosen, move.message_id)
    if question.kind == "notes" and not sure and (parts := corrected_within(state, question.key, move.text)):
        first, *others = (noted(question.key, replace(move, text=part)) for part in parts)
        return Decision(first, besides=tuple(replace(one, message_id=None) for one in others))
    doubted = amiss(question, move.text, years, idle=idle) or unfound(
        state, question.key, move.text, move.reply_to
    )
    if doubted == DAY and wants_a_day(question) and state.answer(question.key).words:
        doubted = ""
    again = question.kind == "notes" and said_elsewhere(state, question.key, move.text)
    if not sure and (idle or doubted or again or _goes_on_with_a_report(state, move.text)):
        return Decision(put_aside(move, question.key), PLACING)
    words = with_the_no_before(state, question.key, move.text) if question.kind == "notes" else move.text
    if words != move.text:
        move = replace(move, text=words)
    note = noted(question.key, move, state.note_of(move.reply_to))
    tried = retyped(state, question, years)
    just_asked = state.newest is not None and state.newest.question_key == aside_key(question.key)
    if question.kind == "line" and just_asked and still_waiting(state, question, tried):
        return Decision(note, PLACING, "aside_answered", tried)
    return Decision(note, notice=_remark(state, question), besides=tried)


def _of_something_else(
    state: DraftState, move: Say, years: tuple[str, ...], today: date | None
) -> Decision | None:
    """What a message does that is no answer here: it changes, settles or takes back, or goes elsewhere."""
    if turning := turned(state, move.text):
        return _turned(state, turning, move)
    if tells_of_a_press(move.text):
        return Decision(put_aside(move, state.cursor), PLACING)
    if settled := decides(state, move.text) or dates(state, move.text, today):
        return settled
    if away := drops(state, state.cursor, move.text, move.reply_to) or sends(state, move):
        return away
    anew = chosen_anew(state, move.text, years)
    return _changed(state, *anew, move.message_id) if anew else None


def place(state: DraftState, key: str, years: tuple[str, ...] = ()) -> Decision:
    """Words that were put aside go to that question, or nowhere."""
    question = state.asked.by_key.get(key)
    if key == DROP:
        return dropped(state)
    said = [Say(one.note.text, one.note.message_id, at=one.note.at) for one in waiting(state)]
    if key == EACH and (asked := one_by_one(state, years)):
        there = [replace(state, cursor=one.key, focus=None) for one in asked]
        each = [hear(at, move, years, sure=True) for at, move in zip(there, said, strict=True)]
        return moved_one_by_one(state, each)
    if question is None or not takes(state, question, years):
        return Decision(notice="stale")
    here = replace(state, cursor=key, focus=None)
    decisions = [hear(here, move, years, sure=True) for move in said]
    unclear = next((one for one in decisions if one.event is None), None)
    return unclear or moved(state, key, decisions)


def hear_at(state: DraftState, opened: Gap, move: Say, years: tuple[str, ...] = ()) -> Decision:
    """What a message means that fills this gap."""
    focus = Focus(opened.note.seq, opened.index) if opened.note is not None else None
    return hear(replace(state, cursor=opened.question.key, focus=focus), move, years)


def add(state: DraftState, move: Say, key: str, years: tuple[str, ...] = ()) -> Decision:
    """A reply to an earlier card or note: it adds to that question, and the cursor stays where it is.

    What is no answer to anything is put aside there; a yes or no to a declaration answers it. Words that turn
    another declaration by its name turn that one, and lead there.
    """
    if key == state.cursor or not move.text.strip():
        return hear(state, move, years)
    if asked_away := drops(state, key, move.text, move.reply_to):
        return asked_away
    if state.is_talk(key, move.text):
        return Decision(put_aside(move, key), PLACING)
    asked, turning = state.asked.by_key.get(key), turned(state, move.text, key)
    if turning is not None and turning.question != asked:
        return _turned(state, turning, move)
    if asked is not None and asked.kind == "declaration":
        answer = turning.now if turning is not None else _to_declaration(asked, move.text)
        if answer == "unclear" or (turning is None and tells_of_a_press(move.text)):
            return Decision(put_aside(move, key), PLACING)
        if answer:
            words = turning.words if turning is not None else ""
            besides = (noted(key, replace(move, text=words)),) if words else ()
            stays = NewEvent(EventKind.GO, state.cursor)
            return Decision(declared(asked, answer, move.message_id), besides=(*besides, stays))
    return Decision(noted(key, move, state.note_of(move.reply_to)))


def _as_answered(state: DraftState, question: Question, move: Say) -> Decision | None:
    """The note said last with the units that its figures lacked, or its 1.5 as it is meant.

    None if the message says anything else.
    """
    words = state.answer(question.key).words if question.kind == "notes" else ()
    before = words[-1].reading if words else ""
    text = with_unit(before, move.text) or as_meant(before, move.text)
    if text is None:
        return None
    return Decision(
        NewEvent(EventKind.CORRECT, question.key, text, words[-1].seq, move.message_id), notice="filled"
    )


def _goes_on_with_a_report(state: DraftState, text: str) -> bool:
    """Whether words come right behind a whole report that was pasted, and read like its next part."""
    last, newest = state.aside[-1] if state.aside else None, state.newest
    just = last is not None and newest is not None and last.note.seq in (newest.seq, newest.target)
    return just and last is not None and is_whole_report(last.note.text) and is_part_of_one(text)


def _to_declaration(question: Question, text: str) -> Meant:
    """What words say to a declaration; nothing if they tell something to be written."""
    unclear = is_only_yes_or_no(text) or echoed(question.sentence, text)
    return meant(question.sentence, text) or ("unclear" if unclear else "")


def _remark(state: DraftState, question: Question) -> str:
    """What a person should know who wrote where a press was expected."""
    if question.kind == "declaration":
        return "declared_and_said" if state.answer(question.key).declared == "yes" else "declare_by_button"
    return ""


def _changed(state: DraftState, question: Question, chosen: str, message: int | None) -> Decision:
    """Another choice counts from now on; the person stays where they are."""
    decision = choose(state, question, chosen, message)
    stays = () if question.key == state.cursor else (NewEvent(EventKind.GO, state.cursor),)
    return replace(decision, notice=decision.notice or "chosen_anew", besides=(*decision.besides, *stays))


def _turned(state: DraftState, turning: Turned, move: Say) -> Decision:
    """Another answer to a declaration counts from now on, and the person sees it there."""
    key, now = turning.question.key, turning.now
    changes = state.answer(key).declared != now
    events = [declared(turning.question, now, move.message_id)] if changes else []
    events += [noted(key, replace(move, text=turning.words))] if turning.words else []
    events.append(NewEvent(EventKind.GO, key))
    notice = "declared_anew" if turning.clear else "declared_back" if changes else "declared_look"
    return Decision(events[0], notice=notice, besides=tuple(events[1:]))
