"""A font for machines that have none for Chinese, in tests that only hand files over."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from typst import Fonts

from bot.documents.typesetting import NoChineseFont, check_chinese

FAMILY = "Shuzhi Boxes"
FILE = Path(__file__).with_name("boxes.ttf")


def has_chinese() -> bool:
    """Whether this machine has a Chinese font of its own."""
    fonts = Fonts(include_embedded_fonts=False)
    if FAMILY in fonts.families():
        return False
    try:
        check_chinese(fonts)
    except NoChineseFont:
        return False
    return True


@contextmanager
def some_font() -> Iterator[None]:
    """Within it, programs that are started find a font that has a box for every character.

    Nothing changes where there is a Chinese font.
    """
    if has_chinese() or FAMILY in Fonts(include_embedded_fonts=False).families():
        yield
        return
    before = os.environ.get("HOME")
    with TemporaryDirectory(prefix="shuzhi-home-") as home:
        for place in (".fonts", ".local/share/fonts"):
            (Path(home) / place).mkdir(parents=True)
            shutil.copy(FILE, Path(home) / place)
        os.environ["HOME"] = home
        try:
            yield
        finally:
            os.environ.pop("HOME") if before is None else os.environ.update(HOME=before)
