"""The plain writer adds no figure, name or title, and no sentence of its own but the phrases in prompts/."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Outline
from bot.interview.state import DraftState
from bot.library.answers import read_answers
from bot.numerals import chinese
from bot.report import Report
from bot.writing.as_reported import as_reported
from bot.writing.tidy import tidy
from bot.writing.wording import reading
from tests.office import EXAMPLES, recalled, shipped, written
from tests.writing.answering import OUTLINES, everything, skeleton

examples = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
PHRASES: Any = yaml.safe_load((shipped().folder / "plain" / "phrases.yaml").read_text("utf-8"))


def strings(value: Any) -> Iterator[str]:
    """Every string inside, but for the keys of roles."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner) if key != "roles" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def ours(outline: Outline) -> str:
    """Everything that the program may say by itself in a report of that kind."""
    parts = [part for section in outline.sections for part in section.walk()]
    said = [text for part in parts for text in (*part.heading, *part.lead, *part.close)]
    said += [question.sentence + question.topic for question in outline.questions()]
    said += [text for pack in shipped().packs.values() for text in pack.background]
    return "\n".join([*said, *strings(PHRASES), outline.kind, outline.matters])


def example_report(example: Path) -> tuple[Outline, list[NewEvent], Report]:
    """An example's outline, events and report."""
    answers = read_answers(example, shipped().outlines)
    return answers.outline, list(answers.events), written(answers.outline, answers.events)


@examples
def test_every_figure_of_an_example_was_given(example: Path) -> None:
    outline, events, report = example_report(example)
    given = " ".join(skeleton_of_figures(event.text) for event in events)
    given += " ".join(text for text in ours(outline).splitlines())
    for figure in re.findall(r"\d+(?:\.\d+)?", text_of(report)):
        in_words = chinese(int(figure)) if figure.isdecimal() else figure
        assert figure in re.findall(r"\d+(?:\.\d+)?", given) or in_words in given, figure


def skeleton_of_figures(text: str) -> str:
    """The text with its digits in one width and blanks gone from inside numbers."""
    return re.sub(r"(?<=\d) (?=\d)", "", text.translate(str.maketrans("０１２３４５６７８９", "0123456789")))


@examples
def test_every_title_and_quoted_word_of_an_example_was_given(example: Path) -> None:
    outline, events, report = example_report(example)
    given = "\n".join([ours(outline), *(event.text for event in events)])
    for quoted in re.findall(r"《[^》]*》|“[^”]*”", text_of(report)):
        assert quoted in given or quoted.strip("“”") in given, quoted


@pytest.mark.parametrize("kind", OUTLINES)
def test_a_sentence_that_rests_on_nothing_is_a_phrase_of_ours(kind: str) -> None:
    outline = shipped().outlines[kind]
    allowed = set(ours(outline).splitlines())
    for sentence in written(outline, everything(outline)).sentences():
        if not sentence.sources and sentence.text:
            text = re.sub(
                r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)", "", sentence.text
            )
            assert text in allowed, sentence.text


@pytest.mark.parametrize("kind", OUTLINES)
def test_a_sentence_that_rests_on_notes_adds_only_a_frame(kind: str) -> None:
    outline = shipped().outlines[kind]
    events = everything(outline)
    state = recalled(outline, events)
    frames = added_words(outline)
    profile = {question.key for question in outline.profile}
    for sentence in written(outline, events).sentences():
        notes = [source.note for source in sentence.sources if source.note is not None]
        if notes and sentence.sources[0].question not in profile:
            rest = re.sub("^[一二三四五六七八九十]是", "", sentence.text)
            for said in map(as_reported, notes_of(state, notes)):
                assert said in rest
                rest = rest.replace(said, "", 1)
            assert rest.rstrip("；。！？…") in frames, sentence.text


def added_words(outline: Outline) -> set[str]:
    """What may stand in front of a note: a topic in its frame, a word on causes and measures, or nothing."""
    phrases = shipped().phrases
    framed = {
        frame.format(topic=question.topic, notes="")
        for question in outline.questions()
        for frame in (*phrases.frames, *phrases.own_words)
    }
    plain = {frame.format(notes="") for frame in (*phrases.causes, *phrases.measures)}
    return {"", *framed, *plain}


def notes_of(state: DraftState, wanted: list[int]) -> Iterator[str]:
    """The notes of these numbers as they are tidied, without the stop at their end."""
    for question in state.questions:
        for note in state.answer(question.key).words:
            if note.seq in wanted:
                yield tidy(reading(note, question.label)).rstrip("。")


def test_phrases_have_no_figures_no_names_and_no_claims() -> None:
    chosen = {audience["salutation"] for audience in PHRASES["audiences"].values()}
    for text in set(strings({key: value for key, value in PHRASES.items() if key != "openings"})) - chosen:
        assert not re.search(r"[0-9０-９《》]|XX|[*#]", text), text
        assert not re.search(r"一年来|今年|全年|全镇|镇党委|带领|没有发生|从未", text), text
    for opening in PHRASES["openings"]:
        assert not re.search(r"[0-9０-９《》]", opening), opening


def test_phrases_end_as_sentences_end() -> None:
    for pool in shipped().phrases.pools.values():
        for phrase in (*pool.lead, *pool.close):
            assert phrase.text.endswith("。")
    assert all(text.endswith(("：", "，")) for text in shipped().phrases.declared)


@pytest.mark.parametrize("kind", OUTLINES)
def test_headings_have_no_figures_and_no_claims(kind: str) -> None:
    for section in shipped().outlines[kind].sections:
        for part in section.walk():
            for text in (*part.heading, *part.lead, *part.close):
                assert not re.search(r"[0-9０-９]|XX|[*#{}]", text)


def test_every_opening_reads_well_whatever_is_open() -> None:
    outline = shipped().outlines["mayor"]
    notes = {
        "name": "贺长青",
        "place": "云岭县石桥镇",
        "post": "镇长",
        "since": "2023年9月",
        "duties": "政府工作",
    }
    openings = set()
    for number in range(40):
        for gone in (None, *notes):
            given = {**notes, "name": f"贺长青{number}"}
            events = [NewEvent(EventKind.NOTE, k, v) for k, v in given.items() if k != gone]
            opening = written(outline, events).blocks[1].text
            openings.add(re.sub(r"\d+", "", opening))
            assert not re.search(r"，，|。。|，。|None|[{}]|本人，|[现担]任，|负责。|自起", opening), opening
            assert opening.endswith("：")
    assert len(openings) >= 6 * len(shipped().phrases.openings) / 2


def test_skeletons_ignore_widths_only() -> None:
    assert skeleton("１2Ａb，。 修😀") == "12Ab修"
