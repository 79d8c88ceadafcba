"""Every version of every section, which of them is chosen, and finished reports as they were handed over."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import now, one, rows
from storage.sealing import seal


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a section; `seq` is the event it came of, `basis` a hash of what it was written from.

    `wish`, `blocks` and `told` (who wrote how much) are JSON.
    """

    id: int
    draft: int
    section: str
    seq: int
    basis: str
    wish: str
    blocks: str
    told: str
    at: str


def add(
    db: Database, draft: int, section: str, seq: int, *, basis: str, wish: str, blocks: str, told: str
) -> int:
    """Keep a version and choose it. None is ever changed or removed."""
    found = db.execute(
        """INSERT INTO section_versions (draft, section, seq, basis, wish, blocks, told, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
        (draft, section, seq, basis, seal(db, wish), seal(db, blocks), told, now()),
    ).fetchone()
    choose(db, draft, section, int(found[0]))
    return int(found[0])


def choose(db: Database, draft: int, section: str, version: int) -> None:
    """Let this version stand in the report."""
    db.execute(
        """INSERT INTO chosen_versions (draft, section, version) VALUES (?, ?, ?)
        ON CONFLICT (draft, section) DO UPDATE SET version = excluded.version""",
        (draft, section, version),
    )


def get(db: Database, version: int) -> Version | None:
    """The version with that id."""
    return one(db, Version, "FROM section_versions WHERE id = ?", (version,))


def chosen(db: Database, draft: int) -> dict[str, Version]:
    """The version that stands, by section."""
    found = rows(
        db,
        Version,
        "FROM section_versions WHERE id IN (SELECT version FROM chosen_versions WHERE draft = ?)",
        (draft,),
    )
    return {version.section: version for version in found}


def of_section(db: Database, draft: int, section: str) -> list[Version]:
    """All versions of a section, oldest first."""
    return list(
        rows(
            db, Version, "FROM section_versions WHERE draft = ? AND section = ? ORDER BY id", (draft, section)
        )
    )


@dataclass(frozen=True, slots=True)
class FinishedReport:
    """A report as it was handed over after event `seq`, and who wrote how much of it, both JSON."""

    seq: int
    draft: int
    report: str
    told: str


def keep_report(db: Database, draft: int, seq: int, *, report: str, told: str) -> None:
    """Keep the report that this finish hands over."""
    db.execute(
        "INSERT OR REPLACE INTO finished_reports (seq, draft, report, told) VALUES (?, ?, ?, ?)",
        (seq, draft, seal(db, report), told),
    )


def report_of(db: Database, seq: int) -> FinishedReport | None:
    """The report that was handed over after that event; None if the plain writer makes it anew."""
    return one(db, FinishedReport, "FROM finished_reports WHERE seq = ?", (seq,))


def reports_before(db: Database, draft: int, seq: int) -> list[FinishedReport]:
    """Every report of the draft that was handed over before event `seq`, the newest first."""
    sql = "FROM finished_reports WHERE draft = ? AND seq < ? ORDER BY seq DESC"
    return list(rows(db, FinishedReport, sql, (draft, seq)))
