"""What all tests have: a font, where the machine has none for Chinese."""

from contextlib import ExitStack

import pytest

from tests.doubles.fonts import some_font

_UNTIL_THE_END = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    _UNTIL_THE_END.enter_context(some_font())


def pytest_unconfigure(config: pytest.Config) -> None:
    _UNTIL_THE_END.close()
