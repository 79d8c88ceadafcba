"""What only the person can know does not leave the machine, and comes back exactly as it was said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.writing.model import first_prompts
from bot.writing.model.naming import names_in
from bot.writing.model.sealed import SealedText
from bot.writing.model.sealing import Sealer

from .office import EXAMPLE_NAMES, book, everything_said, house_for, state_of

STATE = state_of("mayor")
LEXICON = house_for(STATE).lexicon


def sealed(text: str, *names: str, visible: bool = False) -> SealedText:
    public = frozenset(book().names.public)
    return Sealer(LEXICON, names, public, "visible" if visible else "sealed").seal(text)


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("走访企业86家次。", "走访企业⟦F1：▢家次⟧。"),
        ("工单比去年下降12%。", "工单⟦F1：比去年下降▢%⟧。"),
        ("一般公共预算收入4870万，增6.2%。", "一般公共预算收入⟦F1：▢万⟧，⟦F2：增▢%⟧。"),
        ("危房改造11户，去年14户。", "危房改造⟦F1：▢户⟧，⟦F2：去年▢户⟧。"),
        ("卖了大概90万。", "卖了⟦F1：约▢万⟧。"),
        ("剩8处明年3月底前改完。", "剩⟦F1：▢处⟧⟦F2：明年▢月底前⟧改完。"),
        ("柳湾村修路3公里。", "⟦F1：▢村⟧修路⟦F2：▢公里⟧。"),
        ("空气质量全县第几【待补：大气】。", "空气质量全县第几⟦F1：待补⟧。"),
        ("学习《论语新读》两遍。", "学习⟦F1：《▢》⟧⟦F2：▢遍⟧。"),
        ("PM2.5降了3.8%，12345工单340件。", "PM2.5⟦F1：降了▢%⟧，12345工单⟦F2：▢件⟧。"),
        ("被县里评为平安建设先进单位。", "⟦F1：被县里评为▢先进单位⟧。"),
        ("3月到任以后学习8次。", "⟦F1：▢月⟧到任以后学习⟦F2：▢次⟧。"),
        ("开会讲过3次，村集体收入过20万。", "开会讲过⟦F1：▢次⟧，村集体收入⟦F2：过▢万⟧。"),
        (
            "8月6号暴雨，12个人守堤，3月底清完西渠。",
            "⟦F1：▢月▢日⟧暴雨，⟦F2：▢人⟧守堤，⟦F3：▢月底⟧清完西渠。",
        ),
        ("每季度谈一次话，谈了半年。", "每季度谈一次话，谈了半年。"),
        ("查出“散乱污”5处。", "查出“散乱污”⟦F1：▢处⟧。"),
    ],
)
def test_a_fact_is_shown_as_its_shape(note: str, shown: str) -> None:
    assert sealed(note).shown == shown


def test_visible_shows_the_value_and_seals_it_all_the_same() -> None:
    text = sealed("走访企业86家次。", visible=True)
    assert text.shown == "走访企业⟦F1：86家次⟧。"
    assert text.marked == "走访企业⟦F1⟧。"


def test_hedges_come_back_in_office_words_and_nothing_else_changes() -> None:
    facts = sealed("下村90来天，大概1.5万字，1300多次，笔记1万来字，8月6号，投1个亿。").facts
    told = ["约90天", "约1.5万字", "1300多次", "约1万字", "8月6日", "1亿"]
    assert [fact.text for fact in facts] == told


@pytest.mark.parametrize("example", EXAMPLE_NAMES)
def test_no_figure_and_no_known_name_is_in_any_prompt(example: str) -> None:
    state = state_of(example)
    for key, prompt in first_prompts(state, house_for(state)).items():
        asked = prompt.turns[1].content
        told = re.sub(r"⟦F\d+：|[NP]\d+|约\d+字|于\d+字|^三、.*|小标题：\d\.|PM2\.5|12345", "", asked)
        told = re.sub(r"样子（编的.*", "", told)
        assert not re.search(r"\d", told), (key, re.findall(r".{8}\d+.{8}", told))
        for name in (
            "贺长青",
            "石桥",
            "云岭",
            "柳湾",
            "恒泽",
            "北坡",
            "周启明",
            "小韩",
            "何素琴",
            "家埠",
            "松坪",
        ):
            assert name not in asked, (key, name)


def test_names_are_found_by_how_they_are_built() -> None:
    names = names_in(
        ["石桥河清淤，恒泽阀门用电不够，小韩去跑，北坡路远"], ["云岭县石桥镇"], LEXICON, book().names
    )
    assert {"石桥", "云岭", "恒泽阀门", "小韩", "北坡"} <= set(names)
    assert "西渠" in names_in(["3月底清完西渠"], [], LEXICON, book().names)
    after = names_in(["石桥顺和竹木加工厂投产，石桥镇的加工厂停了"], ["云岭县石桥镇"], LEXICON, book().names)
    assert "石桥顺和竹木加工厂" in after
    assert not any("的" in name for name in after)


@given(
    st.text(
        alphabet="⟦⟧F1：▢[]<>0123年月万亿%户村。，增降去年比约大概来第一两《》“”X【待补】\n@#`", max_size=60
    )
)
def test_any_text_seals_and_comes_back(text: str) -> None:
    seal = sealed(text)
    back = "".join(piece if isinstance(piece, str) else piece.text for piece in seal.pieces)
    assert back == text or any(fact.text.startswith("约") for fact in seal.facts)
    outside = re.sub(r"⟦F\d+：[^⟦⟧]*⟧", "", seal.shown)
    assert not re.search(r"[⟦⟧\[\]<>\d]", outside)


def test_everything_said_is_told_to_somebody() -> None:
    assert len(everything_said(STATE)) > 50
