"""A place in the report that a reviewer would mark, as the person is asked about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """`before`, `span` and `after` are words of the report; `fix` is what accepting puts in place of `span`.

    With `asks` it touches a fact, a name or a statement of policy. `question` is the question whose answer
    holds the place, empty if it is about the report as a whole; `key` names the finding among all.
    `sentence` is the view that asks for the sentence anew, empty where only the answer can be corrected.
    """

    key: str
    severity: str
    message: str
    before: str
    span: str
    after: str
    fix: str | None
    asks: bool
    question: str
    sentence: str = ""
