"""The guard's rules, loaded from `prompts/phrasebook/guard.yaml`."""

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.guard import GuardRules, Mark, PersonalWords
from bot.library.located import Fault, Faults, read_located, validated

LEVEL = r"(?:绝\s*密|机\s*密|秘\s*密)"
Kind = Literal["identity", "card", "mobile", "landline", "mail", "passport", "plate", "name", "address"]


class _MarkEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    pattern: str
    reason: str


class _PersonalEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    surnames: str
    roles: str
    lives: str
    plates: str
    labels: dict[Kind, str]


class _GuardFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    refused: tuple[_MarkEntry, ...]
    doubtful: tuple[_MarkEntry, ...]
    names: tuple[_MarkEntry, ...]
    personal: _PersonalEntry


def load_guard(prompts_dir: Path) -> GuardRules:
    """The rules. Raises Faults with file and line of a pattern that cannot be read."""
    located = read_located(prompts_dir / "phrasebook" / "guard.yaml")
    file = validated(_GuardFile, located)
    surnames = "".join(file.personal.surnames.split())
    expanded = {"<level>": LEVEL, "<name>": rf"[{surnames}][\u4e00-\u9fff某×xX*]{{1,2}}?"}
    faults: list[Fault] = []

    def marks(part: str, entries: tuple[_MarkEntry, ...]) -> tuple[Mark, ...]:
        read = []
        for index, entry in enumerate(entries):
            pattern = entry.pattern
            for name, meant in expanded.items():
                pattern = pattern.replace(name, meant)
            try:
                read.append(Mark(entry.id, re.compile(pattern), entry.reason))
            except re.error as problem:
                place = located.place((part, index, "pattern"))
                faults.append(Fault(*place, f"pattern of {entry.id}: {problem}"))
        return tuple(read)

    rules = GuardRules(
        marks("refused", file.refused),
        marks("doubtful", file.doubtful),
        marks("names", file.names),
        PersonalWords(
            surnames,
            tuple(file.personal.roles.split()),
            tuple(file.personal.lives.split()),
            "".join(file.personal.plates.split()),
            {str(kind): label for kind, label in file.personal.labels.items()},
        ),
    )
    if faults:
        raise Faults(faults)
    return rules
