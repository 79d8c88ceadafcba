"""Honours that nobody gave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..text.terms import Mark, longest
from ..trial import Trial
from .backing import coverage, has_any_of, is_told_as

_PARTS = re.compile(r"[、和及以与并]")
_PLACED = re.compile(r"^(?:全?[县市省州盟区旗镇乡国])?[前第][\d一二三四五六七八九十]+[名位强列]?$")
_PLACE = re.compile("第[一二三四五六七八九十]|首位")
_RANKS = re.compile("之列|行列|名单|范围|评[定价]$|[等名]次$|级(?=[特一二三]等|第|优秀|良好|先进|文明|示范)")
_USED = re.compile("采用|采纳|转发|刊发|批准|批复|支持|推荐")
_MINE = re.compile("我|本人")
_RATED = re.compile("评[的了上为成]|[被获]评")
_PRIZE = re.compile("[特一二三]等奖")
_GRADE = re.compile(
    r"考核[^,。;\n]{0,6}优(?![化先势良])|[去前上]年[^,。;\n]{0,3}优秀(?=[,。;\n]|$)|优秀(?=\d)|评优|评[为上了]优"
)
"""The grade 优秀 of the yearly assessment, however it is told (《公务员考核规定》)."""
_NO_HONOUR = re.compile("等次$|^[为了]?(?:差|一般|不合格|后进|末|有所|较|好转)")
_NOT_WON = re.compile("[未没][能有]?[被获]?$|无缘$|落选$")
_UNDECIDED = re.compile("能否|是否|与否|[尚还仍][不未]")
"""能否评上目前尚不知晓."""
_PAID = re.compile(
    r"资金|经费|支持|资助|补助|补贴|奖补|拨款|帮扶|捐[助赠]?|奖励(?=[\d一二两三四五六七八九十])"
)
"""Who gets money has won nothing: 获县交通局支持300万元."""
_BESIDE_OTHERS = re.compile(r"(?:与|同|和|向|对照|对标|比起)(?:全[省市县区])?[^,。;]{0,4}$")
_MEASURED_BY = re.compile(r"[^,。;]{0,6}(?:相比|相较|看齐|对标|差距|学习|靠拢|比较)")
"""与先进乡镇相比, 向先进村看齐: the honour of others, and of nobody in particular."""
_PLATE = re.compile("授[^,。;\n]{0,3}牌|牌子?[^,。;\n]{0,6}[挂授发]|挂[^,。;\n]{0,3}牌")
"""11月授的牌, 牌子是市里挂的."""
_WON = re.compile(r"[获夺捧得](?P<won>[^,。;、!?:\n获]{3,14}奖)(?![补励金学助项])")
_DISTINCTION = re.compile("示范|先进|优秀|模范|标兵|标杆|样板|十佳|最美|百强|十强|星级")
_DISTINCTION_OF_ONE = re.compile("优秀|模范|标兵|能手|劳模|好人|先进|十佳|最美|楷模|状元|大师|工匠|传承人")
_ADDED = re.compile(r"^[^,。;!?:\n的]*")
_TITLED = re.compile(
    "(?P<title>[国省市县区镇](?:级)?[\u4e00-\u9fff]{0,6}?(?:模范|标兵|能手|劳模|好人|先进个人|先进工作者|十佳[\u4e00-\u9fff]{2,4}|最美[\u4e00-\u9fff]{2,4}|楷模|技术状元|工艺美术大师|工匠|传承人|优秀[\u4e00-\u9fff]{2,4}?(?:干部|党员|教师|书记|员|者)(?![\u4e00-\u9fff]?(?:队伍|培养|选拔))))"
)
"""What somebody is called right before the name: 县见义勇为模范曹铁柱."""
_LAURELLED = re.compile("(?:[国省市县区镇]级)?(?:获奖|得奖)(?=[新老作剧节影歌书画摄诗小])")
_COMMON = frozenset("获得受各类多项级列为点户区站岗片路街企业产品品牌国家省市县乡镇村大会人民日报")
"""Characters of honours that stand in notes of every kind."""
_GRADES = re.compile(
    "(?:考核|评|等次|得|拿)[^,。;\n]{0,8}?(?:优秀|良好|合格|称职|较好|一般|较差|[优良中差](?=[,。;\n]|$))"
)
_GRADED = re.compile("(?P<grade>优秀|良好|基本合格|合格|基本称职|称职|较好|一般|较差)等次")
"""良好等次, where the notes give another grade."""
_PLANTS = frozenset("植栽种")
"""植树为抓手 sets nobody up as a model."""
_TAIL = 3
_APPLIED = re.compile("(?:申报|申请|争创)了?(?P<what>[\u4e00-\u9fff]{3,12})")
_HAS_WON = re.compile(
    "评[上为了]|[获得授挂认过]|命名|称号|拿到|拿了|批|通过|奖|上了|成了|成功|入选|拿下|进了|列入"
)
_ANY_PRIZE = re.compile("奖|获|名次|第[一二三]|表彰")
_ANY_SUPERLATIVE = re.compile("最美(?:[丽好]|的)")
_LEVEL = re.compile("全?(?P<level>[国省市州盟县区])")
"""Of what level an honour is. It must be the notes', though the winner's own name be all the rest."""


def check_honours(trial: Trial) -> Iterator[Finding]:
    """An honour must be backed: the noun that names it, and what is said to have been won."""
    marks = trial.prose.marks
    spans: list[tuple[int, int]] = []
    for fact in trial.prose.facts:
        if (
            fact.kind is FactKind.HONOUR
            and fact.subject not in trial.notes.text
            and fact.text.replace("级", "里", 1) not in trial.notes.text
            and fact.text.removesuffix("级") not in trial.notes.text
            and not (fact.text.endswith("等次") and _GRADE.search(trial.notes.text))
            and not (is_told_as(trial, fact.subject) or _is_of_others(trial.prose.text, fact))
            and not _ANY_SUPERLATIVE.match(trial.prose.text, fact.start)
        ):
            spans.append((fact.start, fact.end))
    applied = "" if _HAS_WON.search(trial.notes.text) else "".join(_APPLIED.findall(trial.notes.text))
    for mark in longest(marks.of("honour_verbs")):
        at = mark.end
        if _NOT_WON.search(trial.prose.text, max(0, mark.start - 4), mark.start):
            continue
        if mark.word == "树为" and trial.prose.text[mark.start - 1 : mark.start] in _PLANTS:
            continue
        if _UNDECIDED.search(trial.prose.text, *trial.prose.clause_at(mark.start)[:2]):
            continue
        tail = _ADDED.match(trial.prose.text[at : at + 40])
        for part in _PARTS.split(tail.group() if tail else ""):
            given = part[-_TAIL:] not in applied and (
                _PLACED.search(part)
                or (_PAID.search(part) and not _DISTINCTION.search(part))
                or _NO_HONOUR.search(part)
                or any(is_told_as(trial, part[-size:]) for size in (2, 4))
                or _is_backed(trial, part)
            )
            if len(part) > 2 and not given:
                spans.append((mark.start, at + len(part)))
            at += len(part) + 1
        if not tail or len(tail.group()) <= 2:
            lead = trial.prose.text[trial.prose.clause_at(mark.start).start : mark.end]
            if is_told_as(trial, mark.word):
                continue
            if mark.word == "批示" and _MINE.search(lead):
                continue
            if mark.word == "当选" and "选" in trial.notes.text:
                continue
            if (prize := _PRIZE.search(lead)) is not None and prize.group() in trial.notes.text:
                continue
            won = tail.group() if tail else ""
            if mark.word.endswith("得") and _is_given_rank(trial, mark):
                continue
            if _PLACE.fullmatch(won) or (mark.word == "授牌" and _PLATE.search(trial.notes.text)):
                continue
            rated = (won and won in trial.notes.text) or (
                mark.word[-1] == "评" and _RATED.search(trial.notes.text)
            )
            if mark.word[-2:] not in trial.notes.text and not rated and coverage(trial, lead) < 0.6:
                spans.append((mark.start, mark.end))
    spans += [
        found.span() for found in _WON.finditer(trial.prose.text) if not _is_backed(trial, found["won"])
    ]
    spans += [
        found.span("title")
        for found in _TITLED.finditer(trial.prose.text)
        if not any(word in trial.notes.text for word in _DISTINCTION_OF_ONE.findall(found["title"]))
    ]
    spans += [
        found.span()
        for found in _GRADED.finditer(trial.prose.text)
        if found["grade"] not in trial.notes.text
        and _GRADES.search(trial.notes.text)
        and not (found["grade"] == "优秀" and _GRADE.search(trial.notes.text))
    ]
    if not _ANY_PRIZE.search(trial.notes.text):
        spans += [found.span() for found in _LAURELLED.finditer(trial.prose.text)]
    spans += [
        (mark.start, mark.end)
        for mark in marks.of("distinctions")
        if not (
            _NOT_WON.search(trial.prose.text, max(0, mark.start - 4), mark.start)
            or has_any_of(trial, mark.word, _COMMON)
            or is_told_as(trial, mark.word)
        )
    ]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
            yield trial.told(FindingKind.HONOUR_INVENTED, start, min(end, len(trial.prose.text)))


def _is_given_rank(trial: Trial, verb: Mark) -> bool:
    """Whether a clause only says who won what rank of the notes: 第一名由邻镇夺得, 头名让邻镇拿走了."""
    clause = trial.prose.clause_at(verb.start)
    told = [
        fact.value for fact in trial.prose.facts_in(clause.start, verb.start) if fact.kind is FactKind.RANK
    ]
    given = {fact.value for fact in trial.notes.facts if fact.kind is FactKind.RANK}
    return bool(told) and given.issuperset(told)


def _is_of_others(text: str, fact: Fact) -> bool:
    """Whether one only compares oneself with those who have the honour."""
    return (
        _BESIDE_OTHERS.search(text, max(0, fact.start - 9), fact.start) is not None
        and _MEASURED_BY.match(text, fact.end) is not None
    )


def _is_backed(trial: Trial, won: str) -> bool:
    """Whether the notes say what was won: in the same words, or in all but one character."""
    words = _RANKS.sub("", won.replace("首批", "第一批"))
    if any(found not in trial.notes.text for found in _DISTINCTION.findall(words)):
        return False
    signs = frozenset(filter(str.isalpha, words))
    if any(signs.issubset(line) for line in trial.notes.text.splitlines()):
        return True
    level = _LEVEL.match(words)
    if level is not None and level["level"] not in trial.notes.text:
        return False
    if max(coverage(trial, words), coverage(trial, words.replace("级", "里", 1))) >= 0.5:
        return True
    missing = sum(sign not in trial.notes.text for sign in words)
    return missing < 2 and _USED.search(words) is not None
