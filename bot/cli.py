"""The commands of `shuzhi`, each in a module of its own that is imported when it is needed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NoReturn

import click

COMMANDS = {
    "run": "Run the Telegram bot, or the interview in the terminal if there is no token.",
    "chat": "The interview in the terminal.",
    "write": "Write the finished files from an answers file, without a chat.",
    "answers": "Blank answers files.",
    "outlines": "The kinds of report there are; check an outline file.",
    "check": "Compare a text with the notes it was written from.",
    "proofread": "Mark what an organisation department would mark.",
    "changes": "Show what reads differently in a report that somebody has edited.",
    "facts": "Show the facts read out of notes.",
    "prompt": "Show what a model is sent.",
    "export": "Print drafts with every note as JSON.",
    "usage": "What models have cost, and what is left of today's limits.",
    "backup": "Copy the database while the bot runs.",
    "doctor": "Check the database; show messages that were set aside.",
    "purge": "Delete everything that is kept of one person.",
    "invite": "Make a link that lets one person in; list and withdraw such links.",
    "audio": "Take out the voice messages that were kept.",
    "key": "Make a key for encryption at rest.",
    "rekey": "Encrypt the database with another key, or for the first time.",
}


class Commands(click.Group):
    """A group whose commands are imported on use, so that --help stays quick."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"bot.commands.{name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def make_context(self, *named: Any, **more: Any) -> click.Context:
        """Read the options of `shuzhi` itself."""
        with _in_the_terminals_language():
            return super().make_context(*named, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the options of a command, and run it. Ctrl-C ends it with a code that no command uses."""
        try:
            with _in_the_terminals_language():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            _stopped()
        except click.Abort as given_up:
            if not isinstance(given_up.__context__, KeyboardInterrupt):
                raise
            click.echo(err=True)
            _stopped()

    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> Any:
        """Run; what a person can mend becomes a sentence on standard error and exit code 2."""
        from bot.commands.refusals import refusals

        with refusals():
            return super().main(args, *rest, **more)


def _stopped() -> NoReturn:
    from bot.commands.refusals import INTERRUPTED, refuse

    refuse("shuzhi: stopped by Ctrl-C", INTERRUPTED)


@contextmanager
def _in_the_terminals_language() -> Iterator[None]:
    try:
        yield
    except click.UsageError as problem:
        from bot.commands.language import told

        raise click.UsageError(told(problem.format_message()), problem.ctx) from problem


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="shuzhi", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """述职: interviews a township official and writes the 述职述廉 report from their own words.

    Without a command: `shuzhi run`.
    """
    if ctx.invoked_subcommand is None:
        command = cli.get_command(ctx, "run")
        assert command is not None
        ctx.invoke(command)
