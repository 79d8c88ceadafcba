"""Starting the program: tokens, second copies, folders that cannot be written."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.doubles import BotApi
from tests.telegram.conftest import Shuzhi


async def run(api: BotApi, folder: Path, **changed: str) -> tuple[int, str]:
    """Run the real program until it ends by itself; its exit code and what it said."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
        "SHUZHI_DB": str(folder / "shuzhi.db"),
        **changed,
    }
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await asyncio.wait_for(program.communicate(), 30)
    return program.returncode or 0, said.decode()


async def test_a_token_telegram_does_not_know(api: BotApi, tmp_path: Path) -> None:
    token = "123456:" + "A" * 35
    code, said = await run(api, tmp_path, TELEGRAM_BOT_TOKEN=token)
    assert code == 2
    assert "does not accept TELEGRAM_BOT_TOKEN" in said
    assert "Traceback" not in said
    assert token not in said


async def test_something_that_is_no_token(api: BotApi, tmp_path: Path) -> None:
    code, said = await run(api, tmp_path, TELEGRAM_BOT_TOKEN="not a token")
    assert code == 2
    assert "does not accept TELEGRAM_BOT_TOKEN" in said
    assert "Traceback" not in said


async def test_a_folder_that_cannot_be_written(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, said = await run(api, tmp_path, SHUZHI_DB=str(tmp_path / "file" / "shuzhi.db"))
    assert code == 2
    assert "cannot write" in said
    assert "Traceback" not in said


async def test_a_second_copy_with_the_same_token_is_named(
    shuzhi: Shuzhi, api: BotApi, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
        "SHUZHI_DB": str(tmp_path / "second.db"),
    }
    second = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", env=environment, stderr=asyncio.subprocess.PIPE
    )
    assert second.stderr is not None
    said = b""
    async with asyncio.timeout(30):
        while b"same token" not in said:
            line = await second.stderr.readline()
            assert line, said
            said += line
    second.kill()
    await second.wait()
    assert b"Traceback" not in said
    assert api.token.encode() not in said


async def test_a_second_copy_on_the_same_file_is_refused_and_the_first_goes_on(
    api: BotApi, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
        "SHUZHI_DB": str(tmp_path / "shuzhi.db"),
    }
    first = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", env=environment)
    await api.polled(30)
    code, said = await run(api, tmp_path)
    assert code == 2
    assert "another shuzhi runs on" in said
    assert "Traceback" not in said
    assert first.returncode is None
    first.kill()
    await first.wait()
    third = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", env=environment)
    await api.polled(30)
    third.terminate()
    assert await third.wait() == 0


def test_a_start_imports_nothing_that_only_a_finished_report_needs() -> None:
    looking = "import sys, bot.commands.run, bot.telegram.logging_in, bot.telegram.run; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", looking], capture_output=True, check=True, text=True).stdout
    imported = set(said.split())
    assert "bot.assistant.drawing" in imported
    late = {"aiohttp", "openai", "docx", "openpyxl", "jinja2", "bot.writing.wording", "bot.facts.comparing"}
    assert not imported & late


async def test_the_start_says_who_may_come_in(api: BotApi, tmp_path: Path) -> None:
    for allowed, loud in (("*", "ANYBODY on Telegram"), ("", "nobody may use this bot yet"), ("1001", "")):
        environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
            "SHUZHI_DB": str(tmp_path / "shuzhi.db"),
            "SHUZHI_ALLOWED": allowed,
        }
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", env=environment, stderr=asyncio.subprocess.PIPE
        )
        await api.polled(30)
        program.terminate()
        _, said = await asyncio.wait_for(program.communicate(), 30)
        assert (loud in said.decode()) if loud else ("may use this bot" not in said.decode())
        assert "clear text" in said.decode()


async def test_in_json_every_line_is_json_from_the_first(api: BotApi, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
        "SHUZHI_DB": str(tmp_path / "shuzhi.db"),
        "SHUZHI_LOG_FORMAT": "json",
        "SHUZHI_ADMIN": "1001",
    }
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", env=environment, stderr=asyncio.subprocess.PIPE
    )
    await api.polled(30)
    program.terminate()
    _, said = await asyncio.wait_for(program.communicate(), 30)
    lines = [json.loads(line)["message"] for line in said.decode().splitlines()]
    assert lines[0] == "there is no setting SHUZHI_ADMIN: SHUZHI_ADMINS is meant?"
    assert "clear text" in lines[1]
