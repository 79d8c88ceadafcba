"""Programmes and methods nobody gave, by their shape: 推行“红白榜”制度, “双百”行动, 三清三拆."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..text.segmenting import SMALL
from ..trial import Trial

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\",。;]{2,14})[”\"]")
_HEAD = re.compile(
    r"(?:专项|集中|群众性|主题|专题|系列|宣传|教育|实践|学习|服务|创建){0,5}(?:行动|工程|计划|专项|战役|会战|机制|模式|工作法|活动|制度|品牌|整治|攻坚|创建|改革|试点|清单|制|倍增|包保|大赛|竞赛|革命|年)"
    r"(?![\u4e00-\u9fff]?[人者])"
)
_LED = re.compile(
    r"(?:开展|实施|推行|推进|深化|抓好|落实|参加|启动|结合|组织|打造|创建|建立|健全|构建|探索|践行|执行|借助|推广|响应|承接|争创|紧扣|对标|贯彻)(?:好|了|以)?$"
)
_COUNTED = re.compile(
    r"(?P<name>[两三四五六七八九十](?<![一二两三四五六七八九十百千万第几数\d].)(?P<first>[\u4e00-\u9fff])[一二两三四五六七八九十](?P<last>[\u4e00-\u9fff]))"
    r"(?=[,。;、”\"]|工作|行动|整治|活动|制度|机制|要求|专项|管理|模式|措施|标准)"
)
_CARRIED = re.compile(
    r"(?:开展|实施|启动|组织|参加|部署|打响|结合|参与|投身|投入|承接|发起|按照?|依托|围绕|借助)(?:好|了|以)?(?P<name>(?!以|好|了|进行|展开)[\u4e00-\u9fff]{2,8}?)"
    r"(?P<head>行动|计划|攻势|战役|会战|大?决战|攻坚战|阻击战|攻坚|整顿|打假|清零|创建|试点|整治|改革|大讨论|宣传日|宣传周|活动周|活动日|大起底|工作法|提升年)(?![\u4e00-\u9fff]{0,2}[人者路])"
)
_FORM = Scan(
    "[一两三四五六七八九十整宣攻行教服提突工落推实建执]",
    r"[两三四五六七八九十](?:[张个本份套](?P<list>清单|台账|专班|方案|体系|一(?![\u4e00-\u9fff]?[个起次])))"
    r"|(?:整治|宣传|攻坚|行动|教育|服务|整改|提升|突破)(?:月|年|季)(?![度均初末底])|(?<=[\u4e00-\u9fff]{2})工作法"
    r"|一[\u4e00-\u9fff][三四五六七八九][\u4e00-\u9fff](?=机制|制度|模式|体系|行动|工作法)"
    r"|(?:落实|推行|实行|建立|执行|实施)(?P<system>[\u4e00-\u9fff]{2,6}?)(?<!集中)(?<!责任)(?<![机林河湖])(?<![林河湖]长)制(?=[,。;、])",
)
"""三张清单, 五个一, 整治月, 首问负责制: what is counted or named so is somebody's own method."""
_NO_THING = frozenset("十百千万亿点分成之年月日天周时季倍折两零半多几")
_COUNTING = frozenset("一两二三四五六七八九十百千双多")
_LEAD, _A_WORD, _SHARED = 4, 2, 0.4


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
    for found in _FORM.finditer(text):
        named = found["list"] or found["system"]
        start = found.start() - _A_WORD * found.group().startswith("工作")
        if trial.is_new(named) if named else _is_new(trial, text[start : found.end()]):
            yield trial.told(FindingKind.CAMPAIGN_INVENTED, start, found.end())
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
    given = sum(sign in trial.notes.text for sign in name if sign not in _COUNTING)
    return trial.is_new(name) and given <= _SHARED * len(name)
