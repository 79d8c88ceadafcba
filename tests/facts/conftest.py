"""The real phrase book, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts import Lexicon
from bot.library.lexicon import load_lexicon

PROMPTS = Path(__file__).parents[2] / "prompts"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(PROMPTS)
