"""Spoken messages: queued with what was being asked, tried until they are heard, shown until decided."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from bot.assistant.desk import Assistant
from bot.assistant.guarding import refusal
from bot.assistant.replies import replied_to
from bot.interview.card import Card
from bot.interview.cards.voice import voice_card
from storage import inbox, people, usage, voices
from storage.rows import now
from storage.voices import KEPT, LIMIT, WAITING, Spoken, Voice

SECRET = "secret"
"""Why a voice was dropped of which not a word was stored."""
FETCH = "fetch"
"""The problem of a sound that Telegram does not hand out now."""
PASSING = frozenset({"down", FETCH})
"""Problems that have to do with the moment and not with the sound: the next sound would fare no better."""
NEVER = "9999"
LONGEST_AHEAD = timedelta(hours=26)
"""No try is put off for longer: what is due later was stored while the clock was ahead, and is due now."""
LONGEST_MADE_UP = 60


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds until the next try: doubled each time for what may pass; else longer, and a few times only."""

    first: float = 5.0
    longest: float = 600.0
    first_for_sound: float = 300.0
    tries_for_sound: int = 5

    def due(self, problem: str, attempts: int) -> str:
        """When a sound with this problem is tried next, after so many attempts that ended like this one."""
        if problem in PASSING:
            pause = min(self.first * 2.0 ** min(attempts - 1, 30), self.longest)
        elif attempts < self.tries_for_sound:
            pause = self.first_for_sound * 4.0 ** (attempts - 1)
        else:
            return NEVER
        return (datetime.now(UTC) + timedelta(seconds=pause)).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Sent:
    """A spoken message as a channel knows it."""

    message_id: int
    file_id: str
    file_name: str
    mime: str
    size: int
    seconds: int
    reply_to: int | None = None


class VoiceBook:
    """The voices of all people, over the assistant's store."""

    def __init__(self, assistant: Assistant, pauses: Pauses, *, keep_audio: bool) -> None:
        self._assistant = assistant
        self._pauses = pauses
        self._keep_audio = keep_audio

    def acknowledged(self, person: str, message_id: int) -> "asyncio.Future[None]":
        """The message that a voice came in has its reaction."""
        return self._assistant.reported.acknowledged(person, message_id)

    async def arrived(self, person: str, sent: Sent, inbox_seq: int, *, alone: bool) -> bool:
        """Queue a voice for the question that is asked or replied to; one that came `alone` is done then.

        False if it came alone and the person has sent all that they may send today: nothing is done then.
        Raises TakenBack.
        """

        def job(db: Database) -> bool:
            inbox.still_there(db, inbox_seq)
            people.meet(db, person)
            allowance, today = self._assistant.access.allowance, self._assistant.today()
            if alone and not allowance.counts(db, person, today, usage.MESSAGES):
                return False
            state = self._assistant.state_of(db, person)
            key = state.cursor if state else ""
            if sent.reply_to is not None:
                meant = replied_to(db, self._assistant.shelf, person, sent.reply_to)
                state, key = meant or (state, key)
            new = voices.put(
                db,
                Spoken(
                    person=person,
                    message_id=sent.message_id,
                    file_id=sent.file_id,
                    file_name=sent.file_name,
                    mime=sent.mime,
                    size=sent.size,
                    draft=state.id if state else None,
                    question_key=key,
                    after_seq=state.version if state else 0,
                    inbox_seq=inbox_seq,
                ),
            )
            if new and not allowance.counts_speech(db, person, today, sent.seconds):
                voices.defer(db, person, sent.message_id, LIMIT, _tomorrow())
            if alone:
                inbox.done(db, inbox_seq)
            return True

        return await self._assistant.store.write(job)

    async def open(self, person: str) -> list[Voice]:
        """What is to be heard or to be shown, in the order in which it was spoken."""
        return await self._assistant.store.read(lambda db: voices.of_person(db, person))

    async def heard(self, voice: Voice, words: str, sound: bytes) -> None:
        """Store what was understood; the sound too, if it is to be kept; nothing with a mark of secrecy."""
        if refusal(words, self._assistant.shelf):
            await self._assistant.store.write(lambda db: voices.refused(db, voice.id, SECRET))
            await self._assistant.scrubber.scrub()
            return
        audio = sound if self._keep_audio else None
        await self._assistant.store.write(lambda db: voices.heard(db, voice.id, words, audio))

    async def unheard(self, voice: Voice, problem: str) -> None:
        """Put it back, to be tried again later."""
        attempts = voice.attempts + 1 if voice.problem == problem else 1
        due = self._pauses.due(problem, attempts)
        await self._assistant.store.write(lambda db: voices.unheard(db, voice.id, problem, due))

    async def shown(self, voice: Voice, slip: int | None) -> None:
        """The person sees it as it is."""
        await self._assistant.store.write(lambda db: voices.shown(db, voice.id, slip, voice.look))

    async def people(self, channel: str) -> list[str]:
        """Whose voices a restart has to take up."""
        return await self._assistant.store.read(lambda db: voices.people_waiting(db, channel))

    def card(self, voice: Voice) -> Card | None:
        """What its slip shows; None once it is a note and stands on the card of its question."""
        if voice.state == KEPT:
            return None
        return voice_card(self._assistant.shelf.texts, voice.id, voice.look, voice.transcript)

    @property
    def hint(self) -> str:
        """Words that may occur, for whoever listens."""
        return self._assistant.shelf.voice.hint

    def empty(self, words: str) -> bool:
        """Whether this is only what a listener makes up when nobody speaks."""
        made_up = self._assistant.shelf.voice.made_up
        return len(words) <= LONGEST_MADE_UP and any(phrase in words for phrase in made_up)


def next_to_hear(open_voices: list[Voice]) -> tuple[Voice | None, float | None]:
    """The voice to hear now, or the seconds until there is one; neither if none waits.

    A problem of the moment holds up what was spoken later, so that the order stays; one of a sound does not.
    """
    soonest: str | None = None
    moment = now()
    latest = (datetime.now(UTC) + LONGEST_AHEAD).isoformat(timespec="milliseconds")
    for voice in open_voices:
        if voice.state != WAITING or voice.due_at == NEVER:
            continue
        if not moment < voice.due_at <= latest:
            return voice, None
        soonest = min(soonest or voice.due_at, voice.due_at)
        if voice.problem in PASSING:
            break
    if soonest is None:
        return None, None
    return None, max((datetime.fromisoformat(soonest) - datetime.now(UTC)).total_seconds(), 0.0)


def _tomorrow() -> str:
    """The beginning of the next day here, as it is stored."""
    midnight = datetime.combine(datetime.now().date() + timedelta(days=1), datetime.min.time())
    return midnight.astimezone(UTC).isoformat(timespec="milliseconds")
