"""A fault of ours, told without a word of the person's: the kind of error and the way to it."""

import traceback
from pathlib import Path

from bot.library.located import Faults

NEAREST = 12


def where_it_failed(problem: BaseException) -> str:
    """The error's type, then file, line and function of the last frames; never its message or any value."""
    frames = traceback.extract_tb(problem.__traceback__)[-NEAREST:]
    lines = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(problem).__name__, *lines])


def how_it_failed(problem: BaseException) -> str:
    """What is wrong in files of ours as `Faults` tell it; of any other error where it came up."""
    return str(problem) if isinstance(problem, Faults) else where_it_failed(problem)
