"""What comes first told as coming after: steps, cause and result, what was and what is, 前者 and 后者."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..trial import Trial

_STEPS = re.compile(
    r"先(?!进|后|锋|行|期|头|生|辈|烈|例|天)(?P<first>[^,。;\n]{2,14}?)[,、]?(?:然后|接着|随后|最后|[再后](?![的来勤续期]))(?P<then>[^,。;\n]{2,14})"
)
_AFTER = re.compile(
    r"[在待等]?(?P<first>[^,。;\n]{2,14}?)(?:之后|以后|[完毕结束成]{1,2}后|后),?(?:再|才|方可?|随后|然后|接着)(?P<then>[^,。;\n]{2,14})"
)
_DONE = re.compile(
    r"(?P<first>[^,。;\n]{2,14}?)[,、]?(?:[^,。;\n]{0,6}完了?|然后|接着|随后|之后|完事)(?:才|再|就)(?P<then>[^,。;\n]{2,14})"
)
_BECAUSE = re.compile(
    r"(?:因为?|由于|受)(?P<first>[^,。;\n、]{2,12}),(?:[^,。;\n]{0,2}所以)?(?P<then>[^,。;\n、]{2,14})(?![^,。;\n])"
)
_SO = re.compile(
    r"(?<![^,。;\n])(?P<first>[^,。;\n、因]{2,12}),?所以(?P<then>[^,。;\n、]{2,14})"
    r"|(?<![^,。;\n])(?P<before>[^,。;\n、因]{2,12}),(?P<after>[^,。;\n、]{2,10}?(?:跟着|导致|造成|致使|害得|弄得|搞得)[^,。;\n、]{1,8})"
    r"|(?<![^,。;\n])(?P<result>[^,。;\n、]{2,14}),(?:就|都|主要)?是?因为(?P<cause>[^,。;\n、]{2,14})"
)
_TURNED = re.compile(
    r"[从由](?P<first>[^,。;\n、\d]{2,8}?)(?:搬[到至]|迁[到至]|改[为成]|变[为成]|转[到为]|换[成为])(?P<then>[^,。;\n、\d]{2,8})"
)
_ONCE = re.compile(
    r"(?:原来|以前|过去|原先|从前)是?(?P<first>[^,。;\n、\d]{2,8}),(?:现在|如今|今年)是?(?:改成|换成)?(?P<then>[^,。;\n、\d]{2,8})"
)
_NAMED = (("result", "cause"), ("after", "before"))
"""What the groups are called besides `then` and `first`."""
_COURSES = (
    (re.compile("先"), _STEPS, (_STEPS, _AFTER, _DONE)),
    (re.compile("后,?[再才方随然接]"), _AFTER, (_STEPS, _AFTER, _DONE)),
    (re.compile("[因由受]"), _BECAUSE, (_BECAUSE, _SO)),
    (re.compile("[从由]"), _TURNED, (_TURNED, _ONCE)),
)
"""How the prose tells of two things of which one comes first, what it has then, and how the notes may."""
_FORMER = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,3}[、和与](?P<other>[\u4e00-\u9fff]{2})[^。;\n]{0,24}?"
    r"前者(?P<first>[^,。;\n]{1,14})[,;、]后者(?P<then>[^,。;\n]{1,14})"
)


def check_order(trial: Trial) -> Iterator[Finding]:
    """Of two things that the notes put one after the other, the second told first and the first second."""
    for sign, pattern, ways in _COURSES:
        told = list(pattern.finditer(trial.prose.text)) if sign.search(trial.prose.text) else []
        for way in ways if told else ():
            for given in way.finditer(trial.notes.text):
                yield from _reversed(trial, told, _apart(trial.notes, given))
    yield from _former(trial)


def _reversed(
    trial: Trial, told: list[re.Match[str]], given: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Finding]:
    first, then = given
    for found in told:
        one, other = _apart(trial.prose, found)
        if one & then and other & first and not (one & first or other & then):
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, *found.span())


def _former(trial: Trial) -> Iterator[Finding]:
    """前者, 后者: what they tell is what the clauses of the notes that name the two tell of them."""
    for found in _FORMER.finditer(trial.prose.text) if "前者" in trial.prose.text else ():
        of_one, of_other = (_of(trial.notes, found[name]) for name in ("one", "other"))
        yield from _reversed(trial, [found], (of_one - of_other, of_other - of_one))


def _of(notes: Reading, name: str) -> frozenset[str]:
    """What the clauses tell that begin with a name."""
    clauses = (clause for clause in notes.clauses if notes.text.startswith(name, clause.start))
    return frozenset[str]().union(*(notes.signs_of(start, end) for start, end, _ in clauses))


def _apart(reading: Reading, found: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What only the first of two things tells, and what only the second."""
    groups = found.groupdict()
    names = next((pair for pair in _NAMED if groups.get(pair[0])), ("then", "first"))
    then, first = (reading.signs_of(*found.span(name)) for name in names)
    return first - then, then - first
