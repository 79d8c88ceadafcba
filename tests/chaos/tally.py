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
)
ORDER = (
    "kills",
    "kills with answers waiting",
    "kills while a report was being written",
    "kills while documents were on their way",
    "kills under a clock that jumps",
    "stops (SIGTERM) in the middle of a model call",
    "answers sent",
    "answers stored",
    *MUST_BE_NOTHING[:4],
    "reports ordered",
    "reports delivered",
    "documents delivered",
    "model calls",
    "model calls that failed on purpose",
    *MUST_BE_NOTHING[4:5],
    "asked again because a kill or a newer order came while the answer was on its way",
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
    """What went wrong around the program on purpose."""
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """How an episode went."""

    @property
    def good(self) -> bool:
        """Whether nothing was lost, doubled, paid twice or shown wrongly, and every report came."""
        delivered = self.counts["reports delivered"] == self.counts["reports ordered"]
        return delivered and not self.wrong and not any(self.counts[name] for name in MUST_BE_NOTHING)

    def lines(self) -> list[str]:
        """Everything, one line each."""
        counted = [f"{name}: {self.counts[name]}" for name in ORDER]
        around = [f"  {name}: {count}" for name, count in sorted(self.faults.items())]
        wrong = [f"WRONG: {sentence}" for sentence in self.wrong]
        return [
            *counted,
            "with, meanwhile:",
            *around,
            *self.notes,
            *wrong,
            "good" if self.good else "NOT GOOD",
        ]
