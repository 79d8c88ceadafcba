"""Where words belong that were put aside: what may be offered, and what comes of the person's answer."""

from dataclasses import replace

from bot.interview.answer import Note
from bot.interview.aside import Aside, aside_key
from bot.interview.asked import END
from bot.interview.bare_answers import is_only_yes_or_no
from bot.interview.corrections import unfound
from bot.interview.decision import PLACING, QUESTION, Decision
from bot.interview.event import BY_ITSELF, EventKind, NewEvent
from bot.interview.fitting import choice_in
from bot.interview.gap import is_unsure
from bot.interview.kinds import TALK, amiss, is_bare_value
from bot.interview.outline import OTHER, Question
from bot.interview.said_elsewhere import SAID_ELSEWHERE, said_elsewhere
from bot.interview.state import DraftState

DROP = "drop"
"""What stands for no question where one is chosen."""
EACH = "each"
"""What stands for the questions that they answer one by one."""
UNFOUND = "correction_unfound"
"""What is amiss with words that correct a figure which nobody can find."""
KEEPS = frozenset(
    {"保留", "按原样", "就按原样", "原样", "照写", "就这样", "就这样写", "就写这个", "答这一题", "这一题"}
)
"""What says that words are to stand as they are."""
DROPS = frozenset({"不要", "不要了", "删", "删掉", "删了", "删除", "去掉", "算了", "不写", "发错了", "作废"})
LONGEST_TRY = 12
"""Characters that somebody types who means one of the choices."""


def waiting(state: DraftState) -> tuple[Aside, ...]:
    """The words that are asked about first: the newest, and all that came at the same question.

    What was meant for whoever asks, or has been said elsewhere, stands by itself.
    """
    if state.aside and (_is_talk(state, state.aside[-1]) or elsewhere(state, state.aside[-1])):
        return state.aside[-1:]
    return tuple(one for one in state.aside if one.origin == state.aside[-1].origin)


def doubted(state: DraftState, years: tuple[str, ...]) -> str:
    """What is amiss with them as an answer to their question: the key of a sentence, or nothing."""
    if any(_is_talk(state, one) for one in waiting(state)):
        return TALK
    question = origin(state)
    if question is None or answered_since(state, question):
        return ""
    found = (_amiss(state, question, one.note.reading, years) for one in waiting(state))
    return next(filter(None, found), "")


def origin(state: DraftState) -> Question | None:
    """The question they came at, as long as it is asked."""
    group = waiting(state)
    return state.asked.by_key.get(group[0].origin) if group else None


def elsewhere(state: DraftState, one: Aside) -> Question | None:
    """The question where they have been said before; None if there is none any more."""
    return said_elsewhere(state, one.origin, one.note.reading)


def takes(state: DraftState, question: Question, years: tuple[str, ...]) -> bool:
    """Whether they can be put into that question as they are."""
    if question.kind != "choice":
        return True
    return all(not amiss(question, one.note.reading, years) for one in waiting(state))


def one_by_one(state: DraftState, years: tuple[str, ...]) -> tuple[Question, ...]:
    """The open questions for one value or choice that they answer in turn; empty unless each finds its own.

    Who types several answers ahead has them asked about together, at the question that was on the screen.
    """
    here, found = origin(state), list[Question]()
    if here is None or here.adds_up:
        return ()
    ahead = iter(state.questions[state.keys.index(here.key) :])
    for one in waiting(state):
        open_ = (q for q in ahead if not q.adds_up and not state.answer(q.key).given)
        fits = next((q for q in open_ if _answers(q, one.note.reading, years)), None)
        if fits is None:
            return ()
        found.append(fits)
    return tuple(found) if found != [here] else ()


def answered_since(state: DraftState, question: Question) -> bool:
    """Whether a value has been given that counts instead; to choose one leads on to the next question."""
    newest, answer = max(one.note.seq for one in waiting(state)), state.answer(question.key)
    if question.kind == "line" and any(note.seq > newest for note in answer.words):
        return True
    return bool(answer.choice) and state.cursor != question.key


def dropped(state: DraftState, nth: int = 0) -> Decision:
    """They are not to stand anywhere, or only the `nth` of them is not."""
    gone = waiting(state)[nth - 1 : nth] or waiting(state)
    first, *rest = (_withdrawn(one) for one in gone)
    first = replace(first, text=BY_ITSELF)
    notice = "aside_dropped_several" if rest else "aside_dropped"
    return Decision(first, _next_view(state, gone), notice, tuple(rest))


def withdrawn_tries(state: DraftState, question: Question, tries: frozenset[str]) -> tuple[NewEvent, ...]:
    """What was put aside there and was only a try at one of the choices counts no more."""
    return tuple(
        _withdrawn(one) for one in state.aside if one.origin == question.key and _is_try(one.note, tries)
    )


def retyped(state: DraftState, question: Question, years: tuple[str, ...]) -> tuple[NewEvent, ...]:
    """A bare value of another kind counts no more once a question with one value is answered, nor a guess.

    Nor does a bare yes or no, once there is an answer to a question that takes notes.
    """
    empty = {"line": _is_bare_or_unsure, "notes": is_only_yes_or_no}.get(question.kind)
    if empty is None:
        return ()
    return tuple(
        _withdrawn(one)
        for one in state.aside
        if one.origin == question.key and empty(one.note.reading) and amiss(question, one.note.reading, years)
    )


def still_waiting(state: DraftState, question: Question, but: tuple[NewEvent, ...]) -> bool:
    """Whether words put aside at that question are left once these events have happened."""
    gone = {event.target for event in but if event.kind is EventKind.WITHDRAW}
    there = (one for one in state.aside if one.origin == question.key)
    return any(one.note.seq not in gone and not _is_talk(state, one) for one in there)


def moved(state: DraftState, key: str, decisions: list[Decision]) -> Decision:
    """They become what these decisions make of them at that question, where the person goes on."""
    events = []
    for one, decision in zip(waiting(state), decisions, strict=True):
        events += [event for event in (decision.event, *decision.besides) if event is not None]
        events.append(_withdrawn(one))
    if key not in (state.cursor, OTHER) and all(event.kind is not EventKind.CHOOSE for event in events):
        events.append(NewEvent(EventKind.GO, key))
    if key == OTHER and state.cursor != END and any(event.kind is EventKind.CHOOSE for event in events):
        events.append(NewEvent(EventKind.GO, state.cursor))
    notice = next((decision.notice for decision in decisions if decision.notice), "")
    first, *rest = dict.fromkeys(events)
    return Decision(first, _next_view(state, waiting(state)), notice, tuple(rest))


def moved_one_by_one(state: DraftState, decisions: list[Decision]) -> Decision:
    """They become what these decisions make of them, each at its question, and the person goes on behind."""
    last = next(event.question_key for event in (decisions[-1].event,) if event is not None)
    there = moved(state, last, decisions)
    on = NewEvent(EventKind.GO, state.after(last))
    return replace(there, notice="aside_answered", besides=(*there.besides, on))


def guesses(state: DraftState, question: Question) -> tuple[NewEvent, ...]:
    """A guess that was put aside there counts no more once the person says that they do not know."""
    return tuple(
        _withdrawn(one) for one in state.aside if one.origin == question.key and is_unsure(one.note.reading)
    )


def _answers(question: Question, text: str, years: tuple[str, ...]) -> bool:
    if question.kind == "choice":
        return bool(choice_in(question, text, years))
    return bool(question.expects or question.suggest_years) and not amiss(question, text, years)


def _is_talk(state: DraftState, one: Aside) -> bool:
    return state.is_talk(one.origin, one.note.text)


def _is_bare_or_unsure(text: str) -> bool:
    return is_bare_value(text) or is_unsure(text)


def _amiss(state: DraftState, question: Question, text: str, years: tuple[str, ...]) -> str:
    if why := amiss(question, text, years):
        return why
    if unfound(state, question.key, text):
        return UNFOUND
    return SAID_ELSEWHERE if said_elsewhere(state, question.key, text) else ""


def _is_try(note: Note, tries: frozenset[str]) -> bool:
    said = note.reading.strip()
    shared = any("\u4e00" <= sign <= "\u9fff" and sign in tries for sign in said)
    return len(said) <= LONGEST_TRY and (shared or said.isdecimal())


def _withdrawn(one: Aside) -> NewEvent:
    return NewEvent(EventKind.WITHDRAW, aside_key(one.origin), target=one.note.seq)


def _next_view(state: DraftState, gone: tuple[Aside, ...]) -> str:
    """Who goes through what waits comes to the next; who settles what they have just said, to the question.

    More that came at the same question is asked about in any case.
    """
    left = [one for one in state.aside if one not in gone]
    newest = (state.newest.seq, state.newest.target) if state.newest is not None else ()
    just_said = any(one.note.seq in newest for one in gone)
    here = any(one.origin == gone[-1].origin for one in left)
    return PLACING if left and (here or not just_said) else QUESTION
