"""What is made of a value that does not change, made when it is first wanted."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Once:
    """Remembers what was made of it; for values that hold nothing else that can change."""

    def once(self, make: Callable[[Self], T]) -> T:
        """What `make` makes of this value, and of nothing else."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[..., Any], Any]:
        return {}
