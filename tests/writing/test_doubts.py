"""What is doubtful about other words: only what the old ones did not say already."""

from pathlib import Path

from bot.library.lexicon import load_lexicon
from bot.writing.doubts import doubts_of

PROMPTS = Path(__file__).parents[2] / "prompts"
NOTES = ("大棚300亩，产量不清楚", "调解纠纷41起")


def found(old: str, new: str) -> list[str]:
    return [doubt.excerpt for doubt in doubts_of(NOTES, old, new, load_lexicon(PROMPTS))]


def test_a_figure_that_stood_there_before_is_not_asked_about() -> None:
    assert found("某镇镇长2026年度述职报告", "某镇镇长同志2026年度述职报告") == []


def test_another_figure_is() -> None:
    assert found("调解纠纷41起。", "调解纠纷47起。") == ["47起"]
