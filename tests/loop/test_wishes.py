"""What a person wishes of a section, said once more."""

from bot.report import Sentence
from bot.writing.model import OwnLead, Wish

BY_HAND = Wish(own=(Sentence("走访12户。"),), own_leads=(OwnLead("强化学习。"),))


def test_what_is_said_now_stands_behind_what_was_wished_before() -> None:
    assert Wish().with_words("短一点").with_words("朴实些").text == "短一点；朴实些"


def test_without_words_it_is_another_try_of_the_same() -> None:
    assert Wish("短一点").with_words("").with_words("") == Wish("短一点", again=2)


def test_words_begin_the_tries_anew() -> None:
    assert Wish("短一点", again=2).with_words("朴实些").again == 0


def test_sentences_by_hand_stay() -> None:
    for said in ("", "短一点"):
        wish = BY_HAND.with_words(said)
        assert wish.by_hand == ("走访12户。", "强化学习。")
