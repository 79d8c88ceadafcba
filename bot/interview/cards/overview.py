"""The overview: every section with what is answered, skipped and open, and a way to any question."""

from collections.abc import Sequence

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.correction import undecided_button, undecided_line
from bot.interview.cards.paging import page_of, turning
from bot.interview.cards.placing import aside_button, aside_line
from bot.interview.cards.progress import progress_line
from bot.interview.cards.sections import section_mark, sections
from bot.interview.cards.words import mark, said, shortened
from bot.interview.profile import wanted_length
from bot.interview.state import DraftState
from bot.interview.texts import Texts

QUESTIONS_ON_A_PAGE = 12


def overview_card(
    state: DraftState, texts: Texts, *, asks: bool, length: int, due: str, spoken: Sequence[str]
) -> Card:
    """All sections, with counts, and a button for each. `asks` is False if follow-up questions are off,
    `length` that of the report as it would be written now, 0 if there is nothing to write; `due` says when
    it is due, if that is set; `spoken` what voices are in no report yet."""
    blocks = [Block(texts("overview_head", title=state.outline.title), Style.HEAD)]
    lines: list[str] = []
    rows: list[tuple[Button, ...]] = []
    for key, name, asked in sections(state, texts("profile_name")):
        done = sum(question.key in state.touched for question in asked)
        any_given = any(state.answer(question.key).given for question in asked)
        sign = section_mark(texts, touched=done == len(asked), given=any_given)
        lines.append(texts("overview_line", mark=sign, name=name, done=done, all=len(asked)))
        rows.append((Button(f"{name} {done}/{len(asked)}", f"view:section:{key}:0"),))
    given = sum(state.answer(key).given for key in state.keys)
    skipped = sum(state.answer(key).skipped and not state.answer(key).given for key in state.keys)
    blocks += [
        Block("\n".join(lines)),
        Block(
            texts(
                "overview_counts",
                given=given,
                skipped=skipped,
                gaps=len(state.report_gaps),
                open=len(state.keys) - len(state.touched),
            )
        ),
        Block(texts("overview_progress", progress=progress_line(state, texts, against=False))),
    ]
    if length:
        blocks.append(Block(_length_line(state, texts, length)))
    blocks += undecided_line(state, texts) + aside_line(state, texts) + [Block(line) for line in spoken]
    if due:
        blocks.append(Block(due))
    blocks.append(Block(texts("overview_hint"), Style.HINT))
    paired = [tuple(row[0] for row in rows[start : start + 2]) for start in range(0, len(rows), 2)]
    paired += undecided_button(state, texts) + aside_button(state, texts)
    if state.report_gaps:
        paired.append((button(texts, "view:gaps:0", key="to_gaps"),))
    paired.append((button(texts, "view:deadline", key="to_deadline"),))
    if not asks:
        paired.append((button(texts, "follow:on", key="follow_on"),))
    paired.append(
        (button(texts, "view:question", key="to_question"), button(texts, "view:preview:0", key="preview"))
    )
    return Card(
        tuple(blocks), tuple(paired), state.id, state.version, texts("place_view", name=texts("overview"))
    )


def _length_line(state: DraftState, texts: Texts, length: int) -> str:
    """How long the report would be now, and how long it is to be."""
    wanted = wanted_length(state)
    if wanted is None:
        return texts("overview_length", n=length)
    return texts("overview_length_of", n=length, wanted=wanted)


def section_card(state: DraftState, texts: Texts, key: str, page: int) -> Card | None:
    """The questions of one section, a button each; None for a section that there is not."""
    found = next(((n, asked) for k, n, asked in sections(state, texts("profile_name")) if k == key), None)
    if found is None:
        return None
    name, asked = found
    shown = page_of(asked, page, QUESTIONS_ON_A_PAGE)
    lines, buttons = [], []
    for number, question in shown.numbered():
        answer = state.answer(question.key)
        lines.append(
            texts(
                "section_line",
                mark=mark(texts, answer),
                n=number,
                label=question.label,
                said=shortened(said(texts, answer), 18) if answer.touched else "",
            ).rstrip()
        )
        buttons.append(Button(f"{number}. {question.label}", f"go:{question.key}"))
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    rows += turning(texts, f"section:{key}", shown.number, shown.pages)
    rows.append(
        (
            button(texts, "view:overview", key="overview"),
            button(texts, "view:question", key="to_question"),
        )
    )
    blocks = (Block(texts("section_head", name=name), Style.HEAD), Block("\n".join(lines)))
    return Card(blocks, tuple(rows), state.id, state.version, texts("place_view", name=name))
