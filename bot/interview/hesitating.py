"""What somebody says while they think, at the start of a note or between two marks: 嗯，秋粮收了3200亩."""

import re

_SOUND = r"(?:[嗯呃噢喔诶欸]+|[额哦啊哎唉])"
_WORDS = (
    r"(?:[哦噢啊嗯呃]*对(?:了|对)?(?:还有|另外)?|好的?|好[嘞吧]|行|[Oo][Kk]|[那这]个|(?:让?我)?想想|我看看|是这样的?|收到"
    r"|没问题|可以)"
)
_THINKS = r"(?:(?:咋|怎么)[说讲]呢|这么说吧|(?:我|咱)?(?:接着|继续)[说讲]|刚才[说讲]到哪儿?了?)"
_MARKS = r"[，,、。.…～~!！\s]+"
_STOPS = r"\s*[，,。.…～~!！]+\s*"
"""What sets a word off: 好、中、差 is a list."""
_AT_THE_START = re.compile(rf"\A(?:(?:{_SOUND}|{_THINKS}){_MARKS}|{_WORDS}{_STOPS})+(?=.*\w)")
_BETWEEN = re.compile(rf"(?<=[，,、；;。\s]){_SOUND}{_MARKS}(?=\w)")


def without_hesitation(line: str) -> str:
    """The line without sounds and words that tell nothing, each set off by a mark or a blank; never empty."""
    return _BETWEEN.sub("", _AT_THE_START.sub("", line))
