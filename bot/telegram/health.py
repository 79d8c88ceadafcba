"""Whether the bot hears Telegram, and how much it does."""

import time
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

DEAF_AFTER = 120.0
"""Seconds without a word from Telegram after which the bot counts as deaf: three long polls that failed,
or four looks at a webhook."""


class Health:
    """What happened last, and how often. Time since the last success is what counts, never a flag."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard_at = clock()
        self.registry = CollectorRegistry()
        self._arrived = self._counter("shuzhi_updates", "Updates committed to the inbox")
        self._handled = self._counter("shuzhi_updates_handled", "Updates handled")
        self._failed = self._counter("shuzhi_update_failures", "Failed attempts to handle an update")
        self._waiting = Histogram(
            "shuzhi_answer_seconds",
            "From the start of handling an update to the card that answers it",
            registry=self.registry,
        )
        silence = Gauge(
            "shuzhi_seconds_since_heard", "Seconds since Telegram last answered", registry=self.registry
        )
        silence.set_function(self.silence)

    def heard(self) -> None:
        """Telegram answered a poll, pushed an update, or said that none waits to be pushed."""
        self._heard_at = self._clock()

    def arrived(self, updates: int) -> None:
        """So many updates were committed."""
        self._arrived.inc(updates)

    def handled(self, seconds: float) -> None:
        """One update was handled and its card shown, in so many seconds."""
        self._handled.inc()
        self._waiting.observe(seconds)

    def failed(self) -> None:
        """One attempt to handle an update failed."""
        self._failed.inc()

    def silence(self) -> float:
        """Seconds since Telegram was last heard."""
        return self._clock() - self._heard_at

    @property
    def well(self) -> bool:
        """Whether Telegram was heard recently enough."""
        return self.silence() <= DEAF_AFTER

    def _counter(self, name: str, what: str) -> Counter:
        return Counter(name, what, registry=self.registry)
