"""What a server's error says, in whichever of the many shapes it was said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """`message` is empty for a body that is no JSON, such as a proxy's web page."""

    message: str = ""
    code: str = ""
    kind: str = ""
    parameter: str = ""

    @property
    def signs(self) -> str:
        """Everything that may name the reason, in lower case and without the punctuation servers vary."""
        joined = f"{self.code} {self.kind} {self.message[:400]}".lower()
        return joined.replace("_", "").replace("-", "")

    @property
    def status(self) -> int | None:
        """A code that is an HTTP status, as errors inside a stream have it."""
        return int(self.code) if self.code.isdecimal() and 400 <= int(self.code) <= 599 else None


def told(body: object) -> Told:
    """
    Reads `{"error": {…}}`, `{"error": "…"}`, `{"message": …, "code": …}`, `{"detail": "…"}` and a list of
    `{"loc": …, "msg": …}` under `detail` or `message`. Never raises.
    """
    if not isinstance(body, Mapping):
        return Told()
    inner = body.get("error")
    if isinstance(inner, str):
        return Told(message=inner, code=_word(body.get("code")))
    if not isinstance(inner, Mapping):
        inner = body
    listed = next((inner[key] for key in ("detail", "message") if isinstance(inner.get(key), list)), None)
    if listed:
        return _validation(listed)
    return Told(
        message=next((word for key in ("message", "detail", "msg") if (word := _word(inner.get(key)))), ""),
        code=_word(inner.get("code")) or _word(body.get("code")),
        kind=_word(inner.get("type")),
        parameter=_word(inner.get("param")),
    )


def _validation(problems: list[Any]) -> Told:
    """The list a request validator gives; only places and reasons are read, never the input it repeats."""
    found = [problem for problem in problems if isinstance(problem, Mapping)]
    places = [[_word(step) for step in problem.get("loc") or () if step != "body"] for problem in found]
    reasons = [_word(problem.get("msg")) for problem in found]
    told_so = "; ".join(f"{'.'.join(place)}: {reason}" for place, reason in zip(places, reasons, strict=True))
    return Told(message=told_so, kind="validation", parameter=places[0][0] if places and places[0] else "")


def _word(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
