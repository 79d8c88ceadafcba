"""Calls to models: what came back, so that nothing is paid twice, and what each cost."""

from dataclasses import dataclass, replace
from decimal import Decimal

from sqlite_utils import Database

from storage.forgotten import ALL, mark, still_counted
from storage.rows import now, rows
from storage.sealing import seal


@dataclass(frozen=True, slots=True)
class Usage:
    """What calls cost together. Unmetered calls are counted by their characters."""

    day: str
    person: str
    draft: int | None
    calls: int
    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int
    unmetered: int
    cost: Decimal

    @property
    def tokens(self) -> int:
        """Tokens in and out."""
        return self.prompt_tokens + self.completion_tokens

    def plus(self, other: "Usage") -> "Usage":
        """Both together, under the day, person and report of this one."""
        return replace(
            self,
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            unmetered=self.unmetered + other.unmetered,
            cost=self.cost + other.cost,
        )


def keep(
    db: Database,
    person: str,
    draft: int | None,
    *,
    day: str,
    key: str,
    answer: str | None,
    prompt_tokens: int,
    completion_tokens: int,
    cached_tokens: int,
    metered: bool,
    cost: Decimal,
) -> None:
    """Note one paid call; `answer` is None if it brought nothing that could be used.

    If the report was deleted meanwhile only what it cost is noted: as nobody's, or among the numbers that are
    kept of whoever was forgotten today.
    """
    if draft is not None and not db.execute("SELECT 1 FROM drafts WHERE id = ?", (draft,)).fetchone():
        person, draft, key, answer = still_counted(db, person, day), None, "", None
    db.execute(
        """INSERT INTO model_calls (person, draft, day, key, answer, prompt_tokens, completion_tokens,
        cached_tokens, metered, cost, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            person,
            draft,
            day,
            key,
            answer if answer is None else seal(db, answer),
            prompt_tokens,
            completion_tokens,
            cached_tokens,
            metered,
            str(cost),
            now(),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    answer: str


def answer(db: Database, person: str, key: str) -> str | None:
    """What that prompt brought this person before."""
    found = rows(
        db,
        _Answer,
        "FROM model_calls WHERE person = ? AND key = ? AND answer IS NOT NULL ORDER BY id LIMIT 1",
        (person, key),
    )
    return next((row.answer for row in found), None)


def spent(db: Database, day: str, person: str | None = None) -> tuple[int, Decimal]:
    """Tokens and money of one day: one person's, or everybody's."""
    found = db.execute(
        """SELECT prompt_tokens + completion_tokens, cost FROM model_calls
        WHERE day = ?1 AND (?2 IS NULL OR person IN (?2, ?3))""",
        (day, person, mark(db, person, day) if person is not None else None),
    ).fetchall()
    return sum(tokens for tokens, _ in found), sum((Decimal(cost) for _, cost in found), Decimal(0))


def made(db: Database, day: str, person: str) -> int:
    """How many calls were made for one person on one day."""
    sql = "SELECT count(*) FROM model_calls WHERE day = ? AND person IN (?, ?)"
    found = db.execute(sql, (day, person, mark(db, person, day)))
    return int(found.fetchone()[0])


def usage(db: Database, day: str | None = None) -> list[Usage]:
    """What was used, by day, person and report, oldest first."""
    found = db.execute(
        """SELECT day, CASE WHEN person GLOB ?2 THEN '' ELSE person END AS who, draft, prompt_tokens,
        completion_tokens, cached_tokens, metered, cost FROM model_calls WHERE ?1 IS NULL OR day = ?1
        ORDER BY day, who, draft, id""",
        (day, ALL),
    )
    sums: dict[tuple[str, str, int | None], Usage] = {}
    for at, who, draft, asked, answered, cached, metered, cost in found:
        call = Usage(at, who, draft, 1, asked, answered, cached, int(not metered), Decimal(cost))
        before = sums.get((at, who, draft))
        sums[at, who, draft] = before.plus(call) if before else call
    return list(sums.values())


def people(db: Database) -> set[str]:
    """Everybody for whom a model was asked."""
    sql = "SELECT DISTINCT person FROM model_calls WHERE person <> '' AND person NOT GLOB ?"
    return {person for (person,) in db.execute(sql, (ALL,))}
