"""Figures against each other: parts and their total, one figure told in two ways."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_NUMBER = r"\d{1,12}(?:\.\d{1,4})?"
_UNIT = "万元|亿元|人次|户次|家次|元|户|人|家|个|件|起|次|亩|公里|项|处|条|场|名"
_TOTAL = re.compile(rf"(?:共|总计|合计|累计|总共)[\u4e00-\u9fff“”]{{0,12}}?({_NUMBER})({_UNIT})")
_PART = re.compile(rf"({_NUMBER})({_UNIT})")
_SUBJECT = re.compile(
    rf"(?P<subject>[\u4e00-\u9fff]{{4,10}}?)(?:达到|达|为|共计|共|完成|实现|至)?(?P<value>{_NUMBER})(?P<unit>亿元|万元|元|%|％)"
)
_COUNTED = re.compile(
    rf"(?:^|(?<=[，。；：、]))(?P<subject>(?:全年|年内|累计|全镇|全乡|共)+[\u4e00-\u9fff]{{4,12}})"
    rf"(?P<value>{_NUMBER})(?P<unit>[\u4e00-\u9fff])"
)
_LOOSE = re.compile("其中|另|余|约|多|上年|去年|同比|比")


def totals(reading: Reading) -> Iterator[Finding]:
    """共N…：其中 a、b、c with the same unit whose sum is not N or less."""
    for sentence in reading.page.sentences:
        total = _TOTAL.search(sentence.text)
        if total is None:
            continue
        rest = sentence.text[total.end() :]
        if not rest.startswith(("，其中", "（其中", "，分别", "（", "：")) or _LOOSE.search(
            rest.replace("其中", "", 1)
        ):
            continue
        inner = rest.split("）")[0] if rest.startswith("（") else rest
        parts = [Decimal(value) for value, unit in _PART.findall(inner) if unit == total[2]]
        whole = Decimal(total[1])
        if len(parts) >= 2 and sum(parts) != whole:
            over = sum(parts) > whole
            rule = "figures.total-over" if over else "figures.total-under"
            start = sentence.start + total.start(1)
            yield reading.finding(rule, start, sentence.start + total.end(), sum=f"{sum(parts)}{total[2]}")


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
