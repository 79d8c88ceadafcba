"""The fact reader's phrase book, loaded from `prompts/`."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.facts import Lexicon, lexicon_from

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_lexicon(prompts_dir: Path, year: int | None = None) -> Lexicon:
    """Read `phrasebook/facts-*.yaml`, and the terms of `years/YYYY.yaml` when a year is given.

    Raises ValueError with the file's name for a file that is no table, and FileNotFoundError when there is no
    phrase book, or no pack for that year.
    """
    files = sorted((prompts_dir / "phrasebook").glob("facts-*.yaml"))
    if not files:
        raise FileNotFoundError(f"no phrase book in {prompts_dir / 'phrasebook'}")
    phrases: dict[str, object] = {}
    for file in files:
        phrases |= _table(file)
    phrases |= _vocabulary(prompts_dir / "phrasebook" / "vocabulary.txt")
    terms: object = _table(prompts_dir / "years" / f"{year}.yaml").get("terms", []) if year else []
    if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
        raise ValueError(f"years/{year}.yaml: `terms` is not a list of words")
    return lexicon_from(phrases, allowed=[str(term) for term in terms], year=year)


def _table(file: Path) -> dict[str, object]:
    if not file.is_file():
        raise FileNotFoundError(f"there is no {file.name} in {file.parent}")
    try:
        table = yaml.load(file.read_text("utf-8"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is not UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise ValueError(f"{file}{line}: this is not YAML") from error
    if not isinstance(table, dict):
        raise ValueError(f"{file.name} is not a table")
    return {str(key): value for key, value in table.items()}


def _vocabulary(file: Path) -> dict[str, str]:
    """The blocks of the word list: `vocabulary_verbs` and `vocabulary_nouns`."""
    if not file.is_file():
        return {}
    blocks = file.read_text("utf-8").split("\n[")[1:]
    return {f"vocabulary_{name}": words for name, _, words in (block.partition("]") for block in blocks)}
