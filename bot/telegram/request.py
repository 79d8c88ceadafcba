"""The library's request class: JSON by `posting`, whatever else there is by aiohttp."""

import json
import ssl
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.pace import Pace
from bot.telegram.posting import Cut, NoConnection, Posts, Target

NEVER_ARRIVED = (NoConnection, aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""What is raised when no connection came about: the request cannot have reached the server."""

CONNECT_SECONDS = 5.0
READ_SECONDS = 5.0
UPLOAD_SECONDS = 60.0
JSON = {"Content-Type": "application/json"}


class BotApiRequest(BaseRequest):
    """Requests over at most `connections` connections of each kind, at a pace if one is given.

    Honours HTTP_PROXY and HTTPS_PROXY, trusts the system's certificates and certifi's. Raises TimedOut or
    NetworkError; the cause tells, by NEVER_ARRIVED, whether the server can have got the request.
    """

    def __init__(self, connections: int, pace: Pace | None = None) -> None:
        self._connections = connections
        self._pace = pace
        self._session: aiohttp.ClientSession | None = None
        self._posts: Posts | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where a call says nothing else."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Get ready; does nothing if it is."""
        if self._session is None:
            self._posts = Posts(self._connections, self.USER_AGENT, _trusted())
            connector = aiohttp.TCPConnector(limit=self._connections, ssl=_trusted())
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close all connections; does nothing if they are closed."""
        session, self._session = self._session, None
        posts, self._posts = self._posts, None
        if posts is not None:
            posts.close()
        if session is not None:
            await session.close()

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
        if self._session is None or self._posts is None:
            raise RuntimeError("the request class is not initialized")
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
            timeout = _timeout(_given(pool_timeout, None), connect, read)
            data, kind = (None, None) if request_data is None else _body(request_data)
            async with self._session.request(
                method, url, data=data, headers=kind, timeout=timeout, proxy=_proxy(*urlsplit(url)[:2])
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as problem:
            raise TimedOut from problem
        except (NoConnection, Cut, aiohttp.ClientError) as problem:
            raise NetworkError(type(problem).__name__) from problem


def _given(value: Any, otherwise: float | None) -> float | None:
    """The timeout of a call, or ours where the call left it open."""
    return otherwise if value is BaseRequest.DEFAULT_NONE else value


@cache
def _timeout(pool: float | None, connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    """There are three or four of them."""
    return aiohttp.ClientTimeout(total=None, connect=pool, sock_connect=connect, sock_read=read)


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


def _body(request: RequestData) -> tuple[bytes | aiohttp.FormData, dict[str, str] | None]:
    """What is sent by aiohttp, and the header that says so."""
    if not request.contains_files:
        return _json(request), JSON
    form = aiohttp.FormData(quote_fields=False)
    for name, text in request.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, kind) in (request.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None
