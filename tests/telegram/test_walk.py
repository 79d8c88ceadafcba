"""The recorded walk shows what the phone shows today."""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.telegram.walk import PAGE, recorded


@pytest.mark.timeout(180)
async def test_the_recorded_walk_is_up_to_date(tmp_path: Path) -> None:
    kept, now = PAGE.read_text("utf-8"), await recorded(tmp_path)
    changed = "\n".join(unified_diff(kept.split("\n"), now.split("\n"), "docs/walk.md", "now", lineterm=""))
    assert kept == now, f"run `make walk` and read what changed\n{changed}"
