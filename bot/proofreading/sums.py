"""Figures against each other: parts and their total, one figure told in two ways."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.proofreading.finding import Finding
from bot.proofreading.page import Sentence
from bot.proofreading.reading import Reading

_NUMBER = r"\d{1,12}(?:\.\d{1,4})?"
_UNIT = "万元|亿元|万亩|万吨|万人|人次|户次|家次|元|户|人|家|个|件|起|次|亩|公里|项|处|条|场|名"
_TOTAL = re.compile(rf"(?:共|总计|合计|累计|总共)[\u4e00-\u9fff“”]{{0,12}}?({_NUMBER})({_UNIT})")
_WITH_PARTS = re.compile(rf"({_NUMBER})({_UNIT})(?=，其中|（其中|，分别是)")
_WITH_KINDS = re.compile(
    rf"({_NUMBER})({_UNIT}|所|座|支)[\u4e00-\u9fff（）]{{1,14}}?(?:中，|(?:，[\u4e00-\u9fff]{{2,10}})?，其中)"
    r"(?=(?P<listed>[^，。；）]{4,80})[。；，）])"
)
_MADE = re.compile("[建改装修清增设]|开展|培育|打造|完成|整治|投入|帮|举办|安排")
_CROSSING = re.compile("以[上下]|女|岁|学历|党员|含|等|另|约|多|余|上年|去年|同比")
_OPENS = ("，其中", "（其中", "，分别", "（", "：")
_PART = re.compile(rf"({_NUMBER})({_UNIT})")
_SUBJECT = re.compile(
    rf"(?P<subject>[\u4e00-\u9fff]{{4,10}}?)(?:达到|达|为|共计|共|完成|实现|至)?(?P<value>{_NUMBER})(?P<unit>亿元|万元|元|%|％)"
)
_COUNTED = re.compile(
    rf"(?:^|(?<=[，。；：、]))(?P<subject>(?:全年|年内|累计|全镇|全乡|共)+[\u4e00-\u9fff]{{4,12}})"
    rf"(?P<value>{_NUMBER})(?P<unit>[\u4e00-\u9fff])"
)
LONGEST_SPAN = 24
_LOOSE = re.compile("其中|另|余|约|多|上年|去年|同比|比")


def totals(reading: Reading) -> Iterator[Finding]:
    """N…，其中 a、b、c with the same unit whose sum is not N; more is wrong, less may be left out."""
    for sentence in reading.page.sentences:
        total = _TOTAL.search(sentence.text)
        rest = sentence.text[total.end() :] if total else ""
        if total is None or not rest.startswith(_OPENS):
            yield from _parts(reading, sentence)
            continue
        if _LOOSE.search(rest.replace("其中", "", 1)):
            continue
        inner = rest.split("）")[0] if rest.startswith("（") else rest
        found = [part for part in _PART.finditer(inner) if part[2] == total[2]]
        parts = [Decimal(part[1]) for part in found]
        whole = Decimal(total[1])
        if len(parts) < 2 or sum(parts) == whole:
            continue
        rule = "figures.total-over"
        if sum(parts) < whole:
            rule = "figures.total-short" if len(parts) > 2 and "等" not in inner else "figures.total-under"
        start = sentence.start + total.start(1)
        end = sentence.start + total.end() + found[-1].end()
        end = end if end - start <= LONGEST_SPAN else sentence.start + total.end()
        yield reading.finding(rule, start, end, sum=f"{sum(parts)}{total[2]}")


def _parts(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """N…，其中 a、b、c where N is not called a total: three parts, or two that nearly fill it."""
    for total in _WITH_PARTS.finditer(sentence.text):
        listed = re.split("[，）]", sentence.text[total.end() + 1 :])[0]
        found = [part for part in _PART.finditer(listed) if part[2] == total[2]]
        parts = [Decimal(part[1]) for part in found]
        nearly = len(parts) == 2 and sum(parts) * 10 >= Decimal(total[1]) * 9
        if not (len(parts) > 2 or nearly) or len(parts) != listed.count("、") + 1:
            continue
        if _CROSSING.search(listed):
            continue
        if sum(parts) != Decimal(total[1]):
            rule = "figures.total-over" if sum(parts) > Decimal(total[1]) else "figures.total-short"
            start = sentence.start + total.start(1)
            end = sentence.start + total.end() + 1 + found[-1].end()
            yield reading.finding(rule, start, end, sum=f"{sum(parts)}{total[2]}")


def kinds(reading: Reading) -> Iterator[Finding]:
    """全镇 N 个某某中，a、b、c: kinds of one thing that are more or fewer than the thing."""
    for total in _WITH_KINDS.finditer(reading.text):
        parts = total["listed"].split("、")
        found = [re.fullmatch(rf"[\u4e00-\u9fff]{{2,8}}?({_NUMBER}){total[2]}", part) for part in parts]
        counts = [Decimal(one[1]) for one in found if one]
        if len(counts) < 2 or len(counts) < len(parts):
            continue
        if _MADE.search(total["listed"]) or _CROSSING.search(total["listed"]):
            continue
        whole = Decimal(total[1])
        nearly = len(counts) > 2 or sum(counts) * 10 >= whole * 9
        if nearly and sum(counts) != whole:
            rule = "figures.total-over" if sum(counts) > whole else "figures.total-short"
            start, end = total.start("listed"), total.end("listed")
            yield reading.finding(rule, start, end, sum=f"{sum(counts)}{total[2]}")


def two_figures(reading: Reading) -> Iterator[Finding]:
    """The same words in front of two different figures of one unit."""
    seen: dict[tuple[str, str], str] = {}
    for sentence in reading.page.sentences:
        for match in _SUBJECT.finditer(sentence.text):
            key = (match["subject"][-6:], match["unit"].replace("％", "%"))
            if re.search(
                "同比|增长|下降|投资|投入|资金|其中|上年|去年|提高|增加|减少|完成|各|分别|每", key[0]
            ):
                continue
            before = seen.setdefault(key, match["value"])
            if before != match["value"]:
                start = sentence.start + match.start("value")
                end = sentence.start + match.end()
                yield reading.finding("figures.two-ways", start, end, before=before + match["unit"])


def two_counts(reading: Reading) -> Iterator[Finding]:
    """The same deed of the whole year counted twice, with two results."""
    seen: dict[tuple[str, str], str] = {}
    for match in _COUNTED.finditer(reading.text):
        key = (match["subject"], match["unit"])
        before = seen.setdefault(key, match["value"])
        if before != match["value"]:
            yield reading.finding(
                "figures.two-ways", match.start("value"), match.end(), before=before + match["unit"]
            )


_STEADY = re.compile(
    r"(?P<a>全[镇乡县](?P<n1>\d{1,4})个(?P<t1>行政村|村|社区|党支部))"
    r"|(?P<b>(?P<t2>低保|特困|脱贫|监测|转移群众|转移安置群众|行政村|党支部|在册党员|残疾人)(?:对象|户|家庭|人员|人口)?"
    r"(?P<n2>\d{1,5})(?P<u2>[户人个名]))"
    r"|(?P<c>(?P<n3>\d{1,5})(?P<u3>[户人个名])(?P<t3>低保|特困|脱贫|监测)(?:对象|户|家庭|人员))"
)
_PARTLY = re.compile("新增|新纳入|其中|走访慰问|取消|退出|清退|帮助|上年|去年")


def same_thing(reading: Reading) -> Iterator[Finding]:
    """The villages of a town, its people on relief, the people moved to safety: told with two figures."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for match in _STEADY.finditer(reading.text):
        term = match["t1"] or match["t2"] or match["t3"]
        value = match["n1"] or match["n2"] or match["n3"]
        key = (term.removeprefix("行政"), match["u2"] or match["u3"] or "个")
        if _PARTLY.search(reading.text[max(0, match.start() - 8) : match.start()]):
            continue
        before, shown = seen.setdefault(key, (value, match.group()))
        if before != value and (match["a"] or _near(before, value)):
            yield reading.finding("figures.same-thing", match.start(), match.end(), before=shown)


def _near(one: str, other: str) -> bool:
    """Whether one may be a slip for the other: the same digits, or no more than a twentieth apart."""
    return sorted(one) == sorted(other) or abs(int(one) - int(other)) * 20 <= max(int(one), int(other))
