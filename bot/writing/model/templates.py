"""Prompt templates: front matter, roles and text, from `prompts/writing/`.

A template is a file `NAME.md.j2`: YAML front matter between two lines `---`, then turns, each after a line
`@@ system` or `@@ user`. Files whose names begin with `_` are parts that templates include. Roles are read
before values are put in, so no value can open a turn; values are never templates themselves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, cast

import yaml
from jinja2 import DictLoader, Environment, StrictUndefined, Template, TemplateError, meta
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.writing.model.prompt import Prompt, RoleOfTurn, Turn

ENDING = ".md.j2"
_FRONT = re.compile(r"\A---\n(?P<front>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_ROLE = re.compile(r"^@@ (system|user|assistant)[ \t]*\n", re.MULTILINE)


class TemplateFault(ValueError):
    """A file in prompts/writing/ cannot be used; the message names the file."""


class Front(BaseModel):
    """What the front matter says. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    version: Annotated[int, Field(ge=1)]
    inputs: tuple[str, ...]
    max_tokens: Annotated[int, Field(ge=1)]
    temperature: Annotated[float, Field(ge=0, le=2)]


@dataclass(frozen=True, slots=True)
class PromptTemplate:
    """A template that renders into turns."""

    front: Front
    turns: tuple[tuple[RoleOfTurn, Template], ...]

    def render(self, values: Mapping[str, object], again: int = 0) -> Prompt:
        """The prompt with these values. Raises TemplateFault unless they are exactly the declared inputs."""
        if set(values) != set(self.front.inputs):
            odd = sorted(set(values) ^ set(self.front.inputs))
            raise TemplateFault(f"{self.front.name}: inputs do not match: {', '.join(odd)}")
        turns = tuple(Turn(role, _closed_up(template.render(values))) for role, template in self.turns)
        return Prompt(self.front.name, turns, self.front.max_tokens, self.front.temperature, again)


def read_templates(folder: Path) -> dict[str, PromptTemplate]:
    """All templates of a folder by name. Raises TemplateFault for the first that cannot be used."""
    sources = {path.name: path.read_text("utf-8") for path in sorted(folder.glob(f"*{ENDING}"))}
    parts = {name: text for name, text in sources.items() if name.startswith("_")}
    environment = Environment(
        loader=DictLoader(parts),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return {
        name.removesuffix(ENDING): _template(name, text, environment)
        for name, text in sources.items()
        if name not in parts
    }


def _template(file: str, text: str, environment: Environment) -> PromptTemplate:
    found = _FRONT.match(text)
    if found is None:
        raise TemplateFault(f"{file}: no front matter between two lines ---")
    try:
        front = Front.model_validate(yaml.safe_load(found["front"]))
    except (ValidationError, yaml.YAMLError) as problem:
        raise TemplateFault(f"{file}: {problem}") from None
    if front.name != file.removesuffix(ENDING):
        raise TemplateFault(f"{file}: its name says {front.name}")
    body = found["body"]
    before, *turns = _ROLE.split(body)
    if before.strip() or not turns:
        raise TemplateFault(f"{file}: the text begins with a line @@ system or @@ user")
    try:
        used = _used(body, environment)
        compiled = tuple(
            (cast(RoleOfTurn, role), environment.from_string(part))
            for role, part in zip(turns[::2], turns[1::2], strict=True)
        )
    except TemplateError as problem:
        raise TemplateFault(f"{file}: {problem}") from None
    if used != set(front.inputs):
        odd = ", ".join(sorted(used ^ set(front.inputs)))
        raise TemplateFault(f"{file}: declared and used inputs differ: {odd}")
    return PromptTemplate(front, compiled)


def _used(source: str, environment: Environment) -> set[str]:
    """Every variable of a template and of the parts that it includes."""
    tree = environment.parse(source)
    used = set(meta.find_undeclared_variables(tree))
    for name in meta.find_referenced_templates(tree):
        if name is None:
            raise TemplateError("an include must name its part")
        assert environment.loader is not None
        used |= _used(environment.loader.get_source(environment, name)[0], environment)
    return used


def _closed_up(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip()


__all__ = ["Front", "PromptTemplate", "TemplateFault", "read_templates"]
