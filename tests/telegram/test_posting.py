"""Posting JSON over connections of our own: answers in any pieces, kept connections, what goes wrong."""

import asyncio
import gc
import ssl
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from telegram import InputFile
from telegram.error import NetworkError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram import posting
from bot.telegram.http_answers import Answered, Coming, Garbled
from bot.telegram.posting import Cut, NoConnection, Posts, Target
from bot.telegram.request import BotApiRequest

BODY = '{"ok":true,"result":"修路"}'.encode()
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (
    len(BODY),
    BODY,
)
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5;x=y\r\n%s\r\n%x\r\n%s\r\n0\r\nTrailer: 1\r\n\r\n" % (BODY[:5], len(BODY) - 5, BODY[5:])
)
LAST = b"HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
UNTIL_ENDED = b"HTTP/1.0 200 OK\r\n\r\n" + BODY
CONTINUED = b"HTTP/1.1 100 Continue\r\n\r\n" + PLAIN
ANSWERS = {
    PLAIN: Answered(200, BODY, goes_on=True),
    CHUNKED: Answered(200, BODY, goes_on=True),
    LAST: Answered(502, BODY, goes_on=False),
    CONTINUED: Answered(200, BODY, goes_on=True),
    b"HTTP/1.1 204 No Content\r\n\r\n": Answered(204, b"", goes_on=True),
}


@given(st.sampled_from(sorted(ANSWERS)), st.lists(st.integers(1, 120), max_size=6))
def test_an_answer_is_the_same_in_whatever_pieces_it_comes(written: bytes, cuts: list[int]) -> None:
    coming, at = Coming(), 0
    for end in sorted({cut for cut in cuts if cut < len(written)}):
        assert coming.add(written[at:end]) is None
        at = end
    assert coming.add(written[at:]) == ANSWERS[written]


def test_an_answer_may_end_with_its_connection() -> None:
    coming = Coming()
    assert coming.add(UNTIL_ENDED) is None
    assert coming.ended() == Answered(200, BODY, goes_on=False)
    cut = Coming()
    cut.add(PLAIN[:-1])
    assert cut.ended() is None


def test_nothing_is_asked_behind_an_answer_that_is_longer_than_it_says() -> None:
    answered = Coming().add(PLAIN + b"HTTP/1.1 200 OK")
    assert answered == Answered(200, BODY, goes_on=False)


@pytest.mark.parametrize(
    "garbled",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"HTTP/1.1 good\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsome\r\n",
    ],
)
def test_what_is_no_answer_is_told(garbled: bytes) -> None:
    with pytest.raises(Garbled):
        Coming().add(garbled)


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1]/a",
        "http://u:p@host/a",
        "https://host/机器人",
        "ftp://host/",
        "https://host",
        "http://h/a b",
    ],
)
def test_an_unusual_address_is_left_to_aiohttp(url: str) -> None:
    assert Target.of(url) is None


class Server:
    """Answers every request by `answer`; None cuts the connection instead."""

    def __init__(self) -> None:
        self.answer: Callable[[], bytes | None] = lambda: PLAIN
        self.connections = 0
        self.asked: list[bytes] = []
        self.writers: list[asyncio.StreamWriter] = []
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        self.writers.append(writer)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split()[0])
                self.asked.append(head + await reader.readexactly(length))
                written = self.answer()
                if written is None:
                    break
                writer.write(written)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def target(self, scheme: str = "http") -> Target:
        """Where it listens."""
        found = Target.of(f"{scheme}://127.0.0.1:{self.port}/bot1:a/getMe?x=1")
        assert found is not None
        return found


@asynccontextmanager
async def running(context: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """A server on a port of its own."""
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for writer in server.writers:
            writer.close()
        await listening.wait_closed()


@asynccontextmanager
async def posting_to(connections: int = 4, trusted: ssl.SSLContext | None = None) -> AsyncIterator[Posts]:
    posts = Posts(connections, "test", trusted or ssl.create_default_context())
    try:
        yield posts
    finally:
        posts.close()


async def ask(posts: Posts, target: Target, read: float | None = 5) -> Answered:
    return await posts.post(target, BODY, connect=5, read=read)


async def test_one_connection_is_kept_and_used_again_until_the_server_ends_it() -> None:
    async with running() as server, posting_to() as posts:
        for _ in range(3):
            assert await ask(posts, server.target()) == Answered(200, BODY, goes_on=True)
        assert server.connections == 1
        assert server.asked[0].startswith(
            b"POST /bot1:a/getMe?x=1 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % server.port
        )
        assert server.asked[0].endswith(b"\r\n\r\n" + BODY)
        server.writers[0].close()
        await asyncio.sleep(0.05)
        await ask(posts, server.target())
        server.answer = lambda: LAST
        assert (await ask(posts, server.target())).status == 502
        server.answer = lambda: PLAIN
        await ask(posts, server.target())
        assert server.connections == 3


async def test_a_connection_that_was_idle_for_long_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as server, posting_to() as posts:
        await ask(posts, server.target())
        monkeypatch.setattr(posting, "IDLE_SECONDS", -1.0)
        await ask(posts, server.target())
        assert server.connections == 2


async def test_no_more_connections_than_allowed_and_all_requests_get_through() -> None:
    async with running() as server, posting_to(connections=3) as posts:
        answers = await asyncio.gather(*(ask(posts, server.target()) for _ in range(20)))
        assert [answer.status for answer in answers] == [200] * 20
        assert server.connections == 3


async def test_what_goes_wrong_is_told_apart_and_its_connection_is_not_used_again() -> None:
    async with running() as server, posting_to() as posts:
        await ask(posts, server.target())
        server.answer = lambda: None
        with pytest.raises(Cut):
            await ask(posts, server.target())
        server.answer = lambda: b"SMTP ready\r\n\r\n"
        with pytest.raises(Cut):
            await ask(posts, server.target())
        server.answer = lambda: PLAIN[:-3]
        with pytest.raises(TimeoutError):
            await ask(posts, server.target(), read=0.05)
        given_up = asyncio.create_task(ask(posts, server.target(), read=None))
        await asyncio.sleep(0.05)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        server.answer = lambda: PLAIN
        assert (await ask(posts, server.target())).body == BODY
        assert server.connections == 5
        nobody = Target("http", "127.0.0.1", server.port, "/")
    async with posting_to() as posts:
        with pytest.raises(NoConnection):
            await ask(posts, nobody)


async def test_of_an_upload_it_is_told_as_well_whether_it_can_have_arrived() -> None:
    paper = RequestData([RequestParameter.from_input("document", InputFile("修路".encode(), "a.txt"))])
    async with running() as server, BotApiRequest(4) as request:
        url = f"http://127.0.0.1:{server.port}/bot1:a/sendDocument"
        both = await asyncio.gather(*(request.do_request(url, "POST", paper) for _ in range(2)))
        assert both == [(200, BODY)] * 2
        assert all("修路".encode() in asked for asked in server.asked)
        server.answer = lambda: None
        with pytest.raises(NetworkError) as cut:
            await request.do_request(url, "POST", paper)
        assert isinstance(cut.value.__cause__, Cut)
    async with BotApiRequest(4) as request:
        with pytest.raises(NetworkError) as nobody:
            await request.do_request(url, "POST", paper)
        assert isinstance(nobody.value.__cause__, NoConnection)


async def test_a_connection_that_is_given_up_while_it_comes_about_is_closed() -> None:
    """Its socket left to the garbage would be told of in whatever test runs then, as an error."""
    left: list[object] = []
    async with running() as server, posting_to() as posts:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(sys, "unraisablehook", lambda told: left.append(told.exc_value))
            for turns in range(40):
                given_up = asyncio.create_task(ask(posts, server.target()))
                for _ in range(turns):
                    await asyncio.sleep(0.0005)
                given_up.cancel()
                await asyncio.gather(given_up, return_exceptions=True)
                posts.close()
                del given_up
                gc.collect()
    assert left == []


def certificate(folder: Path) -> Path:
    """One for 127.0.0.1 that signs itself, with its key, as a file."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


async def test_tls_is_spoken_with_those_whose_certificate_is_trusted(tmp_path: Path) -> None:
    file = certificate(tmp_path)
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(file)
    trusting = ssl.create_default_context(cafile=str(file))
    async with running(serving) as server:
        async with posting_to(trusted=trusting) as posts:
            for _ in range(2):
                assert (await ask(posts, server.target("https"))).body == BODY
            assert server.connections == 1
        async with posting_to() as posts:
            with pytest.raises(NoConnection):
                await ask(posts, server.target("https"))
