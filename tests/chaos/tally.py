"""What was done to the program, what was found afterwards, and whether that is good enough."""

from collections import Counter
from dataclasses import dataclass, field

MUST_BE_NOTHING = (
    "answers lost",
    "answers doubled",
    "answers out of order",
    "answers given up",
    "sections paid twice",
    "documents delivered twice for one finish",
    "documents not delivered",
    "cards wrong after restart",
    "stops that were not clean",
    "of these, lines whose number the program had heard",
    "answers without a reaction",
)
FAULTS = (
    "kills with answers waiting",
    "kills while a report was being written",
    "kills while documents were on their way",
    "kills under a clock that jumps",
    "kills while Telegram pushes to a webhook",
    "stops (SIGTERM) in the middle of a model call",
    "replies lost after the server processed them",
    "calls lost before",
    "429s",
    "500s",
    "timeouts",
    "short outages",
    "outages of minutes",
    "duplicate and out-of-order redeliveries",
    "update ids that start again lower",
    "updates that do not parse",
    "full disks",
    "databases locked for a moment",
    "databases locked for longer than the program waits",
    "second copies on the same file",
    "second copies with the same token",
    "model calls that failed on purpose",
)
"""Everything that is to go wrong around the program; a run without one of them has not shown enough."""
ORDER = (
    "kills",
    "interviews typed to their end",
    "answers sent",
    "answers stored",
    *MUST_BE_NOTHING[:4],
    "reports ordered",
    "reports delivered",
    "documents delivered",
    "model calls",
    *MUST_BE_NOTHING[4:5],
    "asked again because a kill came while the answer was on its way",
    *MUST_BE_NOTHING[5:8],
    "cards looked at after restart",
    *MUST_BE_NOTHING[8:9],
    "lines left behind where a document was to come",
    *MUST_BE_NOTHING[9:],
)


@dataclass
class Tally:
    """Counts by their names, and sentences about whatever is wrong besides."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    """What went wrong around the program on purpose, counted where it happened."""
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """How an episode went."""

    @property
    def good(self) -> bool:
        """Whether every fault happened, every report came, and nothing was lost, doubled or shown wrongly."""
        delivered = self.counts["reports delivered"] == self.counts["reports ordered"] > 0
        spotless = not any(self.counts[name] for name in MUST_BE_NOTHING)
        return delivered and spotless and not self.wrong and not self.missing

    @property
    def missing(self) -> list[str]:
        """The kinds of fault that did not happen."""
        return [name for name in FAULTS if not self.faults[name]]

    def lines(self) -> list[str]:
        """Everything, one line each."""
        counted = [f"{name}: {self.counts[name]}" for name in ORDER]
        around = [f"  {self.faults[name]:6}  {name}" for name in FAULTS]
        wrong = [f"WRONG: {sentence}" for sentence in self.wrong]
        wrong += [f"WRONG: not one of the {name}" for name in self.missing]
        return [
            *counted,
            "faults that happened meanwhile:",
            *around,
            *self.notes,
            *wrong,
            "good" if self.good else "NOT GOOD",
        ]
