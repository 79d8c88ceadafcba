"""One proofreading in progress: the page, the book, and what is known of the report."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from bot.proofreading.book import Proofbook, Wording
from bot.proofreading.finding import Finding, Severity
from bot.proofreading.page import Page

_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_TITLED = (
    (re.compile("(?<!副)(?:镇|乡)长"), "mayor"),
    (re.compile("副(?:镇|乡)长|党委副书记|副主任"), "deputy"),
)
SIGNED_WITHIN = 3
SHORT_LINE = 40
_SECRETARY = re.compile("党委书记")


@dataclass(frozen=True)
class Reading:
    """What every rule gets. A year or role that nobody gave is read from the title or the first paragraph."""

    page: Page
    book: Proofbook
    given_year: int | None = None
    given_role: str | None = None
    wish_length: int | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return self.page.text

    @cached_property
    def year(self) -> int | None:
        """The reporting year, if given or told in the head of the text, or else the year told most."""
        if self.given_year is not None:
            return self.given_year
        head = " ".join(line.text for line in self.page.lines[:4])[:200]
        told = _YEAR.findall(head) or _YEAR.findall(self.text)
        return int(Counter(told).most_common(1)[0][0]) if told else None

    @cached_property
    def role(self) -> str | None:
        """deputy, mayor or secretary, if given or told."""
        if self.given_role is not None:
            return self.given_role
        lines = self.page.lines[:SIGNED_WITHIN] if self.page.title else ()
        title = " ".join(line.text for line in lines if line.ordinal is None and len(line.text) < SHORT_LINE)
        for shape, role in _TITLED:
            if shape.search(title):
                return role
        if _SECRETARY.search(title):
            return "secretary"
        lead = self.text[:1500]
        if re.search(
            "作为分管[^，。]{0,12}副(?:镇|乡)长|想要做好副职|(?:任|担任|作为)[^，。]{0,10}副(?:镇|乡)长", lead
        ):
            return "deputy"
        if re.search("(?:任|担任|作为)[^，。副]{0,10}党委书记", lead):
            return "secretary"
        return None

    def finding(
        self, rule: str, start: int, end: int, *, fix: str | None = None, **values: object
    ) -> Finding:
        """A finding of a function rule, with its check's message."""
        check = self.book.checks[rule]
        span = self.text[start:end]
        message = check.message.format(span=span, fix=fix, **values)
        return Finding(
            rule, check.severity, start, end, self.page.line_number(start), span, message, fix, check.question
        )

    def word_finding(self, rule: Wording, start: int, end: int, fix: str | None) -> Finding:
        """A finding of a data rule, put into the book's frame."""
        span = self.text[start:end]
        frame = "question" if rule.question else ("without_fix" if fix is None else "with_fix")
        if rule.question and fix is not None:
            frame = "question_fix"
        elif fix == "":
            frame = "delete"
        message = self.book.frames[frame].format(span=span, fix=fix, reason=rule.reason)
        line = self.page.line_number(start)
        return Finding(rule.id, rule.severity, start, end, line, span, message, fix, rule.question)


def weight(severity: Severity) -> int:
    """2 for certain, 1 for likely, 0 for advice."""
    return {Severity.CERTAIN: 2, Severity.LIKELY: 1, Severity.ADVICE: 0}[severity]
