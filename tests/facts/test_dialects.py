"""Notes in the words of one's region: a report in plain words invents nothing."""

import pytest

from bot.facts import Lexicon, compare


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("台风嗰日冇伤人", "台风当日未造成人员受伤。"),
        ("外省一次都冇去过招商", "未曾赴外省开展招商。"),
        ("今年冇一个娃仔失学", "全年没有一名儿童失学。"),
        ("莫得哪个老板给我送过钱", "没有老板给本人送过钱。"),
        ("同两个村嘅党员倾过偈", "与两个村的党员谈过心。"),
        ("婆娘娃儿都没在镇上揽工程", "注重管好身边人，配偶和子女均不曾在镇上承揽工程。"),
        ("茶园那边没烧起来", "茶园一带没有起火。"),
    ],
)
def test_a_note_in_dialect_is_told_in_the_words_of_reports(lexicon: Lexicon, note: str, told: str) -> None:
    assert compare([note], told, lexicon) == ()


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("台风嗰日冇伤人", "台风当日造成人员受伤。"),
        ("莫得哪个老板给我送过钱", "有老板给本人送过钱。"),
    ],
)
def test_what_dialect_denies_may_not_be_affirmed(lexicon: Lexicon, note: str, told: str) -> None:
    assert compare([note], told, lexicon)
