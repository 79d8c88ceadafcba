"""The table of verbs and nouns: every pair is found, and what goes together is left alone."""

import pytest

from bot.proofreading import proofread
from bot.proofreading.book import Pairing
from tests.proofreading.conftest import BOOK


def found(text: str) -> set[str]:
    """What is marked as not going together, by the table or by a rule that is more exact."""
    kinds = ("sentences.", "words.")
    return {one.span for one in proofread(text, BOOK) if one.rule.startswith(kinds)}


def paired(text: str) -> set[str]:
    return {one.span for one in proofread(text, BOOK) if one.rule.startswith("sentences.pairing")}


def test_there_are_hundreds_of_pairs() -> None:
    pairs = {
        (word, verb) for one in (*BOOK.objects, *BOOK.subjects) for word in one.words for verb in one.wrong
    }
    assert len(pairs) > 800


@pytest.mark.parametrize("one", BOOK.objects, ids=lambda one: f"{one.words[0]}-{one.wrong[0]}")
def test_objects(one: Pairing) -> None:
    for word in one.words:
        for verb in one.wrong:
            assert any(verb in span or span in verb + word for span in found(f"我们{verb}了全镇{word}。")), (
                f"{verb}{word}"
            )
        assert not any(paired(f"我们{verb}了全镇{word}。") for verb in one.right)


@pytest.mark.parametrize("one", BOOK.subjects, ids=lambda one: f"{one.words[0]}-{one.wrong[0]}")
def test_subjects(one: Pairing) -> None:
    for word in one.words:
        for verb in one.wrong:
            assert any(verb in span or span in verb + word for span in found(f"全镇{word}不断{verb}。")), (
                f"{word}{verb}"
            )
        assert not any(paired(f"全镇{word}不断{verb}。") for verb in one.right)


@pytest.mark.parametrize(
    "text",
    [
        "加强培训，发挥示范作用。",
        "提高认识发挥党员作用。",
        "加强学习总结经验。",
        "加大监管力度，",
        "提高发展质量。",
        "把加强管理、完善机制、落实责任作为重点。",
    ],
)
def test_a_right_verb_between_makes_it_right(text: str) -> None:
    assert not paired(text)
