"""A person in front of the small outline."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Interview, shelf_with, small_outline


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Interview]:
    """Somebody who has not said anything yet."""
    somebody = Interview(tmp_path / "office.db", shelf_with(small_outline()))
    yield somebody
    somebody.leaves()
