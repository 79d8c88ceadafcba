"""What the bot says, looked up by key. The words themselves live in prompts/chat/."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Texts:
    """The chat's texts; `texts("next")` gives one, with {placeholders} filled from keywords.

    Raises KeyError for a key or a placeholder that does not exist: a mistake of ours, found by tests.
    """

    entries: Mapping[str, str]
    _made: dict[Callable[["Texts"], Any], Any] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __call__(self, key: str, /, **values: object) -> str:
        return self.entries[key].format_map(values) if values else self.entries[key]

    def once(self, make: Callable[["Texts"], T]) -> T:
        """What `make` makes of these texts, and of nothing else; it is made when it is first wanted."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made
