"""`shuzhi write`: the finished files from an answers file, without a chat."""

from pathlib import Path

import click

from bot.commands.common import settings, shelf


@click.command
@click.argument("answers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where the files go."
)
@click.option("--plain", is_flag=True, help="Use no model.")
def command(answers: Path, out: Path, plain: bool) -> None:  # noqa: ARG001 - the plain writer is the only one yet
    """Write the finished files from ANSWERS (see `shuzhi answers new`)."""
    from bot.assistant.writing import write_answers
    from bot.interview.cards.parts import gap_line

    books = shelf(settings())
    written = write_answers(answers, books)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in written.files:
        (out / name).write_bytes(content)
        click.echo(out / name)
    if written.omitted:
        click.echo(books.texts("omitted", names="、".join(written.omitted)), err=True)
    if written.gaps:
        click.echo(books.texts("gaps_head", n=len(written.gaps)), err=True)
    for gap in written.gaps:
        click.echo(gap_line(books.texts, gap), err=True)
    click.echo(books.texts("must_check"), err=True)
