"""What is told as a guess is written as one, and a figure sent afterwards stands where it belongs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.writing.guessing import as_guesses
from tests.office import Interview, shelf_with, shipped, small_outline


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Interview]:
    """Somebody in front of the small outline."""
    somebody = Interview(tmp_path / "office.db", shelf_with(small_outline()))
    yield somebody
    somebody.leaves()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("投资好像是四百来万", "投资四百来万"),
        ("投资好像是400万，收入3万吧", "投资约400万，收入约3万"),
        ("走访12次吧", "走访约12次"),
        ("去年8.1亿吧好像，今年多", "去年约8.1亿，今年多"),
        ("来了30人应该", "来了约30人"),
        ("大概12次吧", "大概12次"),
        ("估计12次吧", "估计12次"),
        ("十来起吧", "十来起"),
        ("走访30户左右吧", "走访30户左右"),
        ("家风还行吧", "家风还行"),
        ("不算事故吧", "不算事故吧"),
        ("听的人有四百多吧", "听的人有四百多"),
        ("发了有百十条吧", "发了有百十条"),
        ("第3名吧", "第3名吧"),
        ("2021年吧", "2021年吧"),
        ("说一下林长制吧", "说一下林长制吧"),
        ("好像有一段漏水", "好像有一段漏水"),
        ("一年卖到六七百万吧", "一年卖到六七百万"),
        ("大概备了沙袋六千个吧", "大概备了沙袋六千个"),
        ("好像是张三办的", "好像是张三办的"),
        ("贫困户好像有3户没改", "贫困户有约3户没改"),
        ("好像看了3本书吧", "看了约3本书"),
        ("看了3本书吧，写了笔记", "看了约3本书，写了笔记"),
        ("好像是12月20号", "好像是12月20号"),
        ("去年好像是全县第3", "去年好像是全县第3"),
        ("行吧", "行吧"),
    ],
)
def test_a_guess_is_no_firm_figure_and_no_talk(typed: str, written: str) -> None:
    assert as_guesses(typed) == written


@pytest.mark.parametrize(
    ("first", "then", "written"),
    [
        ("参加了几次征地拆迁", "5次", "参加了5次征地拆迁"),
        ("参加了几次征地拆迁", "5次吧", "参加了约5次征地拆迁"),
        ("培训4天，请教老张好几次", "6次", "培训4天，请教老张6次"),
        ("处理了不少险情", "十来起吧", "处理了不少险情，十来起。"),
        ("修了路", "3公里", "修了路，3公里。"),
        ("走访30户", "5次", "走访30户；5次。"),
        ("参加12次", "5次", "参加12次；5次。"),
        ("十几次，好几次没赶上", "5次", "十几次，好几次没赶上；5次。"),
        ("参加了几次征地拆迁", "到会5次", "参加了几次征地拆迁；到会5次。"),
    ],
)
async def test_a_bare_figure_completes_the_note_before_it(
    user: Interview, first: str, then: str, written: str
) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says(first, then)
    assert written in await user.finishes()


@pytest.mark.parametrize("day", ["12月25号", "2023年3月", "十二月二十五日", "2023年", "2026.12.25", "12月底"])
async def test_a_day_of_which_nothing_is_told_is_asked_about(user: Interview, day: str) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.reaches("集中学习")
    assert (await user.says(day)).shows(f"“集中学习”问的不是日期，只有“{day}”看不出要写什么。")
    assert (await user.presses("按原样写进“集中学习”")).said == [f"· {day}"]


async def test_a_day_answers_where_a_day_is_asked_for(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.reaches("工作分工")
    await user.says("分管农业，年中兼管文化站")
    assert (await user.says("7月")).said[-1] == "· 7月"
    await user.reaches("集中学习")
    assert (await user.says("12月学了3次")).said == ["· 12月学了3次"]
