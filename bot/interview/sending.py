"""Words that name the question a note belongs to: 走访侨眷5户 放分管工作二, or 这条放错了，是分管工作二的."""

import re
from dataclasses import replace

from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.decision import Decision
from bot.interview.event import EventKind, NewEvent
from bot.interview.figures import in_order
from bot.interview.move import Say
from bot.interview.outline import OTHER, Question
from bot.interview.said import noted
from bot.interview.state import DraftState
from bot.widths import levelled

_PUTS = (
    r"(?:应该|应当|还是|麻烦|帮我|请|要|就|是|算|都)*(?:放|写|记|挪|移|归|转)(?:到|进|在|去|入|给)?"
    r"[“「]?(?P<to>[\u4e00-\u9fff]{2,12}?)[”」]?(?:(?:里面?|那边|那[题块条里]|下面?|去)*(?:吧|啊|了)?)[。.！!]*"
)
_WHICH = (
    r"(?:[把将])?(?P<which>[上前]一?[条句个]|(?:刚才|刚刚|上面|前面)(?:[那这]?一?[条句个])?"
    r"|[那这]一?[条句个])的?"
)
_ONLY = re.compile(rf"{_WHICH}{_PUTS}")
_WRONG = re.compile(
    rf"(?:{_WHICH}(?:话)?)?(?:我)?[放发写答说记填]错(?:了|地方|题目?|位置)*[，,。；;\s]+(?:[那这它]一?[条句个]?)?"
    r"(?:应该|应当|属于|[是该要就算归])*(?:[放写记答](?:到|进|在)?)?[“「]?(?P<to>[\u4e00-\u9fff]{2,12}?)[”」]?"
    r"(?:里面?|那边|那[题块条里]|下面?|去|的)*[吧啊了]?[。.！!]*"
)
"""What says that a note was put to a wrong question, and names the right one."""
_BEHIND = re.compile(rf"(?P<told>.*[^，,；;。\s])[，,；;。\s]+(?:[那这]一?[条句个])?{_PUTS}", re.DOTALL)
_SIGNS = re.compile("[放写记挪移归转错]")
_LONGEST_TAIL = 32
"""Characters behind which nobody names a question: most messages need no closer look."""
_TELLS = re.compile(r"[\u4e00-\u9fff\d]")
_LEAST = 4
_BEFORE = re.compile("[上前刚]")
"""What is said of words before these: 这条 at a question without any means something on its card."""
_SHORTEST = 3
"""Characters of a name that is not told in full."""


def sends(state: DraftState, move: Say) -> Decision | None:
    """What words do that name another question: they go there, or the last note does. None for other words.

    A question that takes notes is known by its name, or by most of it if no other is like it. The person
    stays where they are, but to see what stands beside a declaration now; undo brings the note back. Who says
    that one stands at the wrong question, and means none that can be found, is told so.
    """
    here = OTHER if state.cursor == END else state.cursor
    said = levelled(move.text).strip()
    if not _SIGNS.search(said[-_LONGEST_TAIL:]):
        return None
    if found := _ONLY.fullmatch(said) or _WRONG.fullmatch(said):
        where, note = _meant(state, here, found["which"] or "", state.note_of(move.reply_to))
        question = _named(state, found["to"], where)
        if question is None or note is None:
            named = found.re is _WRONG and _named(state, found["to"], "")
            return Decision(notice="send_unfound") if named else None
        there = noted(question.key, Say(note.reading, note.message_id, at=note.at))
        gone = NewEvent(EventKind.WITHDRAW, where, target=note.seq)
        return Decision(there, notice="note_sent", besides=(gone, *_leads_to(question)))
    found = _BEHIND.fullmatch(said)
    if found is None or len(_TELLS.findall(found["told"])) < _LEAST:
        return None
    question = _named(state, found["to"], here)
    if question is None:
        return None
    told = move.text.strip()[: found.end("told")]
    return Decision(
        noted(question.key, replace(move, text=told)), notice="note_sent", besides=_leads_to(question)
    )


def _meant(state: DraftState, here: str, which: str, replied: int | None) -> tuple[str, Note | None]:
    """The note replied to or said last at that question; where nothing is said there, the last anywhere."""
    words = state.answer(here).words
    if words:
        return here, next((one for one in words if one.seq == replied), words[-1])
    said = [(q.key, note) for q in state.questions if q.adds_up for note in state.answer(q.key).words]
    before = not which or _BEFORE.search(which) is not None
    return max(said, key=lambda one: one[1].seq) if said and before else (here, None)


def _leads_to(question: Question) -> tuple[NewEvent, ...]:
    return (NewEvent(EventKind.GO, question.key),) if question.kind == "declaration" else ()


def _named(state: DraftState, name: str, here: str) -> Question | None:
    """The one other question for notes of that name."""
    asked = [one for one in state.questions if one.adds_up and one.key != here]
    whole = [one for one in asked if one.label == name]
    like = [one for one in asked if len(name) >= _SHORTEST and in_order(name, one.label)]
    found = whole or like
    return found[0] if len(found) == 1 else None
