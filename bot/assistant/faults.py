"""A fault of ours, told without a word of the person's: the kind of error and the way to it."""

import traceback
from pathlib import Path

NEAREST = 12


def where_it_failed(problem: BaseException) -> str:
    """The error's type, then file, line and function of the last frames; never its message or any value."""
    frames = traceback.extract_tb(problem.__traceback__)[-NEAREST:]
    lines = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(problem).__name__, *lines])
