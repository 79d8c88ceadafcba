"""Applying what may be applied without asking."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.proofreading.finding import Finding, Severity

_FIGURES = re.compile(r"[0-9０-９]")


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """The text with every certain fix that is no question; of overlapping ones the longest, then the first.

    Digits are never changed: a fix whose digits are not those of its span is left to the person. So is a
    finding that was made on another text.
    """
    chosen: list[Finding] = []
    for finding in sorted(filter(automatic, findings), key=lambda one: (one.start - one.end, one.start)):
        if text[finding.start : finding.end] == finding.span:
            chosen.append(finding)
    apart = _apart(chosen)
    for finding in sorted(apart, key=lambda one: one.start, reverse=True):
        text = text[: finding.start] + (finding.fix or "") + text[finding.end :]
    return text


def automatic(finding: Finding) -> bool:
    """Whether the fix may be applied without asking."""
    if finding.severity is not Severity.CERTAIN or finding.question or finding.fix is None:
        return False
    return _FIGURES.findall(finding.span) == _FIGURES.findall(finding.fix)


def _apart(findings: list[Finding]) -> list[Finding]:
    """Those that touch none taken before, in linear time for findings in reading order."""
    ordered = sorted(findings, key=lambda one: (one.start, -one.end))
    kept: list[Finding] = []
    for finding in ordered:
        if kept and finding.start < kept[-1].end:
            if finding.end - finding.start > kept[-1].end - kept[-1].start:
                kept[-1] = finding
            continue
        kept.append(finding)
    assert all(left.end <= right.start for left, right in pairwise(kept))
    return kept
