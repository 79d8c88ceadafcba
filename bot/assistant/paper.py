"""Reports, blocks and wishes as the text in which they are stored, and back."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bot.interview.board import Tally
from bot.report import BlockKind, Report, ReportBlock, Sentence, Source
from bot.writing.model import OwnLead, Wish


def blocks_text(blocks: Iterable[ReportBlock]) -> str:
    """Blocks as text."""
    return _text([_block(block) for block in blocks])


def blocks_of(text: str) -> tuple[ReportBlock, ...]:
    """The blocks that were stored as this text."""
    return tuple(_as_block(block) for block in json.loads(text))


def report_text(report: Report) -> str:
    """A report as text."""
    return _text(
        {
            "title": report.title,
            "blocks": [_block(block) for block in report.blocks],
            "omitted": report.omitted,
        }
    )


def report_from(text: str) -> Report:
    """The report that was stored as this text."""
    stored = json.loads(text)
    return Report(
        stored["title"], tuple(_as_block(block) for block in stored["blocks"]), tuple(stored["omitted"])
    )


def wish_text(wish: Wish) -> str:
    """A wish as text."""
    return _text(
        {
            "text": wish.text,
            "again": wish.again,
            "own": [_sentence(sentence) for sentence in wish.own],
            "own_leads": [
                [lead.text, _source(lead.beside) if lead.beside else None, lead.behind]
                for lead in wish.own_leads
            ],
        }
    )


def wish_of(text: str) -> Wish:
    """The wish that was stored as this text."""
    stored = json.loads(text)
    leads = (
        OwnLead(lead, Source(*beside) if beside else None, behind)
        for lead, beside, behind in stored["own_leads"]
    )
    own = tuple(_as_sentence(sentence) for sentence in stored["own"])
    return Wish(stored["text"], stored["again"], own, tuple(leads))


def tally_text(tally: Tally) -> str:
    """A tally as text."""
    return _text(asdict(tally))


def tally_of(text: str) -> Tally:
    """The tally that was stored as this text."""
    stored = json.loads(text) if text else {}
    return Tally(**{**stored, "failed": tuple(stored.get("failed", ()))})


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _block(block: ReportBlock) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "level": block.level,
        "section": block.section,
        "sentences": [_sentence(sentence) for sentence in block.sentences],
    }


def _as_block(stored: dict[str, Any]) -> ReportBlock:
    sentences = tuple(_as_sentence(sentence) for sentence in stored["sentences"])
    return ReportBlock(BlockKind(stored["kind"]), sentences, stored["level"], stored["section"])


def _sentence(sentence: Sentence) -> list[Any]:
    return [sentence.text, [_source(source) for source in sentence.sources]]


def _as_sentence(stored: list[Any]) -> Sentence:
    text, sources = stored
    return Sentence(text, tuple(Source(*source) for source in sources))


def _source(source: Source) -> list[Any]:
    return [source.question, source.note]
