"""Start of the program: `python -m bot` and the `shuzhi` script."""

import sys
from io import TextIOWrapper

from bot.cli import cli


def main() -> None:
    """Run the command line. Bad input ends in one sentence and exit code 2, never in a traceback."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    cli.main(prog_name="shuzhi", windows_expand_args=False)


if __name__ == "__main__":
    main()
