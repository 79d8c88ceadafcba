"""A yes or no in words, and what it does where a card asks about a correction or about the signing date."""

from datetime import date

from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.consent import Consent, consents
from bot.interview.corrections import Correcting, correcting
from bot.interview.decision import Decision
from bot.interview.event import BESIDE, EventKind, NewEvent
from bot.interview.repeated import twins
from bot.interview.signing import day_meant, in_full
from bot.interview.state import DraftState
from bot.interview.which import which


def decides(state: DraftState, text: str) -> Decision | None:
    """What a yes or no in words means while the card asks about a correction, or a name for one of several.

    Where it may answer the question on the card as well, or mean several figures, a button is asked for.
    """
    if (asked := correcting(state)) is None:
        return None
    consent = consents(text, [one.way.new for one in asked.ways])
    if consent is Consent.UNCLEAR:
        return Decision(notice="correction_first")
    agrees = consent in (Consent.AGREES, Consent.REPLACES)
    refuses = consent in (Consent.REFUSES, Consent.LEAVES_BOTH)
    if not (agrees or refuses):
        named = which(asked, text) if len(asked.ways) > 1 else []
        if len(named) == 1:
            return instead(state, asked, named[0])
        return Decision(notice="correction_which") if named else None
    clear = consent in (Consent.REPLACES, Consent.LEAVES_BOTH)
    if not clear and state.question and state.question.kind == "declaration":
        return Decision(notice="correction_first")
    if refuses:
        return Decision(beside(asked))
    return instead(state, asked, 0) if len(asked.ways) == 1 else Decision(notice="correction_which")


def dates(state: DraftState, text: str, today: date | None) -> Decision | None:
    """What a yes or no in words means while the card asks about the signing date."""
    if state.cursor not in ("sign_date", END) or today is None:
        return None
    consent = consents(text, ())
    agrees, refuses = consent is Consent.AGREES, consent in (Consent.REFUSES, Consent.LEAVES_BOTH)
    day = day_meant(state, today) if agrees or refuses else None
    if day is None:
        return None
    return dated(state.answer("sign_date").words[-1], day) if agrees else Decision(notice="date_left")


def dated(note: Note, day: date) -> Decision:
    """The signing date reads in full."""
    return Decision(NewEvent(EventKind.CORRECT, "sign_date", in_full(day), note.seq), notice="date_taken")


def instead(state: DraftState, asked: Correcting, number: int) -> Decision:
    """The note before reads what the correction makes of it, and the correction is no note any more.

    Nor is what had said the wrong words once more.
    """
    said, chosen = asked.note, asked.ways[number]
    now, before = chosen.way.text, chosen.before.seq
    corrected = NewEvent(EventKind.CORRECT, chosen.question.key, now, before, said.message_id)
    key = chosen.question.key
    again = twins(state.answer(key), chosen.before) if chosen.question.adds_up else ()
    withdrawn = NewEvent(EventKind.WITHDRAW, asked.key, target=said.seq)
    others = (NewEvent(EventKind.WITHDRAW, key, target=one.seq) for one in again if one.seq != said.seq)
    return Decision(corrected, notice="replaced", besides=(withdrawn, *others))


def beside(asked: Correcting) -> NewEvent:
    """The two notes stand beside each other."""
    return NewEvent(EventKind.LET, asked.key, f"{BESIDE}{asked.note.seq}")
