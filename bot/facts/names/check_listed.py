"""Names nobody gave in a list with the count of them: 宏达、顺通2家加油站, 溪畔人家等民宿5家."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..readers.number_forms import parse_amount
from ..text.reading import Reading
from ..trial import Trial

_COUNT = re.compile(r"[\d两二三四五六七八九][名位家所](?!次)")
_COUNTED = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,5})*[、和与](?P<last>[\u4e00-\u9fff]{2,5}?))等?"
    r"(?P<count>\d{1,2}|[两二三四五六七八九])(?P<measure>[名位家所])(?!次)"
)
_SOME = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,8})等[\u4e00-\u9fff]{2,4}(?:\d+|[两三四五六七八九十]+)[家所座支口]"
)
_SOME_OF = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,8})等(?:[\d一两二三四五六七八九十]+|多)[个家名处座所位条项件支种口户村组段片棵台辆艘](?![人])"
)
_AND_SO_ON = re.compile("等")
_AND = re.compile("[、和与]")
_LED_BY = re.compile("[在由以与和对将从到向为了的及于把获抓是有建含涉]")
_PEOPLE = "名位"


def check_listed(trial: Trial) -> Iterator[Finding]:
    """As many names as are counted right after them; and whoever is named of some that are counted."""
    for found in _listed(trial.prose):
        name, count = found["last"], parse_amount(found["count"])
        if count is not None and len(_AND.split(found["names"])) >= count > 1 and _is_name(trial, found):
            yield trial.told(FindingKind.NAME_INVENTED, found.end("last") - len(name), found.end("last"))
    for found in _some(trial.prose):
        name = _LED_BY.split(found["names"])[-1]
        if len(name) > 1 and trial.is_new(name):
            yield trial.told(FindingKind.NAME_INVENTED, found.end("names") - len(name), found.end("names"))


def _listed(prose: Reading) -> Iterator[re.Match[str]]:
    for clause in prose.clauses_with(_COUNT):
        yield from _COUNTED.finditer(prose.text, clause.start, clause.end)


def _some(prose: Reading) -> Iterator[re.Match[str]]:
    for clause in prose.clauses_with(_AND_SO_ON):
        for pattern in (_SOME, _SOME_OF):
            yield from pattern.finditer(prose.text, clause.start, clause.end)


def _is_name(trial: Trial, found: re.Match[str]) -> bool:
    """Whether the last of a list is new and no ordinary word; a person's name has no word in it at all."""
    lexicon, name = trial.lexicon, found["last"]
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    if not trial.is_new(name) or not lexicon.ordinary.isdisjoint(pairs):
        return False
    return found["measure"] not in _PEOPLE or lexicon.vocabulary.isdisjoint(pairs)
