"""What an outline must be: unknown keys are refused, and everything that would break a report."""

from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from bot.interview.outline import Outline
from tests.office import SMALL, shipped, small_outline


def plan() -> dict[str, Any]:
    """The small outline as plain data, to be spoilt."""
    loaded: dict[str, Any] = yaml.safe_load(SMALL.read_text("utf-8"))
    return loaded


def put(place: str, value: object) -> dict[str, Any]:
    """The small outline with one value put at a place: sections.0.questions.1.kind."""
    data: Any = plan()
    inner, steps = data, place.split(".")
    for step in steps[:-1]:
        inner = inner[int(step)] if step.isdecimal() else inner[step]
    inner[steps[-1]] = value
    spoilt: dict[str, Any] = data
    return spoilt


@pytest.mark.parametrize(
    "place", ["colour", "sections.0.colour", "sections.0.questions.0.colour", "profile.0.colour"]
)
def test_unknown_keys_are_refused_everywhere(place: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Outline.model_validate(put(place, "red"))


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        ("sections.0.questions.0.key", "grain", "question key grain is used 2 times"),
        ("sections.0.key", "clean", "part key clean is used 2 times"),
        ("sections.0.questions.0.key", "Study 1", "should match pattern"),
        ("sections.0.questions.0.kind", "declaration", "a declaration needs a sentence"),
        ("sections.1.questions.0.sentence", "没有收受礼金。", "ends without punctuation"),
        ("sections.0.questions.0.kind", "choice", "at least two choices"),
        ("sections.0.questions.0.choices", ["甲", "乙"], "choices belong to kind choice or line"),
        ("sections.0.questions.0.aspect", "problem", "aspect and item go together"),
        ("sections.0.layout", "declarations", "declarations and the layout"),
        ("sections.0.layout", "problems", "aspect and the layout"),
        ("sections.0.questions", [], "a part needs questions or parts"),
        ("sections.1.questions.1.when", {"rank": ["省部级"]}, "which nobody can choose"),
        ("sections.1.questions.1.when", {"grain": ["多"]}, "which nobody can choose"),
        ("sections.0.heading", ["履职尽责的情况。"], "should match pattern"),
        ("sections.2.questions.0.key", "rest", "needs a question 'other'"),
        ("profile.6.key", "date", "the profile lacks sign_date"),
        ("renames", {"old": "nowhere"}, "renames point to keys that do not exist"),
        ("numbering", [], "headings nest deeper"),
        ("version", 0, "greater than or equal to 1"),
        ("role", "king", "Input should be"),
        ("sections.0.questions.0.ask", "", "at least 1 character"),
        ("sections.0.questions.0.label", "很" * 15, "at most 14 characters"),
    ],
)
def test_what_would_break_a_report_is_refused(place: str, value: object, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Outline.model_validate(put(place, value))


def test_an_outline_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        small_outline().version = 2  # type: ignore[misc]


def test_seven_kinds_are_shipped() -> None:
    assert set(shipped().outlines) == {
        "deputy-agriculture",
        "deputy-enterprise",
        "duty-and-integrity",
        "five-duties",
        "mayor",
        "party-secretary",
        "township-member",
    }


@pytest.mark.parametrize("outline", shipped().outlines.values(), ids=lambda outline: outline.id)
class TestEveryShippedOutline:
    def test_headings_of_one_level_have_as_many_variants(self, outline: Outline) -> None:
        for section in outline.sections:
            for part in section.walk():
                assert len({len(inner.heading) for inner in part.parts if inner.heading}) <= 1, part.key
        assert len({len(section.heading) for section in outline.sections}) == 1

    def test_a_question_fits_a_phone(self, outline: Outline) -> None:
        for question in outline.questions():
            assert len(question.ask) <= 60, question.key
            assert "\n" not in question.ask + question.hint + question.example

    def test_every_sentence_of_a_declaration_is_in_its_question(self, outline: Outline) -> None:
        for question in outline.questions():
            quoted = question.sentence.replace("“", "‘").replace("”", "’")
            assert not quoted or quoted in question.ask, question.key

    def test_every_year_hint_is_in_some_pack(self, outline: Outline) -> None:
        for question in outline.questions():
            if question.year_hint:
                assert all(question.year_hint in pack.hints for pack in shipped().packs.values())

    def test_every_style_has_phrases(self, outline: Outline) -> None:
        styles = {part.style for section in outline.sections for part in section.walk()}
        assert styles <= set(shipped().phrases.pools)

    def test_every_audience_it_offers_has_a_beginning_and_an_end(self, outline: Outline) -> None:
        assert set(outline.question("audience").choices) <= set(shipped().phrases.audiences)
