"""The real program on a terminal of its own."""

import os
import pty
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def terminal(*arguments: str) -> Iterator["Typing"]:
    """The program on a terminal of its own."""
    pid, screen = pty.fork()
    if pid == 0:
        env = {**os.environ, "TERM": "dumb", "COLUMNS": "100"}
        os.execve(sys.executable, [sys.executable, "-m", "bot", *arguments], env)
    try:
        yield Typing(screen)
    finally:
        os.close(screen)
        os.waitpid(pid, 0)


class Typing:
    """Hands on the keyboard and eyes on the screen."""

    def __init__(self, screen: int) -> None:
        self._screen = screen
        self.seen = ""

    def types(self, text: str) -> None:
        """At once, as a paste comes."""
        os.write(self._screen, text.encode())

    def sees(self, words: str) -> None:
        """Wait until it stands on the screen."""
        end = time.monotonic() + 40
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            self.seen += os.read(self._screen, 65536).decode(errors="replace")
