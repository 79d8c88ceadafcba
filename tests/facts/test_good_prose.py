"""Good prose of many kinds raises no alarm."""

from __future__ import annotations

from pathlib import Path

from bot.facts import Lexicon, compare

PAIRS = Path(__file__).with_name("faithful_pairs.txt")


def test_at_most_one_in_a_hundred_faithful_pairs_is_flagged(lexicon: Lexicon) -> None:
    pairs = [line.split("|") for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#")]
    flagged = [prose for notes, prose in pairs if compare(notes.split("//"), prose, lexicon)]
    assert len(pairs) > 300
    assert len(flagged) * 100 <= len(pairs), flagged
