"""YAML with the place of every value, so that a mistake can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

M = TypeVar("M", bound=BaseModel)
Path_ = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"
_FIGURES = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "timestamp"))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file. Lines count from 1."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Faults(Exception):
    """A file in prompts/ cannot be used; `faults` says why and where."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data as YAML gives it, and for each path into it the file and line where it stands."""

    data: Any
    places: dict[Path_, tuple[Path, int]]

    def place(self, path: Path_) -> tuple[Path, int]:
        """Where a value stands; for a path that is not there, where its nearest parent stands."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path]

    def inside(self, path: Path_, under: Path_) -> Iterator[tuple[Path_, tuple[Path, int]]]:
        """The places at and below `path`, as they would stand at and below `under`."""
        for at, place in self.places.items():
            if at[: len(path)] == path:
                yield under + at[len(path) :], place


def read_located(path: Path, *, verbatim: bool = False) -> Located:
    """The file's content. Raises Faults if it is missing, not UTF-8 or not YAML, or has a key twice.

    With `verbatim`, figures and dates stay the text that they are in the file: 12.50, 010, 2026-12-15.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as problem:
        raise Faults([Fault(path, 1, problem.strerror or "cannot be read")]) from problem
    except UnicodeDecodeError as problem:
        raise Faults([Fault(path, 1, "not UTF-8")]) from problem
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as problem:
        raise Faults([_not_yaml(path, text, problem)]) from problem
    if root is None:
        raise Faults([Fault(path, 1, "the file is empty")])
    places: dict[Path_, tuple[Path, int]] = {}
    return Located(_plain(root, (), path, places, verbatim), places)


def _not_yaml(path: Path, text: str, problem: yaml.YAMLError) -> Fault:
    mark = getattr(problem, "problem_mark", None)
    line = min(mark.line + 1 if mark else 1, len(text.splitlines()))
    why = getattr(problem, "problem", None) or str(problem).splitlines()[0]
    return Fault(path, line, f"not YAML: {why}")


def _plain(node: Node, at: Path_, file: Path, places: dict[Path_, tuple[Path, int]], verbatim: bool) -> Any:
    places.setdefault(at, (file, node.start_mark.line + 1))
    if isinstance(node, SequenceNode):
        return [_plain(child, (*at, index), file, places, verbatim) for index, child in enumerate(node.value)]
    if isinstance(node, MappingNode):
        found: dict[str, Any] = {}
        for key_node, child in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in found:
                raise Faults([Fault(file, line, f"key {key} stands twice")])
            places[(*at, key)] = (file, line)
            found[key] = _plain(child, (*at, key), file, places, verbatim)
        return found
    assert isinstance(node, ScalarNode)
    if node.tag == _TEXT or (verbatim and node.tag in _FIGURES):
        return node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError) as problem:
        line = node.start_mark.line + 1
        raise Faults([Fault(file, line, f"{node.value} cannot be read: put it in quotes")]) from problem


def validated(model: type[M], located: Located) -> M:
    """The data as a value of `model`; raises Faults with the file and line of everything wrong."""
    try:
        return model.model_validate(located.data)
    except ValidationError as problem:
        faults = []
        for error in problem.errors(include_url=False):
            file, line = located.place(tuple(error["loc"]))
            where = ".".join(str(step) for step in error["loc"])
            message = error["msg"].removeprefix("Value error, ")
            faults.append(Fault(file, line, f"{where}: {message}" if where else message))
        raise Faults(faults) from problem
