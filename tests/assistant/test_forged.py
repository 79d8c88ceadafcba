"""Every kind of press, view, command, reply and edit, made by somebody else; kinds are read from the code."""

import ast
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from bot.assistant import at_draft, button_names
from bot.assistant.desk import Assistant
from bot.assistant.office import DECISIONS
from bot.assistant.showing import Reply
from bot.interview.move import Command, Correct, Move, Press, Return, Say
from bot.telegram.introducing import MENU
from storage import voices
from storage.belongings import everything
from storage.voices import Spoken
from tests.office import Interview, shipped

VICTIM, STRANGER = "terminal:victim", "terminal:stranger"
SECRET = "不给外人看的话"
HOUSE = Path(at_draft.__file__).parent.parent
ARGUMENTS = (
    "",
    "0",
    "1",
    "2",
    "yes",
    "keep",
    "name",
    "mayor",
    "spoken5",
    "yes:1",
    "keep:1",
    "1:0",
    "study:1",
)
VIEW_ARGUMENTS = ("", "0", "1", "1:0", "study", "study:0", "study:1:0")


def functions(file: str, *names: str) -> Iterator[ast.FunctionDef]:
    """These functions of a file; fails if one is not there any more."""
    tree = ast.parse((HOUSE / file).read_text("utf-8"))
    found = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for name in names:
        yield found[name]


def cases(file: str, *names: str) -> set[str]:
    """The first words that the `match` statements and comparisons of these functions know."""
    words: set[str] = set()
    for function in functions(file, *names):
        for node in ast.walk(function):
            if isinstance(node, ast.MatchSequence) and node.patterns:
                words |= {v.value for v in ast.walk(node.patterns[0]) if is_word(v)}  # type: ignore[attr-defined]
            elif isinstance(node, ast.match_case) and not isinstance(node.pattern, ast.MatchSequence):
                words |= {v.value for v in ast.walk(node.pattern) if is_word(v)}  # type: ignore[attr-defined]
            elif isinstance(node, ast.Compare):
                words |= {v.value for v in node.comparators if is_word(v)}  # type: ignore[attr-defined]
    return words


def is_word(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def buttons() -> set[str]:
    """What the actions of all buttons in the house begin with."""
    found = set()
    for path in (HOUSE / "interview" / "cards").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Button", "button"):
                action = node.args[1] if len(node.args) > 1 else None
                if isinstance(action, ast.JoinedStr):
                    action = action.values[0]
                if isinstance(action, ast.Constant) and action.value:
                    found.add(str(action.value).partition(":")[0])
    return found


VERBS = (
    cases("assistant/moves.py", "_press")
    | cases("assistant/at_draft.py", "press")
    | cases("interview/pressing.py", "press")
    | {*DECISIONS}
) | {"voice", "held"}
VIEWS = cases("assistant/drawing.py", "_drawn") | {
    value
    for name, value in vars(__import__("bot.assistant.view_names", fromlist=["x"])).items()
    if name.isupper()
}
COMMANDS = (cases("assistant/moves.py", "_command") | {*at_draft.COMMANDS, *MENU}) - {"forget"}


def test_every_button_is_a_kind_of_press_that_is_forged() -> None:
    assert len(buttons()) > 20
    assert buttons() <= VERBS
    assert {"take", "leave", "keep", "rewrite", "restore", "choose", "gap", "admit", "retain"} <= VERBS
    assert {"preview", "part", "returned", "reminder", "held", "people"} <= {
        v.partition(":")[0] for v in VIEWS
    }
    assert len(COMMANDS) > 15


@pytest.fixture
async def house(tmp_path: Path) -> Any:
    """Somebody with a finished report, a cancelled one, and something of every kind that waits for them."""
    me = Interview(tmp_path / "a.db", shipped(), VICTIM)
    await me.commands("start")
    await me.says(f"{SECRET}，还没有报告")
    await me.begins(shipped().outlines["mayor"].title)
    await me.says(f"{SECRET}，第一句", "讲党课XX次")
    await me.reaches("集中学习")
    await me.says(f"{SECRET}，集中学习12次")
    await me.commands("remind")
    await me.says("12月20日交")
    await me.commands("resume")
    report = await me.finishes()
    await me.does(Return(report.replace("12次", "13次"), 77), 77)
    await me.assistant.store.write(spoken)
    await me.says(f"{SECRET}，内部资料")
    await me.begins(shipped().outlines["five-duties"].title)
    await me.says(f"{SECRET}，作废的一份")
    await me.commands("cancel")
    await me.presses("放弃这份报告" if me.card.offers("放弃这份报告") else me.card.labels[0])
    yield me
    me.leaves()


def spoken(db: Database) -> None:
    """A voice that was heard and waits to be confirmed."""
    voices.put(db, Spoken(VICTIM, 88, "f", "", "audio/ogg", 1, 1, "name", 1, 1))
    voices.heard(db, 1, f"{SECRET}，说出来的", None)


def forged(draft: int, version: int) -> Iterator[Move]:
    """Presses on the victim's cards, and on cards that belong to no draft."""
    for verb, argument in product(sorted(VERBS - {"view", "forget"}), ARGUMENTS):
        yield Press(draft, version, f"{verb}:{argument}".rstrip(":"))
    for view, argument in product(sorted(VIEWS), VIEW_ARGUMENTS):
        yield Press(draft, version, f"view:{view}:{argument}".rstrip(":"))
    for number in range(1, 4):
        yield Press(0, number, "voice:keep")


async def test_nothing_of_another_moves_or_shows(house: Interview) -> None:
    desk = house.assistant
    before = await owned(desk)
    assert all(before[table] for table in ("drafts", "events", "deliveries", "voices", "held", "deadlines"))
    draft = before["drafts"][0]["id"]
    version = max(row["seq"] for row in before["events"] if row["draft"] == draft)
    typed = [shipped().texts(key) for key in button_names.TYPED_BUTTONS]
    others: list[Move] = [Command(name) for name in sorted(COMMANDS)]
    others += [Say(text, 900 + n, reply) for reply in (1, 2, 77, 88) for n, text in enumerate(typed[:3])]
    others += [Correct("被别人改掉", message) for message in (*range(1, 12), 77, 88)]
    others += [Say(text, 950 + n) for n, text in enumerate(typed)]
    for own in (False, True):
        if own:
            await desk.take(STRANGER, Command("new"))
            await desk.take(STRANGER, Press(0, 0, "new:party-secretary"))
        for move in [*forged(draft, version), *others]:
            clean(await desk.take(STRANGER, move), move)
        for move in forged(0, 1):
            if isinstance(move, Press):
                start = await desk.take(STRANGER, Command("start"))
                clean(await desk.take(STRANGER, Press(0, start.card.version, move.action)), move)
        mine = json.dumps(await desk.store.read(lambda db: everything(db, STRANGER)), ensure_ascii=False)
        assert SECRET not in mine
        for delivery in await desk.files.waiting(STRANGER):
            assert delivery.draft != draft
        assert await owned(desk) == before
    await desk.take(STRANGER, Command("forget"))
    start = await desk.take(STRANGER, Command("start"))
    assert (await desk.take(STRANGER, Press(0, start.card.version, "forget"))).gone
    assert await owned(desk) == before


async def owned(desk: Assistant) -> dict[str, Any]:
    """Every row of the victim's."""
    return await desk.store.read(lambda db: everything(db, VICTIM))


def clean(reply: Reply, move: Move) -> None:
    """Nothing of the victim's stands on the card, in the remark, or in what is left of a card."""
    seen = "\n".join([reply.notice, *(block.text for block in reply.card.blocks)])
    assert SECRET not in seen, move
    assert SECRET not in str(reply.left), move
