"""`shuzhi outlines`: list, show and check the kinds of report."""

import sys
from pathlib import Path

import click

from bot.commands.configuring import settings, shelf
from bot.commands.language import told


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the outlines: id, title, sections, questions."""
    if ctx.invoked_subcommand is not None:
        return
    for outline in shelf(settings()).outlines.values():
        questions = len(list(outline.questions()))
        sections = len(outline.sections) + 1
        counted = told(f"{sections} sections, {questions} questions")
        click.echo(f"{outline.id}\t{outline.title}（{outline.kind}）\t{counted}")


@command.command
@click.argument("outline_id", metavar="ID")
def show(outline_id: str) -> None:
    """Print every section and question of an outline, with its key."""
    outlines = shelf(settings()).outlines
    if outline_id not in outlines:
        raise click.UsageError(told(f"there is no outline {outline_id}; there are: {', '.join(outlines)}"))
    outline = outlines[outline_id]
    click.echo(f"{outline.id} v{outline.version}  {outline.title}  {outline.kind}\n\n基本情况 [profile]")
    for question in outline.profile:
        click.echo(f"  {question.key}  {question.label}：{question.ask}")
    for section in outline.sections:
        _show(section, 0)


def _show(part: object, depth: int) -> None:
    from bot.interview.outline import Part

    assert isinstance(part, Part)
    blank = "  " * depth
    heading = f"  {part.heading[0]}" if part.heading else ""
    click.echo(f"{'' if depth else chr(10)}{blank}{part.name} [{part.key}]{heading}")
    for question in part.questions:
        click.echo(f"{blank}  {question.key}  {question.label}：{question.ask}")
    for inner in part.parts:
        _show(inner, depth + 1)


@command.command
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check outline files; say with file and line what is wrong. Exit code 1 if anything is."""
    from bot.library.located import Faults
    from bot.library.outlines import read_outline
    from bot.library.shelf import SHIPPED

    faulty = False
    for file in files:
        own = file.parent.parent / "questions"
        sets = own if own.is_dir() else (settings().shuzhi_prompts or SHIPPED) / "questions"
        try:
            outline = read_outline(file, sets)
        except Faults as problem:
            faulty = True
            for fault in problem.faults:
                click.echo(told(str(fault)))
        else:
            click.echo(told(f"{file}: ok, {len(list(outline.questions()))} questions"))
    sys.exit(1 if faulty else 0)
