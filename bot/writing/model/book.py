"""The prompt book: templates, advice for every kind of section, how findings are told, wordings refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from bot.interview.outline import Role
from bot.writing.model.fault import FAULT_KINDS
from bot.writing.model.templates import PromptTemplate, TemplateFault, read_templates

T = TypeVar("T")


_ENDS = re.compile(r"[，。；：！\n]")
_ON_CONDITION = re.compile("才|方能|方可")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Kind(_Strict):
    """How one kind of section is written, with an invented example."""

    how: str
    example: str


class Refused(_Strict):
    """A wording that may stand only where the notes back it: in its own words, or in some of `backed`.

    `roles` are empty for everybody; with `leads` it is about sentences that rest on no note. In a clause with
    `unless` it says nothing that anybody could have to back.
    """

    pattern: Annotated[re.Pattern[str], BeforeValidator(re.compile)]
    said: str
    roles: tuple[Role, ...] = ()
    leads: bool = False
    backed: Annotated[re.Pattern[str], BeforeValidator(re.compile)] | None = None
    unless: Annotated[re.Pattern[str], BeforeValidator(re.compile)] | None = None

    def found(self, text: str, told: str, context: str) -> str:
        """The first place of the text that neither these notes nor, in its own words, the context backs."""
        for match in self.pattern.finditer(text):
            backed = self.backed.search(told) if self.backed else match.group() in told + context
            if not backed and not (self.unless and self.unless.search(_clause(text, *match.span()))):
                return match.group()
        return ""


class WishedLength(_Strict):
    """A wish that is about length, and what it makes of the length."""

    pattern: Annotated[re.Pattern[str], BeforeValidator(re.compile)]
    ratio: Annotated[float, Field(gt=0.3, lt=3)]


class NameWords(_Strict):
    """Endings by which names are known that the fact reader does not look for, in blocks of words."""

    name_endings: Annotated[tuple[str, ...], BeforeValidator(str.split)]
    public: Annotated[tuple[str, ...], BeforeValidator(str.split)]


class AskedBack(_Strict):
    """What a question has to pass before a person is asked: words that make it one, words that rule it out.

    Of parts with a style in `without` no model is asked.
    """

    longest: Annotated[int, Field(ge=10)]
    asks: Annotated[tuple[str, ...], BeforeValidator(str.split)]
    refused: Annotated[tuple[str, ...], BeforeValidator(str.split)]
    without: tuple[str, ...]
    roles: Mapping[Role, str]


@dataclass(frozen=True, slots=True)
class PromptBook:
    """Everything in `prompts/writing/`."""

    templates: Mapping[str, PromptTemplate]
    kinds: Mapping[str, Kind]
    roles: Mapping[Role, str]
    findings: Mapping[str, str]
    refused: tuple[Refused, ...]
    lengths: tuple[WishedLength, ...]
    names: NameWords
    frames: Mapping[str, str]
    asking_back: AskedBack

    def kind(self, style: str) -> Kind:
        """The advice for a style; that of `default` for a style nobody wrote any for."""
        return self.kinds.get(style) or self.kinds["default"]


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a place, with the next one where that says on what condition (到位，才……)."""
    before = _ENDS.split(text[:start])[-1]
    after, *rest = _ENDS.split(text[end:])
    following = rest[0] if rest and _ON_CONDITION.search(rest[0]) else ""
    return before + text[start:end] + after + following


def read_prompt_book(folder: Path) -> PromptBook:
    """Read the folder. Raises TemplateFault, naming the file, for whatever cannot be used."""
    findings = _read(folder / "findings.yaml", dict[str, str])
    if missing := set(FAULT_KINDS) ^ set(findings):
        raise TemplateFault(f"findings.yaml: {', '.join(sorted(missing))}: missing or unknown")
    kinds = _read(folder / "kinds.yaml", dict[str, Kind])
    if "default" not in kinds:
        raise TemplateFault("kinds.yaml: there is no default")
    return PromptBook(
        templates=read_templates(folder),
        kinds=kinds,
        roles=_read(folder / "roles.yaml", dict[Role, str]),
        findings=findings,
        refused=_read(folder / "refused.yaml", tuple[Refused, ...]),
        lengths=_read(folder / "lengths.yaml", tuple[WishedLength, ...]),
        names=_read(folder / "names.yaml", NameWords),
        frames=_read(folder / "frames.yaml", dict[str, str]),
        asking_back=_read(folder / "asking_back.yaml", AskedBack),
    )


def _read(path: Path, wanted: type[T]) -> T:
    try:
        return TypeAdapter(wanted).validate_python(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, ValidationError, yaml.YAMLError) as problem:
        raise TemplateFault(f"{path.name}: {problem}") from None
