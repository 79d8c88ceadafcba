"""prompts/ is read as a whole; whatever is wrong in it is named with file and line."""

import shutil
from pathlib import Path

import pytest

from bot.library.located import Faults, read_located
from bot.library.outlines import read_outline
from bot.library.shelf import SHIPPED, read_shelf
from tests.office import shipped


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of prompts/ to break, with one outline so that it is quickly read."""
    copied = Path(shutil.copytree(SHIPPED, tmp_path / "prompts"))
    for outline in (copied / "outlines").glob("*.yaml"):
        if outline.stem != "mayor":
            outline.unlink()
    return copied


def spoil(file: Path, old: str, new: str) -> int:
    """Replace the first occurrence of `old`; return the number of its line."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def complaint(prompts: Path) -> str:
    """What reading this folder complains about."""
    with pytest.raises(Faults) as refused:
        read_shelf(prompts)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("outlines/mayor.yaml", "role: mayor", "role: king", "role: Input should be"),
        ("outlines/mayor.yaml", "    layout: items", "    layuot: items", "layuot: Extra inputs"),
        ("outlines/mayor.yaml", "kind: 述职述德述廉", "id: mayor", "key id stands twice"),
        ("outlines/mayor.yaml", "version: 1", "version: 2026-13-45", "put it in quotes"),
        ("questions/plans.yaml", "    label: 打算一", "    lable: 打算一", "lable: Extra inputs"),
        ("chat/texts.yaml", "next: 下一题", "next: [下一题]", "next is not text"),
        ("chat/follow-ups.yaml", "near: answer", "near: far", "near: Input should be"),
        ("chat/follow-ups.yaml", "unless: <done>", "unless: <gone>", "not a pattern: 'gone'"),
        ("chat/follow-ups.yaml", "unless: <done>", "unless: (<done>", "not a pattern: missing )"),
        ("chat/follow-ups.yaml", "ask: “{quote}”", "ask: “{quoted}”", "nothing fills {quoted}"),
        ("plain/phrases.yaml", "方面，{notes}", "方面，{note}", "should match pattern"),
        ("years/2025.yaml", "year: 2025", "year: last", "year: Input should be a valid integer"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    prompts: Path, name: str, old: str, new: str, why: str
) -> None:
    line = spoil(prompts / name, old, new)
    assert any(
        said.startswith(f"{prompts / name}:{line}: ") and why in said
        for said in complaint(prompts).splitlines()
    )


def test_what_is_not_yaml_is_named_where_it_breaks(prompts: Path) -> None:
    line = spoil(prompts / "outlines/mayor.yaml", "summary: ", "summary: [")
    assert f"mayor.yaml:{line + 1}: not YAML" in complaint(prompts)


def test_a_year_pack_is_named_like_its_year(prompts: Path) -> None:
    spoil(prompts / "years/2025.yaml", "year: 2025", "year: 2024")
    assert "2025.yaml:1: the file is named 2025 and its year is 2024" in complaint(prompts)


def test_every_mistake_of_a_file_is_named_at_once(prompts: Path) -> None:
    spoil(prompts / "outlines/mayor.yaml", "numbering: [chinese", "numbering: [roman")
    spoil(prompts / "outlines/mayor.yaml", "version: 1", "version: zero")
    assert len(complaint(prompts).splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("outlines/mayor.yaml", b"", "the file is empty"),
        ("outlines/mayor.yaml", b"- a list", "an outline is a mapping"),
        ("outlines/mayor.yaml", "版本".encode("gb18030"), "not UTF-8"),
        ("questions/plans.yaml", b"- a list", "a question set is a mapping with a list"),
        ("chat/texts.yaml", b"- a list", "the chat's texts are a mapping"),
    ],
)
def test_a_file_of_the_wrong_sort_is_named(prompts: Path, name: str, content: bytes, why: str) -> None:
    (prompts / name).write_bytes(content)
    assert f"{prompts / name}:1: {why}" in complaint(prompts)


def test_a_missing_file_is_named(prompts: Path) -> None:
    (prompts / "plain/phrases.yaml").unlink()
    assert "phrases.yaml:1: No such file" in complaint(prompts)


def test_no_outlines_at_all_is_named(prompts: Path) -> None:
    shutil.rmtree(prompts / "outlines")
    assert "no outlines in this folder" in complaint(prompts)


def test_two_outlines_of_one_id_are_named(prompts: Path) -> None:
    shutil.copy(prompts / "outlines/mayor.yaml", prompts / "outlines/zz.yaml")
    assert "zz.yaml:1: id mayor is taken" in complaint(prompts)


@pytest.mark.parametrize(
    ("use", "why"),
    [
        ("use: plans\n        only: [plan_9]", "set plans has no question plan_9"),
        ("use: plans\n        colour: red", "unknown keys beside use: colour"),
        ("use: nothing_like_it", "No such file"),
    ],
)
def test_a_wrong_use_of_a_question_set_is_named(prompts: Path, use: str, why: str) -> None:
    line = spoil(prompts / "outlines/mayor.yaml", "use: plans", use)
    said = complaint(prompts)
    assert why in said
    assert f"mayor.yaml:{line}" in said or "nothing_like_it" in said


def test_a_question_set_gives_only_the_role_its_questions(prompts: Path) -> None:
    duty = read_outline(prompts / "outlines/mayor.yaml", prompts / "questions")
    keys = {question.key for question in duty.questions()}
    assert "zero_accident" in keys
    assert not keys & {"zero_accident_duty", "decl_unit_clean"}


def test_the_same_files_elsewhere_give_the_same_shelf(prompts: Path) -> None:
    copied = read_shelf(prompts)
    assert copied.outlines == {"mayor": shipped().outlines["mayor"]}
    assert (copied.texts, copied.phrases, copied.packs) == (
        shipped().texts,
        shipped().phrases,
        shipped().packs,
    )


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("键: 值\n".encode("utf-8-sig"))
    assert read_located(file).data == {"键": "值"}


def test_nothing_in_a_file_is_run(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text('a: !!python/object/apply:os.system ["true"]\nb: !!python/name:os.system x\n')
    with pytest.raises(Faults, match=r"a\.yaml:2"):
        read_located(file)


def test_a_year_without_a_pack_adds_nothing() -> None:
    assert shipped().pack(2021).background == ()
    assert shipped().pack(None).hints == {}
