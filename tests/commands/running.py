"""Running a command the way a shell does, quickly."""

from click.testing import CliRunner, Result

from bot.cli import cli


def run(*args: object, typed: str = "", **env: str) -> Result:
    """Run `shuzhi` with these arguments; whatever breaks the program breaks the test."""
    result = CliRunner(env=env).invoke(cli, [str(arg) for arg in args], input=typed, prog_name="shuzhi")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def refused(*args: object, code: int = 2, **env: str) -> str:
    """Run a command that must be refused; return what it says on standard error."""
    result = run(*args, **env)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stderr or result.stdout
