"""The HTTP side: one bot, served on a loopback port in the running event loop."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from .faults import Fault, Faults
from .flood import FloodControl
from .identity import Identity
from .messages import Messages
from .updates import UpdateQueue
from .wire import MAX_UPLOAD, ApiError, ConnectionCut, Json, Params, read_params
from .world import World

HOST = "127.0.0.1"
WELL_FORMED = re.compile(r"\d+:[A-Za-z0-9_-]+")
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass
class Call:
    """One call the bot made. `result` is what Telegram did, also when the bot never heard of it."""

    method: str
    params: Json
    files: dict[str, str]
    at: float
    took: float = 0.0
    ok: bool = False
    status: int = 0
    result: Any = None
    error: str = ""
    fault: str = ""


class Server:
    """Serves /bot<token>/<method> and /file/bot<token>/<path>; records every call it answered, in order."""

    def __init__(self, token: str, first_update_id: int, port: int = 0) -> None:
        self.token = token
        self.world = World(token)
        self.updates = UpdateQueue(first_update_id)
        self.identity = Identity(self.world, self.updates)
        self.faults = Faults()
        self.flood: FloodControl | None = None
        self.calls: list[Call] = []
        self.watchers: list[Callable[[Call], None]] = []
        self.counts: Counter[str] = Counter()
        self.in_replies: Counter[str] = Counter()
        self.down = False
        self.cut_off = 0
        self.in_progress = 0
        self.last_call_at = 0.0
        self._port = port
        self._runner: web.AppRunner | None = None
        self._methods = {**self.identity.methods(), **Messages(self.world, self.updates).methods()}
        self._names = {name.lower(): name for name in (*self._methods, "getUpdates")}

    # -- life

    async def start(self) -> None:
        app = web.Application(client_max_size=2 * MAX_UPLOAD)
        app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", self._download)
        app.router.add_route("*", "/bot{token:[^/]*}/{method:.*}", self._call)
        app.router.add_route("*", "/{rest:.*}", self._nothing)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self.down = True
        self.updates.cut()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def silent_for(self) -> float:
        """Seconds since the bot's last call ended or it last confirmed an update; 0 while it is calling."""
        last = max(self.last_call_at, self.updates.confirmed_at)
        return 0.0 if self.in_progress else time.monotonic() - last

    @contextmanager
    def outage(self) -> Iterator[None]:
        """Inside the block every connection is cut, the long poll in progress too."""
        self.down = True
        self.updates.cut()
        try:
            yield
        finally:
            self.down = False

    # -- serving

    async def _nothing(self, request: web.Request) -> web.Response:
        return _refused(ApiError(404, "Not Found"))

    async def _call(self, request: web.Request) -> web.Response:
        asked = request.match_info["method"]
        method = self._names.get(asked.lower(), asked)
        token = request.match_info["token"]
        if token != self.token:
            known = WELL_FORMED.fullmatch(token)
            return _refused(ApiError(401, "Unauthorized") if known else ApiError(404, "Not Found"))
        polling = method == "getUpdates"
        self.in_progress += not polling
        try:
            return await self._answer(method, request)
        except ConnectionCut:
            return _cut(request)
        finally:
            self.in_progress -= not polling
            if not polling:
                self.last_call_at = time.monotonic()

    async def _answer(self, method: str, request: web.Request) -> web.Response:
        if self.down:
            self.cut_off += 1
            raise ConnectionCut
        started, call = time.monotonic(), Call(method, {}, {}, time.time())
        self.counts[method] += 1
        fault = self.faults.take(method)
        try:
            params = await read_params(request)
            call.params = dict(params.values)
            call.files = {name: upload.name for name, upload in params.uploads.items()}
            if self.flood:
                self.flood.check(method, str(params.values.get("chat_id")))
            if fault and fault.delay:
                await asyncio.sleep(fault.delay)
            if fault is None or fault.processed:
                call.result = await self._do(method, params, lambda: _gone(request))
                call.ok, call.status = True, 200
            _spoil(call, fault)
            if self.down:
                raise ConnectionCut
            return web.json_response({"ok": True, "result": call.result})
        except ApiError as error:
            call.status, call.error = error.code, error.description
            return _refused(error)
        finally:
            call.took = time.monotonic() - started
            self.calls.append(call)
            for watcher in self.watchers:
                watcher(call)

    def called_in_reply(self, body: Json) -> None:
        """Do what the answer to a push asks for, as far as it goes: the bot does not learn how it went.

        A call that would be wrong at any time is a complaint.
        """
        method = str(body.pop("method", ""))
        self.in_replies[method] += 1
        try:
            self._methods[method](Params(body))
        except (KeyError, ApiError) as error:
            if "too old" not in str(error):
                self.world.complaints.append(f"{method} in the answer to a push: {error!r}")

    async def _do(self, method: str, params: Params, gone: Callable[[], bool]) -> Any:
        if method == "getUpdates":
            return await self._get_updates(params, gone)
        if method not in self._methods:
            self.world.complaints.append(f"unknown method {method}")
            raise ApiError(404, "Not Found: method not found")
        return self._methods[method](params)

    async def _get_updates(self, params: Params, gone: Callable[[], bool]) -> list[Json]:
        if self.identity.webhook:
            raise ApiError(409, f"Conflict: {WEBHOOK_ACTIVE}")
        self.updates.allow(params.json("allowed_updates"))
        limit = min(100, max(1, params.number("limit", 100)))
        timeout = min(50, max(0, params.number("timeout")))
        return await self.updates.poll(params.number("offset"), limit, timeout, gone)

    async def _download(self, request: web.Request) -> web.Response:
        if self.down:
            return _cut(request)
        self.counts["file"] += 1
        fault = self.faults.take("file")
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and fault.cuts:
            return _cut(request)
        if fault and fault.error:
            return _refused(fault.error)
        path = request.match_info["path"]
        file = next((file for file in self.world.files.values() if file.path == path), None)
        if file is None or request.match_info["token"] != self.token:
            return _refused(ApiError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")


def _spoil(call: Call, fault: Fault | None) -> None:
    """Let the ordered fault happen to a call that has been done, or has been skipped."""
    if fault is None:
        return
    call.fault = str(fault.kind)
    if fault.cuts:
        raise ConnectionCut
    if fault.error:
        raise fault.error


def _gone(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


def _refused(error: ApiError) -> web.Response:
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else {}
    return web.json_response(error.body(), status=error.code, headers=headers)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
