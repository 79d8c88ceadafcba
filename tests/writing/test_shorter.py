"""Shorter versions: within their length, of the report's own words, a sentence from every section."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.assistant.files import file_of, report_of
from bot.assistant.from_answers import answered_state
from bot.assistant.short import SHORT_FORMATS, SPOKEN, SUMMARY, short_report
from bot.documents.page import LINES
from bot.documents.page_lines import page_lines
from bot.documents.text import text_of
from bot.facts import Finding, FindingKind, Lexicon, compare
from bot.interview.profile import reporting_year
from bot.library.lexicon import load_lexicon
from bot.report import BlockKind, Report, ReportBlock, Sentence, Source
from bot.writing import shorter as module
from bot.writing.shorter import A_MINUTE, Form, NothingTrue, shorter
from tests.office import EXAMPLES, shipped

MIND = load_lexicon(shipped().folder, 2026)


def said(*texts: str, section: str = "work") -> ReportBlock:
    """A paragraph of that section, each sentence resting on a note of its own."""
    sentences = (Sentence(text, (Source(section, number),)) for number, text in enumerate(texts))
    return ReportBlock(BlockKind.PARAGRAPH, tuple(sentences), section=section)


def heading(text: str, section: str) -> ReportBlock:
    """A first-level heading."""
    return ReportBlock(BlockKind.HEADING, (Sentence(text),), 1, section)


def report(*blocks: ReportBlock) -> Report:
    """These blocks with a title, an opening and a closing line."""
    opening = ReportBlock(BlockKind.PARAGRAPH, (Sentence("本人贺长青，任镇长。现报告如下："),))
    closing = ReportBlock(BlockKind.PARAGRAPH, (Sentence("以上报告，请予评议。"),))
    title = ReportBlock(BlockKind.TITLE, (Sentence("述职报告"),))
    return Report("述职报告", (title, opening, *blocks, closing))


def spoken(whole: Report, most: int, lexicon: Lexicon = MIND) -> str:
    """The version to be spoken, of at most so many characters."""
    form = Form(most, lambda made: made.length <= most, True, whole.title, "各位领导、同志们：")
    return text_of(shorter(whole, form, lexicon))


@pytest.mark.parametrize("name", SHORT_FORMATS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_gives_every_version(example: Path, name: str) -> None:
    state = answered_state(example, shipped(), public=False)
    whole = report_of(state, shipped())
    lexicon = load_lexicon(shipped().folder, reporting_year(state))
    short = short_report(whole, name, state.outline, shipped().texts, lexicon)
    if name == SUMMARY:
        assert LINES * 0.75 <= page_lines(short) <= LINES
        assert short.blocks[-1].kind is BlockKind.DATE
    else:
        most = SPOKEN[name] * A_MINUTE
        assert min(most, whole.length * 0.75) * 0.9 <= short.length <= most
        assert any(block.text.endswith("同志们：") for block in short.blocks[:2])
        assert text_of(short).endswith(text_of(replace(whole, blocks=whole.blocks[-3:-2])))
    text = text_of(short)
    assert "【待补" not in text
    told = text_of(whole)
    for block in short.blocks:
        for sentence in block.sentences:
            ours = not sentence.sources or block.kind is BlockKind.SALUTATION
            assert ours or sentence.text.rstrip("。；") in told
    sections = {block.section for block in whole.blocks if block.level == 1}
    left_out = sections - {block.section for block in short.blocks}
    assert len(left_out) <= 1, "only what the reader doubts without its neighbours stays out"
    found = compare([told], text, lexicon)
    known = {(f.kind, f.excerpt) for f in compare([told], told, lexicon)}
    assert {(f.kind, f.excerpt) for f in found if f.kind is FindingKind.NUMBER_CHANGED} <= known


def test_the_weightier_sentences_stay_and_headings_count_anew() -> None:
    whole = report(
        heading("一、学习情况", "study"),
        said("学习记了笔记，写了很多体会，想了很多问题，也和同志们谈了很多【待补：次数】。", section="study"),
        heading("二、工作情况", "work"),
        said("招商到位资金1.27亿元，全县第一。", "平时也常到村里看看，和大家说说话，听听他们的想法。"),
        heading("三、廉洁情况", "clean"),
        said("没有收受礼金；", "没有插手工程。", section="clean"),
    )
    text = spoken(whole, 90)
    assert "招商到位资金1.27亿元，全县第一。" in text
    assert "说说话" not in text
    assert "待补" not in text
    assert "一、工作情况" in text
    assert "二、廉洁情况" in text
    assert "学习情况" not in text
    assert "各位领导、同志们：" in text
    assert text.rstrip().endswith("以上报告，请予评议。")


def test_a_sentence_brings_what_it_leans_on_and_ends_as_one() -> None:
    whole = report(
        heading("一、问题", "bad"),
        said(
            "一是下村少，4个村一年只去过1次，路又远，平时安排工作的时候总是想不到它们，确实不应该。",
            "改进措施是，每季度各去1次，全年16次，另外再请90户群众到镇里来座谈。",
            section="bad",
        ),
        heading("二、承诺", "clean"),
        said("没有收受过5000元以上礼金；", "没有插手过工程。", section="clean"),
    )
    text = spoken(whole, 150)
    if "每季度各去1次" in text:
        assert "4个村一年只去过1次" in text
    assert "一是" not in text
    assert "；\n" not in text


def test_an_answer_to_why_or_how_is_not_told_alone() -> None:
    whole = report(
        heading("一、问题", "bad"),
        ReportBlock(
            BlockKind.PARAGRAPH,
            (
                Sentence(
                    "到远的村去得少，路又不好走，总想着以后再说，一拖就是大半年。", (Source("problem_1", 1),)
                ),
                Sentence("北坡4个村每季度去1次，全年16次。", (Source("measure_1", 2),)),
            ),
            section="bad",
        ),
    )
    form = Form(90, lambda made: made.length <= 90, True, whole.title, leaning=frozenset({"measure_1"}))
    text = text_of(shorter(whole, form, MIND))
    assert "到远的村去得少" in text or "北坡4个村" not in text


def test_a_sentence_that_says_something_else_alone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = report(
        heading("一、工作", "work"),
        said(
            "修路6公里，投资120万元。",
            "修桥2座，投资90万元。",
            "平时" + "也常到村里看看，" * 9 + "听听意见。",
        ),
    )

    def doubts(_notes: list[str], prose: str, _lexicon: Lexicon) -> list[Finding]:
        at = prose.find("修路")
        return [Finding(FindingKind.STATUS_CHANGED, (at, at + 2), "修路", None, "")] if at > 0 else []

    monkeypatch.setattr(module, "compare", lambda notes, prose, lexicon: [])
    assert "修路" in spoken(whole, 90)
    monkeypatch.setattr(module, "compare", lambda n, p, x: doubts(n, p, x) if p != "\n".join(n) else [])
    text = spoken(whole, 90)
    assert "修路" not in text
    assert "修桥" in text
    with pytest.raises(NothingTrue):
        spoken(report(heading("一、工作", "work"), said("修路【待补：多少】公里。")), 90)


def test_the_file_says_what_it_is() -> None:
    state = answered_state(EXAMPLES[0], shipped(), public=False)
    file = file_of(report_of(state, shipped()), state, shipped(), "spoken5")
    assert file.name.endswith("-口述稿5分钟.docx")
    assert "5分钟以内" in file.caption
    assert "待补" in file.caption
    assert file.content.startswith(b"PK")
