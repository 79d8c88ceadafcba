"""Things exchanged: what the notes say of the one, told of the other."""

from collections.abc import Iterator

from ..finding import Finding
from ..matching.pairing import Pairing
from ..trial import Trial
from .check_contrasts import check_contrasts
from .check_crossed import check_crossed
from .check_deeds import check_deeds
from .check_exchange import check_exchange
from .check_order import check_order
from .check_swapped import check_swapped
from .sharing import shared_words


def findings(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """What has changed places: two numbers, two words, two halves of a sentence, first and second."""
    shared = shared_words(trial)
    yield from check_exchange(trial, pairing)
    yield from check_swapped(trial, shared)
    yield from check_contrasts(trial, shared)
    yield from check_deeds(trial, shared)
    yield from check_order(trial)
    yield from check_crossed(trial)
