"""Mechanical mutation: `python -m tests.fidelity.mutation` changes every fact of faithful prose in every way.

Only paragraphs that the reader leaves alone are mutated; a mutation is caught when the reader finds anything.
"""

from __future__ import annotations

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
STATES = {"正在": "已经", "计划": "已经", "拟": "已"}
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
NEGATIONS = (("尚未", "已经"), ("没有", "已经"), ("未", "已"))


def mutate(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Every (way, mutated text) of a text."""
    for fact in read(text, lexicon):
        for way, said in (*_numbers(fact), *_dates(fact), *_names(fact)):
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
            yield "status", text[: fact.start] + STATES[fact.text] + text[fact.end :]
        if fact.kind is FactKind.RANK and text[fact.start - 2 : fact.start] in LEVELS:
            level = LEVELS[text[fact.start - 2 : fact.start]]
            yield "level", text[: fact.start - 2] + level + text[fact.start :]
        if fact.kind is FactKind.NEGATION and "【" not in text[max(0, fact.start - 12) : fact.start]:
            for one, other in NEGATIONS:
                if fact.text == one:
                    yield "negation", text[: fact.start] + other + text[fact.end :]


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
    for at, sign in enumerate(fact.text):
        if sign in SPELLED:
            yield way, fact.text[:at] + SPELLED[sign] + fact.text[at + 1 :]


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
