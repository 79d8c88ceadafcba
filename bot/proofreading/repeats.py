"""The same sentence twice, or a long clause told again word by word."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

LONG_SENTENCE = 12
LONG_CLAUSE = 10
_MANNER = re.compile("^(?:大力|扎实|深入|认真|积极|切实|全面|进一步|坚决|始终|持续|不断|严格|努力)+")


def repeats(reading: Reading) -> Iterator[Finding]:
    """The later of two places that hold the same; a clause inside a repeated sentence is not told again."""
    seen: set[str] = set()
    clauses: set[str] = set()
    for sentence in reading.page.sentences:
        core = sentence.text.strip("。！？；”’ \u3000")
        if len(core) >= LONG_SENTENCE and core in seen:
            yield reading.finding("whole.repeated-sentence", sentence.start, sentence.end)
            continue
        seen.add(core)
        at = sentence.start
        for clause in sentence.text.split("，"):
            bare = clause.strip("。！？；”’ \u3000")
            bare = _MANNER.sub("", bare[2:] if bare[1:2] == "是" else bare)
            if len(bare) >= LONG_CLAUSE and bare in clauses:
                start = at + clause.index(bare)
                yield reading.finding("whole.repeated-clause", start, start + len(bare))
            clauses.add(bare)
            at += len(clause) + 1
