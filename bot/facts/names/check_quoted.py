"""Names in quotation marks, told otherwise: “云上春” as “云上香”, “金太阳”养老院 as “夕阳红”养老院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..trial import Trial

_QUOTED = re.compile('[“"](?P<name>[\u4e00-\u9fff]{2,6})[”"](?P<after>[\u4e00-\u9fff]{0,2})')
_OTHERWISE = 0.5
"""How much of a name stays where it is told otherwise, if nothing behind it says that it is one."""


def check_quoted(trial: Trial) -> Iterator[Finding]:
    """A name that the notes quote is told nowhere, and another one is quoted that is much like it.

    Or it stands before the same noun.
    """
    told = list(_QUOTED.finditer(trial.prose.text))
    lost = (
        [one for one in _QUOTED.finditer(trial.notes.text) if one["name"] not in trial.prose.text]
        if told
        else []
    )
    for one in told:
        if one["name"] in trial.notes.text or one["name"] in trial.lexicon.sayings:
            continue
        if any(_is_same(given, one) for given in lost):
            yield trial.told(FindingKind.NAME_INVENTED, *one.span("name"))


def _is_same(given: re.Match[str], told: re.Match[str]) -> bool:
    if len(given["after"]) > 1 and given["after"] == told["after"]:
        return True
    if len(given["name"]) != len(told["name"]):
        return False
    shared = sum(map(str.__eq__, given["name"], told["name"]))
    return shared >= _OTHERWISE * len(given["name"])
