"""Titles, honours, meetings and campaigns that nobody gave."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .fact import Fact, FactKind
from .finding import Finding, FindingKind
from .terms import Mark, labelled, longest
from .trial import Trial

_QUOTES = re.compile(r"[“”\"《》‘’]")
_NAMED_AFTER = re.compile(
    r"[”\"’](?:[\u4e00-\u9fff]{0,4})(?:品牌|活动|行动|工程|制度|模式|栏目|机制|商标|平台|项目|工作法|系列|专项|计划|小程序|试点|称号|讲堂|课堂|服务队|超市|银行|竞赛|大赛|论坛|[\u4e00-\u9fff]法(?!规|律|治|制)|清单|档案|办法|方案|意见|十条|条例|体系(?!建设)|套餐|热线|窗口|驿站|基地|联盟|联合体|工作室|小组|台账|网店|小店|商店|店铺)"
)
_NAMED_BEFORE = re.compile(
    r"(?:打造|创建|推出|注册|题为|名为|命名|荣获|获评|获|创办|叫做|开设|创立|推行|实行|试行|实施|创新|探索|采用|首创|创设|启动|出台|制定|印发|执行)$"
)
_CAMPAIGN_NAME = re.compile(
    r"(?:会战|行动|攻坚|攻坚战|工程|计划|[深提建攻质活]\w*年|[^每一二三四五六七八九十\d]月|宣传周)$"
)
_PARTS = re.compile(r"[、和及以与并]")
_PLACED = re.compile(r"^(?:全[县市省区镇国])?[前第][\d一二三四五六七八九十]+[名位强列]?$")
_MINE = re.compile("我|本人")
_SHORT_NAME = 4
_RATED = re.compile("评[的了上为成]|[被获]评")
_ADDED = re.compile(r"^[^,。;!?:\n的]*")


def check_titles(trial: Trial) -> Iterator[Finding]:
    """《》 must be backed by the notes; a quotation that is used as a name must be too."""
    bare = _QUOTES.sub("", trial.notes.text)
    for fact in trial.prose.facts:
        if fact.kind is FactKind.TITLE and not _is_backed(trial, fact, bare):
            yield trial.told(FindingKind.TITLE_INVENTED, fact.start, fact.end)
        if fact.kind is FactKind.DOCUMENT and fact.subject[-8:] not in trial.notes.text:
            yield trial.told(FindingKind.TITLE_INVENTED, fact.start, fact.end)


def _is_backed(trial: Trial, fact: Fact, bare: str) -> bool:
    inside = _QUOTES.sub("", fact.subject)
    if inside in bare or is_allowed(trial, inside):
        return True
    if fact.unit == "“”" and _CAMPAIGN_NAME.search(inside):
        return coverage(trial, inside) >= 0.99
    text = trial.prose.text
    if fact.unit == "“”":
        is_name = _NAMED_AFTER.match(text, fact.end - 1) or _NAMED_BEFORE.search(
            text[max(0, fact.start - 4) : fact.start]
        )
        if not is_name:
            return True
        marks = trial.lexicon.terms.find(inside)
        if any(
            mark.word == inside and "fixed" in mark.labels and "campaign" not in mark.labels for mark in marks
        ):
            return True
        return coverage(trial, inside) >= 0.5
    for part in trial.lexicon.title_parts:
        shorter = inside.replace(part, "")
        inside = shorter if len(shorter) >= 2 else inside
    return coverage(trial, inside) >= 0.6


def coverage(trial: Trial, words: str) -> float:
    """The share of neighbouring pairs of characters that stand in the notes too."""
    words = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", words)
    if len(words) < 2:
        return float(words in trial.notes.text)
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in trial.bigrams for pair in pairs) / len(pairs)


def is_allowed(trial: Trial, words: str) -> bool:
    """Whether the year pack carries these words, or a longer phrase with them."""
    return any(words in term for term in trial.lexicon.allowed)


def check_campaigns(trial: Trial) -> Iterator[Finding]:
    """A campaign or a political formula must stand in the notes or in the year pack."""
    quotes = {found.start() for found in _QUOTES.finditer(trial.prose.text)}
    places = [at for at in range(len(trial.prose.text)) if at not in quotes]
    plain = _QUOTES.sub("", trial.prose.text)
    bare = _QUOTES.sub("", trial.notes.text)
    marks = trial.prose.marks if len(plain) == len(trial.prose.text) else trial.lexicon.terms.find(plain)
    for mark in longest(labelled(marks, {"campaign"})):
        if any(part.word in bare for part in marks if _lies_in(part, mark) and len(part.word) > 2):
            continue
        if (
            mark.word not in bare
            and (len(mark.word) < 6 or coverage(trial, mark.word) < (0.6 if len(mark.word) < 10 else 0.35))
            and not is_allowed(trial, mark.word)
            and not _is_inside(trial, plain, mark.start, mark.end)
            and not _is_shortened(mark.word, bare)
        ):
            yield trial.told(FindingKind.CAMPAIGN_INVENTED, places[mark.start], places[mark.end - 1] + 1)
    for mark in longest(labelled(marks, {"campaign_heads"})):
        before = re.split(
            r"[,。;!?:\n、]|开展|推进|深化|参加|以|抓好|打好|打赢|聚焦|坚持|扎实|深入|实施|做好",
            plain[max(0, mark.start - 14) : mark.start],
        )[-1]
        if (
            mark.word in bare
            or coverage(trial, before + mark.word[:2]) > 0.3
            or is_allowed(trial, mark.word)
            or len(before) < 2
        ):
            continue
        if not _is_inside(trial, plain, mark.start, mark.end):
            yield trial.told(
                FindingKind.CAMPAIGN_INVENTED, places[mark.start - len(before)], places[mark.end - 1] + 1
            )


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


def _lies_in(part: Mark, whole: Mark) -> bool:
    return "campaign" in part.labels and whole.start <= part.start and part.end <= whole.end


def _is_inside(trial: Trial, plain: str, start: int, end: int) -> bool:
    return any(
        (at := term.find(plain[start:end])) >= 0
        and plain[max(0, start - at) : start - at + len(term)] == term
        for term in trial.lexicon.allowed
    )


def check_honours(trial: Trial) -> Iterator[Finding]:
    """An honour must be backed: the noun that names it, and what is said to have been won."""
    marks = trial.prose.marks
    spans: list[tuple[int, int]] = []
    for fact in trial.prose.facts:
        if fact.kind is FactKind.HONOUR and fact.subject not in trial.notes.text:
            spans.append((fact.start, fact.end))
    for mark in longest(labelled(marks, {"honour_verbs"})):
        at = mark.end
        tail = _ADDED.match(trial.prose.text[at : at + 40])
        for part in _PARTS.split(tail.group() if tail else ""):
            if len(part) > 2 and not _PLACED.search(part) and coverage(trial, part) < 0.5:
                spans.append((mark.start, at + len(part)))
            at += len(part) + 1
        if not tail or len(tail.group()) <= 2:
            lead = trial.prose.text[trial.prose.clause_at(mark.start).start : mark.end]
            if mark.word == "批示" and _MINE.search(lead):
                continue
            won = tail.group() if tail else ""
            rated = (won and won in trial.notes.text) or (
                mark.word[-1] == "评" and _RATED.search(trial.notes.text)
            )
            if mark.word[-2:] not in trial.notes.text and not rated and coverage(trial, lead) < 0.6:
                spans.append((mark.start, mark.end))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
            yield trial.told(FindingKind.HONOUR_INVENTED, start, min(end, len(trial.prose.text)))


_ONCE = re.compile("[一1][次场期轮]")
_LEAD = re.compile(r"开展|举办|召开|组织|参加|举行|承办|主持|多次|定期|先后|每月|讲授|开了|集中|接受|参与")
_PLAIN_LEAD = re.compile(
    r"各类|各种|多种形式|形式多样|广泛|深入|经常性?|积极|常态化|定期|不定期|全面|大力|持续|日常|入户|上门|专题|集中|相关|系列|主题|实地|现场|多次|反复|认真|有关|全镇|全县|全市|全国|本人|我|带头|扎实|有序"
)
_HOSTING = re.compile(
    r"(?:召开|举办|举行|承办(?!企|单|方|商)|主办(?!单|方))(?P<event>[^,。;!?:、\n\d【]{3,24})"
)
_MEETS = re.compile("会|[春秋]招|碰|商量|研究|议|谈|座|讨论|部署|开了")
_PLAIN_HEADS = frozenset(
    ("会议", "大会", "推进会", "座谈会", "现场会", "部署会", "动员会", "培训", "培训班", "活动", "会")
)


def _is_loose(trial: Trial, fact: Fact) -> bool:
    """Whether the words may say what is done all the time: 集中培训 does, 集中培训一次 is an event."""
    return fact.loose and not _ONCE.match(trial.prose.text, fact.end)


def _hostings(trial: Trial) -> Iterator[tuple[int, int]]:
    """召开, 举办 and 举行 always claim an event, whatever it is called."""
    for found in _HOSTING.finditer(trial.prose.text):
        words = _PLAIN_LEAD.sub("", re.sub(r"^为期.{1,3}的", "", found["event"]))
        if words[-1:] and words[-1] in "班赛课展节" and words[-1] in trial.notes.text:
            continue
        if words.endswith(("会", "会议")) and not _MEETS.search(trial.notes.text):
            yield found.span()
            continue
        shared = sum(sign in trial.notes.text for sign in words)
        if len(words) > 2 and coverage(trial, words) < 0.2 and shared * 3 < len(words):
            yield found.span()


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
        if fact.unit in words:
            continue
        words.add(fact.unit)
        if _has_synonym(trial, fact):
            continue
        if fact.unit[-1] in "班赛课展节" and fact.unit[-1] in trial.notes.text:
            continue
        if fact.unit.endswith(("谈话", "谈心")) and "谈" in trial.notes.text:
            continue
        lead = _PLAIN_LEAD.sub("", _LEAD.split(fact.subject)[-1])[-4:]
        if _is_loose(trial, fact) and (len(lead) < 2 or lead[-2:] in trial.bigrams):
            continue
        if _is_loose(trial, fact) and any(
            sign in trial.notes.text for sign in fact.unit if sign not in "会大动活工作"
        ):
            continue
        if fact.unit in trial.notes.text and (
            fact.unit not in _PLAIN_HEADS or len(lead) < 2 or coverage(trial, lead + fact.unit) > 0.3
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
    spans += _hostings(trial)
    upto = -1
    for start, end in sorted(spans):
        if start >= upto:
            yield trial.told(FindingKind.MEETING_INVENTED, start, end)
            upto = end
