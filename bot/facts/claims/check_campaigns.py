"""Campaigns and political formulas that neither the notes nor the year pack carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.terms import longest
from ..trial import Trial
from .backing import QUOTES, coverage, is_allowed, is_told_as

_SHORT_NAME = 4
_CONGRESSES = {"20大": "二十大", "19大": "十九大", "18大": "十八大"}
_CONGRESS = re.compile("|".join(_CONGRESSES))
"""The congresses of the Party, as phones write them."""
_OF_ALL = re.compile("^(?:党的|全国|国家|世界)")
_STYLED = re.compile(
    "百日|清零|攻坚|会战|亮剑|利剑|雷霆|春雷|大排查|大起底|大整治|歼灭|清仓|护航|清源|回头看|集中整治|拉网|清底|冲刺|提质|专项"
)


def check_campaigns(trial: Trial) -> Iterator[Finding]:
    """A campaign or a political formula must stand in the notes or in the year pack."""
    plain = QUOTES.sub("", trial.prose.text)
    marks = trial.prose.marks if len(plain) == len(trial.prose.text) else trial.lexicon.campaigns.find(plain)
    campaigns, heads = marks.of("campaign"), marks.of("campaign_heads")
    if not (campaigns or heads):
        return
    quotes = {found.start() for found in QUOTES.finditer(trial.prose.text)}
    places = [at for at in range(len(trial.prose.text)) if at not in quotes]
    bare = _CONGRESS.sub(lambda found: _CONGRESSES[found.group()], QUOTES.sub("", trial.notes.text))
    for mark in longest(campaigns):
        if (
            _OF_ALL.sub("", mark.word) not in bare
            and (len(mark.word) < 6 or coverage(trial, mark.word) < (0.6 if len(mark.word) < 10 else 0.35))
            and not is_allowed(trial, mark.word)
            and not _is_shortened(mark.word, bare)
            and not is_told_as(trial, mark.word)
        ):
            yield trial.told(FindingKind.CAMPAIGN_INVENTED, places[mark.start], places[mark.end - 1] + 1)
    for mark in longest(heads):
        before = re.split(
            r"[,。;!?:\n、]|开展|推进|深化|参加|以|抓好|打好|打赢|聚焦|坚持|扎实|深入|实施|做好",
            plain[max(0, mark.start - 14) : mark.start],
        )[-1]
        if (
            mark.word in bare
            or (coverage(trial, before + mark.word[:2]) > 0.3 and not _is_styled(before, bare))
            or is_allowed(trial, mark.word)
            or len(before) < 2
        ):
            continue
        yield trial.told(
            FindingKind.CAMPAIGN_INVENTED, places[mark.start - len(before)], places[mark.end - 1] + 1
        )


def _is_styled(name: str, notes: str) -> bool:
    """Whether a campaign is named by a word of campaigns that the notes have not: 违法用地百日清零行动."""
    styled = _STYLED.search(name, max(0, len(name) - _SHORT_NAME))
    return styled is not None and styled.group() not in notes


def _is_shortened(name: str, notes: str) -> bool:
    """Whether the notes say 五经普 for 第五次全国经济普查, 农普 for 农业普查: its own characters in order."""
    if len(name) == _SHORT_NAME:
        return name[0] + name[2] in notes
    if len(name) < 6:
        return False
    for at in range(len(notes) - 2):
        rest = iter(name)
        if all(sign in rest for sign in notes[at : at + 3]):
            return True
    return False
