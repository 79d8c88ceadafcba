"""A finding: one place in a text that a reviewer would mark, with the rule and the reason."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How sure the rule is: wrong in any report, most often wrong, or worth a thought."""

    CERTAIN = "certain"
    LIKELY = "likely"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """`text[start:end] == span`; `line` counts from 1.

    `fix` is what should stand in place of the span. With `question` it touches a fact, a name or a statement
    of policy, and only a person may accept it.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    line: int
    span: str
    message: str
    fix: str | None
    question: bool
