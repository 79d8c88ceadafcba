"""Names in quotation marks: told otherwise, “云上春” as “云上香”, and given to what the notes do not name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..trial import Trial

_QUOTED = re.compile(
    '(?P<before>[\u4e00-\u9fff]{0,2})[“"](?P<name>[\u4e00-\u9fff]{2,6})[”"](?P<after>[\u4e00-\u9fff]{0,2})'
)
_CALLED = re.compile('(?<=[“"])[^“”"，。；\n]{2,12}(?=[”"])')
_DEED, _SHORT = 2, 3
_OTHERWISE = 0.5
"""How much of a name stays where it is told otherwise, if nothing behind it says that it is one."""


def check_quoted(trial: Trial) -> Iterator[Finding]:
    """A name that the notes quote is told nowhere, and another one is quoted that is much like it.

    Or it stands before the same noun, or behind the same. And no name is quoted of which the notes have
    nothing, where something is called so or given: “一卡通”系统, 评选“星级文明户”. Metaphors may be.
    """
    prose, notes = trial.prose.text, trial.notes.text
    if "“" not in prose and '"' not in prose:
        return
    told = list(_QUOTED.finditer(prose))
    lost = [one for one in _QUOTED.finditer(notes) if one["name"] not in prose] if told else []
    for one in told:
        if one["name"] in notes or one["name"] in trial.lexicon.sayings:
            continue
        if any(_is_same(given, one) for given in lost):
            yield trial.told(FindingKind.NAME_INVENTED, *one.span("name"))
    for one in _CALLED.finditer(prose):
        name = one.group()
        if trial.is_new(name) and name not in trial.lexicon.sayings and _is_called(trial, one):
            yield trial.told(FindingKind.NAME_INVENTED, *one.span())


def _is_same(given: re.Match[str], told: re.Match[str]) -> bool:
    for side in ("before", "after"):
        if len(given[side]) > 1 and given[side] == told[side]:
            return True
    if len(given["name"]) != len(told["name"]):
        return False
    shared = sum(map(str.__eq__, given["name"], told["name"]))
    return shared >= _OTHERWISE * len(given["name"])


def _is_called(trial: Trial, quoted: re.Match[str]) -> bool:
    """Whether words in quotation marks are the name of something, by what stands there."""
    text, (start, end) = trial.prose.text, quoted.span()
    lexicon = trial.lexicon
    if any(mark.word == quoted.group() for mark in lexicon.terms.find(quoted.group())):
        return False
    return (
        text[start - 1 - _DEED : start - 1] in lexicon.naming_deeds
        or text.startswith(lexicon.called_behind, end + 1)
        or (end - start > _SHORT and text.endswith(lexicon.called_at_last, start, end))
    )
