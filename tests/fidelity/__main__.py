"""Print precision and recall per kind: `python -m tests.fidelity`.

Of `report`, the part that nobody tuned on, nothing but sums is ever shown; while it is empty, it is left out.
"""

from __future__ import annotations

import sys
from collections import Counter

from bot.facts import Lexicon, compare
from bot.library.lexicon import load_lexicon

from .cases import PROMPTS, Case, load_cases
from .plain import Pair, load_pairs


def main() -> None:
    """Print one table for each part."""
    lexicon = load_lexicon(PROMPTS)
    for part in sys.argv[1:] or ("tune", "report"):
        if cases := load_cases(part):
            print_table(part, cases, lexicon)
            for sort, pairs in load_pairs(part).items():
                print_pairs(part, sort, pairs, lexicon)


def print_table(part: str, cases: list[Case], lexicon: Lexicon) -> None:
    """Print sums for all paragraphs, then for each kind.

    Found: unfaithful paragraphs of the kind with any finding. Recall: with a finding of that very kind.
    Precision: of all paragraphs with a finding of the kind, those that are unfaithful.
    """
    given: Counter[str] = Counter()
    found: Counter[str] = Counter()
    named: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    rightly: Counter[str] = Counter()
    faithful = flagged = 0
    for case in cases:
        kinds = {finding.kind for finding in compare(case.notes, case.text, lexicon)}
        claimed.update(kinds)
        if case.kind is None:
            faithful += 1
            flagged += bool(kinds)
            continue
        rightly.update(kinds)
        given[case.kind] += 1
        found[case.kind] += bool(kinds)
        named[case.kind] += case.kind in kinds
    total, caught = sum(given.values()), sum(found.values())
    write(f"{part}: {faithful} faithful, {flagged} flagged ({share(flagged, faithful)})")
    write(f"{part}: {total} unfaithful, {caught} found ({share(caught, total)})")
    write(f"{'kind':24}{'given':>7}{'found':>11}{'recall':>11}{'precision':>11}")
    for kind in sorted(given.keys() | claimed.keys()):
        parts = (found[kind], given[kind]), (named[kind], given[kind]), (rightly[kind], claimed[kind])
        write(f"{kind:24}{given[kind]:>7}" + "".join(f"{share(*part):>11}" for part in parts))


def print_pairs(part: str, sort: str, pairs: list[Pair], lexicon: Lexicon) -> None:
    """Print of plain tellings how many faithful are flagged, and how many with an error are found."""
    flagged = sum(bool(compare([pair.note], pair.faithful, lexicon)) for pair in pairs)
    found = sum(bool(compare([pair.note], pair.unfaithful, lexicon)) for pair in pairs)
    given = len(pairs)
    counts = f"{flagged:>4} flagged ({share(flagged, given)}), {found:>4} found ({share(found, given)})"
    write(f"{part}, plain, {sort:8}{given:>5} of either: {counts}")


def share(part: int, whole: int) -> str:
    """A percentage with one digit, or a dash where there is nothing to count."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def write(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
