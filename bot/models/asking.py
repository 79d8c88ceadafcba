"""One request to one provider: a whole answer, or the Failure that says why not."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .completion import Message, Outcome
from .dialect import Dialect
from .failure import Failure, kind_of
from .patience import Patience
from .provider import Provider
from .reading import Answer, Reading
from .sse import Document, Event, pieces
from .verdict import verdict
from .visible import Visible

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI
    from openai._response import AsyncAPIResponse


@dataclass(frozen=True, slots=True)
class Question:
    """What a caller wants, without where from."""

    messages: tuple[Message, ...]
    max_tokens: int
    temperature: float
    on_text: Callable[[str], None] | None = None
    on_restart: Callable[[], None] | None = None


async def asked(
    client: "AsyncOpenAI", provider: Provider, dialect: Dialect, question: Question, patience: Patience
) -> Answer:
    """
    Asks once. When this returns, raises or is cancelled, the connection is closed or free to be used again.

    Raises Failure for whatever is not a whole text, after on_restart if any text was shown; what a callback
    raises comes out as it is.
    """
    visible = Visible(question.on_text, question.on_restart)
    reading = Reading(visible, provider.address)
    body = dialect.request(provider.model, question.messages, question.max_tokens, question.temperature)
    try:
        try:
            await _read(client, provider, body, reading, patience)
        except Failure as failure:
            failure.usage = failure.usage or reading.usage
            if reading.finish is None:
                raise
        return reading.answer()
    except Failure:
        visible.restart()
        raise


async def _read(
    client: "AsyncOpenAI", provider: Provider, body: dict[str, Any], reading: Reading, patience: Patience
) -> None:
    import openai

    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(patience.first_token) as stall:
            request = client.chat.completions.with_streaming_response.create(**body)
            async with request as response, aclosing(pieces(_bytes(response))) as stream:
                async for piece in stream:
                    if isinstance(piece, Document):
                        reading.take(_completion(piece, provider))
                        return
                    if piece.data.strip() == "[DONE]":
                        return
                    if reading.take(_chunk(piece)):
                        stall.reschedule(loop.time() + patience.between_tokens)
                    if reading.finish is not None:
                        stall.reschedule(loop.time() + patience.after_finish)
    except TimeoutError:
        if not stall.expired():
            raise
        raise Failure(Outcome.STALLED, "nothing more came for too long") from None
    except openai.APIStatusError as problem:
        raise _verdict(problem, provider) from None
    except openai.APIConnectionError as problem:
        raise Failure(Outcome.UNREACHABLE, kind_of(problem)) from None


async def _bytes(response: "AsyncAPIResponse[Any]") -> AsyncIterator[bytes]:
    """The body; a Failure where the connection breaks."""
    import ssl

    import anyio
    import httpx2

    try:
        async for chunk in response.iter_bytes():
            yield chunk
    except (httpx2.HTTPError, httpx2.StreamError, ssl.SSLError, anyio.EndOfStream) as problem:
        raise Failure(Outcome.BROKEN, f"cut in the middle: {kind_of(problem)}") from None


def _chunk(event: Event) -> object:
    try:
        return json.loads(event.data)
    except (ValueError, RecursionError):
        raise Failure(Outcome.BROKEN, "a chunk that is not JSON") from None


def _completion(document: Document, provider: Provider) -> object:
    """A body that is not a stream, as a completion."""
    try:
        found = json.loads(document.text)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict) and ("choices" in found or "error" in found or found.get("object") == "error"):
        return found
    page = document.text.lstrip()[:200].lower().startswith(("<!doctype html", "<html"))
    what = "a web page" if page else "neither a stream nor a completion"
    raise Failure(Outcome.FOREIGN, f"{what} at {provider.address}; a base_url usually ends with /v1")


def _verdict(problem: "APIStatusError", provider: Provider) -> Failure:
    try:
        body: object = json.loads(problem.response.text)
    except (ValueError, RecursionError):
        body = None
    return verdict(problem.status_code, body, problem.response.headers, address=provider.address)
