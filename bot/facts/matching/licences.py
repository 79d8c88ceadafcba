"""Which unit a bare number of the notes may be told with: 培训了58 is told as 58人, never as 58公里.

A phone note leaves units out, or says 个 for all of them. The words around the number then decide: a unit is
licit where its own word, or a noun that is counted with it, stands near.
"""

from __future__ import annotations

import re

from ..fact import Fact

_PERSON = re.compile(
    r"人|员|孩|学|司机|[死伤]|民|干部|党|职|工|生|师|长|者|兵|童|老|医|警|手|客|众|贤|娃|书记|主任|妇|文书|才|友|岁|龄|男|女|残|签|用工|参加|参训|听"
)
_PERSON_NEXT = re.compile(
    r"[^\d,。;、]{0,2}(?:员|老人|儿童|学生|干部|工人|书记|专家|娃|教师|老师|村医|护士|人才|党员|能人|家长|律师|医生|代表|学员|居民|群众|队员|同志)"
)
_PERSON_BEFORE = re.compile(
    r"(?:员|老人|儿童|学生|干部|工人|书记|专家|教师|老师|村医|人才|党员|能人|听的人)[有共是]?$"
)
_HOMES = re.compile(r"户|个体|家(?!长)|贫|低保|监测|搬|房|厕|住|农")
_VISITS = re.compile(r"[人谈训听访客众学车]|接待|参加|活动|受益")
_RATES = re.compile(r"[%‰成率密度占比涨降增长升跌少多达到点高低]|分之")
_CHANGES = re.compile(r"[涨降升跌掉高低增减少多差提下超]")
_RATE_NOUN = re.compile(r"率|占比|比重|满意度|比例")
_MONEY = re.compile(
    r"(?:租金|补助|补贴|补|价|卖到?|挣|收入|投资|总投|花|税|税收|奖励|罚款?|费|增收|资金|工资|产值|营收|贷款|合|分红|收益|赔|掏)"
    r"(?:[了是到的约大概发才,]|[每一](?:公斤|[亩斤吨户人月年])|[\d.一二三四五六七八九十百千万]+,[去上]年)*$"
)
_REPLANTED = re.compile("[栽植种][^。;]*[,。;]补[栽植种]?了?$")
"""栽了六百棵，补了一百二 are trees."""
_NUMBER = re.compile(
    r"[\d一二三四五六七八九十百千万亿](?P<unit>(?:户(?!/)|[件起条处项宗场台本份次家亩栋座吨人名个位])?)"
)
_OF_PEOPLE = frozenset("人名个位")
_GIVEN = {
    "area": r"亩(?![产均效])|面积|平|公顷|地|田|种|林|园|茶|稻|麦|粮|片",
    "length": (
        r"公里|千米|(?<![县村镇市家省区这那哪夜手乡社厂院会])里|米|路|长|渠|管|线|沟|河|厚|高|宽|深|雪|水位"
        r"|直径|胸径"
    ),
    "mass": r"吨|斤|产|重|收",
    "volume": r"方|水|升|容|土",
    "power": r"瓦|电|度|伏",
    "days": r"[天日号周]|星期|礼拜",
    "hours": r"时|钟|分",
    "months": r"[月年]|季度",
    "ages": (
        r"[岁龄汉伯妈爸爹娘母父爷奶婆娃]|(?:[2-9]0|[二三四五六七八九]十)(?:出头|往上)的(?=[\u4e00-\u9fff])|过了?(?:[3-9][05]|[三四五六七八九]十)|(?:今年|那年|现年|虚岁|活到|现在[都也]?)(?:[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)(?=[,。;的了]|$)|光棍|五保|(?:不到|不满|没满|刚满|都过)(?:[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)(?=[,。;的了]|$)|人[,都也才就已]?$|年[纪龄]|平均|老[人兵]|过了$|往上|[↑↓]|(?:(?<!\d)[1-9]\d|[二三四五六七八九]十[一二三四五六七八九]?)(?:多|几|来|好几|出头)?了(?=[,。;没不还也都才就仍照自一腿耳眼身]|$)"
        r"|(?:^|[^考得评打卖\d米分径量][,了]?|[老人些])(?:[6-9]0|[六七八九]十)(?:以上|往上|朝上|开外)的|(?<!考)上了?(?:[6-9]0|[六七八九]十)的"
    ),
}
_HARD = {group: re.compile(words) for group, words in _GIVEN.items()}
_LEAST_FINE = 20
_PER = re.compile("[每一/].")
_OWN = re.compile(r"\d|[,。;、]")
"""What still belongs to a number, up to the next mark or number."""
_MEASURED = re.compile(r"[\d一二三四五六七八九十百千万](?P<unit>亩|公里|[米吨斤方度])")
_LEAD = 8
_PAID = re.compile(
    r"(?:租金|收入|投资|资金|(?<!自)费用?|价|补贴|补助|税收|赔付|款|投入|产值|工资|效益)(?:每[\u4e00-\u9fff]{1,2})?[约为达共到计了近超至]{0,2}$"
)
"""What a report says right before a sum of money."""
_POINTS = re.compile(r"率|占比|比重|满意度|比例|%|(?<![一二三四五六七八九十百零])点")
_COUNTED_OTHERWISE = frozenset(("households", "people", "visits", "area", "length"))
_PERSON_SAID = re.compile(
    r"(?:员|老人|儿童|学生|干部|书记|支书|专家|教师|教师|护士|律师|医生|村医|病人|人才|人口|军人|劳动力|用工|工人|女工|家长|楼长|硕士|人士|徒|失能|自费|去世|死亡|入住)[共计有为达约近]{0,2}$"
)
_AFFAIR_SAID = re.compile(
    r"(?:案件?|积案|建议|提案|发文|收文|文件|纠纷|矛盾|投诉|诉求|业务|办件|线索|差评|工单|复议|诉讼|成功|办结|化解|结案|撤销|稳控|实事完?成?)[共计有为达约近]{0,2}$"
)
_AFFAIR_NEXT = re.compile(r"[^\d,。;、]{0,2}(?:积案|差评|案件|线索|纠纷|建议|提案|项目|投诉)")
_ABOVE = re.compile(r"%[^\d,。;]{0,3}$|高[出于][^,。;]{0,6}$")


def may_take(prose: Fact, note: Fact) -> bool:
    """Whether a number of the notes without a unit, or with 个, may be told with the unit of the prose."""
    group = prose.measure
    before, after = _sides(note)
    if not _suits(prose):
        return False
    if group not in {"money", "percent", "point", "each", ""} and _is_bare_money(note, before):
        return False
    if group == "households":
        if "户" not in prose.unit:
            return True
        people = _PERSON_NEXT.match(after) or _PERSON_BEFORE.search(before)
        return not people and _HOMES.search(note.around) is not None
    if group == "people":
        return bool(note.measure) or _may_be_people(before, after)
    if group == "visits":
        return _VISITS.search(note.around) is not None
    if group == "point":
        changes = prose.direction or _CHANGES.search(prose.subject[-_LEAD:])
        return after[:1] == "点" or bool(
            changes and _CHANGES.search(before[-_LEAD:]) and _POINTS.search(note.around)
        )
    if group == "percent":
        if after[:1] == "点" and is_rate(note):
            return False
        return _RATES.search(before + after) is not None
    hard = _HARD.get(group)
    if hard is None:
        return True
    for other in reversed(list(_MEASURED.finditer(before))):
        if not _HARD[group].fullmatch(other["unit"]):
            before = before[other.end() :]
        break
    return hard.search(_PER.sub("", before + note.text + _OWN.split(after, maxsplit=1)[0])) is not None


def _suits(prose: Fact) -> bool:
    """Whether the prose itself counts money, people or affairs with a unit of their own."""
    group = prose.measure
    if group not in {"money", "percent", "point", ""} and _PAID.search(prose.subject):
        return False
    behind = _sides(prose)[1] if group in _COUNTED_OTHERWISE else ""
    if group == "households" and prose.unit == "户":
        return not (_PERSON_SAID.search(prose.subject) or _PERSON_NEXT.match(behind))
    if group in _COUNTED_OTHERWISE:
        return not (_AFFAIR_SAID.search(prose.subject) or _AFFAIR_NEXT.match(behind))
    return True


def _is_bare_money(note: Fact, before: str) -> bool:
    """罚2 may be two people, 罚2万 and 罚500 are money."""
    if note.measure or note.size < _LEAST_FINE or _REPLANTED.search(before):
        return False
    return _MONEY.search(before) is not None


def is_rate(note: Fact) -> bool:
    """Whether a number tells of a rate, of which 个点 are percentage points and never percent."""
    return _RATE_NOUN.search(note.around) is not None or _ABOVE.search(_sides(note)[0]) is not None


def _sides(note: Fact) -> tuple[str, str]:
    """What stands before and behind the number; 2 is not looked for inside 212."""
    around, size = note.around, len(note.text)
    at = around.find(note.text)
    while at >= 0:
        before, after = around[at - 1 : at], around[at + size : at + size + 1]
        if not (before == "." or before.isdecimal() or after.isdecimal()):
            return around[:at], around[at + size :][:12]
        at = around.find(note.text, at + 1)
    first, _, rest = around.partition(note.text)
    return first, rest[:12]


def _may_be_people(before: str, after: str) -> bool:
    """People, unless the line counts something else before and names nobody since."""
    counted = next((found for found in reversed(list(_NUMBER.finditer(before))) if found["unit"]), None)
    if counted is None or counted["unit"] in _OF_PEOPLE:
        return True
    return _PERSON.search(before[counted.end() :] + after[:4]) is not None
