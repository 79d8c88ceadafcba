"""A folder of its own for each test, with no settings from outside."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    for name in (
        "TELEGRAM_BOT_TOKEN",
        "SHUZHI_DB",
        "SHUZHI_PROMPTS",
        "SHUZHI_OUT",
        "SHUZHI_KEY",
        "SHUZHI_KEY_FILE",
        "SHUZHI_ALLOWED",
        "SHUZHI_ADMINS",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path
