"""`shuzhi changes`: an edited report against the one that was written."""

import json
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.documents.odd_files import paragraph, word_file
from tests.office import MAYOR


@pytest.fixture
def report() -> str:
    """The .docx of an example, and its text as a .txt beside it."""
    run("write", MAYOR, "--out", "out", "--plain")
    (path,) = Path("out").glob("*.txt")
    Path("edited.txt").write_text(path.read_text("utf-8-sig"), "utf-8")
    (docx,) = Path("out").glob("*.docx")
    return str(docx)


def edit(before: str, after: str) -> None:
    """Change the edited text in one place."""
    text = Path("edited.txt").read_text("utf-8")
    assert text.count(before) == 1
    Path("edited.txt").write_text(text.replace(before, after), "utf-8")


def test_a_docx_says_what_its_text_says(report: str) -> None:
    result = run("changes", report, "edited.txt")
    assert result.output == "nothing changed\n"
    assert result.exit_code == 0


def test_a_changed_figure_is_asked_about_and_other_words_are_not(report: str) -> None:
    edit("4.6公里", "5.6公里")
    edit("以上报告，请予评议。", "以上报告，请予审议。")
    result = run("changes", report, "edited.txt", "--answers", MAYOR, "--json")
    assert result.exit_code == 1
    figure, closing = json.loads(result.stdout)["changes"]
    assert "5.6公里" in figure["now"]
    assert any("5.6公里" in doubt["excerpt"] for doubt in figure["doubts"])
    assert closing["doubts"] == []
    plain = run("changes", report, "edited.txt")
    assert "2 changes" in plain.output
    assert "? 5.6公里" in plain.output


def test_a_paragraph_put_in_stands_alone_and_marks_of_another_width_tell_nothing(report: str) -> None:
    edit("以上报告，请予评议。", "村里的老戏台修好了，花了47.7万元。\n以上报告,请予评议。")
    result = run("changes", report, "edited.txt", "--json")
    (put_in,) = json.loads(result.stdout)["changes"]
    assert put_in["before"] == ""
    assert put_in["now"] == "村里的老戏台修好了，花了47.7万元。"
    assert any("47.7万元" in doubt["excerpt"] for doubt in put_in["doubts"])


def test_what_cannot_be_read_is_refused(report: str) -> None:
    Path("broken.docx").write_bytes(b"PK\x03\x04 and no more")
    Path("other.docx").write_bytes(word_file(paragraph("别的文件。")))
    assert run("changes", report, "broken.docx").exit_code == 2
    assert "broken" in run("changes", report, "broken.docx").stderr
    assert "cannot read none.docx" in run("changes", report, "none.docx").stderr
    assert run("changes", report, "other.docx").exit_code == 1
