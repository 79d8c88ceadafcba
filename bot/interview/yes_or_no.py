"""A yes or no in words, and what it does where a card asks about a correction or about the signing date."""

from datetime import date

from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.consent import Consent, consents
from bot.interview.corrections import Correcting, correcting
from bot.interview.decision import Decision
from bot.interview.event import BESIDE, EventKind, NewEvent
from bot.interview.signing import day_meant, in_full
from bot.interview.state import DraftState
from bot.interview.which import which

AGREES = frozenset({"对", "对的", "是", "是的", "嗯"})
REFUSES = frozenset({"不是", "不是的", "不"})
WANTS = AGREES | {"要", "要的", "好", "好的", "好吧", "可以", "行", "印", "yes", "y"}
LEAVES = REFUSES | {"不要", "不用", "不用了", "不必", "否", "算了", "就这样", "no", "n"}

KEEPS = frozenset(
    {"保留", "按原样", "就按原样", "原样", "照写", "就这样", "就这样写", "就写这个", "答这一题", "这一题"}
)
"""What says that words are to stand as they are."""
DROPS = frozenset({"不要", "不要了", "删", "删掉", "删了", "删除", "去掉", "算了", "不写", "发错了", "作废"})


def decides(state: DraftState, text: str) -> Decision | None:
    """What a yes or no in words means while the card asks about a correction, or a name for one of several.

    Where it may answer the question on the card as well, or mean several figures, a button is asked for.
    """
    if (asked := correcting(state)) is None:
        return None
    said = text.strip().strip("。.！!").lower()
    consent = consents(text, [one.way.new for one in asked.ways])
    if consent is Consent.UNCLEAR:
        return Decision(notice="correction_first")
    agrees = said in WANTS or consent in (Consent.AGREES, Consent.REPLACES)
    refuses = said in LEAVES or consent in (Consent.REFUSES, Consent.LEAVES_BOTH)
    if not (agrees or refuses):
        named = which(asked, text) if len(asked.ways) > 1 else []
        if len(named) == 1:
            return instead(asked, named[0])
        return Decision(notice="correction_which") if named else None
    clear = consent in (Consent.REPLACES, Consent.LEAVES_BOTH)
    if not clear and state.question and state.question.kind == "declaration":
        return Decision(notice="correction_first")
    if refuses:
        return Decision(beside(asked))
    return instead(asked, 0) if len(asked.ways) == 1 else Decision(notice="correction_which")


def dates(state: DraftState, text: str, today: date | None) -> Decision | None:
    """What a yes or no in words means while the card asks about the signing date."""
    said = text.strip().strip("。.！!").lower()
    if state.cursor not in ("sign_date", END) or today is None or said not in WANTS | LEAVES:
        return None
    day = day_meant(state, today)
    if day is None:
        return None
    words = state.answer("sign_date").words
    return dated(words[-1], day) if said in WANTS else Decision(notice="date_left")


def dated(note: Note, day: date) -> Decision:
    """The signing date reads in full."""
    return Decision(NewEvent(EventKind.CORRECT, "sign_date", in_full(day), note.seq), notice="date_taken")


def instead(asked: Correcting, number: int) -> Decision:
    """The note before reads what the correction makes of it, and the correction is no note any more."""
    said, chosen = asked.note, asked.ways[number]
    now, before = chosen.way.text, chosen.before.seq
    corrected = NewEvent(EventKind.CORRECT, chosen.question.key, now, before, said.message_id)
    withdrawn = NewEvent(EventKind.WITHDRAW, asked.key, target=said.seq)
    return Decision(corrected, notice="replaced", besides=(withdrawn,))


def beside(asked: Correcting) -> NewEvent:
    return NewEvent(EventKind.LET, text=f"{BESIDE}{asked.note.seq}")
