"""Posting JSON on connections that stay open: the calls that every answer is made of.

Of a request aiohttp makes some twenty objects, a task and three timers: twice what this costs. What is rare
(proxies, uploads, downloads) goes by aiohttp.
"""

import asyncio
import math
import re
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from aiohappyeyeballs import start_connection

from bot.telegram.http_answers import Answered, Coming, Garbled

_PLAIN = re.compile(r"(https?)://([\w.-]+)(?::(\d+))?(/[!-~]*)", re.ASCII)
_PORTS = {"http": 80, "https": 443}
IDLE_SECONDS = 15.0
"""After so long a connection is not used again: the server may be about to end it."""


class NoConnection(Exception):
    """None came about: the server cannot have got the request."""


class Cut(Exception):
    """The connection ended before the answer: the server may have done what was asked."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes."""

    scheme: str
    host: str
    port: int | None
    path: str

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, url: str) -> "Target | None":
        """What a URL says; None for one with anything unusual in it. There are some ten that come again."""
        found = _PLAIN.fullmatch(url)
        if found is None:
            return None
        scheme, host, port, path = found.groups()
        return cls(scheme, host, int(port) if port else None, path)

    @property
    def server(self) -> tuple[str, str, int]:
        """What a connection belongs to."""
        return self.scheme, self.host, self.port or _PORTS[self.scheme]


class Posts:
    """At most so many connections at once, with one request each. The one used last is used first."""

    def __init__(self, connections: int, agent: str, trusted: ssl.SSLContext) -> None:
        self._room = asyncio.Semaphore(connections)
        self._agent = agent
        self._trusted = trusted
        self._idle: dict[tuple[str, str, int], list[_Line]] = {}
        self._closed = False

    async def post(
        self, target: Target, body: bytes, *, connect: float | None, read: float | None
    ) -> Answered:
        """Post JSON; return what is answered.

        Raises NoConnection if none came about within `connect` seconds, TimeoutError if no answer came within
        `read`, Cut if the connection ended before.
        """
        async with self._room:
            idle = self._idle.setdefault(target.server, [])
            line = _usable(idle) or await self._connected(target, connect)
            answered = await line.ask(self._written(target, body), read)
            if answered.goes_on and not self._closed:
                line.idle_since = time.monotonic()
                idle.append(line)
            else:
                line.close()
            return answered

    def close(self) -> None:
        """End all connections; those that are in use when their answer has come."""
        self._closed = True
        for lines in self._idle.values():
            while lines:
                lines.pop().close()

    async def _connected(self, target: Target, seconds: float | None) -> "_Line":
        scheme, host, port = target.server
        context = self._trusted if scheme == "https" else None
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(seconds):
                addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                # asyncio's own race for addresses leaves a socket open where it is cancelled
                reached = await start_connection(addresses, happy_eyeballs_delay=0.25)
                _, line = await loop.create_connection(
                    _Line, sock=reached, ssl=context, server_hostname=host if context else None
                )
        except OSError as problem:  # a TimeoutError and what TLS has to object are some
            raise NoConnection from problem
        return line

    def _written(self, target: Target, body: bytes) -> bytes:
        where = target.host if target.port is None else f"{target.host}:{target.port}"
        head = (
            f"POST {target.path} HTTP/1.1\r\nHost: {where}\r\nUser-Agent: {self._agent}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode("ascii") + body


def _usable(idle: "list[_Line]") -> "_Line | None":
    """The connection that was used last, unless the server has ended it or may be about to."""
    oldest = time.monotonic() - IDLE_SECONDS
    while idle:
        line = idle.pop()
        if line.idle_since > oldest and not line.ending:
            return line
        line.close()
    return None


class _Line(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self.idle_since = 0.0
        self._answer: asyncio.Future[Answered] | None = None
        self._coming = Coming()
        self._late = math.inf
        self._looking: asyncio.TimerHandle | None = None

    @property
    def ending(self) -> bool:
        """Whether no request can be sent over it any more."""
        return self._transport.is_closing()

    async def ask(self, request: bytes, seconds: float | None) -> Answered:
        """Send a request; return the answer to it. However this ends without one, the connection ends too."""
        loop = asyncio.get_running_loop()
        self._coming, self._answer = Coming(), loop.create_future()
        self._transport.write(request)
        self._late = math.inf if seconds is None else loop.time() + seconds
        if self._looking is None or self._looking.when() > self._late:
            self._look()
        try:
            return await self._answer
        except BaseException:
            self._transport.abort()
            raise
        finally:
            self._answer, self._late = None, math.inf

    def _look(self) -> None:
        """Fail if the answer is late, or look again when it is: one timer serves many requests."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        if self._late < math.inf:
            loop = asyncio.get_running_loop()
            if loop.time() >= self._late:
                self._fail(TimeoutError())
            else:
                self._looking = loop.call_at(self._late, self._look)

    def close(self) -> None:
        """End it."""
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._answer is None:  # nobody has asked
            self._transport.abort()
            return
        self._take(partial(self._coming.add, data))

    def connection_lost(self, _: Exception | None) -> None:
        self._take(self._coming.ended)
        self._fail(Cut())
        self._late = math.inf
        self._look()

    def _take(self, whole: Callable[[], Answered | None]) -> None:
        if self._answer is None or self._answer.done():
            return
        try:
            answered = whole()
        except Garbled:
            self._fail(Cut())
        else:
            if answered is not None:
                self._answer.set_result(answered)

    def _fail(self, problem: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(problem)
