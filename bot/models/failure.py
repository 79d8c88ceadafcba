"""Why one request gave no text. Never leaves the room: outside it is an Attempt."""

from .completion import Outcome, Usage


class Failure(Exception):
    """`detail` is in words of ours: a server that fails may repeat a key, a name or a note."""

    def __init__(
        self,
        outcome: Outcome,
        detail: str,
        *,
        retry_after: float | None = None,
        parameter: str | None = None,
        usage: Usage | None = None,
    ) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail
        self.retry_after = retry_after
        self.parameter = parameter
        self.usage = usage


def kind_of(problem: BaseException) -> str:
    """The kind of the innermost error; what it says may be what a server said, and stays untold."""
    while (cause := problem.__cause__ or problem.__context__) is not None:
        problem = cause
    return type(problem).__name__
