"""Why one request gave no text. Never leaves the room: outside it is an Attempt."""

from .completion import Outcome, Usage


class Failure(Exception):
    """`detail` may still hold keys and prompts; it is scrubbed where it becomes an Attempt."""

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
