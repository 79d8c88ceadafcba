"""`shuzhi outlines`: what there is, what is in it, and what is wrong with a file."""

from pathlib import Path

import pytest

from tests.commands.running import refused, run
from tests.office import SMALL, shipped


def test_it_lists_every_outline_with_its_size() -> None:
    said = run("outlines").output.splitlines()
    assert len(said) == len(shipped().outlines)
    for line, outline in zip(said, shipped().outlines.values(), strict=True):
        assert line.startswith(f"{outline.id}\t{outline.title}（{outline.kind}）")
        assert line.endswith(f"{len(list(outline.questions()))} questions")


@pytest.mark.parametrize("outline", list(shipped().outlines))
def test_it_shows_every_section_and_question(outline: str) -> None:
    said = run("outlines", "show", outline).output
    kind = shipped().outlines[outline]
    assert f"{kind.id} v{kind.version}  {kind.title}" in said
    for question in kind.questions():
        assert f"{question.key}  {question.label}：{question.ask}\n" in said
    for section in kind.sections:
        assert f"\n{section.name} [{section.key}]" in said


def test_good_files_are_ok() -> None:
    files = sorted((shipped().folder / "outlines").glob("*.yaml"))
    result = run("outlines", "check", *files, SMALL)
    assert result.exit_code == 0
    assert len(result.output.splitlines()) == len(files) + 1
    assert all(": ok, " in line for line in result.output.splitlines())


def test_a_slip_is_named_with_file_and_line() -> None:
    slip = Path("slip.yaml")
    slip.write_text(SMALL.read_text("utf-8").replace("  - key: clean", "  - keey: clean"), "utf-8")
    line = slip.read_text("utf-8").splitlines().index("  - keey: clean") + 1
    said = refused("outlines", "check", slip, code=1)
    assert f"slip.yaml:{line}: sections.1.keey: Extra inputs are not permitted" in said


def test_one_bad_file_does_not_hide_the_others() -> None:
    Path("bad.yaml").write_text("- nothing", "utf-8")
    said = refused("outlines", "check", "bad.yaml", SMALL, "gone.yaml", code=1)
    assert said.splitlines() == [
        "bad.yaml:1: an outline is a mapping",
        f"{SMALL}: ok, 13 questions",
        "gone.yaml:1: No such file or directory",
    ]


def test_a_file_is_needed() -> None:
    assert "Missing argument 'FILE...'" in refused("outlines", "check")
