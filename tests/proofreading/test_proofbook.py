"""Loading the rules: one book from many files, and a place for every mistake."""

from pathlib import Path

import pytest

from bot.library.located import Faults
from bot.library.proofbook import load_proofbook

FRAMES = "frames: {with_fix: '{fix}{reason}', without_fix: x, delete: x, question: x, question_fix: x}\n"
RULE = "  - {id: a.b, severity: certain, reason: r, source: s, pairs: {错: 对}}\n"


def book(folder: Path, text: str) -> Path:
    (folder / "phrasebook").mkdir(exist_ok=True)
    (folder / "phrasebook" / "proof-test.yaml").write_text(FRAMES + text, "utf-8")
    return folder


def test_a_small_book(tmp_path: Path) -> None:
    read = load_proofbook(book(tmp_path, "wordings:\n" + RULE))
    assert read.wordings[0].pairs == {"错": "对"}


def test_no_book_is_told(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"there is no proof-\*\.yaml"):
        load_proofbook(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("wordings:\n" + RULE + RULE, 4, "stands twice"),
        ("wordings:\n  - {id: a, severity: certain, reason: r, source: s}\n", 3, "either pairs or a pattern"),
        ("wordings:\n  - {id: a, severity: certain, reason: r, source: s, pattern: '('}\n", 3, "pattern"),
        ("wordings:\n  - {id: a, severity: certain, reason: r, source: s, pairs: {对: 对}}\n", 3, "the same"),
        ("wordings:\n  - {id: a, severity: grave, reason: r, source: s, pairs: {错: 对}}\n", 3, "severity"),
        ("wordings:\n  - {id: a, severity: likely, reason: r, source: s, paris: {错: 对}}\n", 3, "paris"),
        ("rules: []\n", 2, "rules"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(Faults) as told:
        load_proofbook(book(tmp_path, text))
    assert any(fault.line == line and message in fault.message for fault in told.value.faults), str(
        told.value
    )
