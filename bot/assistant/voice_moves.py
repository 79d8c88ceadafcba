"""What a person decides about the words that were heard, and how they become a note."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.assistant.choosing import of_the_choice
from bot.assistant.recall import keep_all
from bot.assistant.view_names import HELD, START
from bot.assistant.views import Desk
from bot.interview import respond
from bot.interview.aside import aside_key
from bot.interview.decision import Decision
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Say
from bot.interview.outline import OTHER
from bot.interview.state import DraftState, Status
from bot.interview.talk import is_talk
from storage import drafts, voices
from storage.voices import CORRECTING, DROPPED, HEARD, KEPT, LIMIT, WAITING, Voice

VERB = "voice"


@dataclass(frozen=True, slots=True)
class Told:
    """What to tell the person, and the view to show; empty for the present one."""

    notice: str = ""
    view: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class VoiceDesk:
    """One person's voices in one transaction.

    `own` gives a draft of theirs by its number, `held` holds doubtful words back and says whether it did.
    """

    desk: Desk
    state: DraftState | None
    own: Callable[[int], DraftState | None]
    held: Callable[[Say, Voice], bool]
    inbox_seq: int | None

    def texts(self, key: str, **values: object) -> str:
        """A text of the chat."""
        return self.desk.shelf.texts(key, **values)


def pressed(at: VoiceDesk, number: int, action: str) -> Told:
    """A button under the words of voice `number`; one that no longer fits changes nothing."""
    voice = voices.get(at.desk.db, number)
    if voice is None or voice.person != at.desk.person:
        return Told(at.texts("stale"))
    match action, voice.state:
        case "keep", state if state == HEARD:
            said = Say(voice.transcript, voice.message_id)
            if at.held(said, voice):
                voices.change(at.desk.db, voice.id, KEPT)
                return Told(view=HELD)
            return _noted(at, voice, said)
        case "correct", state if state == HEARD:
            voices.change(at.desk.db, voice.id, CORRECTING)
            return Told(at.texts("voice_type"))
        case "again", state if state == HEARD or voice.problem:
            voices.change(at.desk.db, voice.id, DROPPED)
            return Told(at.texts("voice_dropped"))
        case "retry", state if state == WAITING and voice.problem not in ("", LIMIT):
            voices.again(at.desk.db, voice.id)
            return Told(at.texts("voice_waiting"))
        case _:
            return Told(at.texts("stale"))


def typed_anew(at: VoiceDesk, move: Say) -> Told | None:
    """The corrected words of a voice, if the person was asked to type some."""
    voice = voices.correcting(at.desk.db, at.desk.person)
    if voice is None:
        return None
    return _noted(at, voice, move) if move.text.strip() else Told(at.texts("blank"))


def _noted(at: VoiceDesk, voice: Voice, said: Say) -> Told:
    """The words become a note of the question that was asked when they were spoken."""
    voices.change(at.desk.db, voice.id, KEPT)
    meant = at.own(voice.draft) if voice.draft is not None else None
    if meant is None or meant.status is Status.CANCELLED:
        meant = at.state
    if meant is None:
        drafts.keep_loose(at.desk.db, at.desk.person, said.text, said.message_id)
        return Told(
            at.texts("choose_first" if of_the_choice(at.desk, said.text) else "kept_loose"), START, kept=True
        )
    key = _key(meant, voice)
    besides: tuple[NewEvent, ...] = ()
    here = at.state is not None and at.state.id == meant.id
    if here and key == meant.cursor:
        decision = respond.hear(meant, said, at.desk.years(), at.desk.today)
        notice = at.texts(decision.notice) if decision.notice else ""
        told = Told(notice, decision.view, kept=decision.event is not None)
        event, besides = decision.event, decision.besides
    else:
        told = Told(at.texts("voice_kept", label=meant.outline.question(key).label), kept=True)
        if is_talk(said.text):
            key, told = aside_key(key), Told(at.texts("kept_out"), kept=True)
        event = NewEvent(EventKind.NOTE, key, said.text, message_id=said.message_id)
    if event is not None:
        if event.kind is EventKind.NOTE and said.message_id == voice.message_id:
            event = replace(event, target=voice.after_seq)
        keep_all(at.desk.db, meant.id, Decision(event, besides=besides), at.inbox_seq)
    return told


def _key(meant: DraftState, voice: Voice) -> str:
    """The question it was spoken to; where that is not asked any more, the one for what fits nowhere else."""
    key = meant.outline.renames.get(voice.question_key, voice.question_key)
    return key if meant.id == voice.draft and key in meant.keys else OTHER
