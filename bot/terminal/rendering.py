"""A card on a terminal: a frame where there is one to draw in, plain lines in a pipe."""

from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from bot.interview.card import Card, Style
from bot.interview.texts import Texts

_STYLES = {
    Style.HEAD: "bold",
    Style.HINT: "dim",
    Style.SAID: "cyan",
    Style.PLAIN: "",
    Style.REPORT: "",
    Style.FOLDED: "dim",
}

_SIGNED_BY = {"declare:yes": "terminal_yes", "declare:no": "terminal_no"}


def print_card(console: Console, card: Card, notice: str, texts: Texts) -> None:
    """Print the card and its buttons: numbered from 1, or with the word to type that signs a declaration."""
    shown = {block.text for block in card.blocks}
    remark = notice if notice and notice not in shown else ""
    typed = [f"[{texts(_SIGNED_BY[one.action])}] {one.label}" for one in card.labels() if one.signs]
    numbered = [f"[{number}] {button.label}" for number, button in enumerate(card.numbered(), 1)]
    labels = "  ".join((*typed, *numbered))
    if not console.is_terminal:
        parts = [
            remark,
            *(block.text for block in card.blocks),
            texts("terminal_buttons") + labels if labels else "",
        ]
        console.out("\n".join(part for part in parts if part), end="\n\n", highlight=False)
        return
    body = [Text(block.text, style=_STYLES[block.style]) for block in card.blocks]
    if remark:
        body.insert(0, Text(remark, style="yellow"))
    if labels:
        body += [Text(""), Text(labels, style="green")]
    console.print(Panel(Group(*body), title=escape(texts("start_head")), border_style="dim"))
