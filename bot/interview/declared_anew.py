"""Words that turn a declaration answered before: 刚才那个点错了，不能这样写; 点错了，签了的."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.interview.correction_words import told
from bot.interview.declaring import Meant, echoed, meant, only_stands
from bot.interview.event import EventKind
from bot.interview.outline import Question
from bot.interview.state import DraftState
from bot.interview.talk import is_talk

_SORRY = r"(?:哎呀|啊|哦|噢|哎|唉|嗯|呃|对不起|抱歉|不好意思)?[，,、！!。…\s]*(?:我?[要想]?把)?"
_ONE = "[个条句题项道]"
_JUST = r"我?(?:刚才|刚刚|上面|前面|之前|先前)"
_POINTS = (
    rf"(?P<points>(?:{_JUST}的?(?:[那这]?一?{_ONE})?|[上前]一?{_ONE}|[那这]一?{_ONE})(?:话|声明|承诺|确认)?)"
)
_NAMES = (
    rf"(?:{_JUST}(?:的)?)?(?P<of>[\u4e00-\u9fff]{{2,8}}?)的?"
    rf"(?:[那这]一?{_ONE}(?:话|声明|承诺)?|声明|(?=我?[点按选]得?[错快早反]))"
)
_PRESSED = r"我?(?:手滑|手快|手误)?了?[，,\s]*(?:[点按选]得?[错快早反](?:了|啦)?)|手滑了?|手误了?"
_WRONG = r"(?:我?[答搞弄说]?(?:错了|错啦|反了|不对)|等等|等一?下|慢着)"
_TURNS = re.compile(
    rf"{_SORRY}(?:{_POINTS}|{_NAMES})?[，,\s]*(?:(?P<pressed>{_PRESSED})|(?P<wrong>{_WRONG}))?[啊呀哦吧的]?"
    rf"(?:[，,。；;！!：:、\s]+|$|(?<=[了啦错滑误])|(?=[不撤收取去别改换删]))(?P<rest>.*)",
    re.DOTALL,
)
_TAKES_BACK = re.compile(
    r"(?:请|给我|帮我|我?[要想]|先|把它)*(?:撤回来?|撤掉|撤了|撤销|收回来?|取消|去掉|删掉|删了|作废|不算数?|别写|不写|不[要用]写)"
    r"(?:进?去|进报告|了|吧|掉)*"
)
_SHOULD = re.compile(
    r"我?(?:其实|实际|本来)?(?:(?:应该?|应当|[要想该])?是?[点按选答]|(?:应该?)?[改换][成为]|应该?是|应当是|是(?=不?能))"
)
_NOT_YES = re.compile(
    r"(?:这[条句个]|那)?(?:先|还是|就|请)*(?:别|不要|不能|不)(?:[写点选确认]+)(?:是|“是”|上|进去?|报告|这[句条个])*(?:了|吧)?"
)
_PARTS = re.compile(r"[，,。；;！!\s]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TELLS = 5
"""Characters of the shortest words that tell what happened."""
_EDGES = ' \t\r\n　。.！!，,；;“”"「」'
_OF_PRESSING = re.compile(r"不?(?:能|可以)(?:这[样么])?写|不?能确认|不?能点是|不确认")
"""What is said of a declaration, and of nothing else."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Which declaration is meant, what it says now, and what else was said of it.

    Where it is unclear what is right, a yes is taken back, and the card asks again.
    """

    question: Question
    now: Literal["yes", "no"]
    clear: bool
    words: str = ""


def turned(state: DraftState, text: str, at: str = "") -> Turned | None:
    """What these words make of a declaration that was answered; None if they turn none.

    Meant is the one that is named, the one they are a reply to (`at`), the one that was answered last, or the
    one on the card. That it was pressed by mistake is enough; that something was wrong is only with what is
    right.
    """
    found = _TURNS.fullmatch(text.strip())
    if found is None or not any(found[part] for part in ("of", "points", "pressed", "wrong")):
        return None
    question, near = _meant(state, found, at)
    if question is None:
        return None
    rest = found["rest"].strip(_EDGES)
    right = _right(question, rest)
    if not near and not (found["pressed"] and _OF_PRESSING.search(rest)):
        return None
    if right == "yes" or right == "no":
        return Turned(question, right, clear=right != state.answer(question.key).declared)
    if _is_yes_just_now(state, question) and (told_besides := _besides_no(rest)) is not None:
        return Turned(question, "no", clear=True, words=told_besides)
    if not found["pressed"] and not (_is_yes_just_now(state, question) and _contradicts(text, found, rest)):
        return None
    return Turned(question, "no", clear=False, words="" if right == "unclear" else rest)


def tells_of_a_press(text: str) -> bool:
    """Whether words say that something was pressed by mistake, and no more than yes or no besides."""
    found = _TURNS.fullmatch(text.strip())
    if found is None or not found["pressed"]:
        return False
    rest = found["rest"].strip(_EDGES)
    return not rest or only_stands(_SHOULD.sub("", rest, count=1))


def _meant(state: DraftState, found: re.Match[str], at: str) -> tuple[Question | None, bool]:
    """The declaration, and whether it is the one in front of the person, or the one they name."""
    answered = [q for q in state.questions if q.kind == "declaration" and state.answer(q.key).declared]
    if name := found["of"]:
        labelled = [one for one in answered if name in one.label or name in one.topic]
        named = labelled or [one for one in answered if name in one.sentence]
        return (named[0], True) if len(named) == 1 else (None, False)
    here, newest = state.question, state.newest
    just = newest.question_key if newest is not None and newest.kind is EventKind.DECLARE else ""
    elsewhere = here is not None and here.key != just and not (just and not state.answer(here.key).given)
    if not (found["points"] or found["pressed"]) and elsewhere:
        return None, False
    this = (found["points"] or "").startswith("这") or found["pressed"]
    for key in (at, just, state.cursor if this else ""):
        if one := next((question for question in answered if question.key == key), None):
            return one, True
    return max(answered, key=lambda one: _when(state, one), default=None), False


def _is_yes_just_now(state: DraftState, question: Question) -> bool:
    """Whether a yes to it was the last thing that happened."""
    newest = state.newest
    just = newest is not None and newest.kind is EventKind.DECLARE and newest.question_key == question.key
    return just and state.answer(question.key).declared == "yes"


def _besides_no(rest: str) -> str | None:
    """What is told besides that the yes is not to be written: 我侄子酒驾被处理了 先别写是."""
    parts = [part for part in _PARTS.split(rest) if part]
    others = [part for part in parts if not (_TAKES_BACK.fullmatch(part) or _NOT_YES.fullmatch(part))]
    return "，".join(others) if len(others) < len(parts) else None


def _contradicts(text: str, found: re.Match[str], rest: str) -> bool:
    """Whether words right behind a yes say that it is wrong and what happened, and correct no figure."""
    corrects = told(text)
    if is_talk(text):
        return False
    in_words = corrects is None or (corrects.value is None and not corrects.parts)
    return found["wrong"] is not None and in_words and len(_HAN.findall(rest)) >= _TELLS


def _when(state: DraftState, question: Question) -> float:
    at = state.answer(question.key).declared_at
    return at.timestamp() if at is not None else 0.0


def _right(question: Question, rest: str) -> Meant:
    """What is told to be right."""
    if _TAKES_BACK.fullmatch(rest):
        return "no"
    said = _SHOULD.sub("", rest, count=1).strip(_EDGES) if _SHOULD.match(rest) else rest
    says = meant(question.sentence, said)
    return says if says in ("yes", "no") else echoed(question.sentence, rest) or says
