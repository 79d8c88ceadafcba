"""Evidence: which sentence of a report each fact of the notes stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts import Fact, FactKind, Lexicon, locate, read
from bot.facts.sheet import Confirmed, FactSheet, UnusedFact, UsedFact
from bot.interview.answer import Note
from bot.interview.outline import Question
from bot.interview.state import DraftState
from bot.report import Report, Sentence
from bot.writing.set_by_hand import is_by_hand
from bot.writing.tidy import bare
from bot.writing.wording import reading

NOT_LISTED = frozenset({FactKind.STATUS, FactKind.NEGATION, FactKind.PLACEHOLDER})
_NAME = 3
SUPERSEDED, NOT_ASKED, NOT_FOUND = "unused_superseded", "unused_not_asked", "unused_not_found"


@dataclass(frozen=True, slots=True)
class _Place:
    sentence: int
    start: int
    end: int


def fact_sheet(state: DraftState, report: Report, lexicon: Lexicon) -> FactSheet:
    """Every fact of the report with its note, and every fact of a note without a sentence, with the reason.

    A fact is looked for only in sentences that rest on its note: equal figures of two notes keep apart.
    A fact that is told again takes the note of its first telling; what no note gave is listed without one.
    """
    sentences = list(report.sentences())
    used: list[tuple[_Place, UsedFact]] = []
    unused: list[UnusedFact] = []
    for question, note, reason in _notes(state):
        if reason is None and question.kind == "line":
            found = _line(question, note, sentences)
            used += found
            if not found:
                unused.append(UnusedFact(FactKind.NAME, note.reading, question.label, note.text, NOT_FOUND))
            continue
        for fact_kind, text, place in _facts(question, note, sentences, lexicon):
            if reason is None and place is not None:
                sentence = sentences[place.sentence].text
                used.append((place, UsedFact(fact_kind, text, sentence, question.label, note.text)))
            else:
                why = reason or NOT_FOUND
                unused.append(UnusedFact(fact_kind, text, question.label, note.text, why))
    used += _without_note(state, sentences, used, lexicon)
    used.sort(key=lambda item: (item[0].sentence, item[0].start))
    return FactSheet(
        title=report.title,
        used=tuple(fact for _, fact in used),
        gaps=tuple(_gap(gap.question.label, gap.place) for gap in state.report_gaps),
        confirmed=tuple(_confirmed(state)),
        unused=tuple(unused),
    )


def _notes(state: DraftState) -> Iterator[tuple[Question, Note, str | None]]:
    """Each note that stands with its question, and why it cannot be in the report, if it cannot."""
    for question in state.questions:
        words = state.answer(question.key).words
        for note in words:
            superseded = question.kind in ("line", "choice") and note is not words[-1]
            yield question, note, SUPERSEDED if superseded else None
    for key, answer in state.answers.items():
        if key not in state.keys:
            label = Question(key="gone", label=key[:14], ask=key)
            for note in answer.words:
                yield label, note, NOT_ASKED


def _line(question: Question, note: Note, sentences: list[Sentence]) -> list[tuple[_Place, UsedFact]]:
    """A short value of the profile, as one fact, where it first stands."""
    value = bare(reading(note, question.label))
    for index, sentence in enumerate(sentences):
        if any(source.question == question.key for source in sentence.sources):
            start = sentence.text.find(value)
            fact = UsedFact(FactKind.NAME, value, sentence.text, question.label, note.text)
            return [(_Place(index, max(start, 0), max(start, 0) + len(value)), fact)]
    return []


def _facts(
    question: Question, note: Note, sentences: list[Sentence], lexicon: Lexicon
) -> Iterator[tuple[FactKind, str, _Place | None]]:
    resting = [
        (index, sentence)
        for index, sentence in enumerate(sentences)
        if any(s.question == question.key and s.note in (note.seq, None) for s in sentence.sources)
    ]
    prose, starts = "", []
    for _, sentence in resting:
        starts.append(len(prose))
        prose += sentence.text
    for placed in locate([note.reading], prose, lexicon):
        if not _is_listed(placed.fact):
            continue
        place = None
        if placed.spans:
            at, end = placed.spans[0]
            number = max(index for index, start in enumerate(starts) if start <= at)
            place = _Place(resting[number][0], at - starts[number], end - starts[number])
        yield placed.fact.kind, placed.fact.text, place


def _without_note(
    state: DraftState, sentences: list[Sentence], used: list[tuple[_Place, UsedFact]], lexicon: Lexicon
) -> Iterator[tuple[_Place, UsedFact]]:
    """The facts of the report that no note was found for: told again, chosen, confirmed, or words of ours."""
    taken: dict[int, list[_Place]] = {}
    first: dict[str, UsedFact] = {}
    for where, told in used:
        taken.setdefault(where.sentence, []).append(where)
        first.setdefault(told.text, told)
    for index, sentence in enumerate(sentences):
        for fact in filter(_is_listed, read(sentence.text, lexicon)):
            if any(place.start < fact.end and fact.start < place.end for place in taken.get(index, ())):
                continue
            again = first.get(fact.text) or _named_before(fact, used)
            question, note = (again.question, again.note) if again else (_decided(state, sentence), "")
            place = _Place(index, fact.start, fact.end)
            mine = not question and is_by_hand(state.by_hand, sentence)
            yield place, UsedFact(fact.kind, fact.text, sentence.text, question, note, mine)


def _named_before(fact: Fact, used: list[tuple[_Place, UsedFact]]) -> UsedFact | None:
    """For 双槐镇 told once more: the fact with that name in it, such as the post of the profile."""
    if fact.kind is not FactKind.NAME:
        return None
    name = fact.text[-_NAME:]
    return next((told for _, told in used if told.kind is FactKind.NAME and name in told.text), None)


def _decided(state: DraftState, sentence: Sentence) -> str:
    """The question whose choice or declaration a sentence tells; nothing for words of ours."""
    keys = {source.question for source in sentence.sources}
    decisions = (question for question in state.questions if question.kind in ("choice", "declaration"))
    return next((question.label for question in decisions if question.key in keys), "")


def _is_listed(fact: Fact) -> bool:
    return fact.kind not in NOT_LISTED and not fact.weak


def _gap(label: str, place: object) -> str:
    before, after = getattr(place, "before", ""), getattr(place, "after", "")
    return f"{label}：{before}▢{after}" if place else label


def _confirmed(state: DraftState) -> Iterator[Confirmed]:
    for question in state.questions:
        answer = state.answer(question.key)
        if answer.declared == "yes":
            own = state.by_hand.of_declaration(question.key)
            if own is None:
                yield Confirmed(question.sentence, answer.declared_at)
            elif own.text:
                yield Confirmed(own.text, own.at)
