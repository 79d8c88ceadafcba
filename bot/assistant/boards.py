"""How far the reports that are being written have come, for whoever shows it."""

from collections.abc import Mapping

from bot.interview.board import Board, BoardLine, Stand
from bot.writing.model import OnProgress, Progress, Stage

STANDS = {
    Stage.WAITING: Stand.WAITING,
    Stage.WRITING: Stand.WRITING,
    Stage.CHECKING: Stand.WRITING,
    Stage.REPAIRING: Stand.WRITING,
    Stage.DONE: Stand.DONE,
    Stage.PLAIN: Stand.DONE,
}


class Boards:
    """One board for each draft under way. A board is a value, so any thread may read it."""

    def __init__(self) -> None:
        self._boards: dict[int, Board] = {}

    def of(self, draft: int) -> Board:
        """The draft's board; an empty one before anything is known, and when it is over."""
        return self._boards.get(draft, Board())

    def begin(self, draft: int, names: Mapping[str, str]) -> None:
        """Every section waits; `names` are what the chat calls them, by key, in the report's order."""
        self._boards[draft] = Board({key: BoardLine(name) for key, name in names.items()})

    def watcher(self, draft: int) -> OnProgress:
        """Puts whatever happens on the draft's board."""

        def watch(progress: Progress) -> None:
            line = BoardLine(progress.name, STANDS[progress.stage], progress.text)
            self._boards[draft] = self.of(draft).with_line(progress.section, line)

        return watch

    def end(self, draft: int) -> None:
        """Nothing is written there any more."""
        self._boards.pop(draft, None)
