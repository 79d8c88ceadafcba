"""Notes that correct another one: 不对，是7900头; 更正：7900头. Whether they do is asked, never assumed.

What they correct is the note before them, at the same question or, if they are the first there, wherever it
was said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.outline import OTHER, Question
from bot.interview.state import DraftState

MOST_WAYS = 3
"""As many figures of one kind are offered to be replaced, each by a button."""
LONGEST_NAME = 20

_SEPARATED = r"[，,。.：:；;！!、~～—…\s]+"
_SORRY = r"(?:(?:哎呀|啊|哦|噢|哎|唉|嗯|呃|对不起|抱歉|不好意思)[，,、！!。…\s]*)?"
_ONE = r"(?:那|这)?(?:一)?(?:条|句|个)?(?:话|消息|数字|数据|数)?"
_WHICH = rf"我?(?:[上前]一?[条句个]|(?:上面|刚才|刚刚|前面){_ONE}|[那这](?:条|句|个数))"
_WHICH = rf"{_WHICH}(?:话|消息|数字|数据|数)?(?:里|中)?(?:的)?(?:我)?(?:数字|数据|数)?"
_SAID = r"[说讲写打记报发弄搞输填]"
_WRONG = (
    rf"(?:{_WHICH}(?:[^，,。；;\s]{{1,12}}?(?={_SAID}错))?{_SAID}?(?:得|的)?(?:不对|有误|错了|错啦|错)|我?[说讲写打记](?:错了?|得不对)|口误|笔误|(?:不对)+|错了)"
    r"[啊呀哦了]?"
)
_IS = (
    r"(?:(?:正确|准确|实际|真正)(?:的|上)?(?:数字|数据|数)?(?:应该?|应当)?是|应该?是|应当是|应为|应该?改[成为]|改[成为]|其实是|是)"
    r"[：:，,]?\s*"
)
_FIXED = r"(?:更正|纠正|订正)(?:一下|如下)?"
_LEADS = (
    re.compile(rf"{_SORRY}{_WRONG}(?:{_SEPARATED}(?:{_IS})?|{_IS})(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}{_FIXED}(?:[：:，,。]\s*(?:{_IS})?|{_IS})(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}不是{_SEPARATED}{_IS}(?P<rest>.+)", re.DOTALL),
)
_ONLY_FIGURE = re.compile(rf"{_SORRY}{_IS}(?P<rest>.+)")
_NOT_THAT = (
    re.compile(rf"{_SORRY}把(?P<old>[^，,。；;、]{{1,20}}?)改[成为](?P<rest>[^，,。；;]{{1,20}})"),
    re.compile(
        rf"{_SORRY}不是(?P<old>[^，,。；;、]{{1,20}})[，,、]\s*(?:而|应该?|应当)?是(?P<rest>[^，,。；;]{{1,20}})"
    ),
    re.compile(
        rf"{_SORRY}是?(?P<rest>[^，,。；;]{{1,20}}?)[，,、]\s*(?:而)?不是(?P<old>[^，,。；;]{{1,20}})"
    ),
)
_WRONG_BEFORE = re.compile(rf"(?P<rest>[^，,。；;]{{1,40}}?)[，,。；;]\s*{_WHICH}{_SAID}错了?")
"""What was wrong may be told behind what is right: 7900头，刚才写错了."""
_ANOTHER_SENSE = re.compile(r"就|的|要|则|马上|当场|立即|立刻|随即|怎么|谁|吗|没关系|不要紧|我们?就")
"""What goes on like this tells what is done about mistakes."""

_NUMBER = r"(?:\d+(?:[.．]\d+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)"
_ABOUT = r"(?:约|大约|大概|近|将近|不到)?"
_FIGURE = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{2,10}}?)??(?:是|为)?{_ABOUT}(?P<number>{_NUMBER})(?P<more>[多余来])?"
    r"(?P<unit>[\u4e00-\u9fff%％]{0,4}?)(?:左右|上下)?"
)
_EDGES = " \t\r\n　。.！!，,；;~～…"
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")


@dataclass(frozen=True, slots=True)
class Way:
    """What the corrected note would read; `old` and `new` are the words that change, if not all do."""

    text: str
    old: str = ""
    new: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Correcting:
    """The note at question `key` seems to correct the note `before`, which stands at `question`."""

    note: Note
    key: str
    before: Note
    question: Question
    ways: tuple[Way, ...]


def correcting(state: DraftState) -> Correcting | None:
    """The first note to be asked about at the question under the cursor, or one said just now elsewhere."""
    newest = state.newest
    here = OTHER if state.cursor == END else state.cursor
    just_now = newest.question_key if newest is not None and newest.seq == state.version else here
    return next((found for key in dict.fromkeys((here, just_now)) for found in _at(state, key)), None)


def undecided(state: DraftState) -> tuple[Correcting, ...]:
    """All of them."""
    return tuple(found for key in state.keys for found in _at(state, key))


def reads_like_one(text: str) -> bool:
    """Whether the text begins as a correction does, whatever it may correct."""
    plain = text.translate(_WIDE).strip(_EDGES)
    return any(lead.fullmatch(plain) for lead in (*_LEADS, _WRONG_BEFORE))


def ways(before: str, said: str) -> tuple[Way, ...]:
    """What a note reads once these words have corrected it; nothing if they do not read like a correction.

    A bare figure replaces the figure of its unit, a name the one it is set against; other words replace all.
    """
    plain = said.translate(_WIDE).strip(_EDGES)
    old = before.translate(_WIDE)
    if len(old) != len(before):
        return ()
    for pattern in _NOT_THAT:
        found = pattern.fullmatch(plain)
        if found and found["old"] in old:
            return (_swapped(before, old.index(found["old"]), found["old"], found["rest"]),)
    for lead in (*_LEADS, _WRONG_BEFORE):
        if (found := lead.fullmatch(plain)) and any(map(str.isalnum, found["rest"])):
            if _ANOTHER_SENSE.match(found["rest"]):
                return ()
            rest = found["rest"].strip(_EDGES)
            return _by_figure(before, old, rest) or (Way(_own(said, rest, found.start("rest"))),)
    if found := _ONLY_FIGURE.fullmatch(plain):
        return _by_figure(before, old, found["rest"])
    return ()


def _at(state: DraftState, key: str) -> Iterator[Correcting]:
    if key not in state.asked.by_key:
        return
    answer = state.answer(key)
    for at, note in enumerate(answer.words):
        if note.seq in state.beside:
            continue
        found = (key, answer.words[at - 1]) if at else _elsewhere(state, note)
        if found is not None and (possible := ways(found[1].reading, note.text)):
            yield Correcting(note, key, found[1], state.asked.by_key[found[0]], possible)


def _elsewhere(state: DraftState, note: Note) -> tuple[str, Note] | None:
    """What was said last before this note at any question, if the note reads like a correction."""
    if not reads_like_one(note.text):
        return None
    earlier = [(one, k) for k in state.keys for one in state.answer(k).words if one.seq < note.seq]
    if not earlier:
        return None
    newest, where = max(earlier, key=lambda found: found[0].seq)
    return where, newest


def _by_figure(before: str, old: str, rest: str) -> tuple[Way, ...]:
    """The note with one figure of the same unit replaced, a way for each; none if the words say more.

    One that tells this very figure by now, because its message was edited, stays as it is.
    """
    told = _FIGURE.fullmatch(rest)
    if told is None:
        return ()
    figure = rest[told.start("number") :]
    unit = told["unit"]
    ends = rf"(?:[多余来])?{re.escape(unit)}" if unit else r"(?![\d十百千万亿.．])"
    places = list(re.finditer(rf"(?<![\d.．一二两三四五六七八九十百千万亿])(?:{_NUMBER}){ends}", old))
    if told["of"]:
        places = [
            place for place in places if re.search(rf"{told['of']}(?:是|为|约|共)?$", old[: place.start()])
        ]
    if any(place.group() == figure for place in places):
        return (Way(before),)
    if not 1 <= len(places) <= MOST_WAYS:
        return ()
    return tuple(_swapped(before, place.start(), place.group(), figure) for place in places)


def _swapped(before: str, at: int, old: str, new: str) -> Way:
    """The note with new words in the place of old ones; a unit that stands behind them is not told twice."""
    behind = before[at + len(old) :]
    for length in range(min(4, len(new) - 1), 0, -1):
        if not old.endswith(new[-length:]) and behind.startswith(new[-length:]):
            behind = behind[length:]
            break
    return Way(before[:at] + new + behind, old, new, at)


def _own(said: str, rest: str, start: int) -> str:
    """The rest in the person's own characters: nothing but the lead-in and a stop is taken away."""
    begins = start + len(said) - len(said.lstrip(_EDGES))
    return said[begins : begins + len(rest)]
