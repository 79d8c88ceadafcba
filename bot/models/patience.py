"""How long to wait, and how often to try again."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """All in seconds, but for the two counts. The deadline of a call stands above every one of them."""

    connect: float = 10.0
    first_token: float = 90.0
    """From the request to the first word, be it of reasoning; keep-alive comments do not count."""
    between_tokens: float = 30.0
    after_finish: float = 2.0
    """From the finish reason to the end of the stream; after that the text counts as whole."""
    backoff: float = 0.5
    """Before the first retry; doubled each time, and up to a half is added at random."""
    longest_wait: float = 60.0
    """A provider that asks for more than this (Retry-After) is passed over."""
    retries: int = 2
    """At one provider in one call, after an error that may pass."""
    busy_retries: int = 4
    """At one provider in one call, after a 429."""

    def pause(self, retry: int) -> float:
        """How long to wait before this retry; the first is 0."""
        return self.backoff * random.uniform(1.0, 1.5) * float(2**retry)
