"""What a listener is told about the words to expect, from `prompts/voice/`."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from bot.library.located import read_located, validated


class Listening(BaseModel):
    """`hint` goes along with every sound; `made_up` are phrases that listeners invent where nobody speaks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hint: str = Field(min_length=1)
    made_up: tuple[str, ...] = ()


def read_listening(path: Path) -> Listening:
    """Read the file. Raises Faults with file and line if it cannot be used."""
    return validated(Listening, read_located(path))
