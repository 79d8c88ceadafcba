"""`shuzhi answers new`: a blank answers file for `shuzhi write`."""

import click

from bot.commands.configuring import settings, shelf
from bot.commands.language import told


@click.group
def command() -> None:
    """Answers files for `shuzhi write`."""


@command.command
@click.argument("outline_id", metavar="ID")
def new(outline_id: str) -> None:
    """Print a commented blank answers file of an outline."""
    from bot.library.answers import blank

    outlines = shelf(settings()).outlines
    if outline_id not in outlines:
        raise click.UsageError(told(f"there is no outline {outline_id}; there are: {', '.join(outlines)}"))
    click.echo(blank(outlines[outline_id]), nl=False)
