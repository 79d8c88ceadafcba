"""The variables of the process and those of the file .env, read in one place."""

import os
from io import StringIO
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import parse_stream

from bot.encodings import decoded

ENV_FILE = Path(".env")


class BadEnvFile(Exception):
    """The file cannot be used; the message has a line for everything wrong, with the place and no value."""


def variables(file: Path = ENV_FILE) -> dict[str, str]:
    """
    Every variable that says something: of the process and, where one is unset or blank there, of the file.
    Blanks around a value are no part of it. Raises BadEnvFile.
    """
    said = env_file(file) | {name: value for name, value in os.environ.items() if value.strip()}
    return {name: value.strip() for name, value in said.items() if value.strip()}


def env_file(file: Path = ENV_FILE) -> dict[str, str]:
    """The variables of the file; none if there is no file. Raises BadEnvFile."""
    if not file.is_file():
        return {}
    text = _text(file)
    if wrong := [
        f"{file}:{binding.original.line}: a line is NAME=value, or begins with #"
        for binding in parse_stream(StringIO(text))
        if binding.error or (binding.key is not None and binding.value is None)
    ]:
        raise BadEnvFile("\n".join(wrong))
    return {name: value or "" for name, value in dotenv_values(stream=StringIO(text)).items()}


def _text(file: Path) -> str:
    try:
        return decoded(file.read_bytes())[0]
    except UnicodeDecodeError:
        raise BadEnvFile(f"{file}:1: not UTF-8") from None
