"""Making briefs: from a draft's state and the plain writer's report to one brief for every section."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.facts import Lexicon
from bot.interview.outline import Part, Question
from bot.interview.particulars import value_of
from bot.interview.settled import settled
from bot.interview.state import DraftState
from bot.report import BlockKind, Report, ReportBlock, Source
from bot.writing.by_hand import ORDINAL
from bot.writing.model.book import PromptBook
from bot.writing.model.brief import Brief, NoteUnit, Slot, length
from bot.writing.model.naming import names_in
from bot.writing.model.sealed import Seals, escaped
from bot.writing.model.sealing import Sealer
from bot.writing.model.wish import NO_WISH, Wish
from bot.writing.numbering import unnumbered
from bot.writing.phrases import Phrases, YearPack
from bot.writing.tidy import tidy
from bot.writing.wording import reading, words

OWN_PROFILE = ("name", "place")
LEAST, MOST = 0.95, 1.05
"""How much shorter or longer than the plain writer's a section may be asked to be, whatever length is wanted.

Writers who added nothing came to 0.8 to 1.15 of it, 1 in the mean (`tests/recorded/`): what is asked for
beyond that is padding, and the honest answer would be sent back as too short.
"""


@dataclass(frozen=True, slots=True)
class House:
    """What writing with a model needs beyond the state: all read from prompts/."""

    phrases: Phrases
    pack: YearPack
    lexicon: Lexicon
    book: PromptBook


@dataclass(frozen=True, slots=True)
class _Whole:
    """What all briefs of one report have in common."""

    state: DraftState
    house: House
    names: tuple[str, ...]
    seals: Seals
    ratio: float


def briefs(
    state: DraftState, plain: Report, house: House, seals: Seals, wishes: Mapping[str, Wish]
) -> tuple[Brief, ...]:
    """One brief for every section that has anything to say, in the outline's order."""
    said = [
        tidy(reading(note, question.label))
        for question in state.questions
        for note in state.answer(question.key).words
    ]
    names = names_in(said, own_names(state), house.lexicon, house.book.names)
    whole = _Whole(state, house, names, seals, _ratio(state, plain))
    made = []
    for part in state.outline.sections:
        blocks = tuple(block for block in plain.blocks if block.section == part.key)
        if blocks:
            made.append(_brief(whole, part, blocks, wishes.get(part.key, NO_WISH)))
    return tuple(made)


def own_names(state: DraftState) -> tuple[str, ...]:
    """The person's name and place as a note may tell them, without the words they gave them in."""
    return tuple(escaped(value) for key in OWN_PROFILE if (value := value_of(key, state.answer(key))))


def sealer(house: House, names: Sequence[str], seals: Seals) -> Sealer:
    """A sealer whose ids begin at F1."""
    return Sealer(house.lexicon, names, frozenset(house.book.names.public), seals)


def _ratio(state: DraftState, plain: Report) -> float:
    """How much longer than the plain report the person wants theirs, within what the notes can carry."""
    wanted = re.search(r"\d{3,5}", state.answer("length").value)
    ratio = int(wanted.group()) / max(plain.length, 1) if wanted else MOST
    return min(max(ratio, LEAST), MOST)


def _wanted(wish: Wish, book: PromptBook) -> float:
    """How much longer or shorter than usual the person's wish makes a section."""
    return next((length.ratio for length in book.lengths if length.pattern.search(wish.text)), 1.0)


def _brief(whole: _Whole, part: Part, blocks: tuple[ReportBlock, ...], wish: Wish) -> Brief:
    sealing = sealer(whole.house, whole.names, whole.seals)
    own = {source for sentence in wish.own for source in sentence.sources}
    written = _paragraphs(whole.state, part, blocks, own, sealing)
    plain_length = sum(length(slot.plain.text) for slot in written.slots)
    title = next(
        (block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), part.name
    )
    return Brief(
        key=part.key,
        template="section",
        name=part.name,
        heading=escaped(title),
        blocks=blocks,
        slots=tuple(written.slots),
        notes=tuple(written.notes),
        target=max(round(plain_length * whole.ratio * _wanted(wish, whole.house.book) / 10) * 10, 10),
        context=tuple(_context(whole.state, blocks, part.all_questions())),
        wish=sealing.seal(tidy(wish.text)).blanked if wish.text.strip() else "",
        again=wish.again,
        own=wish.own,
        own_leads=wish.own_leads,
        own_slots=tuple(written.by_hand),
        own_shown=tuple(sealing.seal(text).blanked for text in wish.by_hand),
        part=part,
    )


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """What is to be written of a section: notes, the paragraphs they belong to, and those told by hand."""

    notes: list[NoteUnit] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    by_hand: list[Slot] = field(default_factory=list)


def _paragraphs(
    state: DraftState, part: Part, blocks: Sequence[ReportBlock], own: Collection[Source], sealing: Sealer
) -> _Paragraphs:
    """The paragraphs of the plain writer's section as places to write in, without declarations.

    Notes that the person has told by hand, the `own`, are nobody's to write.
    """
    questions = {question.key: (question, owner) for owner in part.walk() for question in owner.questions}
    found = _Paragraphs()
    heading, style = "", part.style
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            heading = block.text if block.level > 1 else heading
            continue
        sources = [source for sentence in block.sentences for source in sentence.sources]
        if any(questions[source.question][0].kind == "declaration" for source in sources):
            continue
        units = [
            _unit(
                state, f"N{len(found.notes) + number}", questions[source.question][0], source, block, sealing
            )
            for number, source in enumerate((s for s in dict.fromkeys(sources) if s not in own), 1)
        ]
        if sources and not units:
            found.by_hand.append(Slot("", place, "", style, (), block))
            continue
        found.notes.extend(units)
        owner = questions[sources[0].question][1] if sources else _following(part, heading)
        style = owner.style
        opening = ORDINAL.match(block.text) if owner.layout == "problems" else None
        found.slots.append(
            Slot(
                id=f"P{len(found.slots) + 1}",
                place=place,
                heading=escaped(heading),
                style=style,
                notes=tuple(unit.id for unit in units),
                plain=block,
                ordinal=opening.group() if opening else "",
            )
        )
        heading = ""
    return found


def _unit(
    state: DraftState, id_: str, question: Question, source: Source, block: ReportBlock, sealing: Sealer
) -> NoteUnit:
    answer = settled(state, question.key)
    note = next((note for note in answer.words if note.seq == source.note), None)
    if note is None:
        plain = words(question, answer)
        text = plain[0].text if plain else block.text
    else:
        text = tidy(reading(note, question.label))
    opens = note is None or note.seq == answer.words[0].seq
    return NoteUnit(id_, question, source, text, sealing.seal(text), opens)


def _following(part: Part, heading: str) -> Part:
    """The part whose heading was read last; the section itself before any."""
    bare = unnumbered(heading)
    return next((inner for inner in part.walk() if bare and bare in inner.heading), part)


def _context(state: DraftState, blocks: Sequence[ReportBlock], asked: Iterable[Question]) -> Iterable[str]:
    yield "".join(value_of(key, state.answer(key)) for key in ("place", "post", "name"))
    yield "，".join(state.answer("duties").value.splitlines())
    yield "，".join(block.text for block in blocks if block.kind is BlockKind.HEADING)
    yield "，".join(f"{question.topic}，{question.label}" for question in asked)
