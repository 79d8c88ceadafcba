"""What somebody refused, told as granted: 不同意搬 as 已表示同意搬迁, 不能补 as 可以补发."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.leaving_open import about
from ..text.scanning import Scan
from ..trial import Trial
from .open_parts import OpenParts

_REFUSED = re.compile(
    "(?:[不没未](?:有|曾)?(?:同意|答应|允许|批准|愿意?|肯|准|让|许|予|给|能|可以?))(?![见人于力])"
    "(?P<deed>[\u4e00-\u9fff]{1,5})"
)
"""A refusal and what it refuses."""
_GRANTED = Scan(
    "同(?=意)|答(?=应)|允(?=许)|准(?=[予许])|许(?=可)|获(?=准)|批(?=准)|愿|得(?=以)|予(?=以)|可|能(?=够)",
    "(?<![不没未无非难否])(?:同意|答应|允许|准予|准许|许可|获准|批准|愿意?|得以|予以|可以?|能够)"
    "(?P<deed>[\u4e00-\u9fff]{1,4})",
)
_STILL_REFUSED = re.compile(
    "(?:仍|尚|至今|始终)[^,。;]{0,3}?[不未](?:能|予|肯)?(?P<consent>同意|答应|松口|签字|配合)"
)
_LEFT_OPEN = re.compile(
    "不(?!及格|合格|达标|足|全|良)|[没未无非否拒禁止停难待勿莫]|反对|抵触|取消|谢绝|婉|劝|才|方可|经[多反]|起初|原先|最终"
)
_ALLOWS = (
    "(?<![不没未])(?<![不没未]有)(?:同意|答应|允许|批[了准]|愿意?|肯|准|让|许|可以|行了|能)"
    "[^,。;\n]{{0,4}}[{signs}]"
)


def check_permitted(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A clause that grants what the notes refuse and nowhere grant, or still refuses what they grant."""
    yield from _refused_still(trial)
    if not _REFUSED.search(trial.notes.text):
        return
    text = trial.prose.text
    granted = [
        (clause, found)
        for clause in trial.prose.clauses_with(_GRANTED)
        if not _LEFT_OPEN.search(text, clause.start, clause.end)
        for found in _GRANTED.finditer(text, clause.start, clause.end)
    ]
    if not granted:
        return
    for stretch in opened.stretches:
        refused = _REFUSED.search(stretch.group())
        if refused is None:
            continue
        start, end = refused.span("deed")
        signs = about(trial.notes, stretch.start() + start, stretch.start() + end)
        if not signs or re.search(_ALLOWS.format(signs="".join(sorted(signs))), trial.notes.text):
            continue
        for clause, found in granted:
            if not signs.isdisjoint(found["deed"]):
                yield trial.told(FindingKind.NEGATION_CHANGED, clause.start, clause.end)
                break


def _refused_still(trial: Trial) -> Iterator[Finding]:
    """至今仍不同意, where the notes say 同意了 and nowhere 不同意."""
    notes = trial.notes.text
    for found in _STILL_REFUSED.finditer(trial.prose.text):
        consent = found["consent"]
        if f"{consent}了" in notes and not re.search(f"[不没未](?:有|肯)?{consent}", notes):
            yield trial.told(FindingKind.NEGATION_CHANGED, *found.span())
