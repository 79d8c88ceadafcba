"""Opening and conclusion: written last, from the finished sections, and resting on no note of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.report import OPENING, BlockKind, Report, ReportBlock, Sentence
from bot.writing.model.brief import Brief, Slot
from bot.writing.model.lines import MARKER
from bot.writing.model.sealed import escaped
from bot.writing.model.section import Draft
from bot.writing.model.wish import Wish

OPENING_LENGTH, CONCLUSION_LENGTH = 70, 90
GIST_LENGTH = 150
_HEADING_NUMBER = re.compile(r"^[一二三四五六七八九十]+、")


def frame_brief(key: str, name: str, drafts: Sequence[Draft], wish: Wish) -> Brief:
    """The brief of the opening or the conclusion: what each section says, with blanks for values."""
    empty = ReportBlock(BlockKind.PARAGRAPH, (), section=key)
    return Brief(
        key=key,
        template=key,
        name=name,
        heading=name,
        blocks=(empty,),
        slots=(Slot("P1", 0, "", "default", (), empty),),
        notes=(),
        target=OPENING_LENGTH if key == OPENING else CONCLUSION_LENGTH,
        context=tuple(text for draft in drafts for text in (*draft.brief.context, *_notes(draft))),
        wish=escaped(wish.text),
        again=wish.again,
        gist=tuple(_gist(draft) for draft in drafts),
    )


def framed_report(plain: Report, blocks: Sequence[ReportBlock], opening: str, conclusion: str) -> Report:
    """The plain report with these sections, the opening's words before 现将…, the conclusion last."""
    head = list(plain.blocks[: _first_section(plain)])
    tail = [block for block in plain.blocks[_first_section(plain) :] if not block.section]
    if opening and head:
        head[-1] = _opened(head[-1], opening)
    if conclusion:
        tail = [ReportBlock(BlockKind.PARAGRAPH, (Sentence(conclusion),)), *tail]
    return replace(plain, blocks=(*head, *blocks, *tail))


def _first_section(report: Report) -> int:
    return next((place for place, block in enumerate(report.blocks) if block.section), len(report.blocks) - 3)


def _opened(block: ReportBlock, words: str) -> ReportBlock:
    """Who reports, then the words, then 现将…报告如下."""
    sentence = block.sentences[-1]
    before, stop, last = sentence.text.rpartition("。")
    parts = [Sentence(before + stop, sentence.sources)] if before else []
    return replace(
        block, sentences=(*block.sentences[:-1], *parts, Sentence(words), Sentence(last, sentence.sources))
    )


def _notes(draft: Draft) -> list[str]:
    return [note.text for note in draft.brief.notes]


def _gist(draft: Draft) -> str:
    """Heading and beginning of a section, values blanked, never its fixed declarations."""
    heading = _HEADING_NUMBER.sub("", draft.brief.heading)
    if draft.judged and draft.judged.standing:
        told = "".join(line.text for group in draft.judged.standing for line in group.lines)
        facts = draft.brief.facts
        pieces = MARKER.split(told)
        text = "".join(facts[piece].shape if piece in facts else escaped(piece) for piece in pieces)
    else:
        text = "".join(note.sealed.blanked for note in draft.brief.notes)
    return f"{heading}：{text[:GIST_LENGTH]}"
