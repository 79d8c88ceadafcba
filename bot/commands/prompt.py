"""`shuzhi prompt show`: exactly what a model is sent for a section."""

from pathlib import Path

import click

from bot.commands.configuring import settings, shelf
from bot.commands.language import told


@click.group
def command() -> None:
    """What a model is sent."""


@command.command(short_help="Print the first prompt for a section.")
@click.argument("section")
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="The answers file to write from.",
)
@click.option("--visible", is_flag=True, help="Show values, as for a local model.")
@click.option("--wish", default="", help="A wish for this section, in the person's words.")
def show(section: str, answers: Path, visible: bool, wish: str) -> None:
    """Print the first prompt for SECTION (its key: see `shuzhi outlines show`), turn by turn."""
    from bot.assistant.from_answers import answered_state
    from bot.assistant.house import house_of
    from bot.writing.model import Wish, first_prompts

    books = shelf(settings())
    state = answered_state(answers, books, public=True)  # shown here, sent to nobody
    wishes = {section: Wish(wish)} if wish else None
    prompts = first_prompts(
        state, house_of(state, books), seals="visible" if visible else "sealed", wishes=wishes
    )
    if section not in prompts:
        known = {part.key for part in state.outline.sections}
        if section in known:
            raise click.UsageError(
                told(f"too little was said for {section}: the plain writer writes it alone")
            )
        raise click.UsageError(told(f"there is no section {section}; there are: {', '.join(prompts)}"))
    click.echo(prompts[section].text, nl=False)
