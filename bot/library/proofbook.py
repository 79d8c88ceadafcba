"""The proofreader's rules, loaded from `prompts/phrasebook/proof-*.yaml`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.library.located import Fault, Faults, Located, read_located, validated
from bot.proofreading.book import (
    Check,
    Event,
    Expectation,
    Pairing,
    Proofbook,
    Series,
    Slogan,
    Topic,
    Wording,
)

NUMBER = r"(?:\d{1,12}(?:\.\d{1,4})?(?:万|亿)?(?!\d)|[XxＸ×*＊]{1,8}(?:\.[XxＸ*＊]{1,4})?)"
_MACRO = re.compile(r"<([a-z][a-z-]*)>")


def _words(value: Any) -> Any:
    return tuple(value.split()) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_words)]


class ProofFile(BaseModel):
    """What one file may hold; every part may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wordings: tuple[Wording, ...] = ()
    checks: tuple[Check, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    series: tuple[Series, ...] = ()
    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    objects: tuple[Pairing, ...] = ()
    subjects: tuple[Pairing, ...] = ()
    topics: tuple[Topic, ...] = ()
    namesakes: tuple[Words, ...] = ()
    lists: Mapping[str, Words] = Field(default_factory=dict)
    followers: Mapping[str, str] = Field(default_factory=dict)
    frames: Mapping[str, str] = Field(default_factory=dict)


def load_proofbook(prompts_dir: Path) -> Proofbook:
    """All proof files as one book. Raises Faults with file and line of what cannot be used.

    In a pattern `<number>` stands for a figure or its placeholder, `<begin>` for the start of a sentence, and
    `<name>` for one of the words of the list of that name.
    """
    folder = prompts_dir / "phrasebook"
    paths = sorted(folder.glob("proof-*.yaml"))
    if not paths:
        raise Faults([Fault(folder, 1, "there is no proof-*.yaml")])
    read = [read_located(path) for path in paths]
    lists = _lists(read)
    files = [validated(ProofFile, _expanded(located, lists)) for located in read]
    faults: list[Fault] = []
    seen: set[str] = set()
    for located, file in zip(read, files, strict=True):
        parts: list[tuple[str, tuple[Wording | Check, ...]]]
        parts = [("wordings", file.wordings), ("checks", file.checks)]
        for part, rules in parts:
            for index, rule in enumerate(rules):
                wrong = _wrong(rule, seen)
                seen.add(rule.id)
                if wrong:
                    faults.append(Fault(*located.place((part, index)), f"{rule.id}: {wrong}"))
    if faults:
        raise Faults(faults)
    return Proofbook(
        wordings=tuple(rule for file in files for rule in file.wordings),
        checks={rule.id: rule for file in files for rule in file.checks},
        slogans=tuple(one for file in files for one in file.slogans),
        series=tuple(one for file in files for one in file.series),
        events=tuple(one for file in files for one in file.events),
        expectations=tuple(one for file in files for one in file.expectations),
        objects=tuple(one for file in files for one in file.objects),
        subjects=tuple(one for file in files for one in file.subjects),
        topics=tuple(one for file in files for one in file.topics),
        namesakes=tuple(one for file in files for one in file.namesakes),
        lists={name: words for file in files for name, words in file.lists.items()},
        followers={key: value for file in files for key, value in file.followers.items()},
        frames={key: value for file in files for key, value in file.frames.items()},
        vocabulary=_vocabulary(folder / "vocabulary.txt"),
    )


def _vocabulary(file: Path) -> dict[str, str]:
    """The word list by first characters: a tenth of the memory that a set of its words takes."""
    rests: dict[str, list[str]] = {}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        for word in () if line.startswith(("#", "[")) else line.split():
            rests.setdefault(word[0], [""]).append(word[1:])
    return {first: " ".join([*found, ""]) for first, found in rests.items()}


def _wrong(rule: Wording | Check, seen: set[str]) -> str | None:
    if rule.id in seen:
        return "this id stands twice"
    if isinstance(rule, Wording):
        if bool(rule.pairs) == (rule.pattern is not None):
            return "a rule has either pairs or a pattern"
        if any(wrong == right for wrong, right in rule.pairs.items()):
            return "wrong and right are the same"
        if rule.fix is not None and rule.pattern is None:
            return "a fix belongs to a pattern"
    return None


def _lists(read: list[Located]) -> dict[str, str]:
    macros = {"number": NUMBER, "begin": r"(?:(?:^|(?<=[。；！？]))[ \u3000]*)"}
    for located in read:
        lists = located.data.get("lists") if isinstance(located.data, dict) else None
        for name, words in (lists or {}).items() if isinstance(lists, dict | None) else ():
            chosen = sorted(_words(words), key=len, reverse=True)
            macros[str(name)] = "(?:" + "|".join(map(re.escape, chosen)) + ")"
    return macros


def _expanded(located: Located, macros: Mapping[str, str]) -> Located:
    """The file's data with the macros of its patterns written out and the patterns compiled."""
    if not isinstance(located.data, dict):
        return located
    data = dict(located.data)
    rules = data.get("wordings")
    if not isinstance(rules, list):
        return located
    faults = []
    expanded: list[Any] = []
    for index, rule in enumerate(rules):
        pattern = rule.get("pattern") if isinstance(rule, dict) else None
        if isinstance(pattern, str):
            try:
                written = _MACRO.sub(lambda match: macros.get(match[1], match.group()), pattern)
                compiled = re.compile(written, re.MULTILINE)
            except re.error as problem:
                faults.append(Fault(*located.place(("wordings", index, "pattern")), f"pattern: {problem}"))
                continue
            rule = rule | {"pattern": compiled}
        expanded.append(rule)
    if faults:
        raise Faults(faults)
    return Located(data | {"wordings": expanded}, located.places)
