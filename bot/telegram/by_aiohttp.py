"""Requests by aiohttp: those that `posting` does not make (proxies, uploads, downloads).

Imported when the first of them is made: it takes an eighth of a start, and an interview makes none.
"""

import ssl
from functools import cache

import aiohttp
from telegram.request import RequestData

from bot.telegram.posting import Cut, NoConnection

JSON = {"Content-Type": "application/json"}


class ByAiohttp:
    """At most so many connections at once. Belongs to the event loop in which it is made."""

    def __init__(self, connections: int, agent: str, trusted: ssl.SSLContext) -> None:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=connections, ssl=trusted),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": agent},
        )

    async def ask(
        self,
        method: str,
        url: str,
        sent: bytes | RequestData | None,
        *,
        proxy: str | None,
        pool: float | None,
        connect: float | None,
        read: float | None,
    ) -> tuple[int, bytes]:
        """Send JSON, a form with files, or nothing; return status and body of the answer.

        Raises NoConnection, TimeoutError or Cut as `Posts.post` does.
        """
        timeout = _timeout(pool, connect, read)
        data = _form(sent) if isinstance(sent, RequestData) else sent
        kind = JSON if isinstance(sent, bytes) else None
        try:
            async with self._session.request(
                method, url, data=data, headers=kind, timeout=timeout, proxy=proxy
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as problem:
            raise NoConnection(type(problem).__name__) from problem
        except TimeoutError:
            raise
        except aiohttp.ClientError as problem:
            raise Cut(type(problem).__name__) from problem

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()


@cache
def _timeout(pool: float | None, connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    """There are three or four of them."""
    return aiohttp.ClientTimeout(total=None, connect=pool, sock_connect=connect, sock_read=read)


def _form(sent: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, text in sent.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, kind) in (sent.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
