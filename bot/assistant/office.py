"""What administrators see and do: letting people in, shutting them out, inviting."""

from datetime import date

from sqlite_utils import Database

from bot.assistant.access import Access
from bot.interview.card import Card
from bot.interview.cards.people import Asking, Using, people_card
from bot.interview.texts import Texts
from storage import access, drafts, people, usage

DECISIONS = ("admit", "revoke", "dismiss", "invite")
INVITATION_DAYS = 7


def people_view(
    db: Database, rules: Access, texts: Texts, *, channel: str, today: date, version: int
) -> Card:
    """The administrators' card as of now."""
    asking = [Asking(_number(knock.person), knock.count, knock.last_at[:10]) for knock in access.knocks(db)]
    return people_card(
        asking,
        _using(db, rules, channel, today),
        sum(invitation.state == "open" for invitation in access.invitations(db)),
        texts,
        version=version,
    )


def decide(db: Database, rules: Access, texts: Texts, verb: str, person: str) -> str:
    """Do what an administrator decided about a person; return the sentence that says so."""
    number = _number(person)
    if verb == "invite":
        secret = access.invite(db, INVITATION_DAYS)
        return texts("people_invited", link=f"{rules.link}{secret}", days=INVITATION_DAYS)
    if not number.isdecimal() or person in rules.admins:
        return texts("stale")
    if verb == "dismiss":
        access.dismiss(db, person)
    else:
        access.decide(db, person, "in" if verb == "admit" else "out")
    return texts(f"people_{verb}_done", id=number)


def _using(db: Database, rules: Access, channel: str, today: date) -> list[Using]:
    counted = {(found.person, found.kind): found for found in usage.summed(db, today)}
    decided = {member.person: member.standing for member in access.members(db)}
    seen = {
        person.id: person.last_seen for person in people.everybody(db) if person.id.startswith(f"{channel}:")
    }
    everybody = sorted({*decided, *seen}, key=lambda person: seen.get(person, ""), reverse=True)
    found = []
    for person in everybody:
        messages = counted.get((person, usage.MESSAGES))
        found.append(
            Using(
                _number(person),
                decided.get(person) == "out",
                messages.total if messages else 0,
                messages.today if messages else 0,
                len(drafts.of_person(db, person)),
                drafts.finished(db, person),
                person not in rules.admins,
            )
        )
    return found


def _number(person: str) -> str:
    return person.partition(":")[2]
