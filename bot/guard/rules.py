"""The guard's rules as values; their words and patterns stand in prompts/phrasebook/guard.yaml."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of secrecy. `reason` says in a few words for the person what was found."""

    id: str
    pattern: re.Pattern[str]
    reason: str


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """Words that tell private people and where they live."""

    surnames: str
    """Characters that begin a name."""
    roles: tuple[str, ...]
    """What a petitioner or a poor household is called in front of the name."""
    lives: tuple[str, ...]
    """What stands in front of an address."""
    plates: str
    """The characters that number plates begin with."""
    labels: dict[str, str]
    """What is written in place of something masked, by its kind."""


@dataclass(frozen=True, slots=True)
class GuardRules:
    """All rules. `refused` marks are never kept, `doubtful` ones asked about; `names` are for file names."""

    refused: tuple[Mark, ...]
    doubtful: tuple[Mark, ...]
    names: tuple[Mark, ...]
    personal: PersonalWords
