"""Versions of the sections of a finished report: only ever added, one of each section chosen."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from bot.assistant.paper import (
    blocks_of,
    blocks_text,
    tally_of,
    tally_text,
    wish_of,
    wish_text,
)
from bot.interview.board import Tally
from bot.report import ReportBlock
from bot.writing.model import Wish
from storage import versions
from storage.versions import Version

TO_BE_WRITTEN = ""
"""The basis of a section that was put together without being written: the next writing takes its place."""


@dataclass(frozen=True, slots=True)
class SectionVersion:
    """One version of a section, as values."""

    id: int
    section: str
    basis: str
    wish: Wish
    blocks: tuple[ReportBlock, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class NewSection:
    """A section just written, to become a version."""

    key: str
    basis: str
    wish: Wish
    blocks: tuple[ReportBlock, ...]
    tally: Tally


def chosen_versions(db: Database, draft: int) -> dict[str, SectionVersion]:
    """The version that stands, by section."""
    return {key: version_of(row) for key, row in versions.chosen(db, draft).items()}


def version_of(row: Version) -> SectionVersion:
    """A stored version as values."""
    return SectionVersion(
        row.id, row.section, row.basis, wish_of(row.wish), blocks_of(row.blocks), tally_of(row.told)
    )


def version_before(db: Database, draft: int, present: SectionVersion) -> SectionVersion | None:
    """The version written before this one from the same notes; for the first of them the one after it."""
    every = [version_of(row) for row in versions.of_section(db, draft, present.section)]
    fitting = [other for other in every if other.basis == present.basis and other.blocks != present.blocks]
    earlier = [other for other in fitting if other.id < present.id]
    return next(reversed(earlier or fitting), None)


def add_version(db: Database, draft: int, seq: int, new: NewSection) -> int:
    """Store a version, and choose it."""
    return versions.add(
        db,
        draft,
        new.key,
        seq,
        basis=new.basis,
        wish=wish_text(new.wish),
        blocks=blocks_text(new.blocks),
        told=tally_text(new.tally),
    )


def basis_of(blocks: Iterable[ReportBlock]) -> str:
    """A hash of the notes that something is written from: the plain writer's blocks stand for them."""
    return hashlib.sha256(blocks_text(blocks).encode()).hexdigest()


def by_section(blocks: Iterable[ReportBlock]) -> dict[str, tuple[ReportBlock, ...]]:
    """Blocks under the keys of their sections, in order."""
    found: dict[str, list[ReportBlock]] = {}
    for block in blocks:
        if block.section:
            found.setdefault(block.section, []).append(block)
    return {key: tuple(own) for key, own in found.items()}


def wishes_of(chosen: Mapping[str, SectionVersion]) -> dict[str, Wish]:
    """What the person wished of the versions that stand."""
    return {key: version.wish for key, version in chosen.items() if version.wish != Wish()}
