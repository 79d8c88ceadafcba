"""Splits what a model writes into reasoning, which nobody sees, and text."""

from collections.abc import Callable

OPEN, CLOSE = "<think>", "</think>"


class Visible:
    """
    Takes pieces of content as they come; tags may be split over pieces.

    `on_text` gets the text without reasoning and without blanks at the start. Text that turns out to have
    been reasoning (a `</think>` never opened, as some templates produce) is taken back: `on_restart`.
    """

    def __init__(self, on_text: Callable[[str], None] | None, on_restart: Callable[[], None] | None) -> None:
        self._on_text = on_text
        self._on_restart = on_restart
        self._parts: list[str] = []
        self._held = ""
        self._inside = False

    @property
    def text(self) -> str:
        """Everything shown so far, without blanks at either end."""
        return "".join(self._parts).strip()

    def take(self, piece: str) -> None:
        """Show what is text in this piece; what may be the beginning of a tag waits for the next."""
        self._held += piece
        while (found := self._next_tag()) is not None:
            at, tag = found
            before, self._held = self._held[:at], self._held[at + len(tag) :]
            if tag == OPEN:
                self._show(before)
            elif not self._inside:
                self.restart()
            self._inside = tag == OPEN
        keep = _beginning_of_tag(self._held)
        ready = self._held[: len(self._held) - keep]
        self._held = self._held[len(ready) :]
        if not self._inside:
            self._show(ready)

    def end(self) -> None:
        """No more will come: what looked like the beginning of a tag was text."""
        if not self._inside:
            self._show(self._held)
        self._held = ""

    def restart(self) -> None:
        """Forget all text so far, and tell whoever was shown some."""
        if self._parts and self._on_restart is not None:
            self._on_restart()
        self._parts.clear()

    def _next_tag(self) -> tuple[int, str] | None:
        tags = (CLOSE,) if self._inside else (OPEN, CLOSE)
        return min(((at, tag) for tag in tags if (at := self._held.find(tag)) >= 0), default=None)

    def _show(self, text: str) -> None:
        if not self._parts:
            text = text.lstrip()
        if text:
            self._parts.append(text)
            if self._on_text is not None:
                self._on_text(text)


def _beginning_of_tag(text: str) -> int:
    """The length of the longest end of the text that may yet become a tag."""
    longest = min(len(text), len(CLOSE) - 1)
    return next(
        (n for n in range(longest, 0, -1) if OPEN.startswith(text[-n:]) or CLOSE.startswith(text[-n:])), 0
    )
