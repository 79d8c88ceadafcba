"""A clerk goes by the fact sheet: what it lists as not used is not in the text, what it lists as used is."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.assistant.files import lexicon_of, report_of, sheet_of
from bot.assistant.from_answers import answered_state
from bot.facts import read
from bot.facts.sheet import FactSheet, UsedFact
from bot.interview.state import DraftState
from bot.report import Report
from bot.writing.model import write_report
from tests.loop.office import house_for
from tests.loop.recorded import Recorded
from tests.office import EXAMPLES, recalled, shipped
from tests.writing.answering import OUTLINES, everything

RECORDED = Path(__file__).parent.parent / "recorded"
SPOKEN = """
outline: deputy-agriculture
profile: {name: 王建国, place: 清水县柳河镇, post: 副镇长, since: 2021年5月, sign_date: [12月10号, 12月15号]}
answers:
  study_meetings:
    - 中心组今年学了大概11次，支部会每月都开，12次吧，我发言3次
    - 支部那个不对，是10次，有俩月没开成
  livestock:
    - 生猪存栏六千八百头左右，出栏1万2，去年1.1万
    - 春秋防疫打了3万多针
    - 生猪存栏不对，是6200头
    - 肉牛 去年6100 百头以上大户12个，公务接待今年九万 九万六
  farm_tech: [进村讲课3次，培训3次, 又讲了3次]
"""
"""As people speak: corrections as notes of their own, one figure of many things, figures behind blanks."""
DROPPED = 5
"""Of how many figures of a draft it is tried what the sheet says when they are left out."""


@dataclass(frozen=True)
class Draft:
    """A finished report and what it was written from."""

    state: DraftState
    report: Report

    @property
    def sheet(self) -> FactSheet:
        """Its fact sheet."""
        return sheet_of(self.state, self.report, shipped())

    def without(self, fact: UsedFact) -> "Draft":
        """The same where somebody has taken the fact out of its sentence, with the words around it."""
        words = re.compile(f"[^，。；：、]*{re.escape(fact.text)}[^，。；：、]*")
        blocks = [
            replace(
                block,
                sentences=tuple(
                    replace(one, text=words.sub("", one.text, count=1)) if one.text == fact.sentence else one
                    for one in block.sentences
                ),
            )
            for block in self.report.blocks
        ]
        return replace(self, report=replace(self.report, blocks=tuple(blocks)))


def from_file(path: Path) -> DraftState:
    return answered_state(path, shipped(), public=True)


def plain(state: DraftState) -> Draft:
    return Draft(state, report_of(state, shipped()))


@pytest.fixture(
    params=[
        "as spoken",
        *(f"all of {kind}" for kind in OUTLINES),
        *(f"{path.stem} {by}" for path in EXAMPLES for by in ("by rule", "by a model")),
    ]
)
async def draft(request: pytest.FixtureRequest, tmp_path: Path) -> Draft:
    """Finished drafts: as people speak, everything answered, and every example by rule and by a model."""
    name: str = request.param
    if name == "as spoken":
        file = tmp_path / "spoken.yaml"
        file.write_text(SPOKEN, "utf-8")
        return plain(from_file(file))
    if name.startswith("all of "):
        outline = shipped().outlines[name.removeprefix("all of ")]
        return plain(recalled(outline, everything(outline)))
    state = from_file(next(path for path in EXAMPLES if name.startswith(f"{path.stem} ")))
    if name.endswith("by rule"):
        return plain(state)
    made = await write_report(state, house_for(state), Recorded(RECORDED / name.split()[0]))
    assert sum(section.by_model for section in made.sections)
    return Draft(state, made.report)


def bare(text: str) -> str:
    return "".join(text.split())


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, and not as a piece of a longer figure."""
    figure = "[0-9.〇零一二两三四五六七八九十百千万亿]"
    before = f"(?<!{figure})" if re.match(figure, words) else ""
    after = f"(?!{figure})" if re.search(f"{figure}$", words) else ""
    return re.search(before + re.escape(bare(words)) + after, bare(text)) is not None


def test_what_is_listed_as_not_used_is_not_in_the_text(draft: Draft) -> None:
    text = "\n".join(block.text for block in draft.report.blocks)
    listed = [fact for fact in draft.sheet.unused if stands_in(fact.text, text)]
    assert listed == []


def test_words_spoken_in_any_way_are_found(tmp_path: Path) -> None:
    file = tmp_path / "spoken.yaml"
    file.write_text(SPOKEN, "utf-8")
    assert [(fact.text, fact.reason) for fact in plain(from_file(file)).sheet.unused] == [
        ("12月10号", "unused_superseded")
    ]


def test_what_is_listed_as_used_stands_in_the_sentence_named(draft: Draft) -> None:
    """By its words, or as the same figure or day in other words (大概1万来字: 约1万字)."""
    lexicon = lexicon_of(draft.state, shipped())
    sentences = {sentence.text for sentence in draft.report.sentences()}
    for fact in draft.sheet.used:
        assert fact.sentence in sentences
        if not stands_in(fact.text, fact.sentence):
            told = [(one.kind, one.value, one.scope) for one in read(fact.sentence, lexicon)]
            given = [(one.kind, one.value, one.scope) for one in read(fact.text, lexicon)]
            assert any(
                a[0] == b[0] and (a[1] == b[1] is not None or a[2] == b[2] != "") for a in given for b in told
            ), fact


def test_a_figure_left_out_of_the_report_is_listed_as_not_used(draft: Draft) -> None:
    figures = [
        fact
        for fact in draft.sheet.used
        if fact.note
        and re.match("[0-9]", fact.text)
        and fact.kind in ("count", "quantity", "percentage")
        and fact.sentence.count(fact.text) == 1
    ]
    for fact in figures[:: len(figures) // DROPPED]:
        unused = draft.without(fact).sheet.unused
        assert (fact.text, fact.note) in [(one.text, one.note) for one in unused], fact
