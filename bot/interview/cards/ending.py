"""The cards at the end of the way: all questions passed, gaps, the finished report, a pause."""

from collections.abc import Sequence

from bot.interview.asked import END
from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.correction import undecided_button, undecided_line
from bot.interview.cards.paging import page_of, turning
from bot.interview.cards.placing import aside_button, aside_line
from bot.interview.cards.proofs import counts_line
from bot.interview.cards.sections import section_of
from bot.interview.cards.unfollowed import unfollowed_button, unfollowed_lines
from bot.interview.cards.words import gap_line
from bot.interview.proof import Proof
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.interview.unfollowed import Unfollowed

GAPS_ON_A_PAGE = 8
GAPS_NAMED = 12
FACTS_ON_A_PAGE = 6


def end_card(
    state: DraftState,
    texts: Texts,
    *,
    omitted: tuple[str, ...],
    finished: bool,
    told: str,
    short: str,
    notice: str,
    spoken: Sequence[str],
    proofs: Sequence[Proof],
    unfollowed: Sequence[Unfollowed],
) -> Card:
    """What is still open before the report; once `finished`, who wrote it, whether it is too `short`, and
    what to check in it."""
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("finished_head" if finished else "end_head"), Style.HEAD))
    blocks.append(Block(texts("finished_text" if finished else "end_text")))
    blocks += [Block(line) for line in (told, short) if line]
    blocks += _open(state, texts, spoken, omitted) + unfollowed_lines(texts, unfollowed)
    if finished:
        blocks.append(Block(counts_line(texts, proofs)))
        blocks.append(Block(texts("must_check"), Style.HINT))
    rows: list[tuple[Button, ...]] = []
    if state.report_gaps:
        rows.append((button(texts, "view:gaps:0", key="to_gaps"),))
    rows += undecided_button(state, texts)
    rows += unfollowed_button(texts, unfollowed) + aside_button(state, texts)
    if finished:
        rows.append(
            (button(texts, "view:report", key="to_report"), button(texts, "view:short", key="to_short"))
        )
    if proofs:
        rows.append((button(texts, "view:findings:0", key="proof_see"),))
    rows += [
        (button(texts, "view:facts:0", key="check_facts"), button(texts, "view:preview:0", key="preview")),
        (button(texts, "finish"),),
        (button(texts, "back"), button(texts, "undo"), button(texts, "view:overview", key="overview")),
    ]
    place = texts("place_view", name=texts("finished_head" if finished else "end_head"))
    return Card(tuple(blocks), tuple(rows), state.id, state.version, place)


def _open(state: DraftState, texts: Texts, spoken: Sequence[str], omitted: tuple[str, ...]) -> list[Block]:
    blocks = []
    if state.report_gaps:
        lines = [texts("gaps_head", n=len(state.report_gaps))]
        lines += [gap_line(texts, gap) for gap in state.report_gaps[:GAPS_NAMED]]
        if len(state.report_gaps) > GAPS_NAMED:
            lines.append(texts("gaps_more", n=len(state.report_gaps) - GAPS_NAMED))
        blocks.append(Block("\n".join(lines)))
    else:
        blocks.append(Block(texts("gaps_none")))
    blocks += undecided_line(state, texts) + aside_line(state, texts) + [Block(line) for line in spoken]
    if omitted:
        blocks.append(Block(texts("omitted", names="、".join(omitted))))
    if state.unplaced:
        blocks.append(Block(texts("unplaced", n=len(state.unplaced))))
    return blocks


def gaps_card(state: DraftState, texts: Texts, page: int) -> Card:
    """All gaps, a button each that goes there."""
    shown = page_of(state.report_gaps, page, GAPS_ON_A_PAGE)
    head = texts("gaps_head", n=len(state.report_gaps)) if state.report_gaps else texts("gaps_none")
    lines = [gap_line(texts, gap, number) for number, gap in shown.numbered()]
    filling = [
        (Button(texts("fill_this", label=f"{number}. {gap.question.label}"), f"gap:{number - 1}"),)
        for number, gap in shown.numbered()
    ]
    rows: list[tuple[Button, ...]] = [*filling, *turning(texts, "gaps", shown.number, shown.pages)]
    rows.append((button(texts, "view:question", key="to_question"),))
    blocks = tuple(Block(text) for text in (head, "\n".join(lines)) if text)
    return Card(blocks, tuple(rows), state.id, state.version, texts("place_view", name=texts("to_gaps")))


def paused_card(state: DraftState, texts: Texts, due: str) -> Card:
    """Everything is kept; this is where to come back to. `due` says when the report is due, or nothing."""
    blocks = [
        Block(texts("paused_head"), Style.HEAD),
        Block(texts("paused_text", place=place_of(state, texts))),
    ]
    if due:
        blocks.append(Block(due))
    rows = (
        (button(texts, "view:question", key="resume"), button(texts, "view:overview", key="overview")),
        (button(texts, "view:deadline", key="to_deadline"),),
    )
    return Card(tuple(blocks), rows, state.id, state.version, texts("place_view", name=texts("paused_head")))


def place_of(state: DraftState, texts: Texts) -> str:
    """Where the draft stands, in words."""
    if state.cursor == END or state.question is None:
        return texts("end_head")
    section = section_of(state, state.cursor, texts("profile_name"))
    return f"{section} · {state.question.label}"


def facts_card(state: DraftState, texts: Texts, entries: tuple[str, ...], page: int) -> Card:
    """A page of the fact sheet; each entry tells one fact, its sentence and its note."""
    shown = page_of(entries, page, FACTS_ON_A_PAGE)
    blocks = [Block(texts("facts_head", page=shown.number + 1, pages=shown.pages), Style.HEAD)]
    blocks.append(Block("\n\n".join(shown.items) or texts("facts_none")))
    rows = turning(texts, "facts", shown.number, shown.pages)
    rows.append((button(texts, "view:question", key="to_question"),))
    return Card(
        tuple(blocks), tuple(rows), state.id, state.version, texts("place_view", name=texts("check_facts"))
    )
