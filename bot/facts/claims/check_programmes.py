"""Programmes and methods nobody gave, by their shape: 推行“红白榜”制度, “双百”行动, 三清三拆."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.segmenting import SMALL
from ..trial import Trial

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\",。;]{2,14})[”\"]")
_HEAD = re.compile(
    r"(?:专项|集中|群众性|主题|专题|系列|宣传|教育|实践|学习|服务|创建){0,5}(?:行动|工程|计划|专项|战役|会战|机制|模式|工作法|活动|制度|品牌|整治|攻坚|创建|改革|试点|清单|制|倍增|包保|大赛|竞赛|革命|年)"
    r"(?![\u4e00-\u9fff]?[人者])"
)
_LED = re.compile(
    r"(?:开展|实施|推行|落实|参加|启动|结合|组织|打造|创建|建立|健全|构建|探索|践行|执行|借助|推广|响应|承接|争创|紧扣|对标|贯彻)(?:好|了|以)?$"
)
_COUNTED = re.compile(
    r"(?<![一二两三四五六七八九十百千万第几数\d])(?P<name>[两三四五六七八九十](?P<first>[\u4e00-\u9fff])[一二两三四五六七八九十](?P<last>[\u4e00-\u9fff]))"
    r"(?=[,。;、”\"]|工作|行动|整治|活动|制度|机制|要求|专项|管理|模式|措施|标准)"
)
_CARRIED = re.compile(
    r"(?:开展|实施|启动|组织|参加|部署|打响|结合|参与|投身|投入|承接|发起|按照?|依托|围绕|借助)(?:好|了|以)?(?P<name>(?!以|好|了|进行|展开)[\u4e00-\u9fff]{2,8}?)"
    r"(?P<head>行动|战役|会战|攻坚战|阻击战|攻坚|整顿|打假|清零|创建|试点|整治|改革|大讨论|宣传日|宣传周|活动周|活动日|大起底|工作法|提升年)(?![\u4e00-\u9fff]{0,2}[人者路])"
)
_NO_THING = frozenset("十百千万亿点分成之年月日天周时季倍折两零半多几")
_LEAD, _SHARED = 4, 0.4


def check_programmes(trial: Trial) -> Iterator[Finding]:
    """What is quoted and called a programme, or carried out, and a formula of two counts must be given."""
    text = trial.prose.text
    for found in _QUOTED.finditer(text):
        name = found["name"]
        led = _LED.search(text, max(0, found.start() - _LEAD), found.start())
        if (led or _HEAD.match(text, found.end())) and _is_new(trial, name):
            yield trial.told(FindingKind.CAMPAIGN_INVENTED, *found.span("name"))
    for found in _CARRIED.finditer(text):
        if found["name"] not in trial.lexicon.qualifiers and _is_new(trial, found["name"]):
            yield trial.told(FindingKind.CAMPAIGN_INVENTED, found.start("name"), found.end())
    for found in _COUNTED.finditer(text):
        if (
            {found["first"], found["last"]}.isdisjoint(_NO_THING | SMALL)
            and not {found["first"], found["last"]} <= trial.lexicon.measures.keys()
            and not trial.lexicon.is_idiom(found["name"])
            and _is_new(trial, found["name"])
        ):
            yield trial.told(FindingKind.CAMPAIGN_INVENTED, *found.span("name"))


def _is_new(trial: Trial, name: str) -> bool:
    """Whether a name is no saying and neither a pair nor many of its characters stands in the notes."""
    if name in trial.lexicon.sayings or any(name in term for term in trial.lexicon.allowed):
        return False
    given = sum(sign in trial.notes.text for sign in name)
    return trial.is_new(name) and given <= _SHARED * len(name)
