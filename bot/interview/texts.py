"""What the bot says, looked up by key. The words themselves live in prompts/chat/."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.interview.once import Once


@dataclass(frozen=True)
class Texts(Once):
    """The chat's texts; `texts("next")` gives one, with {placeholders} filled from keywords.

    Raises KeyError for a key or a placeholder that does not exist: a mistake of ours, found by tests.
    """

    entries: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        return self.entries[key].format_map(values) if values else self.entries[key]
