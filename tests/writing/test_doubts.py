"""What is doubtful about other words: only what the old ones did not say already."""

from pathlib import Path

from bot.interview.event import EventKind, NewEvent
from bot.library.lexicon import load_lexicon
from bot.writing.doubts import doubts_of
from bot.writing.place_doubts import place_doubts
from tests.office import recalled, small_outline

PROMPTS = Path(__file__).parents[2] / "prompts"
NOTES = ("大棚300亩，产量不清楚", "调解纠纷41起")


def found(old: str, new: str) -> list[str]:
    return [doubt.excerpt for doubt in doubts_of(NOTES, old, new, load_lexicon(PROMPTS))]


def test_a_figure_that_stood_there_before_is_not_asked_about() -> None:
    assert found("某镇镇长2026年度述职报告", "某镇镇长同志2026年度述职报告") == []


def test_another_figure_is() -> None:
    assert found("调解纠纷41起。", "调解纠纷47起。") == ["47起"]


def test_a_signature_is_held_against_the_name_and_not_the_sentence_it_was_given_in() -> None:
    state = recalled(small_outline(), [NewEvent(EventKind.NOTE, "name", "我叫石远山")])

    def doubts(signature: str) -> list[str]:
        found = place_doubts("signature", state, "述职人：石远山", signature, load_lexicon(PROMPTS))
        return [doubt.note for doubt in found]

    assert doubts("述职人：石远山（签名）") == []
    assert doubts("述职人：石远川") == ["石远山"]
