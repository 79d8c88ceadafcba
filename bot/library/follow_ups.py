"""The rules of follow-up questions, from `prompts/chat/follow-ups.yaml`."""

import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from pydantic import BaseModel, ConfigDict

from bot.interview.follow_up_rules import Rule, Rules
from bot.library.located import Fault, Faults, Located, read_located, validated

_PART = re.compile(r"(?<!\?P)<([a-z]+)>")
_PATTERNS = ("found", "unless", "want")
_FILLED = {"quote", "want"}


class FollowUpFile(BaseModel):
    """What the file holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    parts: Mapping[str, str]
    rules: tuple[Rule, ...]


def read_follow_ups(path: Path) -> Rules:
    """The rules in order, every <part> put in. Raises Faults with file and line of what cannot be used."""
    located = read_located(path)
    rules = validated(FollowUpFile, located).rules
    parts = located.data["parts"]
    faults: list[Fault] = []
    expanded = []
    for index, rule in enumerate(rules):
        changed = {}
        for name in _PATTERNS:
            try:
                changed[name] = _expanded(getattr(rule, name), parts)
                re.compile(changed[name])
            except (re.error, KeyError) as problem:
                faults.append(_fault(located, index, name, f"not a pattern: {problem}"))
        if wrong := {name for _, name, _, _ in Formatter().parse(rule.ask) if name} - _FILLED:
            faults.append(_fault(located, index, "ask", f"nothing fills {{{', '.join(sorted(wrong))}}}"))
        expanded.append(rule.model_copy(update=changed))
    if faults:
        raise Faults(faults)
    return Rules(expanded)


def _expanded(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with the parts it names; a part may name others that stand before it."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda found: parts[found.group(1)], pattern)
    return pattern


def _fault(located: Located, index: int, name: str, message: str) -> Fault:
    return Fault(*located.place(("rules", index, name)), message)
