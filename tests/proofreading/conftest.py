"""The shipped proofbook and the texts the tests read."""

from pathlib import Path

import pytest

from bot.library.proofbook import load_proofbook
from bot.proofreading import Proofbook

ROOT = Path(__file__).parent.parent.parent
BOOK = load_proofbook(ROOT / "prompts")
CLEAN = sorted((Path(__file__).parent / "clean").glob("*.txt"))


@pytest.fixture
def book() -> Proofbook:
    """The rules that ship with the program."""
    return BOOK
