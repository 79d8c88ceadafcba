"""Somebody at the shipped kinds of reports, without a channel."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Interview, shipped


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Interview]:
    """Somebody who has not said anything yet."""
    interview = Interview(tmp_path / "notes.db", shipped())
    yield interview
    interview.leaves()
