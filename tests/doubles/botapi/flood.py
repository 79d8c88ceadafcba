"""Telegram's flood control: messages above the rate are refused, and the rest until the wait is over."""

import math
import time
from dataclasses import dataclass, field

from .wire import ApiError


@dataclass
class FloodControl:
    """A bucket per chat: `rate` messages a second, `burst` in a row; refusals say `wait` seconds or more."""

    rate: float
    burst: int
    wait: int = 1
    refused: int = 0
    _left: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def check(self, method: str, chat: str) -> None:
        if not method.startswith("send") or method == "sendChatAction":
            return
        now = time.monotonic()
        left, at, until = self._left.get(chat, (float(self.burst), now, 0.0))
        left = min(self.burst, left + (now - at) * self.rate)
        if now >= until and left < 1:
            until = now + max(self.wait, math.ceil((1 - left) / self.rate))
        refused = now < until
        self._left[chat] = (left if refused else left - 1, now, until)
        if refused:
            self.refused += 1
            seconds = math.ceil(until - now)
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
