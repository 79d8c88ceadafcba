"""A number that a text tells twice is given once; a small one told again is a number of its own."""

from __future__ import annotations

from bot.facts import FindingKind, Lexicon, compare


def test_a_number_told_twice_of_one_thing_is_given(lexicon: Lexicon) -> None:
    text = "摔伤人数由上年的31人减至24人，然而24人受伤仍令人痛心。"
    assert compare(["采茶摔伤24人，去年31"], text, lexicon) == ()


def test_a_number_told_again_of_another_thing_is_not(lexicon: Lexicon) -> None:
    text = "采茶季摔伤24人，赔付保险24起。"
    assert compare(["采茶摔伤24人"], text, lexicon) != ()


def test_a_small_number_told_again_is_a_number_of_its_own(lexicon: Lexicon) -> None:
    found = compare(["包案4件，结了1件"], "包案4件，其中4件办结。", lexicon)
    assert FindingKind.NUMBER_CHANGED in {finding.kind for finding in found}


def test_falling_short_in_words_is_a_hedge(lexicon: Lexicon) -> None:
    assert compare(["参保率没到90%"], "参保率距90%尚有差距。", lexicon) == ()
    assert compare(["参保率没到90%"], "参保率达90%。", lexicon) != ()
