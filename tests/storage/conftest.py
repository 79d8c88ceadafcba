"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Store, people


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "data" / "office.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An open store that knows one person."""
    opened = Store(path)
    opened.write_now(lambda db: people.meet(db, "telegram:1"))
    yield opened
    opened.close()
