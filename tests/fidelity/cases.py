"""Labelled paragraphs: notes, a faithful text, and the ways in which it was made unfaithful."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.facts import FindingKind

HERE = Path(__file__).parent
PROMPTS = Path(__file__).parents[2] / "prompts"


@dataclass(frozen=True, slots=True)
class Case:
    """One paragraph with its notes. `kind` is None where the paragraph is faithful."""

    id: str
    notes: tuple[str, ...]
    text: str
    kind: FindingKind | None


def load_cases(part: str) -> list[Case]:
    """All cases of `tune` or `report`.

    A broken line raises ValueError with its id and nothing of its content.
    """
    return [case for file in sorted((HERE / part).glob("*.jsonl")) for case in read_cases(file)]


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of one file: of each line the faithful text, then its unfaithful ones."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield from _expand(json.loads(line))
            except (KeyError, ValueError, TypeError) as error:
                raise ValueError(
                    f"{file.name}:{number} is no labelled paragraph: {type(error).__name__}"
                ) from None


def _expand(entry: dict[str, object]) -> Iterator[Case]:
    name, notes, text, unfaithful = entry["id"], entry["notes"], entry["text"], entry["unfaithful"]
    if not (
        isinstance(name, str)
        and isinstance(notes, list)
        and isinstance(text, str)
        and isinstance(unfaithful, list)
    ):
        raise TypeError
    given = tuple(map(str, notes))
    yield Case(name, given, text, None)
    for order, change in enumerate(unfaithful):
        kind = FindingKind(change["kind"])
        changed = change["text"] if "text" in change else _replace(text, change["old"], change["new"])
        yield Case(f"{name}/{order}", given, changed, kind)


def _replace(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError
    return text.replace(old, new)
