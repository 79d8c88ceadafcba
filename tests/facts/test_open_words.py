"""What leaves a clause open is one list of words, read from left to right, the longest first."""

from __future__ import annotations

import pytest
import yaml

from bot.facts import Lexicon, lexicon_from
from bot.facts.readers.reader import read_closely
from bot.facts.text.open_words import LEFT_OPEN, Says

from .conftest import PROMPTS

WORDS = yaml.safe_load((PROMPTS / "phrasebook" / "facts-open.yaml").read_text("utf-8"))["open_words"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("李家坝的路没修", Says.DENIES),
        ("正找人焊", Says.GOING),
        ("5个棚正向坡上搬迁", Says.GOING),
        ("装修正在进行", Says.GOING),
        ("手续快办完了", Says.STILL),
        ("等省里批", Says.AHEAD),
        ("零投诉", Says.DENIES),
        ("剩3户", Says.REST),
        ("全部完工", Says.FINISHED),
    ],
)
def test_a_word_is_found(text: str, says: Says, lexicon: Lexicon) -> None:
    assert read_closely(text, lexicon).says(0, len(text), says)


@pytest.mark.parametrize(
    "text",
    [
        "接待群众",
        "李正华牵头",
        "公正办事",
        "矫正对象都见了",
        "未来五年",
        "无人机巡山",
        "没收炮仗",
        "克服资金不足的困难",
        "走访300余户",
        "已将路修好",
        "有意见箱",
    ],
)
def test_what_only_looks_like_one_is_not(text: str, lexicon: Lexicon) -> None:
    assert not read_closely(text, lexicon).says(0, len(text), LEFT_OPEN)


def test_what_says_nothing_stands_in_no_other_list() -> None:
    nothing = set(WORDS["nothing"].split())
    assert not nothing & {
        word for name, words in WORDS.items() if name != "nothing" for word in words.split()
    }


def test_a_list_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="open_words"):
        lexicon_from({"open_words": {"perhaps": "也许"}})
