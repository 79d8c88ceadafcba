"""《》, quotations used as names, and document numbers that nobody gave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..text.segmenting import SMALL
from ..trial import Trial
from .backing import QUOTES, coverage, is_allowed

_NAMED_AFTER = re.compile(
    r"[”\"’](?:为(?:题|主题|名)|(?:[\u4e00-\u9fff]{0,4})(?:品牌|系统|渠道|中心(?!组)|民宿|专班|专线|专区|食堂|小院|合作社|公司|活动|行动|工程|制度|模式|栏目|机制|商标|平台|项目|工作法|系列|专项|计划|小程序|试点|称号|讲堂|课堂|服务队|超市|银行|竞赛|大赛|论坛|[\u4e00-\u9fff]法(?!规|律|治|制)|[\u4e00-\u9fff]{1,4}(?:机制|制度|模式|体系(?!建设))|积分[制榜]?|志愿队|突击队|巡逻队|宣讲[团队]|艺术团|清单|档案|办法|方案|意见|十条|条例|体系(?!建设)|套餐|热线|窗口|驿站|基地|联盟|联合体|工作室|小组|台账|网店|小店|商店|店铺|葡萄|草莓|苹果|[蜜黄油]桃|茶叶|大米|水稻|[西甜]瓜|柑橘|辣椒|蜂蜜|品种|培训班|讲座|夜校|课程|晚会|歌会))"
)
_NAMED_BEFORE = re.compile(
    r"(?:打造|创建|推出|注册|定为|取名|定名|起名|题为|名为|命名|荣获|获评|获|成立|组建|创办|叫做|开设|创立|推行|实行|试行|实施|创新|探索|采用|首创|创设|启动|出台|制定|印发|执行)$"
)
_CAMPAIGN_NAME = re.compile(
    r"(?:会战|行动|攻坚|攻坚战|工程|计划|[深提建攻质活]\w*年|[^每一二三四五六七八九十\d]月|宣传周|百日[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{3,}创建)$"
)
_BRAND = re.compile(
    r"[”\"’][\u4e00-\u9fff]{0,4}(?:厂(?![房区长家])|牌(?!子)|农场|茶园|果园|酒店|饭店|餐馆|商行)"
)
"""What traders have that call themselves by a quotation."""
_METHOD = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,6}?)(?:工作法|服务法|治理法|调解法|积分制|机制|模式|服务队|工作站|工作室|专班)"
)
"""How a way of working is called that somebody made up."""
_DOCUMENT = re.compile(
    r"(?:方案|办法|细则|指引|手册|制度|规程|规范|预案|清单|通知|决定|规划|计划|指南|纲要|公约|章程|守则|[文影画作诗片]集|[画图手]册|汇编|选编|读本|专刊|倡议书|责任书|承诺书|目录|台账|简报|月报|名录|日志|简章|读物|白皮书|(?:实施|指导|工作|若干|处理|贯彻|试行)意见)$"
)
"""What papers are called that a township draws up itself: laws and books may be told by their short names."""
_LAW = re.compile("(?:条例|准则|(?<![办方])法)$")
_OF_LAWS = re.compile("条例|准则|法|规|章|文件|纪律|制度|[学读看背抄考]|《")
"""Who speaks of rules, or of reading, may mean a law that prose calls by its name."""
_A_LAW = re.compile(
    "[\u4e00-\u9fff]{2}(?<![办方执普学守违立做想设看])(?<!(?<!公)司)法(?![律治规院官庭人子宝])"
)
"""A law that notes call by its name: 公司法."""
_WAYS = re.compile("(?:[没想老土新好啥]|没有|什么|别的|其他|有的是)办法|(?:[没有提听]|提了|听取)意见")
"""没有别的办法, 提意见: no papers."""
_A_WORD = 2


def check_titles(trial: Trial) -> Iterator[Finding]:
    """《》 must be backed by the notes; a quotation that is used as a name must be too."""
    bare = QUOTES.sub("", trial.notes.text)
    for fact in trial.prose.facts:
        if fact.kind is FactKind.TITLE and not _is_backed(trial, fact, bare):
            yield trial.told(FindingKind.TITLE_INVENTED, fact.start, fact.end)
        if fact.kind is FactKind.DOCUMENT and fact.subject[-8:] not in trial.notes.text:
            yield trial.told(FindingKind.TITLE_INVENTED, fact.start, fact.end)


def _is_of_a_law(inside: str, notes: str) -> bool:
    """Whether the notes name a law whose name ends so, or none at all; one in full must be among them."""
    if inside[-_A_WORD - 1 :] in notes:
        return True
    return not (inside.startswith("中华人民共和国") or _A_LAW.search(notes))


def _is_made_up(trial: Trial, inside: str) -> bool:
    """Whether words of two to four characters are none that anybody knows: 鲜满园, but 小而美, 老味道."""
    pairs = {inside[at : at + _A_WORD] for at in range(len(inside) - 1)}
    return (
        _A_WORD <= len(inside) <= 2 * _A_WORD
        and trial.lexicon.vocabulary.isdisjoint({inside, *pairs})
        and SMALL.isdisjoint(inside)
        and coverage(trial, inside) == 0
    )


def _is_backed(trial: Trial, fact: Fact, bare: str) -> bool:
    inside = QUOTES.sub("", fact.subject)
    if inside in bare or is_allowed(trial, inside):
        return True
    method = _METHOD.fullmatch(inside) if fact.unit == "“”" else None
    if method is not None and coverage(trial, method["name"]) == 0:
        return False
    if fact.unit == "“”" and inside not in trial.lexicon.sayings and _CAMPAIGN_NAME.search(inside):
        return coverage(trial, inside) >= 0.99
    text = trial.prose.text
    if fact.unit == "“”":
        is_name = _NAMED_AFTER.match(text, fact.end - 1) or _NAMED_BEFORE.search(
            text[max(0, fact.start - 4) : fact.start]
        )
        if not is_name:
            return not (_BRAND.match(text, fact.end - 1) and _is_made_up(trial, inside))
        marks = trial.lexicon.terms.find(inside)
        if any(
            mark.word == inside and "fixed" in mark.labels and "campaign" not in mark.labels for mark in marks
        ):
            return True
        return coverage(trial, inside) >= 0.5
    if _DOCUMENT.search(inside) and inside[-_A_WORD:] not in _WAYS.sub("", bare):
        return False
    if inside.endswith("法") and not _is_of_a_law(inside, bare):
        return False
    if _LAW.search(inside) and not _OF_LAWS.search(trial.notes.text):
        return False
    for part in trial.lexicon.title_parts:
        shorter = inside.replace(part, "")
        inside = shorter if len(shorter) >= 2 else inside
    return coverage(trial, inside) >= 0.6
