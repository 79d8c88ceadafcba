"""Reading names by how they are built: 石桥村, 华茂木业公司, 王站长, 村民李大山, 老陈.

There is no dictionary of names. A name is what stands before an ending that names take (村, 公司, 站长) and
is neither empty nor generic (各村, 龙头企业, 县委书记).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..lexicon import Lexicon
from ..text.spans import Claims
from .cores import grammar_of, is_strict, start_of_core

_TWO = 2
_AFTER = frozenset("任当兼代于系在与及为等将被把也均则亦就对向由从到并且均曾仍因以是说负带")
"""What follows a name of two characters and ends none of three."""
ALSO_GRAMMAR = frozenset("曾常任向从应时连经成")
"""Surnames that are words of grammar as well: 曾塞来, 常敲钟 are nobody."""


def read_names(text: str, lexicon: Lexicon, claims: Claims) -> Iterator[Fact]:
    """Read names of places, bodies, works and people. `subject` is the core, without ending and title."""
    grammar = grammar_of(lexicon)
    seen = Claims()
    for found in grammar.bodies.finditer(text):
        core_start = start_of_core(text, found.start(), lexicon, grammar, is_strict(found.group()))
        if (
            core_start is None
            or seen.touches(core_start, found.end())
            or claims.covers(core_start, found.end())
        ):
            continue
        seen.take(core_start, found.end())
        yield Fact(
            FactKind.NAME,
            core_start,
            found.end(),
            text[core_start : found.end()],
            unit=found.group(),
            subject=text[core_start : found.start()],
        )
    for found in (*grammar.people.finditer(text), *grammar.roles.finditer(text)):
        given, start = found["given"], found.start("given")
        if len(given) > _TWO and (
            text[start + _TWO : start + _TWO + 2] in lexicon.vocabulary or given[_TWO] in _AFTER
        ):
            given = given[:_TWO]
        if given[1:] in lexicon.person_titles:
            given = given[0]
        if len(given) == 1 and text[start : start + 2] in lexicon.ordinary:
            continue
        if given[1:2] == "姓":
            continue
        if given[0] in ALSO_GRAMMAR and not lexicon.given_names.issuperset(given[1:]):
            continue
        if (
            _is_word(given, lexicon)
            or seen.touches(start, start + len(given))
            or not _may_start(text, start, lexicon)
        ):
            continue
        seen.take(start, start + len(given))
        yield Fact(FactKind.NAME, start, start + len(given), given, unit="人", subject=given)


def _is_word(given: str, lexicon: Lexicon) -> bool:
    return given[:2] in lexicon.ordinary or given[:2] in lexicon.not_names or given in lexicon.ordinary


def _may_start(text: str, start: int, lexicon: Lexicon) -> bool:
    return start == 0 or not (
        text[start - 1] in "副总正" or text[start - 1 : start + 1] in lexicon.vocabulary
    )
