"""The interview in a terminal: print a card, read a line, make the move, and again."""

import asyncio
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from bot.assistant.desk import Assistant
from bot.assistant.files import File, NotToBeMade
from bot.assistant.guarding import refusal
from bot.assistant.showing import Reply
from bot.assistant.view_names import RESUMING
from bot.documents.saving import save
from bot.encodings import decoded
from bot.interview.move import Command
from bot.interview.texts import Texts
from bot.terminal.progress import watched
from bot.terminal.reading import read
from bot.terminal.rendering import print_card

CHANNEL = "terminal"
LEAVES = frozenset({"退出", "再见", "exit", "quit", "bye"})
PASTED_WITHIN = 0.05
"""Seconds in which the next line of a paste is there."""


async def chat(assistant: Assistant, user: str, out: Path) -> None:
    """Talk until the input ends. Finished files go into `out`; everything said is in the database."""
    console = Console(soft_wrap=not sys.stdout.isatty())
    person = f"{CHANNEL}:{user}"
    try:
        await _talk(console, assistant, person, out)
    finally:
        await asyncio.to_thread(assistant.writer.close)


async def _talk(console: Console, assistant: Assistant, person: str, out: Path) -> None:
    texts = assistant.shelf.texts
    reply = await assistant.take(person, Command("resume"))
    if reply.card.draft == 0 and reply.screen.view != RESUMING:
        reply = await assistant.take(person, Command("start"))
    reply = await _written(console, assistant, person, reply)
    await _show(console, assistant, reply)
    await _hand_over(console, assistant, person, out)
    if console.is_terminal:
        console.print(texts("terminal_hint"), style="dim")
    piped = not sys.stdin.isatty()
    for together in _typed(console, texts):
        if len(together) == 1 and together[0].strip().lower() in LEAVES:
            break
        if why := refusal("\n".join(together), assistant.shelf, here="guard_answer_refused"):
            console.out(why, highlight=False)
            await _show(console, assistant, reply)
            continue
        for line in together:
            reply = await assistant.take(person, read(line, reply.card, piped=piped))
            reply = await _written(console, assistant, person, reply)
            await _show(console, assistant, reply)
            await _hand_over(console, assistant, person, out)
            if reply.data:
                for file in await assistant.data(person):
                    console.out(texts("terminal_file", path=_saved(file, out)), highlight=False)
    console.out(texts("terminal_bye"), highlight=False)


async def _written(console: Console, assistant: Assistant, person: str, reply: Reply) -> Reply:
    """The same, or what there is to see once the report is written that waits for it; Ctrl-C stops it."""
    order = await assistant.order(person)
    if order is None:
        return reply
    writer, draft = assistant.writer, order.draft
    if await watched(console, writer.write(order), lambda: writer.board(draft), assistant.shelf.texts):
        return await assistant.present(person)
    return await assistant.take(person, Command("stop"))


async def _hand_over(console: Console, assistant: Assistant, person: str, out: Path) -> None:
    texts = assistant.shelf.texts
    for delivery in await assistant.files.waiting(person):
        try:
            path = _saved(await assistant.files.made(delivery), out)
        except NotToBeMade as problem:
            console.out(str(problem), highlight=False)
        else:
            console.out(texts("terminal_file", path=path), highlight=False)
        await assistant.files.arrived(delivery, None)


def _saved(file: File, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file.name
    save(path, file.content)
    return path


async def _show(console: Console, assistant: Assistant, reply: Reply) -> None:
    print_card(console, reply.card, reply.notice, assistant.shelf.texts)
    await assistant.reported.shown(reply, 0)


def _typed(console: Console, texts: Texts) -> Iterator[list[str]]:
    """What is typed: one line, or the lines of one paste together.

    Bytes that are no UTF-8 are read as GB18030, else replaced.
    """
    if sys.stdin.isatty():
        while True:
            lines: list[str] = []
            try:
                with _interruptible():
                    lines.append(console.input(texts("terminal_prompt")))
                    while _more():
                        lines.append(input())
            except (EOFError, KeyboardInterrupt):
                console.print()
                if lines:
                    yield lines
                return
            yield lines
    for raw in sys.stdin.buffer:
        yield [_decoded(raw.rstrip(b"\r\n"))]


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends what waits inside at once. The loop's own handler would cancel what comes after it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _more() -> bool:
    """Whether another line is there already: nobody types so fast. Windows does not tell."""
    if sys.platform == "win32":
        return False
    return bool(select.select([sys.stdin], [], [], PASTED_WITHIN)[0])


def _decoded(raw: bytes) -> str:
    try:
        return decoded(raw)[0]
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors="replace")
