"""When the names of two times may mean one: 3月12日 and 3月, 7月27日至28日 and its two ends."""

from __future__ import annotations

import re

PARTS = re.compile(r"M(\d+)(?:-(\d+))?(?:~(\d*)(?:-(\d+))?)?$")
"""A month, a day of one, and those at which a span of them ends."""


def ends_of(scope: str) -> tuple[str, ...]:
    """The first and the last day of 7月27日至28日, the months of 3月至8月."""
    found = PARTS.match(scope)
    if found is None or found[3] is None:
        return ()
    if not found[2] and not found[4]:
        return f"M{found[1]}", f"M{found[3] or found[1]}"
    if not found[2] or not found[4]:
        return ()
    return f"M{found[1]}-{found[2]}", f"M{found[3] or found[1]}-{found[4]}"


def spans_given(scope: str, given: set[str]) -> bool:
    """Whether a span of days runs from one given day to another."""
    ends = ends_of(scope)
    return bool(ends) and all(any(agree(end, other) for other in given) for end in ends)


def agree(told: str, given: str) -> bool:
    """Whether two time names may mean the same: 3月12日 and 3月 do when the finer one is given."""
    if told == given:
        return True
    first, second = PARTS.match(told), PARTS.match(given)
    if first is None or second is None:
        return told[:1] == "D" and second is not None and told[1:] in {second[2], second[4]}
    if first[3] is None and second[3] is None:
        return first[1] == second[1] and (first[2] is None or second[2] is None)
    return False
