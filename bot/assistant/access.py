"""Who may use the bot, and how much: settings, decisions of administrators, invitations."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from storage import access, usage


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much one person may send on one day; None is no limit."""

    messages: int | None = None
    drafts: int | None = None
    voice_minutes: int | None = None

    @property
    def limits_anything(self) -> bool:
        """Whether it matters how much a person has used."""
        return any(most is not None for most in (self.messages, self.drafts, self.voice_minutes))

    def counts(self, db: Database, person: str, day: date, kind: str) -> bool:
        """Count one message, or one report begun; False if that is more than they may have on this day."""
        most = {usage.MESSAGES: self.messages, usage.DRAFTS: self.drafts}[kind]
        usage.add(db, person, day, kind)
        return most is None or usage.used(db, person, day, kind) <= most

    def counts_speech(self, db: Database, person: str, day: date, seconds: int) -> bool:
        """Count so many seconds of speech; what would be too much for this day is not counted: False."""
        if self.voice_minutes is not None:
            spoken = usage.used(db, person, day, usage.VOICE_SECONDS)
            if spoken + seconds > self.voice_minutes * 60:
                return False
        usage.add(db, person, day, usage.VOICE_SECONDS, seconds)
        return True


@dataclass(frozen=True, slots=True)
class Access:
    """Who may come in by settings; ids as in the house, telegram:1001. Closed unless something opens it."""

    everybody: bool = False
    allowed: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    allowance: Allowance = Allowance()
    link: str = ""
    """What stands before an invitation's secret in a link; the channel knows."""

    def admits(self, db: Database, person: str) -> bool:
        """Whether this person may use the bot."""
        return person in self.admitted(db, [person])

    def admitted(self, db: Database, persons: Collection[str]) -> set[str]:
        """Those of them who may use the bot. What an administrator decided comes first."""
        decided = access.standings(db, persons)
        return {
            person
            for person in persons
            if person in self.admins
            or (decided[person] == "in" if person in decided else self.everybody or person in self.allowed)
        }

    def reachable(self, db: Database) -> bool:
        """Whether anybody at all can use the bot, now or by an invitation."""
        return bool(
            self.everybody
            or self.allowed
            or self.admins
            or any(member.standing == "in" for member in access.members(db))
            or any(invitation.state == "open" for invitation in access.invitations(db))
        )


CLOSED = Access()
