"""Writing with a model in a real terminal: a line for every section, and Ctrl-C stops it."""

import asyncio
import io
import signal

from rich.console import Console

from bot.interview.board import Board, BoardLine, Stand
from bot.terminal.progress import BoardView, watched
from tests.office import shipped

HALF = Board(
    {
        "study": BoardLine("理论学习", Stand.DONE),
        "work": BoardLine("履行职责", Stand.WRITING, "正在写的[话]"),
        "plans": BoardLine("下步打算"),
    },
    "work",
)


def screen() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=80)


def seen(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_every_section_has_its_line_and_the_growing_text_is_shown_as_it_is() -> None:
    console, view = screen(), BoardView(shipped().texts)
    view.board = HALF
    console.print(view)
    for words in ("理论学习", "履行职责", "下步打算", "正在写的[话]"):
        assert words in seen(console)


async def test_it_is_shown_while_it_is_written() -> None:
    console = screen()
    assert await watched(console, asyncio.sleep(0.3), lambda: HALF, shipped().texts)
    assert "履行职责" in seen(console)


async def test_ctrl_c_stops_the_writing_and_nothing_else() -> None:
    stopped = asyncio.Event()

    async def writes() -> None:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            stopped.set()
            raise

    asyncio.get_running_loop().call_later(0.2, signal.raise_signal, signal.SIGINT)
    assert not await watched(screen(), writes(), lambda: HALF, shipped().texts)
    assert stopped.is_set()


async def test_where_nobody_watches_nothing_is_drawn() -> None:
    console = Console(file=io.StringIO(), force_terminal=False)
    assert await watched(console, asyncio.sleep(0), lambda: HALF, shipped().texts)
    assert seen(console) == ""
