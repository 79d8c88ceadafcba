"""What of a sentence by hand and its changed notes holds, as the person says."""

from dataclasses import dataclass, replace

from bot.assistant.acting import Acting
from bot.assistant.outcome import Outcome
from bot.assistant.section_versions import (
    TO_BE_WRITTEN,
    NewSection,
    add_version,
    by_section,
    chosen_versions,
    wishes_of,
)
from bot.assistant.unfollowed import Found, unfollowed
from bot.interview.board import Tally
from bot.interview.event import EventKind, NewEvent
from bot.writing import model as prose
from bot.writing.by_hand import correctable


@dataclass(frozen=True, slots=True)
class Holding(Acting):
    """One person says which of the two holds, in one transaction."""

    def decide(self, which: str, key: str) -> Outcome:
        """The sentence by hand stays as it is, or its notes are written again."""
        texts = self.desk.shelf.texts
        every = unfollowed(self.desk.db, self.desk.shelf, self.state)
        chosen = next((one for one in every if one.told.key == key), None)
        if chosen is None:
            return self.remark("stale")
        event = NewEvent(EventKind.LET, chosen.version.section, f"{which}:{key}")
        seq = self.keep(event)
        if which == "note":
            self._release(chosen, seq)
        return Outcome(self.present_view, texts("note_held" if which == "note" else "hand_held"))

    def _release(self, chosen: Found, seq: int) -> None:
        """A version of the section in which its notes stand for themselves again."""
        from bot.assistant.house import house_of

        version, state = chosen.version, self.state
        own = tuple(one for one in version.wish.own if chosen.sources.isdisjoint(one.sources))
        wish = replace(version.wish, own=own)
        wishes = {**wishes_of(chosen_versions(self.desk.db, state.id)), version.section: wish}
        told = prose.with_hand(state, house_of(state, self.desk.shelf), wishes)
        blocks = by_section(told.blocks).get(version.section, ())
        by_hand = sum(bool(one.text) for one in own) + len(wish.own_leads)
        plain = len(correctable(blocks, state.declarations)) - by_hand
        tally = Tally(by_plain=max(plain, 0), by_hand=by_hand)
        new = NewSection(version.section, TO_BE_WRITTEN, wish, blocks, tally)
        add_version(self.desk.db, state.id, seq, new)
