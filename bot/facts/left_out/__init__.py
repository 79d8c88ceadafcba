"""What is left out: stretches of the notes of which the prose tells nothing."""

from collections.abc import Iterator

from ..finding import Finding
from ..trial import Trial
from .check_free import check_free
from .check_gone import check_gone
from .check_items import check_items
from .check_unknowns import check_unknowns
from .check_untold import check_untold


def findings(trial: Trial) -> Iterator[Finding]:
    """What the notes say in words and the prose does not say."""
    yield from check_untold(trial)
    yield from check_items(trial)
    yield from check_gone(trial)
    yield from check_free(trial)
    yield from check_unknowns(trial)
