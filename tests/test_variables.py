"""The file .env as editors and people make it."""

from pathlib import Path

import pytest

from bot.settings import Settings
from bot.variables import BadEnvFile, variables

LINES = "# 述职的设置\nSHUZHI_OUT=输出\nSHUZHI_KEEP_DAYS=20\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("SHUZHI_OUT", "SHUZHI_KEEP_DAYS", "SHUZHI_MODEL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "  \n", "  # 说明\n"])
def test_the_file_may_come_from_any_editor(encoding: str, ends: str) -> None:
    Path(".env").write_bytes(LINES.replace("\n", ends).encode(encoding))
    assert Settings().shuzhi_out == Path("输出")
    assert Settings().shuzhi_keep_days == 20


def test_the_process_wins_over_the_file_unless_it_is_blank_there(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("SHUZHI_MODEL=of-the-file\nOPENAI_API_KEY=sk-file\nOTHER=\n", "utf-8")
    monkeypatch.setenv("SHUZHI_MODEL", " of-the-process ")
    monkeypatch.setenv("OPENAI_API_KEY", "  ")
    found = variables()
    assert (found["SHUZHI_MODEL"], found["OPENAI_API_KEY"]) == ("of-the-process", "sk-file")
    assert "OTHER" not in found
    assert variables(Path("none"))["SHUZHI_MODEL"] == "of-the-process"


@pytest.mark.parametrize("line", ["SHUZHI_LOG", "SHUZHI_LOG＝INFO", "SHUZHI_LOG: INFO", 'SHUZHI_DB="a.db'])
def test_a_line_that_is_no_setting_is_named_without_its_value(line: str) -> None:
    Path(".env").write_text(f"SHUZHI_KEEP_DAYS=20\n{line}\n", "utf-8")
    with pytest.raises(BadEnvFile) as refused:
        Settings()
    assert str(refused.value) == ".env:2: a line is NAME=value, or begins with #"


def test_a_file_that_is_no_text_is_named() -> None:
    Path(".env").write_bytes(b"\x80\xff\x00\xfe" * 50)
    with pytest.raises(BadEnvFile, match=r"\.env:1: not UTF-8"):
        Settings()


def test_a_folder_of_that_name_is_no_file() -> None:
    Path(".env").mkdir()
    assert Settings().shuzhi_keep_days is None
