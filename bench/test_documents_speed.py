"""How long a report of 3,000 characters takes to be proofread, and to become all its files."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from bot.assistant.files import FORMATS, NotToBeMade, file_of, report_of
from bot.assistant.from_answers import answered_state
from bot.assistant.short import SHORT_FORMATS
from bot.documents.text import text_of
from bot.library.proofbook import load_proofbook
from bot.proofreading import proofread
from tests.office import EXAMPLES, shipped

CHARACTERS = 3000
PROOFREAD_WITHIN, FILES_WITHIN = 0.1, 2.0
STATE = answered_state(EXAMPLES[3], shipped(), public=False)
REPORT = report_of(STATE, shipped())


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The median of so many runs, after one that does not count."""
    work()
    took = []
    for _ in range(times):
        start = perf_counter()
        work()
        took.append(perf_counter() - start)
    return median(took)


def test_proofreading_a_report() -> None:
    book = load_proofbook(shipped().folder)
    text = text_of(REPORT)
    took = seconds(lambda: proofread(text, book, year=2026)) * CHARACTERS / len(text)
    print(f"\nproofreading {CHARACTERS} characters: {took * 1000:.0f} ms")
    assert took < PROOFREAD_WITHIN


def files(names: tuple[str, ...]) -> list[int]:
    """Make these files; a PDF only where there is a Chinese font."""
    sizes = []
    for name in names:
        try:
            sizes.append(len(file_of(REPORT, STATE, shipped(), name).content))
        except NotToBeMade:
            assert name == "pdf"
    return sizes


def test_all_files_of_a_report() -> None:
    took = seconds(lambda: files(FORMATS), 3)
    print(f"\n{', '.join(FORMATS)}: {took:.2f} s")
    assert took < FILES_WITHIN


def test_shorter_versions() -> None:
    took = seconds(lambda: files(SHORT_FORMATS), 3) / len(SHORT_FORMATS)
    print(f"\na shorter version: {took:.2f} s")
    assert took < FILES_WITHIN
