"""The library's request class: JSON by `posting`, whatever else there is by aiohttp."""

import asyncio
import json
import ssl
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.pace import Pace
from bot.telegram.posting import Cut, NoConnection, Posts, Target

if TYPE_CHECKING:
    from bot.telegram.by_aiohttp import ByAiohttp

CONNECT_SECONDS = 5.0
READ_SECONDS = 5.0
UPLOAD_SECONDS = 60.0
NOT_READY = "the request class is not initialized"


class BotApiRequest(BaseRequest):
    """Requests over at most `connections` connections of each kind, at a pace if one is given.

    Honours HTTP_PROXY and HTTPS_PROXY, trusts the system's certificates and certifi's. Raises TimedOut or
    NetworkError; if its cause is NoConnection the server cannot have got the request.
    """

    def __init__(self, connections: int, pace: Pace | None = None) -> None:
        self._connections = connections
        self._pace = pace
        self._posts: Posts | None = None
        self._by_aiohttp: ByAiohttp | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where a call says nothing else."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Get ready; does nothing if it is."""
        if self._posts is None:
            self._posts = Posts(self._connections, self.USER_AGENT, _trusted())

    async def shutdown(self) -> None:
        """Close all connections; does nothing if they are closed."""
        posts, self._posts = self._posts, None
        by_aiohttp, self._by_aiohttp = self._by_aiohttp, None
        if posts is not None:
            posts.close()
        if by_aiohttp is not None:
            await by_aiohttp.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request; return status and body."""
        if self._posts is None:
            raise RuntimeError(NOT_READY)
        if self._pace is not None:
            await self._pace.keep(url, request_data)
        uploads = request_data is not None and request_data.contains_files
        read = _given(read_timeout, READ_SECONDS)
        if uploads and read is not None:
            read += _given(write_timeout, UPLOAD_SECONDS) or 0
        connect = _given(connect_timeout, CONNECT_SECONDS)
        try:
            target = None if uploads or method != "POST" else Target.of(url)
            if target is not None and _proxy(target.scheme, target.host) is None:
                body = b"" if request_data is None else _json(request_data)
                answered = await self._posts.post(target, body, connect=connect, read=read)
                return answered.status, answered.body
            return await (await self._rare()).ask(
                method,
                url,
                request_data if uploads or request_data is None else _json(request_data),
                proxy=_proxy(*urlsplit(url)[:2]),
                pool=_given(pool_timeout, None),
                connect=connect,
                read=read,
            )
        except TimeoutError as problem:
            raise TimedOut from problem
        except (NoConnection, Cut) as problem:
            raise NetworkError(type(problem).__name__) from problem

    async def _rare(self) -> "ByAiohttp":
        """What makes the requests that are rare; imported in a thread, while others go on."""
        if self._by_aiohttp is None:
            kind = await asyncio.to_thread(_by_aiohttp)
            if self._posts is None:
                raise RuntimeError(NOT_READY)
            self._by_aiohttp = self._by_aiohttp or kind(self._connections, self.USER_AGENT, _trusted())
        return self._by_aiohttp


def _by_aiohttp() -> "type[ByAiohttp]":
    from bot.telegram.by_aiohttp import ByAiohttp

    return ByAiohttp


def _given(value: Any, otherwise: float | None) -> float | None:
    """The timeout of a call, or ours where the call left it open."""
    return otherwise if value is BaseRequest.DEFAULT_NONE else value


@cache
def _trusted() -> ssl.SSLContext:
    """The system's certificates and certifi's, read once: that takes 20 ms."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@cache
def _proxy(scheme: str, host: str) -> str | None:
    """The proxy for this host by the environment, as it was when the host was first asked."""
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _json(request: RequestData) -> bytes:
    """What is sent where there are no files: half as long as a form with Chinese in it."""
    return json.dumps(request.parameters).encode()
