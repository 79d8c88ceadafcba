"""Evidence: which sentence of a report each fact of the notes stands in."""

from collections.abc import Iterable, Iterator, Sequence

from bot.facts import Fact, FactKind, Lexicon, words_in
from bot.facts.sheet import Confirmed, FactSheet, UnusedFact, UsedFact
from bot.interview.answer import Note
from bot.interview.aside import is_aside, origin_of
from bot.interview.not_mine import is_not_mine
from bot.interview.outline import OTHER, Question
from bot.interview.particulars import counting, particular
from bot.interview.said_elsewhere import said_elsewhere
from bot.interview.settled import settled, waits
from bot.interview.state import DraftState
from bot.report import Report, Sentence
from bot.writing.listed import listed
from bot.writing.placing import Given, Spot, place_by_words, place_facts
from bot.writing.set_by_hand import is_by_hand
from bot.writing.tidy import bare
from bot.writing.whole_facts import whole
from bot.writing.wording import reading

_NAME = 3
SUPERSEDED, NOT_ASKED, NOT_FOUND = "unused_superseded", "unused_not_asked", "unused_not_found"
NOT_PLACED, UNDECIDED, NOT_MINE = "unused_not_placed", "unused_undecided", "unused_not_mine"
SAID_BEFORE = "unused_said_before"
_WHOLE = (NOT_MINE, SAID_BEFORE)
"""Of what is out for these reasons all words are listed as one."""


def fact_sheet(state: DraftState, report: Report, lexicon: Lexicon) -> FactSheet:
    """Every fact of the report with its note, and every fact of a note without a sentence, with the reason.

    What is listed as unused stands nowhere in the report, but for what was said twice. A fact that is told
    again takes the note of the sentence, or that of its first telling; what no note gave is listed with none.
    """
    sentences = list(report.sentences())
    used: list[tuple[Spot, UsedFact]] = []
    unused: list[UnusedFact] = []
    told: list[tuple[Question, Note]] = []
    for question, note, reason in _notes(state):
        if reason in _WHOLE:
            unused.append(UnusedFact(FactKind.NAME, note.reading, question.label, note.text, reason))
        elif reason is not None:
            for fact in listed(note.reading, lexicon):
                given = Given(question, note, fact)
                if place_by_words(given, sentences, (), lexicon) is None:
                    shown = whole(fact, note.reading, lexicon)
                    unused.append(UnusedFact(fact.kind, shown, question.label, _told(note), reason))
        elif question.kind == "line":
            found = _line(question, note, sentences)
            used += found
            if not found:
                unused.append(UnusedFact(FactKind.NAME, note.reading, question.label, _told(note), NOT_FOUND))
        else:
            told.append((question, note))
    for given in place_facts(told, sentences, lexicon):
        kind, shown = given.fact.kind, whole(given.fact, given.note.reading, lexicon)
        where = (given.question.label, _told(given.note))
        if given.spot is None:
            unused.append(UnusedFact(kind, shown, *where, NOT_FOUND))
            continue
        sentence = sentences[given.spot.sentence].text
        told_so = any(words_in(sentence, shown, lexicon, figure=given.fact.is_number))
        used.append((given.spot, UsedFact(kind, shown if told_so else given.fact.text, sentence, *where)))
    used += _without_note(state, sentences, used, lexicon)
    used.sort(key=lambda item: item[0][:2])
    return FactSheet(
        title=report.title,
        used=tuple(_once(fact for _, fact in used)),
        gaps=tuple(_gap(gap.question.label, gap.place) for gap in state.report_gaps),
        confirmed=tuple(_confirmed(state)),
        unused=tuple(unused),
    )


def _notes(state: DraftState) -> Iterator[tuple[Question, Note, str | None]]:
    """Each note that stands with its question, and why it cannot be in the report, if it cannot."""
    for question in state.questions:
        words = state.answer(question.key).words
        stand = [note for note in words if note.seq not in waits(state)]
        once = settled(state, question.key).words
        for note in words:
            if note not in stand:
                yield question, note, UNDECIDED
                continue
            if question.adds_up:
                yield question, note, None if note in once else SAID_BEFORE
            else:
                yield question, note, None if note is counting(question.key, stand) else SUPERSEDED
    labels = {question.key: question.label for question in state.questions}
    for key, answer in state.answers.items():
        if key not in state.keys:
            origin = origin_of(key)
            label = Question(key="gone", label=labels.get(origin) or origin[:14] or labels[OTHER], ask=key)
            for note in answer.words:
                before = SAID_BEFORE if said_elsewhere(state, origin, note.reading) else NOT_PLACED
                aside = NOT_MINE if is_not_mine(note.reading) else before
                yield label, note, aside if is_aside(key) else NOT_ASKED


def _line(question: Question, note: Note, sentences: Sequence[Sentence]) -> list[tuple[Spot, UsedFact]]:
    """A short value of the profile, as one fact, where it first stands, or the sentence that rests on it."""
    value = bare(particular(question.key, reading(note, question.label)))
    resting = [
        (index, sentence)
        for index, sentence in enumerate(sentences)
        if any(source.question == question.key for source in sentence.sources)
    ]
    for index, sentence in sorted(resting, key=lambda told: value not in told[1].text):
        fact = UsedFact(FactKind.NAME, value, sentence.text, question.label, _told(note))
        start = sentence.text.find(value)
        if start >= 0:
            return [(Spot(index, start, start + len(value)), fact)]
        alone = {source.question for source in sentence.sources} == {question.key}
        return [(Spot(index, 0, len(sentence.text) if alone else 0), fact)]
    return []


def _without_note(
    state: DraftState, sentences: Sequence[Sentence], used: Sequence[tuple[Spot, UsedFact]], lexicon: Lexicon
) -> Iterator[tuple[Spot, UsedFact]]:
    """The facts of the report that no note was found for: told again, chosen, confirmed, or words of ours."""
    taken: dict[int, list[Spot]] = {}
    first: dict[str, UsedFact] = {}
    for where, told in used:
        taken.setdefault(where.sentence, []).append(where)
        first.setdefault(told.text, told)
    for index, sentence in enumerate(sentences):
        for fact in listed(sentence.text, lexicon):
            spot = Spot(index, fact.start, fact.end)
            if any(map(spot.meets, taken.get(index, ()))):
                continue
            shown = whole(fact, sentence.text, lexicon)
            elsewhere = fact.is_number and bool(sentence.sources)
            again = None if elsewhere else first.get(shown) or first.get(fact.text)
            again = again or _named_before(fact, used)
            question, note = _said(state, sentence, fact, lexicon) or (
                (again.question, again.note) if again else (_decided(state, sentence), "")
            )
            mine = not question and is_by_hand(state.by_hand, sentence)
            yield spot, UsedFact(fact.kind, shown, sentence.text, question, note, mine)


def _said(state: DraftState, sentence: Sentence, fact: Fact, lexicon: Lexicon) -> tuple[str, str] | None:
    """Question and note of the words, where a note that the sentence rests on has them."""
    labels = {question.key: question.label for question in state.questions}
    for source in sentence.sources:
        for note in state.answer(source.question).words:
            rests = source.question in labels and source.note in (note.seq, None)
            if rests and any(words_in(note.reading, fact.text, lexicon, figure=fact.is_number)):
                return labels[source.question], _told(note)
    return None


def _named_before(fact: Fact, used: Sequence[tuple[Spot, UsedFact]]) -> UsedFact | None:
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


def _once(facts: Iterable[UsedFact]) -> Iterator[UsedFact]:
    """Without a name or an activity listed a second time for one sentence, or as a part of another there."""
    every = list(facts)
    seen: set[tuple[FactKind, str, str]] = set()
    for fact in every:
        here = (fact.kind, fact.text, fact.sentence)
        inside = any(
            other.kind is fact.kind
            and other.sentence == fact.sentence
            and other.text != fact.text
            and other.text.endswith(fact.text)
            for other in every
        )
        counts = fact.kind not in (FactKind.NAME, FactKind.TITLE, FactKind.ACTIVITY, FactKind.HONOUR)
        if counts or (here not in seen and not (inside and fact.kind is FactKind.ACTIVITY)):
            seen.add(here)
            yield fact


def _told(note: Note) -> str:
    """The note as it was sent, and beside it as it reads since a gap in it was filled."""
    return f"{note.text}（补后：{note.reading}）" if note.fills else note.text


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
