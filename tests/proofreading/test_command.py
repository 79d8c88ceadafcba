"""`shuzhi proofread` as a person or a script meets it."""

import json
from pathlib import Path

from click.testing import Result
from docx import Document

from tests.commands import running

WRONG = "一是以身作责，较好的完成了任务。二是率先垂范。\n"


def run(*arguments: str | Path) -> Result:
    return running.run("proofread", *arguments)


def write(folder: Path, text: str | bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_nothing_found(tmp_path: Path) -> None:
    result = run(write(tmp_path, "我带头学习。\n"))
    assert (result.exit_code, result.output) == (0, "nothing found\n")


def test_findings_for_people(tmp_path: Path) -> None:
    result = run(write(tmp_path, WRONG))
    assert result.exit_code == 1
    assert "以身作则" in result.output
    assert "1: [certain]" in result.output


def test_findings_as_json(tmp_path: Path) -> None:
    result = run(write(tmp_path, WRONG), "--json")
    assert result.exit_code == 1
    assert "以身作责" in result.stdout
    first = json.loads(result.stdout)["findings"][0]
    assert {"rule", "severity", "line", "span", "message", "fix"} <= set(first)
    assert (first["span"], first["fix"], first["severity"], first["line"]) == (
        "以身作责",
        "以身作则",
        "certain",
        1,
    )


def test_fixes_go_to_another_file(tmp_path: Path) -> None:
    path, out = write(tmp_path, WRONG), tmp_path / "fixed.txt"
    assert run(path, "--fix", out).exit_code == 1
    assert out.read_text("utf-8") == "一是以身作则，较好地完成了任务。二是率先垂范。\n"
    assert path.read_text("utf-8") == WRONG
    assert run(path, "--fix", path).exit_code == 2


def test_an_old_encoding_is_read_and_said(tmp_path: Path) -> None:
    result = run(write(tmp_path, WRONG.encode("gb18030")), "--json")
    assert json.loads(result.stdout)["findings"][0]["span"] == "以身作责"
    assert "GB18030" in result.stderr


def test_an_empty_file(tmp_path: Path) -> None:
    result = run(write(tmp_path, ""), "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, {"findings": []})
    assert "empty" in result.stderr


def test_what_cannot_be_read_is_one_sentence_and_code_2(tmp_path: Path) -> None:
    for result in (
        run(tmp_path / "missing.txt"),
        run(tmp_path),
        run(write(tmp_path, b"\x89PNG\x00\xff\xfe\xff\xff")),
        run(write(tmp_path, "x"), "--role", "king"),
        run(write(tmp_path, "x"), "--year", "12"),
        run(write(tmp_path, b"no document", "report.docx")),
    ):
        assert result.exit_code == 2, result.output
        assert result.stderr.strip()
        assert "Traceback" not in result.stderr


def test_a_document_under_the_name_of_a_text_is_read_as_what_it_is(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    document = Document()
    document.add_paragraph("本人以身作责。")
    document.save(str(report))
    assert "以身作责" in run(report).stdout
    report.write_bytes(b"%PDF-1.7 rubbish")
    assert "cannot be read as a report (broken)" in run(report).stderr
