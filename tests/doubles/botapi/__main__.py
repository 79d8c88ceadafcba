"""
The double as a process, with a phone at the keyboard: `python -m tests.doubles.botapi --port 9500`.

A line typed is said to the bot, `>label` presses a button, `=id text` edits an own message; the screen is
shown whenever the bot has settled. Without a keyboard it just serves until it is stopped.
"""

import argparse
import asyncio
import contextlib
import sys
import threading

from .api import TOKEN, bot_api
from .phone import Phone


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _read_lines(lines: asyncio.Queue[str], loop: asyncio.AbstractEventLoop) -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(lines.put_nowait, line.rstrip("\n"))


async def _act(phone: Phone, line: str) -> None:
    if line.startswith(">"):
        await phone.presses(line[1:].strip())
    elif line.startswith("="):
        message_id, _, text = line[1:].partition(" ")
        await phone.edits(int(message_id), text)
    else:
        await phone.says(line)
    await phone.settles(timeout=60)


async def _serve(token: str, port: int) -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    threading.Thread(target=_read_lines, args=(lines, asyncio.get_running_loop()), daemon=True).start()
    async with bot_api(token, port) as api:
        phone = api.phone()
        _tell(f"token {api.token}\nbase_url {api.base_url}\nbase_file_url {api.base_file_url}")
        while True:
            line = await lines.get()
            if line.strip():
                try:
                    await _act(phone, line)
                except (AssertionError, ValueError, KeyError) as problem:
                    _tell(f"! {problem}")
                _tell(f"{phone.screen}\n")


def main() -> None:
    options = argparse.ArgumentParser(description="A Bot API double on the loopback interface")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--token", default=TOKEN)
    chosen = options.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(chosen.token, chosen.port))


if __name__ == "__main__":
    main()
