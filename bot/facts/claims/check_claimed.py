"""Gatherings, journeys and firm denials that have next to nothing of any note in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..finding import Finding, FindingKind
from ..matching.tellings import Tellings
from ..text.leaving_open import NOTHING_HAPPENED
from ..text.reading import Clause
from ..text.scanning import Scan
from ..trial import Trial
from .integrity import AND, labels_of, topic_marks, topics

_GATHERED = Scan(
    "[邀召举开前旁随赴组到去]",
    r"邀请|召集|(?:举办|举行|召开)(?=[\u4e00-\u9fff])|前往(?=[\u4e00-\u9fff])(?!了解|查看|察看|处理|处置|协调|调解|劝|看望|慰问|现场|开展|做工作)(?![\u4e00-\u9fff]{1,6}(?:者|的人))|旁听|随班|(?<![奔共以赶])赴"
    r"|组织[\u4e00-\u9fff]{0,10}(?:参观|观摩|考察|研学|授课)"
    r"|[到去][\u4e00-\u9fff]{2,10}(?:考察|学习|参观|观摩|取经|授课)",
)
_DENIED = Scan(
    "[绝决从无零不一未没、任]",
    r"[绝决]不(?=[涉插参收经碰])|从未(?![缴交参办改][^,。;]{0,3}看)|从无|从不(?!缺|平坦|停|懈|言|止)|从没|无一[人例起](?![不掉缺遗外])|零(?:亡人|事故|死亡|伤亡|投诉|上访|违纪|差错|火灾)"
    r"|不[收拿吃占]一|一律自理|未(?:收取|利用|插手|接受|占用)|没有(?:占|利用|收|拿|吃|接受)"
    r"|、无[\u4e00-\u9fff]{2,10}发生|[未不](?!能|[获取]?得)[^,。]{0,10}任何|任何(?:费用|礼|报酬|好处|便利|吃请|宴请|单位|企业|合作社)|一分(?:便宜|利|好处)",
)
_DISCLAIMED = Scan(
    "[本亲家]",
    r"(?:本人|亲[友属戚]|家[属人])[^,。;:]{0,14}?(?:(?:没有?|未|从?无)[^,。;:]{0,10}(?:任何|一[次分件元份笔单]|过)"
    r"|一[次分件元份笔单]未|无一|从[未不没])",
)
"""What people say of themselves and of their families: they have had no part in it whatever."""
_DENIED_VERB = re.compile("(?:没有?|未曾?|从[未没])(?P<verb>[\u4e00-\u9fff]{2})(?=[,。;!?\n]|$)")
_KINDS = ((_GATHERED, FindingKind.MEETING_INVENTED), (_DENIED, FindingKind.DECLARATION_INVENTED))
_SAYS_NOTHING = frozenset("组织邀请赴召集举办开行前往到去学习从未无任何没有实现做本人")
_HELD = re.compile("举办|举行|召开")
_UNTOWARD = re.compile("[未无没](?:出现?|有|发生)?(?:过|任何|一起)*(?:意外|差错|纰漏|闪失|事故|问题|乱子)")
_KIN = frozenset("亲友属戚家人")
_NAME = 3
_LEAST, _SAME, _SHARE, _DENIED_ALIKE = 3, 2, 0.4, 0.3


def check_claimed(trial: Trial) -> Iterator[Finding]:
    """Who gathers people, goes somewhere or denies firmly must share words with some clause of the notes.

    What happened a number of times is left to the numbers. Who disclaims anything for themselves must share
    words with what some note denies.
    """
    yield from _disclaimed(trial)
    claims = [
        (kind, clause, trial.prose.signs_of(clause.start, clause.end) - _SAYS_NOTHING)
        for pattern, kind in _KINDS
        for clause in trial.prose.clauses_with(pattern)
        if pattern is _DENIED or not (_is_counted(trial, clause) or _is_named(trial, clause))
    ]
    if not claims:
        return
    given = Tellings(
        trial.notes, trial.notes.places(frozenset[str]().union(*(signs for *_, signs in claims)))
    )
    denied, marks = topics(trial.notes), topic_marks(trial.prose)
    for kind, clause, signs in claims:
        said = {label for mark in marks.get(clause, ()) for label in labels_of(mark)}
        if any(
            said & labels and len(signs & trial.notes.signs_of(*given[:2])) >= _SAME
            for given, labels in denied.items()
        ) and not AND.search(trial.prose.text, *clause[:2]):
            continue
        words = frozenset(sign for sign in signs if len(sign) == 1)
        if _UNTOWARD.search(trial.prose.text, *clause[:2]) and NOTHING_HAPPENED.search(trial.notes.text):
            continue
        if len(words) >= _LEAST and given.most(words, signs - words) < _SHARE:
            yield trial.told(kind, clause.start, clause.end)


def _is_named(trial: Trial, clause: Clause) -> bool:
    """Whether the notes name what is held: 首次举办海钓节, where they tell of a 海钓节."""
    return any(
        trial.prose.text[found.end() : found.end() + _NAME] in trial.notes.text
        for found in _HELD.finditer(trial.prose.text, clause.start, clause.end)
    )


def _is_counted(trial: Trial, clause: Clause) -> bool:
    return any(fact.is_number for fact in trial.prose.facts_in(clause.start, clause.end))


def _disclaimed(trial: Trial) -> Iterator[Finding]:
    for clause in trial.prose.clauses_with(_DISCLAIMED):
        said = trial.prose.signs_of(clause.start, clause.end) - _SAYS_NOTHING - _KIN
        signs = frozenset(sign for sign in said if len(sign) == 1)
        if len(signs) >= _LEAST and not any(
            len(signs & denied) >= _DENIED_ALIKE * len(signs) or _denies_the_same(trial, clause, pairs)
            for denied, pairs in trial.denials
        ):
            yield trial.told(FindingKind.DECLARATION_INVENTED, clause.start, clause.end)


def _denies_the_same(trial: Trial, clause: Clause, pairs: Collection[str]) -> bool:
    """Whether the verb right behind the denial is one that the note denies: 未曾过问 of 没过问过."""
    denied = _DENIED_VERB.search(trial.prose.text, clause.start, clause.end)
    return denied is not None and denied["verb"] in pairs
