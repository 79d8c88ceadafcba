"""A file is on the disk wholly, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from bot.documents.saving import save


def test_a_file_is_written_over_the_one_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("旧的很长的一份")
    save(tmp_path / "a.txt", "新的".encode())
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text("utf-8") == "新的"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("旧")
    (tmp_path / "a.txt").symlink_to("real.txt")
    save(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_on_a_full_disk_the_old_file_stays_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match=r"No space left on device: .*a\.txt"):
        save(tmp_path / "a.txt", b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.txt", b"old")]


def test_what_is_no_file_is_written_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    save(tmp_path / "pipe", b"new")
    assert os.read(reading, 10) == b"new"
    os.close(reading)
    with pytest.raises(IsADirectoryError):
        save(tmp_path, b"new")
