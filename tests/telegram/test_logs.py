"""What stands in the log at its most talkative: no secret, no name, and no word that anybody said."""

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from bot.assistant.desk import Assistant
from bot.library.shelf import Shelf
from bot.telegram.logs import QUIET, log_to_stderr
from tests.doubles import BotApi, Phone
from tests.doubles.modelserver import Fails, model_server
from tests.doubles.modelserver.behaviour import Behaviour, Json
from tests.loop.office import turns_of
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, receives, with_model
from tests.telegram.desk_work import says as model_says
from tests.telegram.listening import KEEP, listens
from tests.telegram.walking import begins, says

POISON = "王二麻子这句话谁也处理不了"
SPOKEN = "周桂兰口述走访四十七户"
ECHOING = (500, 503, 400)


@pytest.fixture(params=["text", "json"])
def log(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, api: BotApi
) -> Iterator[io.StringIO]:
    """The log at DEBUG, as `shuzhi run` sets it up."""
    root, written = logging.getLogger(), io.StringIO()
    before = root.handlers[:], root.level, sys.excepthook, [logging.getLogger(name).level for name in QUIET]
    monkeypatch.setattr(sys, "stderr", written)
    for where, hook in ((threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(where, hook, getattr(where, hook))  # put back afterwards
    root.handlers[:] = []
    log_to_stderr("DEBUG", secrets=[api.token, "sk-very-secret"], as_json=request.param == "json")
    yield written
    root.handlers[:], sys.excepthook = before[0], before[2]
    root.setLevel(before[1])
    for name, level in zip(QUIET, before[3], strict=True):
        logging.getLogger(name).setLevel(level)


async def test_a_whole_interview_and_a_crash_leave_no_word_in_the_log(
    log: io.StringIO, shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = Assistant.taken

    def crashes(self, db, person, move, *more):  # type: ignore[no-untyped-def]
        if getattr(move, "text", "") == POISON:
            raise ValueError(f"{person} said {move.text}")
        return taken(self, db, person, move, *more)

    monkeypatch.setattr(Assistant, "taken", crashes)
    echoed: list[Json] = []

    def echoes_at_first(body: Json) -> Behaviour:
        """As servers do that tell what they could not read."""
        if len(echoed) == len(ECHOING):
            return model_says(body)
        echoed.append(body)
        said = [turn.content for turn in turns_of(body)]
        return Fails(ECHOING[len(echoed) - 1], {"message": " ".join([*said, POISON]), "code": POISON})

    await asyncio.to_thread(import_module, "openai.resources.audio")
    async with model_server() as server:
        server.answers(echoes_at_first)
        spoken: Iterator[Behaviour | str] = iter([Fails(500, {"message": SPOKEN}), SPOKEN])
        server.hears(lambda _: next(spoken))
        shuzhi.hearing = lambda: listens(server.url)
        await with_model(shuzhi, server)
        for method in ("setMessageReaction", "sendMessageDraft"):
            shuzhi.api.fail(method, 400, description=f"Bad Request: can't parse {POISON}")
        await begins(phone, shelf.outlines["mayor"])
        await says(phone, "欧阳秀兰")
        await phone.says(POISON)
        await phone.waits_for(lambda screen: "没能处理" in screen.text or "处理" in screen.text)
        await phone.sends_voice(b"OggS", 3)
        await phone.waits_for(lambda screen: any(KEEP in seen.labels for seen in screen), timeout=20)
        await phone.presses(KEEP)
        await phone.waits_for(lambda screen: f"· {SPOKEN}" in screen.text)
        await interviewed(shuzhi, phone, shelf)
        await phone.command("finish")
        await receives(phone)
        await _cannot_be_reached(shuzhi, phone, log)
        prompts = [turn.content for ask in server.asked for turn in turns_of(ask.body)]
    lost = asyncio.get_running_loop().create_task(_fails())
    await asyncio.wait([lost])
    del lost
    await shuzhi.restarts()
    logging.getLogger("shuzhi").error("the token %s, the key sk-very-secret", shuzhi.api.token)
    lines = log.getvalue().splitlines()
    everything = "\n".join(lines)
    assert len(echoed) == len(ECHOING)
    for kind in ("ValueError", *(f"HTTP {status}" for status in ECHOING), "BadRequest", "Forbidden"):
        assert kind in everything, kind
    assert "<secret>" in everything
    said = [
        POISON,
        SPOKEN,
        "周桂兰",
        "王二麻子",
        "欧阳秀兰",
        "贺长青",
        "石桥",
        shuzhi.api.token,
        "sk-very-secret",
        "telegram:1001",
    ]
    said += [line for prompt in prompts for line in prompt.splitlines() if len(line) > 15]
    for words in said:
        assert words not in everything, words
    if everything.startswith("{"):
        read = [json.loads(line) for line in lines]
        failed = [line for line in read if "failed" in line["message"] and line["logger"].endswith("workers")]
        assert {line["update"] for line in failed} == {failed[0]["update"]}
        assert failed[0]["update"].isdecimal()
        assert all(set(line) - {"trace"} == {"at", "level", "logger", "update", "message"} for line in read)


async def _cannot_be_reached(shuzhi: Shuzhi, phone: Phone, log: io.StringIO) -> None:
    """The Bot API refuses this chat, in words with a name and a note in them, also after a restart."""
    for method in ("sendMessage", "editMessageText"):
        shuzhi.api.fail(method, 403, times=-1, description=f"Forbidden: {POISON} was blocked by 王二麻子")
    await phone.command("help")
    await _logs(log, "not answered yet")
    await shuzhi.restarts()
    await _logs(log, "cannot be reached")
    shuzhi.api.heal()


async def _logs(log: io.StringIO, words: str) -> None:
    async with asyncio.timeout(20):
        while words not in log.getvalue():  # noqa: ASYNC110 - there is nothing to wait on but the log
            await asyncio.sleep(0.02)


async def _fails() -> None:
    raise ValueError(POISON)


def test_the_end_of_the_program_is_told_without_its_words(log: io.StringIO) -> None:
    try:
        raise RuntimeError(POISON)
    except RuntimeError as problem:
        sys.excepthook(type(problem), problem, problem.__traceback__)
    assert "RuntimeError" in log.getvalue()
    assert Path(__file__).name in log.getvalue()
    assert POISON not in log.getvalue()


class _Kept:
    """Something that is thrown away while it says words."""

    def __del__(self) -> None:
        raise ValueError(POISON)


def _breaks(words: str) -> None:
    raise ValueError(words)


async def test_what_fails_where_nobody_waits_is_told_without_its_words(log: io.StringIO) -> None:
    asyncio.get_running_loop().call_soon(_breaks, POISON)
    thread = threading.Thread(target=_breaks, args=(POISON,))
    thread.start()
    await asyncio.to_thread(thread.join)
    _ = _Kept()
    del _
    told = log.getvalue()
    assert told.count(Path(__file__).name) == 3
    assert POISON not in told
