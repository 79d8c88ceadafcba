"""Shorter versions of a finished report, made of its own sentences: to be spoken, or posted on one page.

Nothing is added to what the report says but a salutation. The fidelity reader compares the result with the
report: a sentence that says something else without its neighbours is left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, product

from bot.facts import Finding, FindingKind, Lexicon, compare
from bot.report import NOBODY, BlockKind, Report, ReportBlock, Sentence
from bot.writing.choosing import FRAME, Place, Unit, closing_of, numbered, opening_of, spoken_alone, units_of

A_MINUTE = 220
"""Characters that a person speaks in a minute."""
_PEOPLE = re.compile("各位|同志|领导|代表|委员[们：]")

Row = tuple[ReportBlock, tuple[Place | None, ...]]
"""A block, and the place in the report of each of its sentences."""
Made = list[Row]


class NothingTrue(Exception):
    """No sentence is left that is true alone and fits."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a shorter version is to be: about `most` characters, and no more than `fits`.

    A spoken one has a salutation, `salutation` where the report greets nobody, and no signature; one to be
    posted has its headings in the running text. Answers to the questions `leaning` are not understood alone.
    """

    most: int
    fits: Callable[[Report], bool]
    spoken: bool
    title: str
    salutation: str = ""
    leaning: frozenset[str] = frozenset()


def shorter(report: Report, form: Form, lexicon: Lexicon) -> Report:
    """The shorter version: the weightiest sentence of every section while there is room, then of all.

    Open places and ordinals such as 一是 are left out. Raises NothingTrue.
    """
    checked: dict[str, frozenset[Place]] = {}
    banned: frozenset[Place] = frozenset()
    while True:
        made = _made(report, _chosen(report, form, banned), form)
        found: frozenset[Place] = frozenset()
        for part in _sections(made):
            text = "\n".join(block.text for block, _ in part)
            if text not in checked:
                checked[text] = frozenset(_strange(report, part, text, lexicon))
            found |= checked[text]
        if not found - banned:
            break
        banned |= found
    if not any(True for _ in _sections(made)):
        raise NothingTrue
    return _report(made, form)


def _sections(made: Made) -> Iterator[Made]:
    """The rows of each section; the frame around them stands as it was."""
    for section, rows in groupby(made, key=lambda row: row[0].section):
        if section not in FRAME:
            yield list(rows)


def _strange(report: Report, part: Made, text: str, lexicon: Lexicon) -> Iterator[Place]:
    """Sentences that do not say what the report's section says. That things are missing is no fault here."""
    section = part[0][0].section
    notes = [block.text for block in report.blocks if block.section == section]
    known = {_what(finding) for finding in compare(notes, "\n".join(notes), lexicon)}
    for finding in compare(notes, text, lexicon):
        if finding.kind is not FindingKind.FACT_MISSING and _what(finding) not in known:
            yield from _places_at(part, finding.span)


def _what(finding: Finding) -> tuple[FindingKind, str]:
    return finding.kind, finding.excerpt


def _chosen(report: Report, form: Form, banned: frozenset[Place]) -> frozenset[Place]:
    """The frame, then one unit of every section, then as many more as fit, by their weight.

    A page to be posted has its opening only where every section stands on it too.
    """
    units = [unit for unit in units_of(report, form.leaning) if banned.isdisjoint(unit.places)]
    sections = dict.fromkeys(unit.section for unit in units)
    opening = frozenset(opening_of(report))
    frames = [opening.union(closing_of(report))] if form.spoken else [opening, frozenset[Place]()]
    share = form.most // (len(sections) + 1)
    for kept, room in product(frames, (share, share // 2, 0)):
        first = [_first([unit for unit in units if unit.section == section], room) for section in sections]
        if _fits(report, kept.union(*(unit.places for unit in first)), form):
            break
    for unit in [*first, *sorted(units, key=lambda one: -one.weight)]:
        if _fits(report, more := kept.union(unit.places), form):
            kept = more
    return kept


def _fits(report: Report, kept: frozenset[Place], form: Form) -> bool:
    return form.fits(_report(_made(report, kept, form), form))


def _first(units: list[Unit], room: int) -> Unit:
    """The weightiest unit within this room, else the shortest."""
    fitting = [unit for unit in units if unit.length <= room]
    return max(fitting, key=lambda one: one.weight) if fitting else min(units, key=lambda one: one.length)


def _report(made: Made, form: Form) -> Report:
    return Report(form.title, tuple(block for block, _ in made))


def _made(report: Report, kept: frozenset[Place], form: Form) -> Made:
    made: Made = [_ours(BlockKind.TITLE, form.title)]
    if form.spoken and form.salutation and not any(map(_greets, report.blocks)):
        made.append(_ours(BlockKind.SALUTATION, form.salutation))
    heading: ReportBlock | None = None
    number = 0
    for at, block in enumerate(report.blocks):
        places = tuple((at, n) for n in range(len(block.sentences)) if (at, n) in kept)
        match block.kind:
            case BlockKind.HEADING if block.level == 1:
                heading = block
            case BlockKind.SALUTATION if form.spoken and _greets(block):
                made.append((block, (None,)))
            case BlockKind.SIGNATURE | BlockKind.DATE if not form.spoken:
                made.append((block, (None,)))
            case BlockKind.PARAGRAPH if places:
                if heading is not None and heading.section == block.section:
                    number += 1
                    told, heading = numbered(heading.text, number), None
                    kind = BlockKind.HEADING if form.spoken else BlockKind.PARAGRAPH
                    made.append(_ours(kind, told if form.spoken else f"{told}。", block.section))
                own = (replace(block, sentences=_alone(block, places)), places)
                runs_on = not form.spoken and block.section and made[-1][0].section == block.section
                made.append(_joined(made.pop(), own) if runs_on else own)
            case _:
                pass
    return made


def _greets(block: ReportBlock) -> bool:
    """Whether a block speaks to people in a room; 县委组织部： names who is to read."""
    return block.kind is BlockKind.SALUTATION and _PEOPLE.search(block.text) is not None


def _ours(kind: BlockKind, text: str, section: str = NOBODY) -> tuple[ReportBlock, tuple[None]]:
    level = int(kind is BlockKind.HEADING)
    return ReportBlock(kind, (Sentence(text),), level, section), (None,)


def _alone(block: ReportBlock, places: tuple[Place, ...]) -> tuple[Sentence, ...]:
    return tuple(spoken_alone([block.sentences[number] for _, number in places]))


def _joined(first: Row, second: Row) -> Row:
    return replace(first[0], sentences=first[0].sentences + second[0].sentences), first[1] + second[1]


def _places_at(part: Made, span: tuple[int, int]) -> Iterator[Place]:
    """The places of the report that the finding's span touches; of a heading, the first under it."""
    at = 0
    touched = False
    for block, places in part:
        for sentence, place in zip(block.sentences, places, strict=True):
            end = at + len(sentence.text)
            touched = touched or (span[0] < end and at < span[1])
            if touched and place is not None:
                yield place
                touched = False
            at = end
        at += 1
