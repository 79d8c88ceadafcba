"""Meetings and activities that nobody gave."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..trial import Trial
from .backing import coverage, has_any_of, is_told_as

_COUNTED = r"[一二两三四五六七八九十几\d]+[次回场轮]"
_COUNTS = re.compile(_COUNTED)
_EMPTY = frozenset("会大活动工作")
_COMMON = _EMPTY | frozenset("村民户组员家长小送开公")
"""Characters of meetings that stand in notes of every kind."""
_OFFICES = re.compile("班[子组长]|[专跟]班|节[约水日前后省]|课题|开展|发展|进展|扩展")
_ANY_MEETING = frozenset(("会议", "大会"))
_MET = _ANY_MEETING | {"会", "开会"}
_ONCE = re.compile("[一1][次场期轮]")
_LEAD = re.compile(r"开展|举办|召开|组织|参加|举行|承办|主持|多次|定期|先后|每月|讲授|开了|集中|接受|参与")
_PLAIN_LEAD = re.compile(
    r"各类|各种|多种形式|形式多样|广泛|深入|经常性?|积极|常态化|定期|不定期|全面|大力|持续|日常|入户|上门|专题|集中|相关|系列|主题|实地|现场|多次|反复|认真|有关|全镇|全县|全市|全国|本人|我|带头|扎实|有序"
)
_HOSTING = re.compile(
    r"(?:召开|举办|举行|承办(?!企|单|方|商)|主办(?!单|方))(?P<event>[^,。;!?:、\n\d【]{3,24})"
    r"|(?:开展|组织|过)(?P<activity>[^,。;!?:、\n\d【]{2,10}?(?:活动|生日))"
)
_MEETS = re.compile("会|[春秋]招|碰|商量|研究|议|谈|座|讨论|部署|开了")
_AT = re.compile(
    r"在[^,。;!?:、\n社]{0,10}[^\W社机协工委理监妇]会议?(?:上|[之以]?后(?![勤续])|期间)"
    r"|经[^,。;!?:、\n]{0,8}[^\W社机协工委理监妇]会议?(?:集体|充分|民主)?(?:讨论|研究|审议|表决|商[议定]|决[定议]|同意|通过|票决)"
)
_LOOKING = frozenset(("巡查", "视察", "察看", "查看", "考察", "参观", "观摩"))
_LOOKED = re.compile("[跑转走巡](?:了|过|\\d)|[来去]看|看[过了]|[到下]村")
"""Who 夜里去转过 went on an inspection by night."""
_PRIZE = re.compile("[一二三特]等奖|[冠亚季]军|[金银铜]奖|名次")
"""What is won at a contest."""
_DRILLED = re.compile(r"(?<![培集整教])[训教](?=[了过完]|\d|[一两二三四五六七八九十几])")
"""训了一期, 训了15天: a course, or a drill, in one character."""
_FIELD = re.compile("(?:练兵|比武)场|擂台(?!赛)|赛[马道]场?")
"""What something is only likened to: 把项目作为练兵场."""
_NOT_HELD = re.compile("(?:[仍尚还]需|须|有待|未[能获准]|不准|不得|不许|严禁|禁止)[^,。;]{0,4}$")
_GIVEN_UP = re.compile("作罢|取消|未[能准]|停办")


def check_meetings(trial: Trial) -> Iterator[Finding]:
    """A meeting or activity must be one of those in the notes.

    One note meeting backs one meeting of the prose.
    """
    given = [fact for fact in trial.notes.facts if fact.kind is FactKind.ACTIVITY]
    told = [fact for fact in trial.prose.facts if fact.kind is FactKind.ACTIVITY and not fact.weak]
    all_told = [fact for fact in trial.prose.facts if fact.kind is FactKind.ACTIVITY]
    used: set[int] = set()
    words: set[str] = set()
    spans: list[tuple[int, int]] = []
    for fact in told:
        if fact.unit in words or _FIELD.match(trial.prose.text, fact.start):
            continue
        words.add(fact.unit)
        if _has_synonym(trial, fact) or is_told_as(trial, fact.unit):
            continue
        if fact.unit[-1] in "班赛课展节" and fact.unit[-1] in _OFFICES.sub("", trial.notes.text):
            continue
        if _is_in_short(trial, fact) or (fact.unit.endswith("赛") and _PRIZE.search(trial.notes.text)):
            continue
        if fact.unit in _LOOKING and _LOOKED.search(trial.notes.text):
            continue
        if "训" in fact.unit and _DRILLED.search(trial.notes.text):
            continue
        if fact.unit.endswith(("谈话", "谈心")) and "谈" in trial.notes.text:
            continue
        if _is_not_held(trial, fact.start, fact.end):
            continue
        if fact.unit in _ANY_MEETING and (
            meant := [o.start for o in given if o.unit in _MET and o.start not in used]
        ):
            used.add(meant[0])
            continue
        if _is_foreign(trial, fact):
            spans.append((fact.start - len(fact.subject), fact.end))
            continue
        lead = _PLAIN_LEAD.sub("", _LEAD.split(fact.subject)[-1])[-4:]
        if _is_loose(trial, fact) and (len(lead) < 2 or lead[-2:] in trial.bigrams):
            continue
        if _is_loose(trial, fact) and any(
            sign in trial.notes.text for sign in fact.unit if sign not in _EMPTY
        ):
            continue
        kinds = set(fact.measure.split())
        backing = next(
            (
                other
                for other in given
                if kinds & set(other.measure.split())
                and other.start not in used
                and (
                    _is_retold(other, fact)
                    or not any(_is_retold(other, rival) for rival in all_told if rival is not fact)
                )
            ),
            None,
        )
        if backing is not None:
            used.add(backing.start)
        elif not _is_loose(trial, fact) or coverage(trial, lead if len(lead) > 1 else fact.unit) < 0.5:
            spans.append((fact.start - len(fact.subject), fact.end))
    spans += [*_occasions(trial), *_hostings(trial), *_spoken_at(trial)]
    upto = -1
    for start, end in sorted(spans):
        if start >= upto:
            yield trial.told(FindingKind.MEETING_INVENTED, start, end)
            upto = end


def _is_foreign(trial: Trial, fact: Fact) -> bool:
    """Whether the notes have no character of a meeting, and no word for it: 表彰会."""
    if fact.loose or has_any_of(trial, fact.unit, _COMMON):
        return False
    return not (fact.unit in trial.lexicon.plain_meetings and _MEETS.search(trial.notes.text))


def _occasions(trial: Trial) -> Iterator[tuple[int, int]]:
    """What is no word of every day, and the notes have nothing of: 沙龙, 征文."""
    for mark in trial.prose.marks.of("occasions"):
        if (
            mark.labels.isdisjoint(trial.notes.known)
            and not has_any_of(trial, mark.word, _COMMON)
            and not is_told_as(trial, mark.word)
            and not _is_not_held(trial, mark.start, mark.end)
        ):
            yield mark.start, mark.end


def _is_in_short(trial: Trial, fact: Fact) -> bool:
    """Whether the notes count it by its verb alone: 考了一次, for 考核1次."""
    verbs = "".join(set(fact.unit) - _EMPTY)
    if not verbs or not _COUNTS.search(trial.notes.text):
        return False
    return re.search(f"[{verbs}][了过]?{_COUNTED}", trial.notes.text) is not None


def _is_loose(trial: Trial, fact: Fact) -> bool:
    """Whether the words may say what is done all the time: 集中培训 does, 集中培训一次 is an event."""
    return fact.loose and not _ONCE.match(trial.prose.text, fact.end)


def _hostings(trial: Trial) -> Iterator[tuple[int, int]]:
    """召开, 举办 and 举行 always claim an event, whatever it is called."""
    for found in _HOSTING.finditer(trial.prose.text):
        if _is_not_held(trial, *found.span()):
            continue
        if found["activity"] and _names_a_meeting(trial, *found.span()):
            continue
        event = found["event"] or found["activity"].removesuffix("活动")
        words = _PLAIN_LEAD.sub("", re.sub(r"^为期.{1,3}的|[之以]?后$|时$", "", event))
        if words.endswith(("会", "会议")) and not _MEETS.search(trial.notes.text):
            yield found.span()
            continue
        shared = sum(sign in trial.notes.text for sign in words)
        if len(words) > 2 and coverage(trial, words) < 0.2 and shared * 3 < len(words):
            yield found.span()


def _names_a_meeting(trial: Trial, start: int, end: int) -> bool:
    return any(fact.kind is FactKind.ACTIVITY for fact in trial.prose.facts_in(start, end))


def _spoken_at(trial: Trial) -> Iterator[tuple[int, int]]:
    """What was said 在党员大会上 was said at a meeting."""
    if _MEETS.search(trial.notes.text):
        return
    for found in _AT.finditer(trial.prose.text):
        yield found.span()


def _is_not_held(trial: Trial, start: int, end: int) -> bool:
    """Whether the prose says that it is still to be, or was not: 仍需深入论证, 因县里未准举办而作罢."""
    text = trial.prose.text
    return (
        _NOT_HELD.search(text, trial.prose.clause_at(start).start, start) is not None
        or _GIVEN_UP.search(text, start, end) is not None
    )


def _is_retold(given: Fact, told: Fact) -> bool:
    """Whether the prose tells a meeting of the notes in its own words: 述职会 is 述职会, and no 推进会."""
    shared = set(given.subject[-4:] + given.unit) & set(told.subject[-6:] + told.unit) - set("会的大议")
    return given.unit == told.unit or (given.measure == told.measure and len(shared) >= 2)


def _has_synonym(trial: Trial, fact: Fact) -> bool:
    """Whether the notes say the activity in another word; 大学生 is no word for 学习."""
    at = bisect_left(trial.prose.synonyms, (fact.start, 0, ""))
    groups = {
        label
        for start, end, label in trial.prose.synonyms[at : at + 8]
        if fact.start <= start and end <= fact.end
    }
    return any(
        label in groups and (end - start > 1 or start in trial.note_cut.alone)
        for start, end, label in trial.notes.synonyms
    )
