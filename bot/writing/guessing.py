"""A figure told as a guess: 好像是400万, 12次吧. The report says 约, and leaves out the talk around it."""

import re

from bot.interview.figures import ABOUT, NUMBER
from bot.interview.told_anew import UNITS

_ENDS = r"(?=$|[，,。；;！!、\s])"
_VALUE = (
    rf"(?<![第\d.．〇一二两三四五六七八九十百千万亿])(?!一(?![百千万十分]))(?P<value>{NUMBER}(?P<more>[多余来])?"
    rf"(?![年月日号点时])(?:[{UNITS}]{{1,4}}|(?<=\d))(?P<tail>左右|上下|以上|以下)?)"
)
_HEDGED = re.compile(r"(?:大[概约]|估计?|差不多|可能|[约近])[^，,。；;、\s]*$")
_RANGE = re.compile(r"[一二三四五六七八九]{2}|[十百千万](?:十|把)")
_MORE = re.compile(r"[多余来几]")
_HAN = r"[\u4e00-\u9fff]"
_NOUN = rf"(?P<noun>(?:(?!了){_HAN}){{0,4}}?)"
_SEEMS = re.compile(
    rf"(?:好像|貌似|似乎|印象中?)(?:就|也)?是?(?P<before>{_HAN}{{0,4}}?)(?P<about>{ABOUT})?{_VALUE}{_NOUN}吧?{_ENDS}"
)
_MAYBE = re.compile(rf"(?P<before>)(?P<about>{ABOUT}|估计|可能|应该|也就|最多|至少)?{_VALUE}{_NOUN}吧{_ENDS}")
_OPEN = re.compile(rf"(?<=】)([{UNITS}]{{0,4}})吧{_ENDS}")
"""Behind a figure that is not known yet."""
_AS_IT_SEEMS = re.compile(rf"(?<=[{UNITS}\d])吧?(?:好像|应该|可能){_ENDS}")
"""Said behind the figure: 8.1亿吧好像."""
_SO_SO = re.compile(rf"(?<=[还挺也都]|(?<!不)算)([\u4e00-\u9fff]{{1,3}})吧{_ENDS}")


def as_guesses(text: str) -> str:
    """The text with 约 in front of figures that were told with 好像 or 吧, where nothing else says so."""
    text = _OPEN.sub(r"\1", _AS_IT_SEEMS.sub("吧", text))
    return _SO_SO.sub(r"\1", _MAYBE.sub(_about, _SEEMS.sub(_about, text)))


def _about(found: re.Match[str]) -> str:
    about, value = found["about"] or "", found["value"]
    hedged = (
        found["more"]
        or _MORE.match(found["noun"])
        or found["tail"]
        or _RANGE.search(value)
        or (about and about != "应该")
    )
    if _HEDGED.search(found.string, 0, found.start()):
        hedged = True
    return f"{found['before']}{about}{'' if hedged else '约'}{value}{found['noun']}"
