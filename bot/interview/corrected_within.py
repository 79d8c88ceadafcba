"""A message that corrects itself, or something before it, at its end: 支部11次，哦不，12次."""

import re

from bot.interview.amending import ways
from bot.interview.correction_words import told
from bot.interview.corrections import finds
from bot.interview.state import DraftState

_CUE = re.compile(
    r"[，,。；;！!\s]+(?=(?:[哦啊噢呃]不|(?:哦|啊|哎呀|对了|不好意思|抱歉)?[，,\s]*(?:不对|不是|[说写打记]错|错了|更正|刚才|上一?[条句]))[^，,。；;]*)"
)
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万]")


def corrected_within(state: DraftState, key: str, text: str) -> tuple[str, str] | None:
    """What such a message says, and its correction; None if it has none at its end.

    Only a figure that is told anew is one, if a figure was told that it may take the place of.
    """
    for cue in _CUE.finditer(text):
        said, correction = text[: cue.start()], text[cue.end() :]
        meant = told(correction)
        if meant is None or meant.value is None or not (meant.wrong or meant.old) or not _NUMBER.search(said):
            continue
        if ways(said, correction) or finds(state, key, correction):
            return said, correction
    return None
