"""Who speaks: 我, 本人, 我们, and a report in which nobody does."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_I = re.compile(
    r"(?<![\u4e00-\u9fff自])我(?![们镇乡县市省国区村社党院局站队校委方为])|(?<=[，。使让])我(?![们镇乡县市省国区村社党院局站队校委方为])"
)
_SELF = re.compile(r"(?<!我)本人(?![的]?(?:身份|签字|签名|意愿|申请))")
_WE = re.compile(r"我们(?!党|国家)")


def voices(reading: Reading) -> Iterator[Finding]:
    """我 and 本人 mixed: the rarer one; 我们 in a report on one's own duty."""
    mine = [match.span() for match in _I.finditer(reading.text)]
    self_ = [match.span() for match in _SELF.finditer(reading.text)]
    if mine and self_:
        word = "本人" if len(self_) >= len(mine) else "我"
        for start, end in min(self_, mine, key=len):
            yield reading.finding("whole.voice-mixed", start, end, fix=word)
    for match in _WE.finditer(reading.text):
        yield reading.finding("whole.voice-we", match.start(), match.end())
