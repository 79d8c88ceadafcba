"""`shuzhi usage`: what models have cost, and how much of today's limits is used."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.configuring import limits, settings
from bot.commands.language import told
from bot.commands.opening import existing, opened
from bot.commands.options import db_option
from bot.commands.printing import echo_json, width

if TYPE_CHECKING:
    from bot.assistant.usage import Line, Today
    from storage.calls import Usage

COLUMNS = ("day", "person", "report", "calls", "tokens in", "cached", "tokens out", "money")
WORDS = 3
"""How many columns are words, not numbers."""


@click.command
@click.option(
    "--by",
    type=click.Choice(["all", "report", "person", "day"]),
    default="all",
    show_default=True,
    help="Add up by one of them.",
)
@click.option("--user", help="Only this person: the Telegram id or the terminal's name (default: everybody).")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Only this day (default: every day).")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@db_option
def command(by: str, user: str | None, day: datetime | None, as_json: bool, db: Path | None) -> None:
    """Print tokens and money by report, person and day, and what is left of today's limits.

    Money is in whatever the providers' prices are in. What a server did not count is counted by characters.
    """
    from bot.assistant import usage

    configured = settings()
    bounds = limits(configured)
    on = day.date().isoformat() if day else None
    with opened(configured, existing(configured, db)) as store:
        found = store.read_now(lambda database: usage.lines(database, by, person=user, day=on))
        today = store.read_now(lambda database: usage.today(database, bounds, date.today()))
    together = usage.total(line.used for line in found)
    if as_json:
        shown = {"used": [_line(line) for line in found], "today": [_today(one) for one in today]}
        echo_json(shown, indent=2)
        return
    for row in _table([*map(_row, found), (told("all"), "", "", *_numbers(together))]):
        click.echo(row)
    if together.unmetered:
        click.echo(told(f"{together.unmetered} calls were counted by characters"))
    for one in today:
        who = one.person or told("everybody")
        calls, tokens = _of(one.calls, one.most_calls), _of(one.tokens, one.most_tokens)
        money = _of(one.money, one.most_money)
        click.echo(told(f"today, {who}: {calls} calls, {tokens} tokens, {money} money"))


def _row(line: "Line") -> tuple[str, ...]:
    used = line.used
    report = "" if used.draft is None else f"{used.draft} {line.outline}".strip()
    return used.day, used.person, report, *_numbers(used)


def _numbers(used: "Usage") -> tuple[str, ...]:
    counts = (used.calls, used.prompt_tokens, used.cached_tokens, used.completion_tokens)
    return *map(str, counts), f"{used.cost:f}"


def _table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Columns under their names; those that are empty throughout are left out."""
    rows = list(rows)
    kept = [at for at in range(len(COLUMNS)) if at >= WORDS or any(row[at] for row in rows)]
    rows.insert(0, tuple(told(name) for name in COLUMNS))
    widest = {at: max(width(row[at]) for row in rows) for at in kept}
    for row in rows:
        blanks = {at: " " * (widest[at] - width(row[at])) for at in kept}
        cells = (row[at] + blanks[at] if at < WORDS else blanks[at] + row[at] for at in kept)
        yield "  ".join(cells).rstrip()


def _of(used: int | Decimal, most: int | Decimal | None) -> str:
    """So much, of so much where there is a limit."""
    shown = [format(Decimal(number), "f") for number in (used, most) if number is not None]
    return "/".join(shown)


def _line(line: "Line") -> dict[str, Any]:
    used = line.used
    return {
        "day": used.day or None,
        "person": used.person or None,
        "draft": used.draft,
        "outline": line.outline or None,
        "calls": used.calls,
        "prompt_tokens": used.prompt_tokens,
        "cached_tokens": used.cached_tokens,
        "completion_tokens": used.completion_tokens,
        "counted_by_characters": used.unmetered,
        "cost": f"{used.cost:f}",
    }


def _today(one: "Today") -> dict[str, Any]:
    return {
        "person": one.person or None,
        "calls": one.calls,
        "most_calls": one.most_calls,
        "tokens": one.tokens,
        "most_tokens": one.most_tokens,
        "cost": f"{one.money:f}",
        "most_cost": None if one.most_money is None else f"{one.most_money:f}",
    }
