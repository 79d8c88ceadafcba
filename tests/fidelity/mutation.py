"""Mechanical mutation: `python -m tests.fidelity.mutation` changes every fact of faithful prose in every way.

Only paragraphs that the reader leaves alone are mutated; a mutation is caught when the reader finds anything.

A mutant must be Chinese and must say something else. So four things are left alone, whatever the reader makes
of them: a hedge where the clause says already that it estimates (据估计) or where it would make another word
(签约; 近三个月 for the last three months); half of 六七万, which moves as one; a plan that is a noun
(列入明年计划); and what goes on without an end (正在逐步养成). What takes a denial or a plan back takes its
words along: 还没有 and 暂未 become 已, 计划明年 becomes 已于今年, 正在编写之中 becomes 已经编写.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

from bot.facts import Fact, FactKind, Hedge, Lexicon, compare, read
from bot.library.lexicon import load_lexicon

from .cases import PROMPTS, Case, load_cases

UNITS = {
    "户": "人",
    "人": "户",
    "名": "户",
    "个": "公里",
    "次": "公里",
    "场": "人",
    "亩": "公里",
    "公里": "亩",
} | {
    "元": "亩",
    "吨": "公里",
    "家": "人次",
    "件": "人",
    "%": "个百分点",
    "个百分点": "%",
    "处": "公里",
    "人次": "户",
    "起": "亩",
    "条": "人",
    "天": "户",
}
SPELLED = dict(zip("一二两三四五六七八九", "二三三四五六七八九八", strict=True))
LEVELS = {"县级": "市级", "市级": "省级", "省级": "国家级", "全县": "全市", "全市": "全省", "全镇": "全县"}
STATES = {"正在": "已经", "计划": "已", "拟": "已"}
DIRECTIONS = (
    ("增长", "下降"),
    ("净增", "净减"),
    ("多出", "少了"),
    ("新增", "减少"),
    ("上涨", "下跌"),
    ("增加", "减少"),
    ("提高", "降低"),
    ("上升", "下降"),
    ("提升", "下降"),
    ("增至", "降至"),
)
DATES = (
    ("上半年", "下半年"),
    ("今年", "去年"),
    ("一季度", "二季度"),
    ("去年", "前年"),
    ("明年", "去年"),
    ("年底", "年初"),
)
NEGATIONS = {"尚未": "已经", "没有": "有", "未": "已"}
ESTIMATE = re.compile(r"估|据[称说悉]|一般|约[需有为占]")
OTHER_WORD = re.compile(r"[签预节制契公]$")
NO_PLAN = re.compile(r"[年入成检]计划|计划(?:[,，。；、）的\d])")
ENDLESS = re.compile(r"正在(?:一步步|步步|逐步|日益|不断)")
SPAN = re.compile(r"[二两三四五六七八][三四五六七八九]")
DURATIONS = {"months", "days"}


def mutate(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Every (way, mutated text) of a text."""
    for fact in read(text, lexicon):
        for way, said in (*_numbers(fact), *_dates(fact), *_names(fact)):
            if way != "hedge" or _may_be_hedged(fact, said, text):
                yield way, text[: fact.start] + said + text[fact.end :]
        if fact.value is not None and fact.unit and not fact.weak:
            for way, words in (("direction", DIRECTIONS),):
                near = text[max(0, fact.start - 6) : fact.start]
                for one, other in (*words, *((b, a) for a, b in words)):
                    if near.endswith((one, one + "到")):
                        at = text.rfind(one, 0, fact.start)
                        yield way, text[:at] + other + text[at + len(one) :]
                        break
        if fact.kind is FactKind.STATUS and fact.text in STATES:
            yield from _done(fact, text)
        if fact.kind is FactKind.RANK and text[fact.start - 2 : fact.start] in LEVELS:
            level = LEVELS[text[fact.start - 2 : fact.start]]
            yield "level", text[: fact.start - 2] + level + text[fact.start :]
        if fact.kind is FactKind.NEGATION and "【" not in text[max(0, fact.start - 12) : fact.start]:
            yield from _affirmed(fact, text)


def _done(fact: Fact, text: str) -> Iterator[tuple[str, str]]:
    """计划明年建成 told as 已于今年建成."""
    near = text[max(0, fact.start - 1) : fact.end + 3]
    if (fact.text == "计划" and NO_PLAN.search(near)) or ENDLESS.match(text, fact.start):
        return
    after = text[fact.end :]
    if fact.text == "正在":
        after = re.sub(r"\A([^，。；]*?)[之当]中", r"\1", after)
    before = re.sub(r"(?:明年|来年|下一年)\Z", "今年", text[: fact.start])
    next_year = re.match("明年|来年|下一年", after)
    if next_year:
        yield "status", before + "已于今年" + after[next_year.end() :]
    else:
        yield "status", before + STATES[fact.text] + after


def _affirmed(fact: Fact, text: str) -> Iterator[tuple[str, str]]:
    """还没有更换 told as 已经更换, 没有变化 as 有变化."""
    if fact.text not in NEGATIONS or text[fact.start - 1 : fact.end] == "有没有":
        return
    before = text[: fact.start]
    bare = before.rstrip("还尚仍暂") if fact.text != "尚未" else before
    said = "已经" if bare != before and fact.text == "没有" else NEGATIONS[fact.text]
    yield "negation", bare + said + text[fact.end :]


def _may_be_hedged(fact: Fact, said: str, text: str) -> bool:
    """Whether a hedge more or less says something else, and makes no other word of what stands before it."""
    begun = max(text.rfind(mark, 0, fact.start) for mark in "，。；：、\n")
    lead = text[begun + 1 : fact.start]
    if ESTIMATE.search(lead):
        return False
    if fact.hedge is Hedge.NONE and said[0] == "近" and fact.measure in DURATIONS:
        return False
    return fact.hedge is not Hedge.NONE or said[0] != "约" or not OTHER_WORD.search(lead)


def _numbers(fact: Fact) -> Iterator[tuple[str, str]]:
    said = fact.text
    if fact.value is None or fact.weak:
        return
    if not any(sign.isdecimal() for sign in said):
        yield from _spelled(fact)
        return
    digits = [at for at, sign in enumerate(said) if sign.isdecimal()]
    for at in (digits[0], digits[-1]):
        changed = str((int(said[at]) + 1) % 10 or 1)
        yield "number", said[:at] + changed + said[at + 1 :]
    if fact.kind is FactKind.RANK:
        return
    if fact.unit in UNITS and said.endswith(fact.unit):
        yield "unit", said[: -len(fact.unit)] + UNITS[fact.unit]
    if "万" in said:
        yield "scale", said.replace("万", "亿")
    elif "亿" in said:
        yield "scale", said.replace("亿", "万")
    elif fact.measure in {"money", "area", "people", "households"} and fact.hedge is Hedge.NONE:
        yield "scale", said[: digits[-1] + 1] + "万" + said[digits[-1] + 1 :]
    if fact.hedge is Hedge.OVER and "余" in said:
        yield "hedge", said.replace("余", "")
        yield "hedge", "近" + said.replace("余", "")
    elif fact.hedge is Hedge.UNDER and said.startswith("近"):
        yield "hedge", said[1:]
        yield "hedge", "超" + said[1:]
    elif fact.hedge and said.endswith(("左右", "以上", "以下", "以内")):
        yield "hedge", said[:-2]
    elif fact.hedge is Hedge.NONE and fact.upper is None:
        yield "hedge", "近" + said
        yield "hedge", "约" + said


def _spelled(fact: Fact) -> Iterator[tuple[str, str]]:
    """第三 told as 第四, 三分之二 as 三分之三: every numeral character that is spelled out."""
    way = "rank" if fact.kind is FactKind.RANK else "number"
    span = SPAN.search(fact.text)
    if span:
        moved = "".join(SPELLED[sign] for sign in span.group())
        yield way, fact.text[: span.start()] + moved + fact.text[span.end() :]
        return
    for at, sign in enumerate(fact.text):
        if sign in SPELLED and fact.text[at + 1 : at + 2] != "半":
            said = (
                "两" if sign == "一" and fact.kind is FactKind.COUNT and len(fact.text) > 1 else SPELLED[sign]
            )
            yield way, fact.text[:at] + said + fact.text[at + 1 :]


def _dates(fact: Fact) -> Iterator[tuple[str, str]]:
    if fact.kind is not FactKind.DATE:
        return
    for one, other in DATES:
        if fact.text == one:
            yield "date", other
    digits = [at for at, sign in enumerate(fact.text) if sign.isdecimal()]
    if digits:
        at = digits[0] if fact.scope.startswith("M") and len(digits) == 1 else digits[-1]
        yield "date", fact.text[:at] + str(int(fact.text[at]) % 9 + 1) + fact.text[at + 1 :]


def _names(fact: Fact) -> Iterator[tuple[str, str]]:
    if fact.kind is FactKind.NAME and fact.unit == "村" and len(fact.subject) >= 2:
        last = len(fact.subject) - 1
        yield "name", fact.text[:last] + "岙" + fact.text[last + 1 :]
    if fact.kind is FactKind.TITLE and fact.unit == "《》":
        yield "title", "《山乡新语》"


def shares(cases: list[Case], lexicon: Lexicon) -> dict[str, tuple[int, int]]:
    """For each way of mutation: how many were caught, of how many."""
    caught: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for case in cases:
        if case.kind is not None or compare(case.notes, case.text, lexicon):
            continue
        for way, text in mutate(case.text, lexicon):
            made[way] += 1
            caught[way] += bool(compare(case.notes, text, lexicon))
    return {way: (caught[way], made[way]) for way in sorted(made)}


def main() -> None:
    """Print the share caught for each way, on the part that was tuned on unless another is named."""
    lexicon = load_lexicon(PROMPTS)
    for part in sys.argv[1:] or ["tune"]:
        for way, (caught, made) in shares(load_cases(part), lexicon).items():
            sys.stdout.write(f"{part} {way:12}{made:>7}{100 * caught / made:>8.1f} %\n")


if __name__ == "__main__":
    main()
