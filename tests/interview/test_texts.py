"""prompts/chat/texts.yaml: every key the code uses is there, every key is used, the placeholders match."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import bot
from bot.telegram.introducing import MENU
from tests.office import shipped

NODES = [
    node
    for path in sorted(Path(bot.__file__).parent.rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
]
TEXTS = shipped().texts.entries


def calls(name: str) -> Iterator[ast.Call]:
    """Calls of something by that name: texts(…), self.texts(…)."""
    for node in NODES:
        if isinstance(node, ast.Call):
            called = node.func
            if name in (getattr(called, "id", ""), getattr(called, "attr", "")):
                yield node


def patterns(node: ast.expr) -> list[str]:
    """The keys an expression may amount to, as regular expressions; none for what only the run can tell."""
    match node:
        case ast.Constant(value=str(key)):
            return [re.escape(key)]
        case ast.IfExp():
            return patterns(node.body) + patterns(node.orelse)
        case ast.JoinedStr():
            return [
                "".join(".+" if isinstance(v, ast.FormattedValue) else patterns(v)[0] for v in node.values)
            ]
        case _:
            return []


def lookups() -> Iterator[tuple[list[str], set[str | None]]]:
    """What each call of texts() and button() looks up, as patterns, and the names of what it fills in."""
    for call in calls("texts"):
        if call.args:
            yield patterns(call.args[0]), {keyword.arg for keyword in call.keywords}
    for call in calls("button"):
        named = [keyword.value for keyword in call.keywords if keyword.arg == "key"]
        yield patterns((named or call.args[1:2])[0]), {k.arg for k in call.keywords} - {"key"}


def looked_up() -> set[str]:
    """Patterns of all keys that the code names."""
    return {pattern for keys, _ in lookups() for pattern in keys}


def placeholders(key: str) -> set[str]:
    """The {names} inside a text."""
    return {name for _, name, _, _ in Formatter().parse(TEXTS[key]) if name}


def test_every_key_that_the_code_names_exists() -> None:
    missing = {p for p in looked_up() if not any(re.fullmatch(p, key) for key in TEXTS)}
    assert not missing


def test_every_text_is_used_somewhere() -> None:
    words = {node.value for node in NODES if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    looked = looked_up()
    unused = {key for key in TEXTS if key not in words and not any(re.fullmatch(p, key) for p in looked)}
    assert not unused


def test_every_call_fills_exactly_the_placeholders_of_its_text() -> None:
    for keys, given in lookups():
        for pattern in keys if None not in given else []:
            meant = [key for key in TEXTS if re.fullmatch(pattern, key)]
            assert any(placeholders(key) == given for key in meant), (pattern, given)
            assert "." in pattern or len(meant) == 1, pattern


def test_every_placeholder_is_a_plain_name() -> None:
    for key in TEXTS:
        assert all(name.isidentifier() for name in placeholders(key)), key


def test_every_command_of_the_menu_has_its_line() -> None:
    assert {f"command_{name}" for name in MENU} == {key for key in TEXTS if key.startswith("command_")}
