"""Where choices are offered and the person types: the words are the choice when they fit exactly one."""

import pytest

from bot.interview.fitting import fitting, fitting_year
from tests.office import Interview, shipped

MAYOR = shipped().outlines["mayor"]
CHOICES = {question.key: question.choices for question in MAYOR.profile if question.choices}
TITLES = [outline.title for outline in shipped().outlines.values()]


@pytest.mark.parametrize(
    ("key", "words", "meant"),
    [
        ("audience", "组织部", "县委组织部（书面）"),
        ("audience", "报给组织部的。", "县委组织部（书面）"),
        ("audience", "纪委", "县纪委全会（述责述廉）"),
        ("audience", "镇党委", "镇党委（书面）"),
        ("audience", "口述", "考核组和干部大会（口头述职）"),
        ("rank", "副科", "乡科级副职"),
        ("rank", "正处级", "县处级正职"),
        ("rank", "我是乡科级副职", "乡科级副职"),
        ("rank", "其他", "其他职级"),
        ("length", "2000", "2000字"),
        ("length", "3000字左右", "3000字"),
        ("length", "两千字吧", "2000字"),
        ("length", "两千五百字", "2500字"),
        ("audience", "应该是组织部吧", "县委组织部（书面）"),
        ("audience", "交组织部的", "县委组织部（书面）"),
        ("audience", "给县委组织部看", "县委组织部（书面）"),
        ("audience", "第三个", "县纪委全会（述责述廉）"),
        ("rank", "最后一个", "其他职级"),
        ("audience", "报给镇里", "镇党委（书面）"),
        ("audience", "乡里", "镇党委（书面）"),
        ("length", "两千来字", "2000字"),
        ("length", "大概2000字以内吧", "2000字"),
    ],
)
def test_words_that_fit_one_choice_are_that_choice(key: str, words: str, meant: str) -> None:
    assert fitting(words, CHOICES[key]) == (meant,)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("audience", "书面"),
        ("audience", "组织部和纪委都要报"),
        ("audience", "县政府"),
        ("audience", "县里"),
        ("rank", "科级"),
        ("rank", "乡科级副职，2021年6月任的"),
        ("rank", "镇长"),
        ("rank", "副"),
        ("length", "200"),
        ("length", "四千字"),
        ("length", "50"),
        ("length", "越长越好"),
        ("length", "两千多字"),
        ("audience", "第九个"),
        ("rank", "报告"),
    ],
)
def test_words_that_fit_none_or_several_are_no_choice(key: str, words: str) -> None:
    assert len(fitting(words, CHOICES[key])) != 1


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026", "2026"),
        ("26年度", "26年度"),
        ("二〇二五年度", "二〇二五年度"),
        ("今年", "2026年"),
        ("去年的", "2025年"),
        ("2024年", "2024年"),
        ("2026年3月到任，写3月以后的", ""),
        ("年终", ""),
    ],
)
def test_a_year_is_known(words: str, meant: str) -> None:
    assert fitting_year(words, ("2026年", "2025年")) == meant


async def test_typing_the_choice_goes_on_as_pressing_it_does(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    assert (await user.says("正科")).shows("述哪一年的职？")
    assert (await user.says("今年")).shows("报给谁？")
    card = await user.says("书面")
    assert card.shows("落款写哪一天？")
    await user.reaches("职务层次")
    assert user.card.shows("您选的是：乡科级正职")
    card = await user.says("县里刚提的，还没定级")
    assert card.shows("对不上哪一个")
    assert card.said == ["· 县里刚提的，还没定级"]


def test_an_abbreviated_kind_of_report_is_known() -> None:
    assert len(fitting("农业副镇长", TITLES)) == 1


@pytest.fixture
def everybody(user: Interview) -> Interview:
    """The same person, with all kinds of report on the shelf."""
    user.restarts(shipped())
    return user


async def test_on_the_first_card_the_name_of_a_kind_is_enough(everybody: Interview) -> None:
    await everybody.commands("start")
    card = await everybody.says("镇长")
    assert card.shows("“镇长”有好几种，请点下面的一种。")
    assert (await everybody.says("党委书记")).shows("请问您的姓名？")
    assert everybody.card.shows("开始写《党委书记")
    await everybody.reaches("其他情况")
    assert everybody.card.said == []
    await everybody.commands("new")
    assert (await everybody.says("农业")).shows("开始写《副镇长（农业）")
    await everybody.commands("new")
    await everybody.says("今年抓了三件事")
    assert everybody.card.said == ["· 今年抓了三件事"]


async def test_words_that_were_no_try_are_asked_about_when_a_choice_is_pressed(
    user: Interview,
) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产1.3万吨")
    await user.reaches("职务层次")
    await user.says("级别还没定")
    card = await user.says("修了12座泵站")
    assert card.said == ["· 级别还没定", "· 修了12座泵站"]
    card = await user.presses("乡科级正职")
    assert card.shows("选好了。您先前写的这句话放在哪里？")
    assert card.said == ["· 修了12座泵站"]
    await user.presses("回到当前题")
    await user.says("2026")
    assert "修了12座泵站" not in await user.finishes()
    assert user.card.shows("还有1句话没定放在哪里，报告里没有写：“修了12座泵站”。")
    await user.presses("定一下放在哪里", "放进“其他情况”")
    report = await user.finishes()
    assert "修了12座泵站" in report
    assert "级别还没定" not in report
    await user.commands("undo")
    await user.commands("undo")
    await user.commands("undo")
    assert user.card.shows("您是哪一级？")
    assert (await user.commands("overview")).shows("还有2句话没定放在哪里")


@pytest.mark.parametrize(
    "words",
    ["不对，是处级副职", "选错了，县处级副职", "不是正科，是副处", "层次应该是副处", "点错了，应该是副处"],
)
async def test_a_choice_is_corrected_in_words(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("职务层次")
    await user.presses("乡科级正职")
    card = await user.says(words)
    assert card.shows("已经改选。")
    assert card.shows("述哪一年的职？"), "who corrects goes on where they were"
    await user.reaches("职务层次")
    assert user.card.shows("您选的是：县处级副职")
    await user.commands("undo")
    assert user.card.shows("您选的是：乡科级正职")


async def test_of_two_choices_that_fit_the_one_like_the_standing_one_is_meant(everybody: Interview) -> None:
    await everybody.commands("start")
    await everybody.says("党委书记")
    await everybody.reaches("职务层次")
    await everybody.presses("乡科级正职")
    assert (await everybody.says("不对，应该是副职")).shows("已经改选。")
    await everybody.reaches("职务层次")
    assert everybody.card.shows("您选的是：乡科级副职")


async def test_a_correction_later_finds_the_choice_it_names(user: Interview) -> None:
    await user.begins()
    await user.reaches("述职年度")
    await user.presses("2025年")
    assert (await user.says("不对，是今年")).shows("报给谁？")
    await user.presses("镇党委（书面）")
    await user.reaches("粮食")
    await user.says("生猪存栏7600头")
    card = await user.says("述职年度不对，是2025年")
    assert card.shows("已经改选。")
    assert card.said == ["· 生猪存栏7600头"]
    assert (await user.says("不对，是7900头")).shows("这一条是更正"), "a figure is no choice"
    assert "2025年" in (await user.finishes()).split("\n")[0]


async def test_words_that_only_look_like_one_change_no_choice(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    await user.presses("乡科级正职")
    await user.reaches("粮食")
    assert (await user.says("不对，是副处级干部包村")).said == ["· 不对，是副处级干部包村"]
    await user.reaches("职务层次")
    assert user.card.shows("您选的是：乡科级正职")


async def test_a_number_of_no_choice_is_forgotten_once_a_choice_counts(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    assert (await user.says("0")).shows("对不上哪一个")
    await user.says("乡科级正职")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    await user.finishes()
    assert not user.card.shows("没定放在哪里")
