"""Levels: 市级 must not become 省级."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .aligning import Match
from .fact import Fact, FactKind
from .finding import Finding, FindingKind
from .pairing import Pairing
from .reading import Clause, Reading
from .scanning import Scan
from .trial import Trial

_SIGNS = "全国中省市州盟县区旗镇乡片"
"""The characters that words for levels begin with."""
_ANY_SIGN = frozenset(_SIGNS)


def _named(**words: str) -> Scan:
    """A pattern that finds levels: the group of a match is the level that its words name."""
    return Scan(f"[{_SIGNS}]", "|".join(f"(?P<{level}>{said})" for level, said in words.items()))


_AWARD = (
    "(?=级|里|委|政府|先进|优秀|示范|文明|卫生|生态|平安|十佳|最美|劳动|劳模|财政|第|前|"
    "纪委|监委|人大|政协|局|领导|通报|督查|督导|巡察|考核|表彰|法院|检察院|公安|住建|民政|教育|卫健|应急|文旅|交通|水利)"
)
_CONTEST = "(?=[\u4e00-\u9fff]{1,8}(?:[赛展]|比武|汇演|评选|[一二三]等奖|[金银铜]奖))"
"""Where somebody competed: 县书法展二等奖."""
_SAID = _named(
    nation="全国|国家级|中央|国家(?=[先优示文重])",
    province="(?<![节俭])省(?![道力钱心去下事时])",
    city="市(?=级)|(?:(?<=[评选获]上)|(?<![城超上股门夜都集]))市(?![场民区政值容价])",
    prefecture="[州盟](?=[级里委])|全[州盟]",
    county="县(?![道域城])|[区旗](?=[级里委])|全[区旗]",
)
"""A level in whatever words: how notes name it."""
_OWN_TOWN = re.compile("(?<!乡)[镇乡][里级](?=[^,。;的\n])|(?:我们|咱们?|本|全)[镇乡]")
_GRADED = _named(
    nation="全国|国家级|中央",
    province=f"全省|省{_AWARD}|(?<=[赴到去])省(?=参)|省{_CONTEST}",
    city=f"全市|市{_AWARD}|(?<=[赴到去])市(?=参)|(?:(?<=[参获得])|(?<=参加)|(?<=[获得]了))市{_CONTEST}",
    prefecture="全[州盟]|[州盟]级",
    county=f"全[县区旗]|县{_AWARD}|[区旗]级|县{_CONTEST}",
)
"""A level that surely grades what follows: only that may prose be held to."""
_CLASS = _named(
    nation="国家级", province="省级", city="市级", prefecture="[州盟]级", county="[县区旗]级", town="[镇乡]级"
)
"""The level of what a number counts: 省级3家."""
_AMONG = _named(
    nation="全国",
    province="全省|省里",
    city="全市|市里",
    prefecture="全[州盟]|[州盟]里",
    county="全[县区旗]|[县区旗]里",
    area="片区?[内里]?",
    town="全[镇乡]|[镇乡][里上]",
)
"""Among whom a rank was won: 全市第三."""
_STANDING = re.compile("中[上下]游|[上中下]游(?=[,。;、的水位]|$)", re.MULTILINE)
_LEVEL = re.compile("[省市州盟县区旗镇乡]级")
_SUPERLATIVE = re.compile("全[国省市州盟县区旗镇乡](?P<most>最[高低多少好快大小]|前列|领先|先进行列)")
_COUNTED = re.compile("^个?[省市县区镇乡村街道]+(?=[里中])")
"""16个乡镇: what was counted, and no level."""
_LEAD = re.compile(r"[^\d,。;!?:、和与\n]*\Z")
_LEVELLED = re.compile(
    "(?<![城超都集各])[省市县区](?P<body>台(?=[播报上录首])|[\u4e00-\u9fff]{1,4}?(?:[馆所站局]|医院|法院|检察院|党校|电视台|日报|商会|协会|中心))"
)
"""A public body with its level."""
_LEVELS = frozenset("省市县区")
_NEAR = 10


def check_levels(trial: Trial, matches: Sequence[Match]) -> Iterator[Finding]:
    """A clause that names a level must name one that the notes' clause names."""
    for match in matches:
        if match.score < 2.5:
            continue
        given = _levels(_SAID, trial.notes.text, match.note)
        if _names_one_before(trial, match):
            continue
        told = _levels(_GRADED, trial.prose.text, match.prose) if given else {}
        if told and not given.keys() & told.keys():
            start, end = next(iter(told.values()))
            yield trial.told(FindingKind.RANK_CHANGED, start, end)


def check_new_levels(trial: Trial) -> Iterator[Finding]:
    """省里, where the notes name other levels and never the province.

    The nation is left alone: 全国经济普查 and 中央八项规定 are names.
    """
    yield from _of_bodies(trial)
    given = {found.lastgroup for found in _SAID.finditer(trial.notes.text)}
    if not (given or _OWN_TOWN.search(trial.notes.text)):
        return
    for found in _GRADED.finditer(trial.prose.text):
        if found.lastgroup != "nation" and found.lastgroup not in given:
            yield trial.told(FindingKind.RANK_CHANGED, *found.span())


def _names_one_before(trial: Trial, match: Match) -> bool:
    """Whether the prose names a level that the notes name without its noun: 省级非遗没评上, 市级的有."""
    return any(
        trial.notes.text.find(f"{level.group()}的") >= 0
        for level in _LEVEL.finditer(trial.prose.text, match.prose.start, match.prose.end)
    )


def _levels(pattern: Scan, text: str, clause: Clause) -> dict[str, tuple[int, int]]:
    return {str(found.lastgroup): found.span() for found in pattern.finditer(text, clause.start, clause.end)}


def check_superlatives(trial: Trial) -> Iterator[Finding]:
    """全市最低, where the notes say 全区最低 and nowhere 全市最低."""
    for told in _SUPERLATIVE.finditer(trial.prose.text):
        given = {
            one.group() for one in _SUPERLATIVE.finditer(trial.notes.text) if one["most"] == told["most"]
        }
        if given and told.group() not in given:
            yield trial.told(FindingKind.RANK_CHANGED, *told.span())


def _of_bodies(trial: Trial) -> Iterator[Finding]:
    """省档案馆, where the notes only have 市档案馆."""
    notes = trial.notes.text
    for found in _LEVELLED.finditer(trial.prose.text):
        body = found["body"]
        if found.group() in notes or body not in notes:
            continue
        given = {notes[at.start() - 1 : at.start()] for at in re.finditer(re.escape(body), notes)}
        if given <= _LEVELS:
            yield trial.told(FindingKind.RANK_CHANGED, *found.span())


def check_standings(trial: Trial) -> Iterator[Finding]:
    """上游, where the notes say 中游, which the prose does not."""
    given = set(_STANDING.findall(trial.notes.text))
    told = {found.group(): found.span() for found in _STANDING.finditer(trial.prose.text)}
    if given and told and given.isdisjoint(told):
        yield trial.told(FindingKind.RANK_CHANGED, *next(iter(told.values())))


def check_graded(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """省级3家, 市级11家: what a number counts must keep the level that stands right before it."""
    for pair in pairing.pairs:
        given = _own_level(trial.notes, pair.note)
        if given and (told := _own_level(trial.prose, pair.prose)) and given != told:
            yield trial.told(FindingKind.RANK_CHANGED, pair.prose.start, pair.prose.end, pair.note)


def _own_level(reading: Reading, fact: Fact) -> str:
    """The level named before a number, with no number and no mark between; empty if there is none, or two."""
    pattern = _AMONG if fact.kind is FactKind.RANK else _CLASS
    start = max(0, fact.start - _NEAR)
    if _ANY_SIGN.isdisjoint(reading.text[start : fact.start]):
        return ""
    ends = [other.end for other in reading.facts_in(start, fact.start) if other.is_number]
    lead = _LEAD.search(reading.text[max([start, *ends]) : fact.start])
    words = _COUNTED.sub("", lead.group()) if lead else ""
    found = {str(found.lastgroup) for found in pattern.finditer(words)}
    return found.pop() if len(found) == 1 else ""
