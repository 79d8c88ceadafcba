"""What the notes leave open (denied, planned, going on) told as closed, and what they close as open."""

from collections.abc import Iterator

from ..finding import Finding
from ..matching.aligning import Alignment
from ..matching.pairing import Pairing
from ..trial import Trial
from .check_already import check_already
from .check_carried import check_carried
from .check_clauses import check_clauses
from .check_counted_open import check_counted_open
from .check_denied_anew import check_denied_anew
from .check_dropped import check_dropped
from .check_filled import check_filled
from .check_leftovers import check_leftovers
from .check_milestones import check_milestones
from .check_new_denials import check_new_denials
from .check_permitted import check_permitted
from .check_reopened import check_reopened
from .check_shortfalls import check_shortfalls
from .check_status import check_status
from .check_undenied import check_undenied
from .check_weighed import check_weighed
from .open_parts import OpenParts


def findings(trial: Trial, pairing: Pairing, matches: Alignment) -> Iterator[Finding]:
    """Denials, plans and open matters that are not told as such, and denials of what was done."""
    opened = OpenParts(trial)
    yield from check_clauses(trial, matches)
    yield from check_denied_anew(trial)
    yield from check_new_denials(trial)
    yield from check_leftovers(trial)
    yield from check_status(trial, opened)
    yield from check_carried(trial, opened)
    yield from check_counted_open(trial, pairing)
    yield from check_already(trial, opened)
    yield from check_reopened(trial, opened)
    yield from check_undenied(trial, opened)
    yield from check_shortfalls(trial)
    yield from check_dropped(trial, opened)
    yield from check_permitted(trial, opened)
    yield from check_filled(trial)
    yield from check_weighed(trial, opened)
    yield from check_milestones(trial, opened)
