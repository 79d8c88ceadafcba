"""The real program under a clock that jumps: `python -m tests.chaos.clocked run` for `python -m bot run`.

Every few seconds the wall clock is somewhere else, ahead or behind. The monotonic clock runs on, as it does
when somebody sets the time of a real machine.
"""

import datetime as module
import runpy
import sys
import time
from datetime import date, datetime
from typing import Any

EVERY = 2.0
JUMPS = (0.0, 400 * 86400.0, -400 * 86400.0, 7200.0, -60.0)
_really = time.time


def shifted() -> float:
    """Seconds since 1970, as the clock shows them just now."""
    return _really() + JUMPS[int(time.monotonic() / EVERY) % len(JUMPS)]


class _SameKind(type):
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, datetime if issubclass(cls, datetime) else date)


class Date(date, metaclass=_SameKind):
    """Today by the clock that jumps."""

    @classmethod
    def today(cls) -> Any:
        return date.fromtimestamp(shifted())


class DateTime(datetime, metaclass=_SameKind):
    """Now by the clock that jumps."""

    @classmethod
    def now(cls, tz: module.tzinfo | None = None) -> Any:
        return cls.fromtimestamp(shifted(), tz)


def main() -> None:
    """Run the program, its arguments as they are."""
    time.time = shifted
    module.date, module.datetime = Date, DateTime  # type: ignore[misc]
    sys.argv[0] = "bot"
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
