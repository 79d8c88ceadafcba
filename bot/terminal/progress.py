"""How a report comes along, in a terminal: a line for every section, and the text that is growing."""

import asyncio
import signal
from collections.abc import Callable, Coroutine

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.markup import escape
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from bot.interview.board import Board, Stand
from bot.interview.texts import Texts

A_SECOND = 8
TEXT_SHOWN = 240


async def watched(
    console: Console, writing: Coroutine[None, None, None], board: Callable[[], Board], texts: Texts
) -> bool:
    """Do the writing and show how it comes along, on a real terminal; False if Ctrl-C stopped it."""
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(writing)
    if not console.is_terminal:
        await task
        return True
    loop.add_signal_handler(signal.SIGINT, task.cancel)
    view = BoardView(texts)
    try:
        with Live(view, console=console, refresh_per_second=A_SECOND, transient=True):
            while not task.done():
                view.board = board()
                await asyncio.wait({task}, timeout=1 / A_SECOND)
        await task
    except asyncio.CancelledError:
        if not task.cancelled():
            raise
        return False
    finally:
        loop.remove_signal_handler(signal.SIGINT)
    return True


class BoardView:
    """A board as it is now, for a live display."""

    def __init__(self, texts: Texts) -> None:
        self.board = Board()
        self._texts = texts
        self._spinner = Spinner("dots", style="cyan")

    def __rich__(self) -> RenderableType:
        board, texts = self.board, self._texts
        if not board.lines:
            return Text(texts("writing_soon"))
        table = Table.grid(padding=(0, 1))
        for line in board.lines.values():
            sign: RenderableType = self._spinner
            if line.stand is not Stand.WRITING:
                sign = Text(texts("mark_given" if line.stand is Stand.DONE else "mark_open"))
            style = {Stand.DONE: "green", Stand.WRITING: "bold", Stand.WAITING: "dim"}[line.stand]
            table.add_row(sign, Text(line.name, style=style))
        bar = ProgressBar(total=len(board.lines), completed=board.count(Stand.DONE), width=40)
        body: list[RenderableType] = [table, bar]
        if board.text:
            body.append(Text(board.text[-TEXT_SHOWN:], style="dim"))
        return Panel(
            Group(*body),
            title=escape(texts("writing_place")),
            subtitle=escape(texts("terminal_stop")),
            border_style="dim",
        )
