"""An answer as it was judged: what stands, what does not, and what a repair makes of it.

A group is the notes that sentences tell together, and those sentences: it stands or falls as one, so that no
note is lost and none is told twice. A lead rests on no note and is judged alone.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.writing.model.fault import Fault
from bot.writing.model.lines import Line


@dataclass(frozen=True, slots=True)
class Group:
    """Notes told together, the sentences that tell them, what is wrong: nothing for a group that stands."""

    notes: tuple[str, ...]
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A whole answer. `leads` are sentences without notes that stand; `bad_leads` those that do not."""

    groups: tuple[Group, ...]
    leads: tuple[Line, ...] = ()
    bad_leads: tuple[Group, ...] = ()

    @property
    def standing(self) -> tuple[Group, ...]:
        """The groups without a fault."""
        return tuple(group for group in self.groups if not group.faults)

    @property
    def failed(self) -> tuple[Group, ...]:
        """The groups with one."""
        return tuple(group for group in self.groups if group.faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything found."""
        return tuple(fault for group in (*self.groups, *self.bad_leads) for fault in group.faults)

    def with_fault(self, faulty: Collection[Line], fault: Fault) -> "Judged":
        """The same with this fault on these sentences."""
        groups = tuple(
            replace(group, faults=(*group.faults, fault))
            if any(line in faulty for line in group.lines)
            else group
            for group in self.groups
        )
        leads = tuple(line for line in self.leads if line not in faulty)
        gone = tuple(Group((), (line,), (fault,)) for line in self.leads if line in faulty)
        return Judged(groups, leads, (*self.bad_leads, *gone))

    def combined_with(self, lines: Sequence[Line]) -> list[Line]:
        """The sentences that stood, and of the new ones those on notes whose sentences did not."""
        lost: dict[str, float | None] = {}
        for group in self.failed:
            lost |= dict.fromkeys(group.notes, min((line.place for line in group.lines), default=None))
        kept = [line for group in self.standing for line in group.lines] + list(self.leads)
        slots = {line.slot: line.place for group in self.bad_leads for line in group.lines}
        for line in lines:
            if line.notes and all(note in lost for note in line.notes):
                places = [place for note in line.notes if (place := lost[note]) is not None]
                kept.append(replace(line, place=min(places) if places else _behind(kept, line)))
            elif not line.notes and line.slot in slots:
                kept.append(replace(line, place=slots[line.slot]))
        return kept


def _behind(kept: Sequence[Line], line: Line) -> float:
    """A place for a note that had no sentence yet: behind the sentences on notes before it."""
    number = int(line.notes[0][1:])
    return (
        max((other.place for other in kept if other.notes and int(other.notes[0][1:]) < number), default=-0.5)
        + 0.1
    )
