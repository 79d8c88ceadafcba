"""What the log says of a file that cannot be used: once that it cannot, and once that it can again."""

import logging
import time

from storage.errors import StorageError

log = logging.getLogger(__name__)

SETTLED = 1.0
"""Seconds without a failure that make the file usable: on a full disk small writes still succeed."""


class Trouble:
    """The state of the file between the first failure and the second after the last one."""

    def __init__(self) -> None:
        self._failed_at: float | None = None
        self._works = False

    @property
    def patience(self) -> float | None:
        """How long to wait before looking again; None while there is nothing to be said by itself."""
        return SETTLED if self._works else None

    def met(self, problem: StorageError | None, *, wrote: bool) -> None:
        """Take in how a batch went."""
        if problem is not None:
            if self._failed_at is None:
                log.error("%s; nothing is acknowledged until it works again, and nothing is lost", problem)
            self._failed_at, self._works = time.monotonic(), False
        elif self._failed_at is not None and wrote:
            self._works = True
            self.look()

    def look(self) -> None:
        """Say that the file can be used again, if it has worked long enough."""
        if self._works and self._failed_at is not None and time.monotonic() - self._failed_at >= SETTLED:
            log.warning("the database can be written again; everything goes on")
            self._failed_at, self._works = None, False
