"""Views of a person's desk: what there is to see before they sit down to a report."""

from typing import TYPE_CHECKING

from bot.assistant import view_names as views
from bot.assistant.keeping import forget_view, forgotten_view
from bot.assistant.office import people_view
from bot.interview.card import Card
from bot.interview.cards.desk import drafts_card, help_card, resume_card, start_card
from bot.interview.cards.held import held_card
from bot.interview.state import DraftState, Status
from storage import held, voices

if TYPE_CHECKING:
    from bot.assistant.views import Desk


def desk_view(desk: "Desk", name: str, state: DraftState | None, notice: str) -> Card | None:
    """The card of the view of that name; None for views of a report. `state` is the one they write now."""
    texts = desk.shelf.texts
    match name:
        case views.DRAFTS:
            listed = [(draft, row.created_at[:10]) for row, draft in desk.known()]
            return drafts_card(listed, state.id if state else None, texts, version=desk.version())
        case views.RESUMING:
            return resume_card(desk.in_progress(), texts, version=desk.version())
        case views.HELP:
            return help_card(texts, state, hears=desk.hears, typed=not desk.by_telegram)
        case views.PEOPLE if desk.administers:
            channel, version = desk.person.partition(":")[0], desk.version()
            return people_view(
                desk.db, desk.access, texts, channel=channel, today=desk.today, version=version
            )
        case views.FORGET:
            return forget_view(
                desk.db,
                desk.person,
                texts,
                desk.keeping,
                models=desk.writer.has_models,
                counts=desk.counts,
                version=desk.version(),
            )
        case views.FORGOTTEN:
            return forgotten_view(texts, desk.keeping, counts=desk.counts)
        case views.HELD:
            return _held(desk, notice)
        case _:
            return None


def start_view(desk: "Desk", state: DraftState | None, notice: str) -> Card:
    """The kinds of reports, and the one they write now, if it was not cancelled."""
    version = desk.version()
    return start_card(
        list(desk.shelf.outlines.values()),
        desk.shelf.texts,
        version=version,
        current=state if state and state.status is not Status.CANCELLED else None,
        outside=_outside(desk) if version == 0 else "",
        notice=notice,
    )


def _held(desk: "Desk", notice: str) -> Card | None:
    """The first message that is held back until its person has decided about it; None if none is."""
    waiting = held.first(desk.db, desk.person)
    if waiting is None:
        return None
    return held_card(
        waiting.id,
        waiting.text,
        waiting.reason,
        desk.shelf.texts,
        version=desk.version(),
        notice=notice,
        editable=_editable(desk, waiting.message_id),
    )


def _editable(desk: "Desk", message_id: int | None) -> bool:
    """Whether the person can change that message of theirs: there is one, and it was typed."""
    return message_id is not None and not voices.spoken(desk.db, desk.person, message_id)


def _outside(desk: "Desk") -> str:
    """Plainly, for somebody who is new: which services are outside, and what does not belong here."""
    texts, providers = desk.shelf.texts, desk.writer.models.providers
    where = "outside" if any(not one.on_this_machine for one in providers) else "local"
    channel = "telegram" if desk.by_telegram else "here"
    return texts(
        "start_first",
        channel=texts(f"start_first_{channel}"),
        model=texts(f"start_first_{where if providers else 'none'}"),
    )
