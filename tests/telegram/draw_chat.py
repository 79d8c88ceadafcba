"""Draws docs/pictures/chat.png: what the phone shows in a real interview, by the real bot.

Run with `make pictures`; needs Chromium and a Chinese font on the machine.
"""

import asyncio
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from bot.library.shelf import read_shelf
from tests.doubles import Phone, Seen, bot_api
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, goes_through, presses, said_in, says

STYLE = """
body { margin: 0; background: #fff; font: 15px/1.5 "Noto Sans CJK SC", sans-serif; width: 1150px }
.phone { display: inline-block; vertical-align: top; width: 360px; margin: 10px; padding: 12px 10px;
  border-radius: 18px; background: #d5e3d0; box-sizing: border-box }
.m { background: #fff; border-radius: 12px; padding: 8px 11px; margin: 6px 40px 3px 0; white-space: pre-wrap;
  overflow-wrap: anywhere }
.me { background: #e1fdc8; margin: 6px 0 3px 60px }
.k { display: flex; gap: 4px; margin: 3px 40px 0 0 }
.k span { flex: 1; background: #8aa88599; color: #fff; border-radius: 7px; text-align: center;
  padding: 5px 2px; font-size: 13px }
blockquote { margin: 2px 0; padding: 1px 8px; border-left: 3px solid #3a9; background: #eef7f3;
  border-radius: 4px }
.file { color: #2a6; font-weight: bold }
i { color: #666 }
"""


def drawn(seen: Seen) -> str:
    """One message as HTML."""
    body = f'<div class="file">［文件］{escape(seen.document.name)}</div>' if seen.document else ""
    body += (seen.html if seen.from_bot else escape(seen.text)).strip()
    rows = "".join(
        '<div class="k">' + "".join(f"<span>{escape(button.label)}</span>" for button in row) + "</div>"
        for row in seen.buttons
    )
    return f'<div class="m{"" if seen.from_bot else " me"}">{body}</div>{rows}'


def screen(phone: Phone, last: int) -> str:
    """The newest messages on the phone."""
    return '<div class="phone">' + "".join(drawn(seen) for seen in list(phone.screen)[-last:]) + "</div>"


async def walk(folder: Path) -> str:
    """Three moments of an interview, side by side."""
    shelf = read_shelf()
    outline = shelf.outlines["deputy-agriculture"]
    async with bot_api() as api:
        shuzhi = Shuzhi(api, folder / "shuzhi.db", shelf)
        await shuzhi.starts()
        phone = api.phone(first_name="何")
        await begins(phone, outline)
        said = said_in("deputy-agriculture", shelf)
        await goes_through(phone, outline, said, most=18)
        await says(phone, "生猪存栏5200头，出栏9300头")
        await says(phone, "春秋两防免疫2.6万头次")
        first = screen(phone, 5)
        await phone.command("overview")
        await phone.settles()
        second = screen(phone, 1)
        await presses(phone, "回到当前题")
        await goes_through(phone, outline, said)
        await phone.command("finish")
        await phone.waits_for(lambda seen: any(message.document for message in seen))
        third = screen(phone, 3)
        await shuzhi.stops()
    return f'<meta charset="utf-8"><style>{STYLE}</style>{first}{second}{third}'


def main() -> None:
    """Write the picture to the path given."""
    picture = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "chat.html"
        page.write_text(asyncio.run(walk(folder)), "utf-8")
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--hide-scrollbars", f"--user-data-dir={folder / 'profile'}", "--window-size=1150,660",
                f"--screenshot={picture}", page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
