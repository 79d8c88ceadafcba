"""Faults on order: what goes wrong with which call, and how often."""

from dataclasses import dataclass
from typing import Literal

from .wire import ApiError

Kind = Literal["reply_lost", "drop", "delay"] | int
TEXTS = {
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
NOT_BY_STAR = ("getUpdates", "push")


@dataclass
class Fault:
    """
    `reply_lost`: done, then the connection is cut. `drop`: not done, cut. `delay`: done, but late.
    A number: that HTTP status; the call is done first only if `processed`.
    """

    method: str
    kind: Kind
    times: int
    skip: int
    delay: float
    processed: bool
    retry_after: int | None
    description: str

    def __post_init__(self) -> None:
        self.processed = self.processed or self.kind in ("reply_lost", "delay")
        if self.kind == 429 and self.retry_after is None:
            self.retry_after = 1

    @property
    def cuts(self) -> bool:
        return self.kind in ("reply_lost", "drop")

    @property
    def error(self) -> ApiError | None:
        if not isinstance(self.kind, int):
            return None
        text = self.description or TEXTS.get(self.kind, "Error").format(retry_after=self.retry_after)
        return ApiError(self.kind, text, self.retry_after)


class Faults:
    """Faults wait in a queue per method; `*` stands for every method but getUpdates, and not for a push."""

    def __init__(self) -> None:
        self._queue: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._queue.append(fault)

    def clear(self) -> None:
        self._queue.clear()

    def take(self, method: str) -> Fault | None:
        """The fault for this call, used up once; `times=-1` is never used up."""
        for fault in self._queue:
            if fault.method.lower() != method.lower() and (fault.method != "*" or method in NOT_BY_STAR):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                return None
            fault.times -= 1
            if fault.times == 0:
                self._queue.remove(fault)
            return fault
        return None
