"""Outlines and the question sets they share, read from prompts/outlines/ and prompts/questions/."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from bot.interview.outline import Outline
from bot.library.located import Fault, Faults, Located, Path_, read_located, validated

USE_KEYS = {"use", "only", "without"}


Read = Callable[[Path], Located]


def read_outline(path: Path, sets: Path, read: Read = read_located) -> Outline:
    """The outline in this file, shared question sets put in. Raises Faults naming file and line."""
    located = read_located(path)
    if not isinstance(located.data, dict):
        raise Faults([Fault(path, 1, "an outline is a mapping")])
    role = located.data.get("role")
    expanded = _Expander(sets, str(role), read)
    return validated(Outline, expanded.expand(located))


def read_outlines(folder: Path, sets: Path) -> dict[str, Outline]:
    """All outlines of a folder by id, in the order of their file names."""
    outlines: dict[str, Outline] = {}
    read_once = cache(read_located)
    for path in sorted(folder.glob("*.yaml")):
        outline = read_outline(path, sets, read_once)
        if outline.id in outlines:
            raise Faults([Fault(path, 1, f"id {outline.id} is taken by another outline")])
        outlines[outline.id] = outline
    if not outlines:
        raise Faults([Fault(folder, 1, "no outlines in this folder")])
    return outlines


class _Expander:
    """Replaces `use: NAME` in lists of questions by the questions of that set, keeping their places."""

    def __init__(self, sets: Path, role: str, read: Read) -> None:
        self._sets = sets
        self._read = read
        self._role = role
        self._places: dict[Path_, tuple[Path, int]] = {}

    def expand(self, located: Located) -> Located:
        data = self._walk(located, (), located.data, ())
        return Located(data, self._places)

    def _walk(self, located: Located, at: Path_, value: Any, new_at: Path_) -> Any:
        if at in located.places:
            self._places[new_at] = located.places[at]
        if isinstance(value, dict):
            return {
                key: self._walk(located, (*at, key), child, (*new_at, key)) for key, child in value.items()
            }
        if not isinstance(value, list):
            return value
        out: list[Any] = []
        for index, child in enumerate(value):
            if isinstance(child, dict) and "use" in child:
                self._put_set(located, (*at, index), child, out, new_at)
            else:
                out.append(self._walk(located, (*at, index), child, (*new_at, len(out))))
        return out

    def _put_set(
        self, located: Located, at: Path_, use: dict[str, Any], out: list[Any], new_at: Path_
    ) -> None:
        file, line = located.place(at)
        if unknown := set(use) - USE_KEYS:
            raise Faults([Fault(file, line, f"unknown keys beside use: {', '.join(sorted(unknown))}")])
        questions = self._read(self._sets / f"{use['use']}.yaml")
        listed = questions.data.get("questions") if isinstance(questions.data, dict) else None
        if not isinstance(listed, list):
            raise Faults([Fault(*questions.place(()), "a question set is a mapping with a list 'questions'")])
        keys = {question.get("key") for question in listed if isinstance(question, dict)}
        named = [*use.get("only", ()), *use.get("without", ())]
        if missing := [key for key in named if key not in keys]:
            raise Faults([Fault(file, line, f"set {use['use']} has no question {', '.join(missing)}")])
        for index, question in enumerate(listed):
            if not isinstance(question, dict) or self._left_out(question, use):
                continue
            for path, place in questions.inside(("questions", index), (*new_at, len(out))):
                self._places[path] = place
            out.append(question)

    def _left_out(self, question: dict[str, Any], use: dict[str, Any]) -> bool:
        key = question.get("key")
        wrong_role = bool(question.get("roles")) and self._role not in question["roles"]
        return wrong_role or ("only" in use and key not in use["only"]) or key in use.get("without", ())
