"""The terminal: what is printed, what is typed, and what comes through a pipe."""

from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from bot.cli import cli
from bot.interview.card import Block, Button, Card, Style
from bot.interview.move import Command, Press, Say
from bot.terminal.reading import read
from bot.terminal.rendering import print_card
from tests.office import shipped

CARD = Card((Block("问题"),), ((Button("下一题", "next"), Button("3", "three")),), draft=4, version=9)


def chat(*lines: str, encoding: str = "utf-8", user: str = "me") -> Result:
    """Pipe these lines into the chat."""
    typed = "\n".join(lines).encode(encoding)
    return CliRunner().invoke(cli, ["chat", "--db", "a.db", "--out", "out", "--user", user], input=typed)


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("1", Press(4, 9, "next")),
        (" 1", Say("1")),
        ("　12 ", Say("12")),
        ("2", Press(4, 9, "three")),
        ("3", Press(4, 9, "three")),
        ("4", Say("4")),
        ("0", Say("0")),
        ("１", Say("１")),
        ("下一题", Press(4, 9, "next")),
        (" 下一题 ", Press(4, 9, "next")),
        ("下一题。", Say("下一题。")),
        ("/finish", Command("finish")),
        ("/FINISH ", Command("finish")),
        ("/ finish", Say("/ finish")),
        ("1/3", Say("1/3")),
        ("/3", Say("/3")),
        ("", Say("")),
        ("  修路  ", Say("  修路  ")),
    ],
)
def test_a_line_is_a_command_a_button_or_something_said(line: str, move: object) -> None:
    assert read(line, CARD) == move


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("1", Press(4, 9, "choose:0")),
        ("2", Say("2")),
        ("3", Say("3")),
        ("是", Press(4, 9, "declare:yes")),
        ("下一题", Press(4, 9, "next")),
    ],
)
def test_a_piped_number_answers_the_question(line: str, move: object) -> None:
    buttons = (Button("是", "declare:yes"), Button("正科", "choose:0"), Button("下一题", "next"))
    card = Card((Block("几条？"),), (buttons,), draft=4, version=9, question="roads")
    assert read(line, card, piped=True) == move
    assert read("2", card) == Press(4, 9, "next")


def test_a_pipe_tells_no_pace() -> None:
    """However fast lines come in, nobody has answered them at that pace."""
    printed = chat(shipped().outlines["mayor"].title, *["跳过", "王建国"] * 15).output
    assert "0/" in printed
    assert "约剩" not in printed


def test_empty_input_shows_the_start_and_ends_well() -> None:
    result = chat()
    assert result.exit_code == 0
    assert "请选一种报告" in result.output
    assert "先到这里，都已存好" in result.output


def test_buttons_are_numbered_from_one() -> None:
    result = chat("镇长 · 述职述德述廉")
    assert "按钮：[1] 下一题  [2] 跳过  [3] 还不清楚  [4] 撤销  [5] 总览  [6] 暂停" in result.output


def test_the_next_run_goes_on_where_the_last_one_stopped() -> None:
    chat("镇长 · 述职述德述廉", "贺长青", "下一题", "云岭县石桥镇")
    result = chat()
    assert "您上次写到“基本情况 · 县和乡镇”" in result.output
    assert "· 云岭县石桥镇" in result.output


def test_what_is_asked_back_stands_on_the_card_and_can_be_put_aside() -> None:
    result = chat("镇长 · 述职述德述廉", *["跳过"] * 17, "产量比去年高", "这句不补")
    before, asked, after = result.output.partition("再问一句，不答也行：“产量比去年高”，是从多少到多少？")
    assert "· 产量比去年高" in before
    assert asked
    assert "[1] 下一题  [2] 这句不补  [3] 以后不追问" in after
    assert "再问一句" not in after


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    result = chat("镇长 · 述职述德述廉", *["跳过"] * 17, "存栏7600头", "不对，是7900头", "对，就这样改")
    before, asked, after = result.output.rpartition("这一条是更正前面的“存栏7600头”吗？")
    assert "· 不对，是7900头" in before
    assert asked
    assert "· 存栏7900头（已更正）" in after.partition("对，就这样改")[2]


def test_of_two_reports_the_next_run_asks_which() -> None:
    chat("镇长 · 述职述德述廉", "贺长青", "/new", "党委书记 · 述职述德述廉", "陶立群")
    result = chat("2")
    assert "接着写哪一份？" in result.output
    assert "· 贺长青" in result.output


def test_two_people_on_one_database_do_not_meet() -> None:
    chat("镇长 · 述职述德述廉", "贺长青", user="one")
    result = chat(user="two")
    assert "贺长青" not in result.output
    assert "请选一种报告" in result.output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_piped_text_may_be_utf8_or_gb18030(encoding: str) -> None:
    result = chat("镇长 · 述职述德述廉", "贺长青", encoding=encoding)
    assert "· 贺长青" in result.output


def test_windows_line_ends_are_no_part_of_what_is_said() -> None:
    result = chat("镇长 · 述职述德述廉\r\n贺长青\r\n")
    assert "· 贺长青\n" in result.output


def test_bytes_that_are_no_text_do_not_end_the_chat() -> None:
    typed = "镇长 · 述职述德述廉\n".encode() + b"\xff\xfe\x80\n" + "贺长青\n".encode()
    result = CliRunner().invoke(cli, ["chat", "--db", "a.db"], input=typed)
    assert result.exit_code == 0
    assert "· 贺长青" in result.output


def test_an_unfinished_report_says_what_is_missing(tmp_path: Path) -> None:
    result = chat("镇长 · 述职述德述廉", "/finish")
    assert "还没有可以写进报告的情况" in result.output
    assert not (tmp_path / "out").exists()


def test_words_without_a_place_are_not_called_nothing() -> None:
    said = chat("副镇长（农业）· 述职述廉", "/overview", "修路6.8公里", "/finish").output
    assert "您说的1句话还没定放在哪里" in said
    assert "先答几题吧" not in said


def test_a_finished_report_is_saved_and_named(tmp_path: Path) -> None:
    section = shipped().outlines["mayor"].sections[0]
    asked = list(section.all_questions())
    way = ["/overview", f"{section.name} 0/{len(asked)}", f"1. {asked[0].label}"]
    result = chat("镇长 · 述职述德述廉", *way, "学了12次", "/finish")
    saved = [path.name for path in (tmp_path / "out").glob("*.txt")]
    assert saved == ["述职述德述廉报告.txt"]
    assert f"文件已保存：{Path('out') / saved[0]}" in result.output
    assert "请本人核对全部数据和廉洁承诺后使用" in result.output


@pytest.mark.parametrize("words", ["[bold]粗[/bold]", ":smile:", "<b>&amp;", "[/]", "\\[x]", "*_`~"])
def test_words_are_printed_as_they_were_said(words: str) -> None:
    assert f"· {words}" in chat("镇长 · 述职述德述廉", words).output
    console = Console(force_terminal=True, width=80, record=True, file=StringIO())
    print_card(console, Card((Block(words, Style.SAID),)), "", shipped().texts)
    assert words in console.export_text()


def test_a_screen_shows_the_remark_once() -> None:
    console = Console(force_terminal=True, width=80, record=True, file=StringIO())
    print_card(console, Card((Block("已撤销。", Style.HINT), Block("问题"))), "已撤销。", shipped().texts)
    print_card(console, Card((Block("问题"),)), "已恢复。", shipped().texts)
    shown = console.export_text()
    assert shown.count("已撤销。") == 1
    assert shown.count("已恢复。") == 1


def test_here_nothing_goes_over_telegram_and_it_does_not_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = chat("1").output
    assert "只存在这台电脑上" in first
    assert "Telegram" not in first


def test_one_goes_on_wherever_words_are_wanted() -> None:
    result = chat("镇长 · 述职述德述廉", "贺长青", *["下一题"] * 9)
    offers = [line for line in result.output.splitlines() if "下一题" in line and "[" in line]
    words = [line for line in offers if "[2] 上一题" in line]
    assert len(words) >= 5
    assert all("[1] 下一题" in line for line in words)


def test_help_promises_nothing_that_a_terminal_cannot_do() -> None:
    told = chat("镇长 · 述职述德述廉", "/help").output.partition("怎么用")[2]
    assert "把上一条删了" in told
    assert "改那条消息" not in told
    assert "回复" not in told


def test_nobody_signs_by_the_number_that_went_on_a_moment_ago() -> None:
    clean = next(one for one in shipped().outlines["mayor"].sections if one.key == "integrity")
    asked = list(clean.all_questions())
    at = next(number for number, one in enumerate(asked, 1) if one.kind == "declaration")
    way = ["/overview", clean.name, f"{at}. {asked[at - 1].label}"]
    result = chat("镇长 · 述职述德述廉", *way, "1", "2", "9", "否", "是", "/back")
    assert "按钮：[是] 是，写入报告  [否] 不能这样写  [1] 下一题" in result.output
    assert result.output.count("这样答，看不出是不是确认。") == 3
    assert "您没有确认，这句话不会写入报告。" in result.output
    assert f"已确认“{asked[at - 1].label}”，这一句会写入报告。" in result.output


@pytest.mark.parametrize("word", ["退出", "再见", "quit"])
def test_a_word_of_leaving_ends_the_sitting_and_is_no_answer(word: str) -> None:
    said = chat("1", word, "这句话不会听到").output
    assert said.rstrip().endswith("先到这里，都已存好。再运行一次就接着写。")
    assert word not in said
    assert "这句话不会听到" not in chat("/preview").output
