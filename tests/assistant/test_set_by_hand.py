"""Words set by hand outside the running text: they keep their places, whoever wrote the rest."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.assistant.edition import Edition
from bot.assistant.nearest import text_of
from bot.assistant.returned import returned
from bot.assistant.same_place import Spot
from bot.assistant.section_versions import SectionVersion
from bot.interview.board import Tally
from bot.interview.by_hand import Added, ByHand, Restated
from bot.interview.event import EventKind, NewEvent
from bot.interview.state import DraftState
from bot.library.answers import read_answers
from bot.library.lexicon import load_lexicon
from bot.report import CONCLUSION, OPENING, BlockKind, Report, ReportBlock, Sentence
from bot.writing.model import Wish
from bot.writing.set_by_hand import is_by_hand
from tests.office import MAYOR, recalled, shipped, written

ANSWERS = read_answers(MAYOR, shipped().outlines)
STATE = recalled(ANSWERS.outline, ANSWERS.events)
PLAIN = written(ANSWERS.outline, ANSWERS.events)
LEXICON = load_lexicon(shipped().folder, None)
WORDS = "一年来，心思在发展上。力气在落实上。"
LAST = "成绩是大家的。路还要接着走。"


def edition(state: DraftState = STATE) -> Edition:
    """The example as a model wrote opening and conclusion, and its sections."""
    keys = dict.fromkeys(block.section for block in PLAIN.blocks if block.section)
    versions = [version(key, tuple(b for b in PLAIN.blocks if b.section == key)) for key in keys]
    for key, text in ((OPENING, WORDS), (CONCLUSION, LAST)):
        sentences = tuple(Sentence(f"{part}。") for part in text.split("。") if part)
        versions.append(version(key, (ReportBlock(BlockKind.PARAGRAPH, sentences, section=key),)))
    base = replace(PLAIN, blocks=tuple(block for block in PLAIN.blocks if not block.section))
    return Edition(base, tuple(versions), Tally(), state)


def version(key: str, blocks: tuple[ReportBlock, ...]) -> SectionVersion:
    return SectionVersion(1, key, "", Wish(), blocks, Tally())


def with_hand(restated: dict[str, str], *added: Added) -> DraftState:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    return replace(
        STATE, by_hand=ByHand({key: Restated(9, text, now) for key, text in restated.items()}, added)
    )


def changes(state: DraftState, before: Report, text: str) -> list[tuple[str, str, object]]:
    found = returned(edition(state), [before], state, text, LEXICON).changes
    return [(one.told.before, one.told.now, one.taking) for one in found]


def test_an_opening_of_two_writers_is_taken_apart() -> None:
    report = edition().report
    text = text_of(report)
    own = text.replace("现将", "下面将").replace("力气在落实上", "力气在办事上").replace("路还要", "路仍要")
    assert own != text
    first, second, third = changes(STATE, report, own)
    assert first[:2] == ("力气在落实上。", "力气在办事上。")
    assert isinstance(first[2], Spot)
    assert first[2].version.section == OPENING
    assert isinstance(second[2], NewEvent)
    assert second[2].kind is EventKind.RESTATE
    assert second[2].question_key.startswith("opening:")
    assert isinstance(third[2], Spot)
    assert third[2].version.section == CONCLUSION


def test_restated_places_are_found_again_in_what_was_handed_over() -> None:
    count = len([s for s in text_of(edition().report).splitlines()[2].split("。") if s])
    opening = f"opening:{count - WORDS.count('。') - 1}"
    state = with_hand(
        {
            opening: "先说两句。再说正事，汇报如下：",
            "title": "个人述职报告",
            "closing": "说完了。请评议。",
            "signature": "述职人：本人",
        },
        Added(7, "", "closing", ("八、补充情况", "另有一事要说。")),
    )
    report = edition(state).report
    assert report.title == "个人述职报告"
    text = text_of(report)
    assert f"{WORDS}先说两句。再说正事，汇报如下：\n" in text
    assert changes(state, report, text) == []
    assert changes(state, edition().report, text) == []
    again = changes(state, report, text.replace("再说正事", "接着说正事").replace("另有一事", "还有一事"))
    keys = [event.question_key for *_, event in again if isinstance(event, NewEvent)]
    assert keys == [opening, "added:7:1"]


def test_an_emptied_heading_leaves_its_text_and_the_others_move_up() -> None:
    headings = [b for b in edition().report.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    part = next(p.key for p in STATE.outline.sections if headings[1].text[2:] in p.heading)
    left = [
        block.text
        for block in edition(with_hand({f"heading:{part}": ""})).report.blocks
        if block.kind is BlockKind.HEADING and block.level == 1
    ]
    assert left == [
        headings[0].text,
        *(f"{'二三四五六七八九'[n]}{b.text[1:]}" for n, b in enumerate(headings[2:])),
    ]


def test_a_sentence_is_by_hand_by_its_words_not_by_its_stop() -> None:
    mine = ByHand({}, (), frozenset({"。", "路是村里自己修的。"}))
    assert is_by_hand(mine, Sentence("路是村里自己修的；"))
    assert not is_by_hand(mine, Sentence("一年来，心思在发展上。"))
