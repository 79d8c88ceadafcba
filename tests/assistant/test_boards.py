"""How far reports have come, as whoever shows it sees it."""

from bot.assistant.boards import Boards
from bot.interview.board import Board, BoardLine, Stand
from bot.writing.model import Progress, Stage


def test_every_section_waits_in_the_reports_order_before_anything_is_written() -> None:
    boards = Boards()
    boards.begin(7, {"opening": "开头", "study": "学习"})
    assert list(boards.of(7).lines.values()) == [BoardLine("开头"), BoardLine("学习")]
    assert boards.of(7).count(Stand.WAITING) == 2


def test_what_happens_to_a_section_is_seen_on_its_line_and_on_no_other_draft() -> None:
    boards = Boards()
    for draft in (7, 8):
        boards.begin(draft, {"opening": "开头", "study": "学习"})
    watch = boards.watcher(7)
    watch(Progress("study", "学习", Stage.REPAIRING, "带头学习。"))
    assert boards.of(7).growing == (2, BoardLine("学习", Stand.WRITING, "带头学习。"))
    watch(Progress("study", "学习", Stage.PLAIN, "带头学习。"))
    assert boards.of(7).count(Stand.DONE) == 1
    assert boards.of(8).count(Stand.WAITING) == 2


def test_a_board_that_was_read_stays_as_it_was() -> None:
    boards = Boards()
    boards.begin(7, {"study": "学习"})
    read = boards.of(7)
    boards.watcher(7)(Progress("study", "学习", Stage.WRITING))
    assert read.count(Stand.WAITING) == 1


def test_nothing_is_left_of_a_report_that_is_over() -> None:
    boards = Boards()
    boards.begin(7, {"study": "学习"})
    boards.end(7)
    boards.end(7)
    assert boards.of(7) == Board()
