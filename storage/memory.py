"""What a connection remembers of drafts, so that rows which never change are read once."""

from typing import Any

MOST_ROWS = 50_000
"""Some 300 whole interviews, or 500 half done; about 50 MB."""


class Memory:
    """What was made of rows, by draft; when they get too many, what was not looked at for longest goes."""

    def __init__(self, most_rows: int = MOST_ROWS) -> None:
        self._most_rows = most_rows
        self._held: dict[int, tuple[int, Any]] = {}
        self._beside: dict[int, dict[str, Any]] = {}
        self._current: set[int] = set()
        self._rows = 0

    def __len__(self) -> int:
        """How many drafts are remembered."""
        return len(self._held)

    def get(self, draft: int) -> Any | None:
        """What is remembered of a draft."""
        held = self._held.get(draft)
        return held[1] if held else None

    def is_current(self, draft: int) -> bool:
        """Whether what is remembered of a draft was made of all rows that there are."""
        return draft in self._current

    def beside(self, draft: int) -> dict[str, Any]:
        """What else was read of a draft, as long as it is remembered; whoever changes that empties it."""
        return self._beside.setdefault(draft, {}) if draft in self._held else {}

    def outdate(self, draft: int | None = None) -> None:
        """There may be more rows of a draft now, or of any, and what is beside them may have changed."""
        if draft is None:
            self._current.clear()
            self._beside.clear()
        else:
            self._current.discard(draft)

    def hold(self, draft: int, made: Any, rows: int) -> None:
        """Remember what was made of so many rows, which are all, as what was looked at last."""
        before = self._held.pop(draft, None)
        self._rows += rows - (before[0] if before else 0)
        self._held[draft] = (rows, made)
        self._current.add(draft)
        while self._rows > self._most_rows:
            oldest = next(iter(self._held))
            self._rows -= self._held.pop(oldest)[0]
            self._current.discard(oldest)
            self._beside.pop(oldest, None)

    def clear(self) -> None:
        """Remember nothing: something was taken back, or deleted."""
        self._held.clear()
        self._beside.clear()
        self._current.clear()
        self._rows = 0
