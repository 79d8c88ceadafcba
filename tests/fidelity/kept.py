"""Count which characters of notes writers keep: `python -m tests.fidelity.kept`.

It prints `kept` of facts-kept.yaml, counted over the faithful paragraphs of `tune`, for every stretch of a
note in the clause most like it.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.facts.matching.stretches import stretches_of
from bot.facts.matching.tellings import USUALLY_KEPT, with_neighbours
from bot.facts.readers.reader import read_closely
from bot.facts.text.reading import Reading
from bot.library.lexicon import load_lexicon

from .cases import PROMPTS, load_cases

LEVELS = (40, 60, 75, 85, round(100 * USUALLY_KEPT), 96)
LEAST, DOUBTED = 4, 3


def main() -> None:
    """Print the block; characters seen too seldom, or kept as often as most, are left out."""
    seen: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    lexicon = load_lexicon(PROMPTS)
    for case in load_cases("tune"):
        if case.kind is not None:
            continue
        prose = read_closely(case.text, lexicon)
        clauses = list(_with_neighbours(prose))
        for stretch in stretches_of(read_closely("\n".join(case.notes), lexicon)):
            words = stretch.words - stretch.counted
            told = max(
                clauses,
                key=lambda signs: (
                    len(words & signs)
                    + 1.5 * len(stretch.synonyms & signs)
                    + 2 * len(stretch.figures & signs)
                ),
            )
            seen.update(words)
            kept.update(words & told)
    usual = kept.total() / seen.total()
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for sign, times in seen.items():
        share = 100 * (kept[sign] + DOUBTED * usual) / (times + DOUBTED)
        if times >= LEAST:
            levels[min(LEVELS, key=lambda level: abs(level - share))].append(sign)
    for level in LEVELS:
        if level != round(100 * USUALLY_KEPT):
            sys.stdout.write(" ".join([str(level), *sorted(levels[level])]) + "\n")


def _with_neighbours(prose: Reading) -> Iterator[frozenset[str]]:
    """For every clause the signs of it and of its neighbours in the same sentence, numbers as well."""
    signs = [prose.signs_of(*clause[:2]) | prose.figures_in(*clause[:2]) for clause in prose.clauses]
    for first, last in with_neighbours(prose.clauses):
        yield frozenset[str]().union(*signs[first:last])


if __name__ == "__main__":
    main()
