"""What a report that comes back from Word leads to, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.assistant import view_names as views
from bot.assistant.acting import Acting
from bot.assistant.changing import Changing
from bot.assistant.nearest import handed_over
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep
from bot.assistant.returned import is_the_report
from bot.assistant.returned_change import Returned
from bot.assistant.same_place import Spot
from bot.assistant.section_versions import SectionVersion
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Return
from bot.writing.by_hand import Correctable


@dataclass(frozen=True, slots=True)
class Returning(Acting):
    """The moves of one person on one returned report."""

    def came(self, move: Return) -> Outcome:
        """Keep what came, whatever it is, and show what reads differently in it."""
        desk, state = self.desk, self.state
        seq = self.keep(NewEvent(EventKind.RETURN, text=move.text, message_id=move.message_id))
        if move.beside:
            keep(desk.db, state.id, NewEvent(EventKind.BESIDE, text=move.beside, target=seq), None)
        edition = desk.newest_edition(state)
        if edition is None:
            return self.remark("returned_no_report")
        if not is_the_report(handed_over(desk.db, edition, seq), move.text):
            return self.remark("returned_other")
        found = desk.returned(state, seq)
        beside = "".join(desk.shelf.texts(f"returned_not_read_{what}") for what in move.not_read)
        if not found.changes:
            same = self.remark("returned_same_older" if found.older else "returned_same")
            return replace(same, notice=same.notice + beside)
        return Outcome(f"{views.RETURNED}:{seq}", beside, kept=True)

    def decide(self, verb: str, seq: int, number: int) -> Outcome:
        """Take a change, or leave the sentence as it is; then show the next one."""
        open_ = self._open(seq)
        if number >= len(open_):
            return self.remark("stale")
        chosen = open_[number]
        if verb == "take":
            self._take((chosen,))
        else:
            event = NewEvent(EventKind.LET, text=chosen.told.key)
            self.keep(event)
        said = self.desk.shelf.texts("returned_taken" if verb == "take" else "returned_left")
        if verb == "take" and chosen.told.place == "signature" and chosen.told.doubts:
            said += self.desk.shelf.texts("returned_other_names")
        return Outcome(f"{views.CHANGE}:{seq}:{number}", said)

    def take_all(self, seq: int) -> Outcome:
        """Take every change that agrees with what was said; what is decided by itself stays open."""
        taken = self._take([one for one in self._open(seq) if not one.told.alone])
        return Outcome(f"{views.RETURNED}:{seq}", self.desk.shelf.texts("returned_took", n=taken))

    def _open(self, seq: int) -> list[Returned]:
        return [one for one in self.desk.returned(self.state, seq).changes if one.taking is not None]

    def _take(self, chosen: Sequence[Returned]) -> int:
        """All at once: the first change is what the inbox's row led to, the others come with it."""
        seq = self.inbox_seq
        edition = self.desk.newest_edition(self.state)
        assert edition is not None
        before = edition.report
        versions: dict[str, SectionVersion] = {}
        for version, line, text in _sentences(chosen):
            changing = replace(Changing.beside(self), inbox_seq=seq)
            present = versions.get(version.section, version)
            versions[version.section] = changing.own(present, line, text)
            seq = None
        for one in chosen:
            if isinstance(one.taking, NewEvent):
                keep(self.desk.db, self.state.id, one.taking, seq)
                seq = None
        Changing.beside(self).note_filled_gaps(before)
        return len(chosen)


def _sentences(chosen: Sequence[Returned]) -> list[tuple[SectionVersion, Correctable, str]]:
    """The sentences that are to read differently, the last one first: the others keep their places."""
    found: dict[tuple[str, int, int], tuple[SectionVersion, Correctable, str]] = {}
    for one in chosen:
        own = ((one.taking, one.text or one.told.now),) if isinstance(one.taking, Spot) else ()
        for spot, text in (*own, *one.also):
            at = (spot.version.section, spot.line.block, spot.line.sentence)
            before = found[at][2] if at in found else spot.line.text
            found[at] = (spot.version, spot.line, before.replace(spot.piece, text, 1))
    return [found[at] for at in sorted(found, reverse=True)]
