"""A message that corrects itself: 支部11次，哦不，12次; 存栏5200头，不对，是5300头，出栏2000头."""

import re
from collections.abc import Iterator

from bot.interview.amending import ways
from bot.interview.correction_words import EDGES, told
from bot.interview.corrections import finds
from bot.interview.state import DraftState

_CUE = re.compile(
    r"[，,。；;！!\s]+(?=(?:[哦啊噢呃哎唉]不|(?:(?:哦|啊|哎呀?|唉|噢|嗯|呃|哟|对了|不好意思|抱歉|对不起)[，,、\s]*)*"
    r"(?:不对|不是|[说写打记]错|错了|更正|修?改一下|刚才|上一?[条句]|等[一等]?下|等等|慢着)))"
)
_BREAK = re.compile(r"[，,。；;！!\s]+")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万]")


def corrected_within(state: DraftState, key: str, text: str) -> tuple[str, ...]:
    """Such a message in parts, in their order: what it says, a correction of it, what it says then.

    Nothing if there is no correction in it. Only a figure that is told anew is one, if a figure was told
    that it may take the place of. But for the marks between them the parts are the whole message.
    """
    parts, said, start = list[str](), list[str](), 0
    for cue in _CUE.finditer(text):
        if cue.start() < start:
            continue
        before = text[start : cue.start()].strip(EDGES)
        so_far = [*said, before] if before else said
        corrections = (text[cue.end() : end] for end in _ends(text, cue.end()))
        found = next((one for one in corrections if _corrects(state, key, one, so_far)), "")
        if found:
            parts += [*([before] if before else []), found]
            said, start = so_far, cue.end() + len(found)
    rest = text[start:].strip(EDGES)
    return (*parts, *([rest] if rest else [])) if parts else ()


def _ends(text: str, start: int) -> Iterator[int]:
    """Where a correction that begins there may end, the last place first."""
    breaks = [one.start() for one in _BREAK.finditer(text, start) if one.start() > start]
    return iter(dict.fromkeys((len(text), *reversed(breaks))))


def _corrects(state: DraftState, key: str, correction: str, said: list[str]) -> bool:
    """Whether these words tell a figure anew that was told in the message, or before it."""
    meant = told(correction)
    if meant is None or meant.value is None or not (meant.wrong or meant.old):
        return False
    if not any(map(_NUMBER.search, said)):
        return False
    return any(ways(one, correction) for one in said) or finds(state, key, correction)
