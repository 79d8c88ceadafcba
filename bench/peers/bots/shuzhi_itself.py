"""Shuzhi as `shuzhi run` starts it, but not at Telegram's pace: the double has none, nor have the peers."""

import asyncio

from bench.peers.bots.interview import FOLDER, PUSHED_AT, SERVER, TOKEN
from bot.commands.configuring import settings
from bot.commands.opening import assistant
from bot.telegram.logging_in import make_bot
from bot.telegram.logs import log_to_stderr
from bot.telegram.pace import Pace
from bot.telegram.ports import Listening
from bot.telegram.run import run_bot


def main() -> None:
    """Run until it is stopped."""
    log_to_stderr("WARNING", secrets=[TOKEN])
    url = f"http://{PUSHED_AT}/updates" if PUSHED_AT else ""
    where = Listening(webhook_url=url, webhook_at=PUSHED_AT)
    with assistant(settings(), FOLDER / "shuzhi.db") as house:
        asyncio.run(run_bot(make_bot(TOKEN, SERVER, Pace(1e6, 1e6)), house, where))


if __name__ == "__main__":
    main()
