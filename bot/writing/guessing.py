"""A figure told as a guess: 好像是400万, 12次吧. The report says 约, and leaves out the talk around it."""

import re

from bot.interview.figures import ABOUT, NUMBER
from bot.interview.told_anew import UNITS

_ENDS = r"(?=$|[，,。；;！!、\s])"
_VALUE = (
    rf"(?<![第\d.．〇一二两三四五六七八九十百千万亿])(?P<value>{NUMBER}(?P<more>[多余来])?(?![年月日号点时])[{UNITS}]{{0,4}}"
    r"(?P<tail>左右|上下|以上|以下)?)"
)
_SEEMS = re.compile(rf"(?:好像|貌似|似乎|印象中?)(?:就|也)?(?:是|有)?(?P<about>{ABOUT})?{_VALUE}吧?{_ENDS}")
_MAYBE = re.compile(rf"(?P<before>{ABOUT}|估计|可能|应该|也就|最多|至少|是)?{_VALUE}吧{_ENDS}")
_SO_SO = re.compile(rf"(?<=[还挺算也都])([\u4e00-\u9fff]{{1,3}})吧{_ENDS}")


def as_guesses(text: str) -> str:
    """The text with 约 in front of figures that were told with 好像 or 吧, where nothing else says so."""
    text = _SEEMS.sub(lambda found: _about(found, found["about"] or ""), text)
    text = _MAYBE.sub(lambda found: _about(found, found["before"] or ""), text)
    return _SO_SO.sub(r"\1", text)


def _about(found: re.Match[str], before: str) -> str:
    hedged = found["more"] or found["tail"] or (before and before not in ("是", "应该"))
    return f"{before}{'' if hedged else '约'}{found['value']}"
