"""`shuzhi write`: the finished files from an answers file, without a chat."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.configuring import limits, providers, settings, shelf
from bot.commands.language import told
from bot.commands.opening import opened
from bot.commands.options import db_option

if TYPE_CHECKING:
    from bot.assistant.from_answers import Written
    from bot.library.shelf import Shelf
    from bot.models import Provider
    from bot.settings import Settings
    from bot.writing.model import ModelReport, Progress

UNWRITTEN = {
    "down": "no model gave a whole text; the rest is in your own words: write again later to fill it in",
    "limit": "today's limit on models is reached (see `shuzhi usage`); the rest is in your own words: "
    "write again tomorrow to fill it in",
    "no_access": "no model can be used: its key, account, name or address is wrong; "
    "the rest is in your own words",
    "refused": "a model refused to write of some of this; those parts are in your own words",
}
"""Why a report was not written by models throughout, by the reason for which a call failed."""


@click.command
@click.argument("answers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where the files go."
)
@click.option(
    "--spoken",
    type=click.Choice(["3", "5", "8", "10"]),
    multiple=True,
    help="Also a version to be spoken in so many minutes.",
)
@click.option("--summary", is_flag=True, help="Also a summary of one page.")
@click.option("--plain", is_flag=True, help="Use no model.")
@click.option(
    "--public", is_flag=True, help="Answers with doubtful words (内部资料, 不得外传) may be public."
)
@db_option
def command(
    answers: Path,
    out: Path,
    spoken: tuple[str, ...],
    summary: bool,
    plain: bool,
    public: bool,
    db: Path | None,
) -> None:
    """Write the finished files from ANSWERS (see `shuzhi answers new`).

    Asks the models that are configured; without any, or with --plain, the plain writer writes alone. What
    models bring is kept and counted in the database, so that nothing is paid twice.
    """
    from bot.assistant.from_answers import write_answers
    from bot.documents.saving import save
    from bot.interview.cards.words import gap_line
    from bot.variables import variables

    configured = settings()
    books = shelf(configured)
    models = () if plain else providers(variables())
    more = [f"spoken{minutes}" for minutes in spoken] + ["summary"] * summary
    written = (
        _with_models(configured, db, answers, books, models, more, public=public)
        if models
        else write_answers(answers, books, more, public=public)
    )
    out.mkdir(parents=True, exist_ok=True)
    for name, content in written.files:
        save(out / name, content)
        click.echo(out / name)
    for sentence in written.refused:
        click.echo(sentence, err=True)
    if written.by_model is not None:
        for line in tally_lines(written.by_model):
            click.echo(told(line), err=True)
        for why in sorted(written.by_model.spent.whys):
            click.echo(told(UNWRITTEN[why]), err=True)
    if written.omitted:
        click.echo(books.texts("omitted", names="、".join(written.omitted)), err=True)
    if written.gaps:
        click.echo(books.texts("gaps_head", n=len(written.gaps)), err=True)
    for gap in written.gaps:
        click.echo(gap_line(books.texts, gap), err=True)
    click.echo(books.texts("must_check"), err=True)


def _with_models(
    configured: "Settings",
    db: Path | None,
    answers: Path,
    books: "Shelf",
    providers: "tuple[Provider, ...]",
    more: list[str],
    *,
    public: bool,
) -> "Written":
    from bot.assistant.from_answers import write_answers_with
    from bot.assistant.metering import Meter
    from bot.assistant.paid_calls import PaidCalls
    from bot.models import Models, quiet_logging

    quiet_logging()
    with opened(configured, db or configured.shuzhi_db) as store:
        calls = PaidCalls(Models(providers), Meter(store, limits(configured)))
        try:
            return asyncio.run(
                write_answers_with(
                    answers, books, calls.models, on_progress=_show, more=more, calls=calls, public=public
                )
            )
        finally:
            calls.close()


def _show(progress: "Progress") -> None:
    """A line for each step; the text that streams in between is not shown."""
    if not (progress.stage == "writing" and progress.text):
        click.echo(f"{progress.section}\t{progress.stage}", err=True)


def tally_lines(made: "ModelReport") -> Iterator[str]:
    """The honest line: who wrote how much, what was found, what it cost; and sections of another length."""
    spent = made.spent
    yield (
        f"sentences: {made.by_model} model, {made.by_plain} plain; "
        f"found {made.found}, repaired {made.repaired}; "
        f"calls: {spent.calls} paid, {spent.kept} kept, {spent.failed} failed; "
        f"tokens: {spent.prompt_tokens} in ({spent.cached_tokens} cached), {spent.completion_tokens} out; "
        f"cost: {spent.cost:f}; share of the prompts that is the same: {made.shared_share:.0%}"
    )
    for section in made.sections:
        if section.is_off and section.by_model:
            low, high = section.bounds
            yield f"{section.key}: {section.length} characters, wanted {low} to {high}"
