"""The HTTP side: served on a loopback port of the running event loop."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from .behaviour import CUT, Behaviour, Fails, Hangs, Json, Raw, Says
from .wording import completion, stream

HOST = "127.0.0.1"
MODEL = "test-model"
NOWHERE = "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"
Answers = Callable[[Json], str | Behaviour]


@dataclass
class Ask:
    """One call. `headers` are without the key, which is `key`. `left`: the caller went before the end."""

    path: str
    headers: dict[str, str]
    key: str = field(repr=False)
    body: Json
    at: float
    took: float | None = None
    left: bool = False


@dataclass
class Listened:
    """One sound sent to be transcribed, with the fields of the form."""

    sound: bytes
    name: str
    fields: dict[str, str]
    key: str = field(repr=False)


Hears = Callable[[Listened], str | Behaviour]


class ModelServer:
    """
    Serves /v1/chat/completions, /v1/audio/transcriptions, /v1/models; all else is a web page that says 404.

    A call gets the next behaviour of the script or, when that is used up, what `answers` gives; a sound what
    `hears` gives.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        latency: float = 0.0,
        delay: float = 0.0,
        chunk: int = 4,
        model: str = MODEL,
    ) -> None:
        self.latency = latency
        self.delay = delay
        self.chunk = chunk
        self.model = model
        self.asked: list[Ask] = []
        self.listened: list[Listened] = []
        self.peak = 0
        self._in_progress = 0
        self._happened = asyncio.Event()
        self._script: deque[Behaviour] = deque()
        self._answers: Answers = lambda _: "本年度各项工作有序推进。"
        self._hears: Hears = lambda _: "今年修了三条路。"
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    def script(self, behaviours: Iterable[Behaviour | str]) -> None:
        """What to do with the next calls, one after the other; a string is said."""
        self._script.extend(_behaviour(behaviour) for behaviour in behaviours)

    def answers(self, answers: Answers) -> None:
        """What to say or do when the script is used up, from the body of the call."""
        self._answers = answers

    def hears(self, hears: Hears) -> None:
        """What is understood of a sound, or done about it."""
        self._hears = hears

    async def until(self, true: Callable[[], bool], seconds: float = 5.0) -> None:
        """Waits until it is true, looking whenever a call begins or ends; TimeoutError if it stays false."""
        async with asyncio.timeout(seconds):
            while not true():
                self._happened.clear()
                await self._happened.wait()

    async def start(self) -> None:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_post("/v1/chat/completions", self._complete)
        app.router.add_post("/v1/audio/transcriptions", self._transcribe)
        app.router.add_get("/v1/models", self._models)
        app.router.add_route("*", "/{rest:.*}", self._nowhere)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _models(self, request: web.Request) -> web.Response:
        model = {"id": self.model, "object": "model", "created": 1, "owned_by": "tests"}
        return web.json_response({"object": "list", "data": [model]})

    async def _nowhere(self, request: web.Request) -> web.Response:
        return web.Response(status=404, text=NOWHERE, content_type="text/html")

    async def _transcribe(self, request: web.Request) -> web.StreamResponse:
        listened = Listened(b"", "", {}, request.headers.get("Authorization", "").removeprefix("Bearer "))
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            content = bytes(await part.read())
            if part.name == "file":
                listened.sound, listened.name = content, part.filename or ""
            else:
                listened.fields[part.name or ""] = content.decode()
        self.listened.append(listened)
        self._happened.set()
        heard = _behaviour(self._hears(listened))
        if isinstance(heard, Says):
            await asyncio.sleep(heard.latency or self.latency)
            return web.json_response({"text": heard.text})
        return await self._do(heard, request, {})

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        began = time.monotonic()
        headers = {name.lower(): value for name, value in request.headers.items()}
        key = headers.pop("authorization", "").removeprefix("Bearer ")
        ask = Ask(request.path, headers, key, await request.json(), time.time())
        self.asked.append(ask)
        self._in_progress += 1
        self._happened.set()
        self.peak = max(self.peak, self._in_progress)
        try:
            behaviour = self._script.popleft() if self._script else _behaviour(self._answers(ask.body))
            return await self._do(behaviour, request, ask.body)
        except (asyncio.CancelledError, ConnectionResetError):
            ask.left = True
            raise
        finally:
            self._in_progress -= 1
            self._happened.set()
            ask.took = time.monotonic() - began

    async def _do(self, behaviour: Behaviour, request: web.Request, body: Json) -> web.StreamResponse:
        if isinstance(behaviour, Raw):
            return await self._raw(behaviour, request)
        if isinstance(behaviour, Hangs):
            await asyncio.sleep(behaviour.seconds)
            return web.Response(status=504)
        await asyncio.sleep(self.latency if behaviour.latency is None else behaviour.latency)
        if isinstance(behaviour, Fails):
            return _failed(behaviour)
        if behaviour.plain or not body.get("stream"):
            return web.json_response(completion(behaviour, body))
        return await self._stream(behaviour, request, body)

    async def _stream(self, says: Says, request: web.Request, body: Json) -> web.StreamResponse:
        response = await _opened(request, "text/event-stream", 200)
        delay = self.delay if says.delay is None else says.delay
        for number, event in enumerate(stream(says, body, says.chunk or self.chunk)):
            if number == says.cut_after:
                return _cut(request, response)
            if number and delay:
                await asyncio.sleep(delay)
            await response.write(event.encode())
        await response.write_eof()
        return response

    async def _raw(self, raw: Raw, request: web.Request) -> web.StreamResponse:
        response = await _opened(request, raw.content_type, raw.status)
        for piece in raw.pieces:
            if piece is CUT:
                return _cut(request, response)
            if isinstance(piece, int | float):
                await asyncio.sleep(piece)
            elif isinstance(piece, str | bytes):
                await response.write(piece.encode() if isinstance(piece, str) else piece)
        await response.write_eof()
        return response


@asynccontextmanager
async def model_server(
    port: int = 0, *, latency: float = 0.0, delay: float = 0.0, chunk: int = 4
) -> AsyncIterator[ModelServer]:
    """A running server, gone at the end of the block."""
    server = ModelServer(port, latency=latency, delay=delay, chunk=chunk)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


def _behaviour(behaviour: Behaviour | str) -> Behaviour:
    return Says(behaviour) if isinstance(behaviour, str) else behaviour


def _failed(fails: Fails) -> web.Response:
    body = fails.body if fails.body is not None else {"error": fails.error}
    if isinstance(body, str):
        return web.Response(status=fails.status, text=body, content_type="text/html", headers=fails.headers)
    return web.json_response(body, status=fails.status, headers=fails.headers)


async def _opened(request: web.Request, content_type: str, status: int) -> web.StreamResponse:
    response = web.StreamResponse(status=status, headers={"Content-Type": content_type})
    await response.prepare(request)
    return response


def _cut(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return response
