"""Names nobody gave: of people, places, firms, shops and bodies."""

from collections.abc import Iterator

from ..finding import Finding
from ..trial import Trial
from .check_addressed import check_addressed
from .check_agencies import check_agencies
from .check_bodies import check_bodies
from .check_called import check_called
from .check_christened import check_christened
from .check_commonplace import check_commonplace
from .check_doers import check_doers
from .check_listed import check_listed
from .check_names import check_names
from .check_numbered import check_numbered
from .check_people import check_people
from .check_quoted import check_quoted
from .check_regions import check_regions
from .check_renamed import check_renamed
from .check_respelt import check_respelt
from .check_strangers import check_strangers
from .check_traders import check_traders
from .check_unheard import check_unheard
from .check_variants import check_variants


def findings(trial: Trial) -> Iterator[Finding]:
    """Names told otherwise, people, places, what trades and serves, and what only sounds like a name."""
    yield from check_names(trial)
    yield from check_variants(trial)
    yield from check_respelt(trial)
    yield from check_renamed(trial)
    yield from check_numbered(trial)
    yield from check_people(trial)
    yield from check_called(trial)
    yield from check_addressed(trial)
    yield from check_quoted(trial)
    yield from check_regions(trial)
    yield from check_agencies(trial)
    yield from check_bodies(trial)
    yield from check_doers(trial)
    yield from check_traders(trial)
    yield from check_commonplace(trial)
    yield from check_christened(trial)
    yield from check_listed(trial)
    yield from check_strangers(trial)
    yield from check_unheard(trial)
