"""Firms and bodies nobody gave, called by ordinary words: 阳光保险公司, 正义律师事务所, 兴旺养猪场."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..text.segmenting import ACTS, SMALL, pieces
from ..text.terms import longest
from ..trial import Trial

_BODY = Scan(
    r"[\u4e00-\u9fff](?:(?<=养)|(?=[训校司团务行厂究作会市店学儿场院金业能技品材饰庄馆媒砂石沙窑料贸律所墓园卖诊利坊家]))",
    r"公司|集团|事务所|银行|[\u4e00-\u9fff]厂(?![房长区家内里外门])|养[\u4e00-\u9fff]场|研究院|合作社|协会|商会|超市|酒店|小学|中学|幼儿园"
    r"|[农牧砂石沙]场|律所|砖窑|饲料(?!用)|商贸|大学(?![生习])|学院|医院|基金会|(?:[茶菌酒药木竹置实]|(?<!畜)牧)业(?![主者绩])|新能(?!源)|科技(?!特)|食品(?!安)|建材|服饰"
    r"|公墓|陵园|山庄|饭店|宾馆|传媒|旅行社|服务中心|培训(?:学校|机构|中心)|驾校|小卖部|药店|诊所|门诊部|[餐饭茶]馆|便利店|农家乐|作坊",
)
_TAUGHT = Scan(
    r"[\u4e00-\u9fff](?=[业林范科工技经族中产洋通质学察育术医大])",
    r"(?:(?<=[省市国与和请由从自及向])|(?<=[华东西][中东南北])|(?<=中南)|(?<![\u4e00-\u9fff]))(?P<kind>(?:农业|林业|农林|师范|医科|理工|科技|工业|财经|民族|中医药|水产|海洋|交通|地质)大学|(?:职业技术|师范|医学|农学|工学|林学|警察|体育|艺术|中医)学院|农大|林大)(?![生校])",
)
_SCHOOLS = re.compile("[\u4e00-\u9fff]{0,4}(?:大学|学院|学校|高校|院校|[农林师理工医科]大|职院|职校|大专)")
_FIELDS = frozenset("农林师医理工财民中水海交地职警体艺")
"""The first characters of what such schools teach: who speaks of 大学 may mean any."""
_SIDED = Scan(
    r"[城河湖江溪关龙观妈文玉财药娘三孔东西南北](?=[东西南北街门郊帝隍王音祖昌皇神王娘圣庙阁宫殿寺])",
    r"(?<![广山华京海湖河江云辽])(?P<side>[城河湖江溪][东西南北](?=工业园|开发区|新区|片区|社区|路|大道|街道|市场|菜场|小学|中学|车站|村|安置点|小区|广场|公园|水厂|幼儿园|产业园)|[东西南北](?:街(?!头)|门|郊)(?![向外])"
    r"|(?:关帝|城隍|龙王|观音|妈祖|文昌|玉皇|财神|药王|娘娘|三圣|孔)(?:[庙阁宫殿寺]))",
)
"""Places called by the side they lie on, and by the saints that everybody knows."""
_EDGE = re.compile(
    r"[^\u4e00-\u9fff]|依托|[的了在与及对向为被把将由从到等至并以即或让给叫跟同按依随就也都还又再最其之是有没无不]|(?<![正泰永祥安德谦瑞信人中天广仁义])和"
)
_OF_DEEDS = ("公司", "集团", "服务")
"""Bodies called by what they do: 配送公司."""
_TOWARDS = frozenset("往到入至给成为进用")
_UNLIKE_NAMES, _LIKE_NAMES = -2, 5
_OWN, _REACH, _LEAST, _PHRASE = 2, 8, 2, 4


def check_bodies(trial: Trial) -> Iterator[Finding]:
    """What stands before the ending of a body must be given, generic (大型), or say what is done with it."""
    text = trial.prose.text
    for firm in longest(trial.prose.lists["known_firms"]):
        if firm.word[-_OWN:] not in trial.notes.text and not trial.is_part_of_words(firm.start, firm.end):
            yield trial.told(FindingKind.NAME_INVENTED, firm.start, firm.end)
    for found in _TAUGHT.finditer(text):
        kind = found["kind"]
        schools = set("".join(_SCHOOLS.findall(trial.notes.text)))
        if kind not in trial.notes.text and (not schools or (schools & _FIELDS and kind[0] not in schools)):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span())
    for found in _SIDED.finditer(text):
        if not all(sign in trial.notes.text for sign in found["side"]):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span())
    for found in _BODY.finditer(text):
        start = _name_start(trial, found.start())
        if start is not None:
            yield trial.told(FindingKind.NAME_INVENTED, start, found.end())


def _name_start(trial: Trial, end: int) -> int | None:
    """Where words begin that are no verbs, not generic and nowhere in the notes; known ones may follow."""
    text, lexicon = trial.prose.text, trial.lexicon
    low = max(0, end - _REACH)
    edges = [edge.end() for edge in _EDGE.finditer(text, low, end)]
    low = edges[-1] if edges else low
    start = stop = end
    at = end
    for piece in reversed(pieces(text[low:end], lexicon.vocabulary)):
        at -= len(piece)
        if len(piece) == _PHRASE or (_is_phrase(trial, piece) and trial.sound(piece) < _LIKE_NAMES):
            if start < end or text[end : end + 2] not in _OF_DEEDS:
                break
            start = stop = at
            continue
        if SMALL.issuperset(piece) or piece[0] in ACTS or piece[-1] in _TOWARDS:
            break
        if (len(piece) > 1 and piece in lexicon.qualifiers) or _is_given(trial, piece):
            if start < stop:
                break
            start = stop = at
        else:
            start = at
    strange = text[start:stop]
    if (
        len(strange) < _LEAST
        or trial.sound(strange) <= _UNLIKE_NAMES
        or not trial.is_new(text[start : stop + 1])
    ):
        return None
    return None if trial.is_in_short(text[start:end]) else start


def _is_phrase(trial: Trial, piece: str) -> bool:
    """Whether a piece is a verb or one of the phrase book's own words: 排查, 销往."""
    lexicon = trial.lexicon
    return (
        piece in lexicon.ordinary_verbs
        or piece in lexicon.common_verbs
        or any(mark.word == piece for mark in lexicon.terms.find(piece))
    )


def _is_given(trial: Trial, piece: str) -> bool:
    return all(sign in trial.notes.text for sign in piece)
