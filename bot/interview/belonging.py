"""Whether a figure is of the thing that words name, by its clauses: each crop has its own yield."""

import re

from bot.interview.figures import NUMBER, Figure, bare, in_order

_CLAUSES = re.compile(r"[，,。；;：:！!？?、\s]+")
_COUNTED = re.compile(rf"(?P<name>[^\d]*?)(?P<number>{NUMBER})(?P<unit>.*)")
_HARMLESS = re.compile(r"平均|累计|实际|合计|总计|总|全[年镇乡村县市]|[今本]年|我[镇乡村]|本[镇乡村]|新|的")


def belongs(subject: str, figure: Figure, note: str, names: tuple[str, ...]) -> bool:
    """Whether nothing tells that the figure is of another thing than these words name.

    What they begin with must have been said before it, and nothing of the same kind since. If the note does
    not say it at all, nothing else may be named there. `names` are those of the question.
    """
    if subject in figure.ahead + " " + figure.behind or in_order(subject, figure.ahead):
        return True
    heads = [subject[:cut] for cut in range(len(subject), 1, -1)]
    head = next((one for one in heads if one in note), "")
    before = note[: figure.start]
    if not head:
        known = any(one in name for one in heads for name in names)
        others = _CLAUSES.split(before.removesuffix(figure.ahead))
        return known or not any(_name(clause) for clause in others)
    if head in figure.ahead + figure.behind:
        return True
    return head in before and _still(subject, head, figure, before.removesuffix(figure.ahead))


def _still(subject: str, head: str, figure: Figure, before: str) -> bool:
    """Whether what is named last, before the figure, is the thing of that name."""
    rest, own = subject[len(head) :], bare(figure.ahead)
    if rest and own.endswith(rest) and _HARMLESS.sub("", own.removesuffix(rest)) not in subject:
        return False
    since = before.rpartition(head)[2]
    if rest and rest in since:
        return False
    first, *others = _CLAUSES.split(since)
    counted = _COUNTED.match(first)
    kind, unit = (counted["name"], counted["unit"]) if counted else ("", "")
    return not any(_rivals(clause, kind, unit, subject) for clause in others)


def _rivals(clause: str, kind: str, unit: str, subject: str) -> bool:
    """Whether a clause tells of another thing what was told of the one: 羊存栏 behind 猪存栏."""
    counted, name = _COUNTED.match(clause), _name(clause)
    if not name or counted is None or in_order(name, subject):
        return False
    return name != kind and name.endswith(kind) if kind else counted["unit"] == unit


def _name(clause: str) -> str:
    """What the figure of a clause counts; nothing if it has none."""
    counted = _COUNTED.match(clause)
    name = _HARMLESS.sub("", bare(counted["name"])) if counted else ""
    return name if len(name) > 1 else ""
