"""The card that asks where words belong that were put aside."""

from collections.abc import Sequence

from bot.interview.aside import Aside
from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.sections import sections
from bot.interview.cards.words import NOTES_SHOWN, help_with, shortened
from bot.interview.choosing import offered
from bot.interview.clipping import clipped
from bot.interview.kinds import REPORT, TALK, amiss
from bot.interview.not_mine import is_not_mine
from bot.interview.outline import OTHER, Question
from bot.interview.pace import minutes_left
from bot.interview.placing import DROP, EACH, UNFOUND, doubted, elsewhere, one_by_one, origin, takes, waiting
from bot.interview.said_elsewhere import SAID_ELSEWHERE
from bot.interview.state import DraftState
from bot.interview.talk import asks_how, asks_how_much, asks_to_look
from bot.interview.texts import Texts

SHOWN, TOLD = 160, 24
MOST_NAMED, NAMED = 5, 16
"""How many of the words that wait are named where they are only counted, and with how many characters."""


def placing_card(state: DraftState, texts: Texts, section: str, years: tuple[str, ...], notice: str) -> Card:
    """The words, what is doubtful about them, and where they may go: `section` is the one on the screen."""
    here = origin(state)
    why = doubted(state, years)
    said = [one.note.reading for one in waiting(state)]
    there = offered_there(state, section, years)
    blocks = [Block(notice, Style.HINT)] if notice else []
    how = here if why == TALK and asks_how(said[0]) else None
    if how is not None:
        blocks.append(Block(texts("aside_how", ask=how.ask), Style.HEAD))
        blocks += [*help_with(how, texts), *_also(how, texts)]
    elif why:
        first = elsewhere(state, waiting(state)[0]) if why == SAID_ELSEWHERE else here
        label = first.label if first is not None else ""
        doubtful = next((text for text in said if here and amiss(here, text, years)), said[0])
        head = "amiss_not_mine" if why == TALK and is_not_mine(said[0]) else why
        asked = _answered(state, texts, said[0]) if why == TALK else ""
        blocks.append(Block(asked or texts(head, label=label, text=shortened(doubtful, TOLD)), Style.HEAD))
    else:
        head = "aside_head_several" if len(said) > 1 else "aside_head"
        blocks.append(Block(texts(head, n=len(said)), Style.HEAD))
    if earlier := said[:-NOTES_SHOWN]:
        blocks.append(Block(texts("said_earlier", n=len(earlier)), Style.SAID))
    blocks += [Block(_shown(texts, text), Style.SAID) for text in said[-NOTES_SHOWN:]]
    if here is not None and how is None:
        blocks.append(Block(texts("aside_question", ask=here.ask)))
    talk = "aside_talk" if here is not None else "aside_talk_end"
    typed = waiting(state)[0].note.message_id is None
    unfound = "aside_unfound_typed" if typed else "aside_unfound"
    hints = {"": "aside_hint", TALK: talk, UNFOUND: unfound, REPORT: "aside_hint"}
    hint = {**hints, SAID_ELSEWHERE: "aside_elsewhere"}.get(why, "aside_again")
    if how is None:
        blocks.append(Block(texts(hint), Style.HINT))
    return Card(
        tuple(blocks),
        _answers(state, texts, how, years) + _buttons_beside_talk(texts, here, why, said[0])
        if why in (TALK, SAID_ELSEWHERE)
        else _buttons(state, texts, here, there, why, years),
        state.id,
        state.version,
        texts("place_view", name=texts("aside_head")),
    )


def _also(asked: Question, texts: Texts) -> list[Block]:
    """What the question's own card has no room for, and how it is answered without a word."""
    blocks = []
    if asked.hint and asked.wants:
        blocks.append(Block(texts("wants", text="、".join(asked.wants)), Style.HINT))
    pressed = asked.kind in ("choice", "declaration")
    blocks.append(Block(texts(f"aside_how_{asked.kind}" if pressed else "aside_how_words"), Style.HINT))
    return blocks


def _answers(
    state: DraftState, texts: Texts, asked: Question | None, years: tuple[str, ...]
) -> tuple[tuple[Button, ...], ...]:
    """What can be pressed to answer that question, as on its own card."""
    if asked is None or asked.key != state.cursor:
        return ()
    if asked.kind == "declaration":
        return ((button(texts, "declare:yes", key="yes"), button(texts, "declare:no", key="no")),)
    return tuple((Button(one, f"choose:{at}"),) for at, one in enumerate(offered(asked, years)))


def _answered(state: DraftState, texts: Texts, said: str) -> str:
    """The answer to who asks how much is left, or to see what there is; empty if they ask nothing of it."""
    if asks_to_look(said):
        return texts("aside_look")
    if not asks_how_much(said):
        return ""
    left = sum(not state.answer(question.key).touched for question in state.questions)
    minutes = minutes_left(state.spent, state.touched, state.asked.work)
    return texts("aside_left", n=left, minutes=texts("progress_minutes", n=minutes) if minutes else "")


def _shown(texts: Texts, text: str) -> str:
    if len(text) <= SHOWN:
        return texts("said", text=text)
    return texts("said_folded", text=clipped(text, SHOWN), n=len(text))


def aside_line(state: DraftState, texts: Texts) -> list[Block]:
    """That words wait for a place, how many, and how they begin; and which are told at another one."""
    open_ = to_be_placed(state)
    twice = [one for one in open_ if elsewhere(state, one)]
    alone = [one for one in open_ if one not in twice]
    return [
        Block(texts(key, n=len(some), named=_named(texts, some)))
        for key, some in (("aside_open", alone), ("aside_open_elsewhere", twice))
        if some
    ]


def _named(texts: Texts, some: Sequence[Aside]) -> str:
    named = "".join(
        texts("aside_named", text=shortened(one.note.reading, NAMED)) for one in some[-MOST_NAMED:]
    )
    return named + (texts("aside_more") if len(some) > MOST_NAMED else "")


def aside_button(state: DraftState, texts: Texts) -> list[tuple[Button, ...]]:
    """The way to say where they belong."""
    return [(button(texts, "view:place", key="aside_decide"),)] if to_be_placed(state) else []


def to_be_placed(state: DraftState) -> list[Aside]:
    """What waits for a place in the report: what was meant for whoever asks has none."""
    return [one for one in state.aside if not state.is_talk(one.origin, one.note.text)]


def offered_there(state: DraftState, section: str, years: tuple[str, ...]) -> list[Question]:
    """The other questions of the section on the screen that may take the words."""
    here = origin(state)
    asked = next((asked for key, _, asked in sections(state, "") if key == section), ())
    return [one for one in asked if one is not here and one.key != OTHER and takes(state, one, years)]


def _buttons(
    state: DraftState,
    texts: Texts,
    here: Question | None,
    there: Sequence[Question],
    why: str,
    years: tuple[str, ...],
) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if asked := one_by_one(state, years):
        labels = texts("aside_and").join(one.label for one in asked)
        rows.append((Button(texts("aside_here", label=labels), f"place:{EACH}"),))
    if here is not None and here.key != OTHER and takes(state, here, years):
        label = texts("aside_as_it_is" if why else "aside_here", label=here.label)
        rows.append((Button(label, f"place:{here.key}"),))
    elif here is not None and why and here.key == state.cursor:
        rows += [(Button(choice, f"choose:{number}"),) for number, choice in enumerate(here.choices)]
    if why == "amiss_unsure" and here is not None and here.key == state.cursor:
        rows.append((button(texts, "unknown"),))
    each = [Button(texts("aside_here", label=one.label), f"place:{one.key}") for one in there]
    rows += [tuple(each[at : at + 2]) for at in range(0, len(each), 2)]
    rows.append(
        (
            button(texts, f"place:{OTHER}", key="aside_other"),
            button(texts, f"place:{DROP}", key="aside_drop"),
        )
    )
    rows.append((button(texts, "view:question", key="to_question"), button(texts, "undo")))
    return tuple(rows)


def _buttons_beside_talk(
    texts: Texts, here: Question | None, why: str, said: str
) -> tuple[tuple[Button, ...], ...]:
    """On the way, to what they ask for, and to have the words in the report after all."""
    wanted = (
        button(texts, f"place:{OTHER}", key="aside_other")
        if here is None or here.kind == "choice" or here.key == OTHER
        else Button(texts("aside_as_it_is", label=here.label), f"place:{here.key}")
    )
    on = (button(texts, "next"), button(texts, "view:paused", key="pause")) if here is not None else ()
    back = (button(texts, "view:question", key="to_question"), button(texts, "undo"))
    look = (button(texts, "view:preview:0", key="preview"),) if asks_to_look(said) else ()
    drop = (button(texts, f"place:{DROP}", key="aside_drop"),) if why == SAID_ELSEWHERE else ()
    return tuple(row for row in (look, on, (wanted, *drop), back) if row)
