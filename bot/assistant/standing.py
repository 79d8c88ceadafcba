"""The report as it stands when something has been said since it was finished."""

from sqlite_utils import Database

from bot.assistant.edition import Edition, newest_edition, with_own_words
from bot.assistant.files import report_of
from bot.assistant.section_versions import basis_of, by_section, wishes_of
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.report import Report
from bot.writing import model as prose


def standing_report(db: Database, shelf: Shelf, state: DraftState) -> Report:
    """The plain writer's report of the answers so far, with all of the finished one that outlasts them.

    Sections whose notes are the same read as in its files, and sentences by hand stay where notes were added.
    """
    plain = report_of(state, shelf)
    finished = newest_edition(db, state)
    return with_own_words(_renewed(plain, finished, shelf) if finished else plain, state)


def _renewed(plain: Report, finished: Edition, shelf: Shelf) -> Report:
    chosen = {version.section: version for version in finished.sections}
    wishes = wishes_of(chosen)
    by_hand = {key: wish for key, wish in wishes.items() if wish.own or wish.own_leads}
    told = plain
    if by_hand:
        from bot.assistant.house import house_of

        told = prose.with_hand(finished.state, house_of(finished.state, shelf), by_hand)
    anew = by_section(told.blocks)
    kept = {
        key: chosen[key].blocks
        for key, blocks in by_section(plain.blocks).items()
        if key in chosen and chosen[key].basis == basis_of(blocks)
    }
    first = next((at for at, block in enumerate(told.blocks) if block.section), len(told.blocks))
    tail = [block for block in told.blocks[first:] if not block.section]
    sections = [block for key, blocks in anew.items() for block in kept.get(key, blocks)]
    return Report(plain.title, (*told.blocks[:first], *sections, *tail), plain.omitted)
