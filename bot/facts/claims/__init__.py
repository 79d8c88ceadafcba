"""Claims nobody made: titles, honours, meetings, campaigns, declarations, and that nothing happened."""

from collections.abc import Iterator

from ..finding import Finding
from ..trial import Trial
from .check_added import check_added
from .check_campaigns import check_campaigns
from .check_claimed import check_claimed
from .check_conduct import check_conduct
from .check_declarations import check_declarations
from .check_events import check_events
from .check_honours import check_honours
from .check_meetings import check_meetings
from .check_pledges import check_pledges
from .check_programmes import check_programmes
from .check_renown import check_renown
from .check_titles import check_titles


def findings(trial: Trial) -> Iterator[Finding]:
    """What only the person can claim, and no note does."""
    yield from check_titles(trial)
    yield from check_campaigns(trial)
    yield from check_programmes(trial)
    yield from check_honours(trial)
    yield from check_renown(trial)
    yield from check_meetings(trial)
    yield from check_declarations(trial)
    yield from check_events(trial)
    yield from check_pledges(trial)
    yield from check_conduct(trial)
    yield from check_claimed(trial)
    yield from check_added(trial)
