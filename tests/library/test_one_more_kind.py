"""One more kind of report is one more YAML file: offered, asked, written and checked like the others."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from bot.cli import cli
from bot.library.shelf import SHIPPED, read_shelf
from tests.office import SMALL, Interview


async def test_one_more_file_is_one_more_kind_of_report(tmp_path: Path) -> None:
    prompts = shutil.copytree(SHIPPED, tmp_path / "prompts")
    shutil.copy(SMALL, prompts / "outlines")
    shelf = read_shelf(prompts)
    assert len(shelf.outlines) == len(read_shelf().outlines) + 1
    user = Interview(tmp_path / "office.db", shelf)
    assert (await user.commands("start")).offers("小提纲")
    await user.presses("小提纲")
    for words in ("贺长青", "云岭县石桥镇", "副镇长"):
        await user.says(words)
        await user.presses("下一题")
    await user.presses("乡科级正职", "2026年", "镇党委（书面）")
    await user.says("2026年12月15日")
    await user.presses("下一题")
    for words in ("中心组12次", "总产1.3万吨", "修路4.6公里"):
        await user.says(words)
        await user.presses("下一题")
    await user.presses("是，写入报告", "跳过")
    assert user.card.shows("问题都走完了")
    report = await user.finishes()
    user.leaves()
    assert report.startswith("2026年云岭县石桥镇副镇长述职述廉报告\r\n")
    assert "　　一、履职尽责的情况\r\n" in report
    assert "　　二、廉洁自律的情况\r\n" in report
    for words in ("中心组12次", "总产1.3万吨", "修路4.6公里", "没有收受礼金。", "2026年12月15日"):
        assert words in report
    assert "其他说明" not in report
    assert user.card.shows("报告里就没有写：其他")


def test_the_commands_know_it_too(tmp_path: Path) -> None:
    prompts = shutil.copytree(SHIPPED, tmp_path / "prompts")
    added = Path(shutil.copy(SMALL, prompts / "outlines"))
    run = CliRunner(env={"SHUZHI_PROMPTS": str(prompts)})
    assert "small\t小提纲（述职述廉）\t4 sections, 13 questions" in run.invoke(cli, ["outlines"]).output
    assert "roads  道路：修路多少公里？" in run.invoke(cli, ["outlines", "show", "small"]).output
    assert run.invoke(cli, ["outlines", "check", str(added)]).output == f"{added}: ok, 13 questions\n"
    blank = run.invoke(cli, ["answers", "new", "small"]).output
    filled = tmp_path / "answers.yaml"
    filled.write_text(blank.replace("  roads:\n", "  roads: 修路4.6公里\n"), "utf-8")
    result = run.invoke(cli, ["write", str(filled), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    (report,) = (tmp_path / "out").glob("*.txt")
    assert "修路4.6公里" in report.read_text("utf-8-sig")
