"""What every peer's interview is made of: the questions, the card, and where the server is.

Plain Python alone, because it runs under the interpreter of whatever framework asks for it.
"""

import json
import os
from pathlib import Path

TOKEN = os.environ.get("BENCH_TOKEN", "")
SERVER = os.environ.get("BENCH_SERVER", "")
PUSHED_AT = os.environ.get("BENCH_PUSHED_AT", "")
"""Host and port where the server is to push to; empty for a bot that polls."""
FOLDER = Path(os.environ.get("BENCH_FOLDER", "."))
NEXT = "下一题"
BUTTONS = (("上一题", "back"), (NEXT, "next"))
SHOWN = 6


def questions() -> list[str]:
    """The questions, in the order in which they are asked."""
    asked: list[str] = json.loads((FOLDER / "questions.json").read_text("utf-8"))
    return asked


def card(asked: list[str], at: int, notes: list[str]) -> str:
    """The card of question number `at` with the newest notes on it."""
    lines = [f"<b>第{at + 1}题，共{len(asked)}题</b>", "", asked[at]]
    if notes:
        lines += ["", "您说过：", *(f"<blockquote>{note}</blockquote>" for note in notes[-SHOWN:])]
    return "\n".join(lines)
