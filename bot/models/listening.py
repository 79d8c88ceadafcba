"""Speech to text: any server with OpenAI's `/audio/transcriptions`, asked once per call and never trusted."""

import asyncio
import json
import logging
from enum import StrEnum
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .completion import Outcome
from .connection import open_client
from .failure import Failure, kind_of
from .opened import Opened
from .patience import Patience
from .provider import Provider, tellable
from .verdict import verdict

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

log = logging.getLogger(__name__)

LONGEST = 300.0
"""Seconds one transcription may take: half an hour of speech on a slow machine."""
_NOT_THIS_SOUND = frozenset({400, 415, 422})
_SUFFIXES = {
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/x-m4a": ".m4a",
    "audio/aac": ".aac",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/webm": ".webm",
    "audio/flac": ".flac",
    "audio/amr": ".amr",
}


class Problem(StrEnum):
    """Why a sound gave no words."""

    DOWN = "down"
    """The server could not be asked, or gave no answer: it may be better in a moment."""
    SILENT = "silent"
    FORMAT = "format"
    TOO_BIG = "too_big"


class Unheard(Exception):
    """No words. The detail is for the log: no word of the server, no key and nothing that was said."""

    def __init__(self, problem: Problem, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem


class Listener:
    """One server that listens, to as many sounds at once as its provider allows.

    Belongs to one event loop; nothing is opened before the first sound.
    """

    def __init__(self, provider: Provider, *, longest: float = LONGEST) -> None:
        self._provider = provider
        self._address = f"{tellable(provider.base_url)}/audio/transcriptions"
        self._longest = longest
        self._opened = Opened(partial(_open, provider))
        self._places = asyncio.Semaphore(provider.concurrency)

    async def hear(self, sound: bytes, *, name: str, mime: str, hint: str) -> str:
        """What is said in `sound`, stripped and never empty. Raises Unheard.

        `hint` holds words that may occur. Only the ending of `name` is sent on: names tell too much.
        """
        try:
            async with self._places, asyncio.timeout(self._longest):
                said = await self._asked(sound, _sent_as(name, mime), mime, hint)
        except TimeoutError:
            raise Unheard(Problem.DOWN, f"no answer within {self._longest:g} s") from None
        except Failure as failure:
            raise Unheard(Problem.DOWN, failure.detail) from None
        if not any(map(str.isalnum, said)):
            raise Unheard(Problem.SILENT, "no words in the answer")
        return said.strip()

    async def close(self) -> None:
        """Close the connections; a sound after it opens them again."""
        await self._opened.close()

    async def _asked(self, sound: bytes, name: str, mime: str, hint: str) -> str:
        client = await self._opened.client()
        import openai

        try:
            answer = await client.audio.transcriptions.create(
                file=(name, sound, mime or "application/octet-stream"),
                model=self._provider.model,
                prompt=hint,
                language="zh",
                response_format="json",
            )
        except openai.APIStatusError as problem:
            raise self._refusal(problem) from None
        except openai.APIError as problem:
            raise Failure(Outcome.UNREACHABLE, kind_of(problem)) from None
        except ValueError:
            raise Failure(Outcome.BROKEN, "an answer that is not JSON") from None
        said: object = getattr(answer, "text", None)
        if not isinstance(said, str):
            raise Failure(Outcome.FOREIGN, f"no transcription at {self._address}")
        return said

    def _refusal(self, problem: "APIStatusError") -> Exception:
        """A refused sound is told apart from a server that cannot be used now."""
        try:
            body: object = json.loads(problem.response.text)
        except (ValueError, RecursionError):
            body = None
        status = problem.status_code
        failure = verdict(status, body, problem.response.headers, address=self._address)
        if status == 413:
            return Unheard(Problem.TOO_BIG, "HTTP 413")
        if status in _NOT_THIS_SOUND and failure.outcome not in (Outcome.NO_MODEL, Outcome.NO_ACCESS):
            return Unheard(Problem.FORMAT, f"HTTP {status}")
        return failure


def _open(provider: Provider) -> "AsyncOpenAI":
    client = open_client(provider, Patience())
    _ = client.audio.transcriptions  # imports the rest here and not in the event loop
    return client


def _sent_as(name: str, mime: str) -> str:
    """A plain name whose ending tells the server the format."""
    suffix = PurePosixPath(name).suffix.lower()
    known = suffix.isascii() and suffix[1:].isalnum() and len(suffix) <= 5
    ending = suffix if known else _SUFFIXES.get(mime, ".ogg")
    return f"voice{'.ogg' if ending == '.oga' else ending}"
