"""What is made of a value that does not change, made when it is first wanted."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")
V = TypeVar("V")


class Kept(Generic[V, T]):
    """Decorates a method that becomes an attribute once it is wanted.

    functools' cached_property takes a lock for that, which costs more than most of what is made here.
    """

    def __init__(self, make: Callable[[V], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, _: type[V], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, value: None, _: type[V]) -> Self: ...

    @overload
    def __get__(self, value: V, _: type[V]) -> T: ...

    def __get__(self, value: V | None, _: type[V]) -> Self | T:
        if value is None:
            return self
        made = value.__dict__[self._name] = self._make(value)
        return made


class Once:
    """Remembers what was made of it; for values that hold nothing else that can change."""

    def once(self, make: Callable[[Self], T]) -> T:
        """What `make` makes of this value, and of nothing else."""
        kept = self._made
        if make not in kept:
            kept[make] = make(self)
        made: T = kept[make]
        return made

    @Kept
    def _made(self) -> dict[Callable[..., Any], Any]:
        return {}
