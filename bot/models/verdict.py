"""From an error a server gave to the Failure it means."""

import email.utils
import re
import time
from collections.abc import Mapping

from .completion import Outcome
from .failure import Failure
from .told import Told, told

_REFUSED = (
    "datainspectionfailed",  # DashScope, in the code or inside the message
    "inappropriate content",  # DashScope through a gateway that drops the code
    "content exists risk",  # DeepSeek
    "contentfilter",  # Azure, Moonshot
    "content filter",
    "contentpolicy",
    "responsibleai",  # Azure
    "high risk",  # Moonshot
    "requires moderation",  # OpenRouter
    "敏感",  # Zhipu, Qianfan
)
_NO_CREDIT = ("insufficientquota", "insufficient balance", "arrearage", "insufficient credit", "余额", "欠费")
_NO_MODEL = re.compile(r"modelnotfound|model not exist|model\b.{0,120}\b(?:not found|does not exist|unknown)")
_NOT_TAKEN = re.compile(
    r"unsupported|not support|unrecognized|unknown|unexpected|extra ?(?:input|forbidden)"
    r"|not (?:allowed|permitted)"
)
_ADJUSTABLE = ("max_tokens", "temperature", "stream_options")
_CODES = frozenset(
    {
        "billing_not_active",
        "content_filter",
        "context_length_exceeded",
        "insufficient_quota",
        "invalid_api_key",
        "invalid_request_error",
        "model_not_found",
        "rate_limit_exceeded",
        "server_error",
        "unsupported_parameter",
        "unsupported_value",
    }
)
"""Kinds of error that are told on by their names; any other word of a server stays with it."""


def verdict(status: int, body: object, headers: Mapping[str, str], *, address: str) -> Failure:
    """What an HTTP status of 300 or more, with its body (decoded JSON or text) and headers, means."""
    said = told(body)
    detail = f"HTTP {status}{_kind(said)}"
    wait = _retry_after(headers)
    if status not in (401, 404, 429) and _any(_REFUSED, said):
        return Failure(Outcome.REFUSED, detail)
    if status in (400, 422) and (parameter := _not_taken(said)):
        return Failure(Outcome.ADJUSTED, detail, parameter=parameter)
    if status in (401, 402, 403) or _any(_NO_CREDIT, said):
        return Failure(Outcome.NO_ACCESS, detail)
    if status in (400, 404) and _NO_MODEL.search(said.signs):
        return Failure(Outcome.NO_MODEL, detail)
    if status in (404, 405) or 300 <= status < 400:
        return Failure(Outcome.WRONG_ADDRESS, _where_to(detail, headers, address))
    if status == 429:
        return Failure(Outcome.BUSY, detail, retry_after=wait)
    if status in (408, 409, 425) or status >= 500:
        return Failure(Outcome.FAILING, detail, retry_after=wait)
    return Failure(Outcome.REJECTED, detail)


def verdict_in_stream(chunk: Mapping[str, object], *, address: str) -> Failure:
    """What an error object means that came with HTTP 200, inside a stream or instead of a completion."""
    said = told(chunk)
    status = said.status
    if status is None:
        status = 429 if "ratelimit" in said.signs else 500
    failure = verdict(status, chunk, {}, address=address)
    failure.detail = f"an error inside the answer{_kind(said)}"
    return failure


def _kind(said: Told) -> str:
    return next((f", {word}" for word in (said.code, said.kind) if word in _CODES), "")


def _any(signs: tuple[str, ...], said: Told) -> bool:
    return any(sign in said.signs for sign in signs)


def _not_taken(said: Told) -> str | None:
    """The parameter the server says it does not know, if it is one that can be said otherwise or left out."""
    if not _NOT_TAKEN.search(said.signs):
        return None
    if said.parameter:
        return said.parameter if said.parameter in _ADJUSTABLE else None
    named = [(said.message.find(name), name) for name in _ADJUSTABLE if name in said.message]
    return min(named)[1] if named else None


def _where_to(detail: str, headers: Mapping[str, str], address: str) -> str:
    if headers.get("location"):
        return f"{detail}: {address} sends on to another address; put the right one into base_url"
    return f"{detail}: nothing answers questions at {address}; a base_url usually ends with /v1"


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as the headers ask, or None."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        if re.fullmatch(r"\d+(\.\d+)?", value):
            return float(value) * unit
    try:
        moment = email.utils.parsedate_to_datetime(headers.get("retry-after", ""))
    except (ValueError, TypeError):
        return None
    return max(0.0, moment.timestamp() - time.time())
