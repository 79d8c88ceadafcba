"""A number of the notes that the prose tells without writing it: 3.12 as 3月12日, 两座 as 各1座."""

from __future__ import annotations

import re

from bot.numerals import in_row

from ..fact import Fact, FactKind
from ..matching.agreeing import same_measure
from ..readers.ranks import GRADED
from ..trial import Trial

_COUNTS = re.compile(r"[、和与及]")
_NOUN = re.compile(r"[\u4e00-\u9fff]{1,4}(?=[,。;:!?\n]|$)|[\u4e00-\u9fff]{1,2}")
_FIRMS = {"企业": ("厂", "公司", "社", "场", "店"), "单位": ("所", "站", "局", "办")}
_SECOND = re.compile("第二个?(?P<unit>[年月天])")
_NEXT = {"年": "[次翌]年", "月": "[次翌]月", "天": "[次翌]日"}
_YEAR_OF_BIRTH = re.compile(r"[3-9]\d年")
_POINTING = frozenset("前后头这那")
MOST_OF = re.compile("一?[大多]半|一半(?:以上|多)|大部分|绝大部分|大多数?|多数|过半")
_HANDED = re.compile("(?P<names>[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,8}?)+)(?:分别|各|均|都)")
_TAIL, _LEAD = 3, 6
_IN_WORDS = tuple(
    (re.compile(note), re.compile(prose))
    for note, prose in (
        ("十[几多]", "中旬"),
        ("二十[几多]", "下旬"),
        ("头一个", "首|第一"),
        ("头一年", "首年|第一年|[上前]一?年|此前"),
        ("两[家方边头]", "双方"),
        ("一百岁", "百岁"),
        ("三十", "除夕"),
        ("大?半天", "半日|半天|耐心|反复|再三|许久|良久"),
        ("第一", "首[要位先件]|头等|第一"),
        ("一半|对半", "平摊|均摊|各半|平分|减半|折半|[中半]途"),
    )
)
"""What notes count and a report says in a word: 八月二十几号 is 8月下旬."""


def how_many(listed: str) -> int:
    """How many 甲、乙和丙 are."""
    return len(_COUNTS.findall(listed)) + 1


def is_pointing(trial: Trial, note: Fact) -> bool:
    """前两个, 后三家: a count that only points at what the notes have listed."""
    return note.kind is FactKind.COUNT and trial.notes.text[note.start - 1 : note.start] in _POINTING


def is_pointed_at(trial: Trial, fact: Fact) -> bool:
    """听取前三名, where the notes say 听了前三个: who comes first in turn wins nothing."""
    if (
        fact.kind is not FactKind.RANK
        or fact.scope != "top"
        or GRADED.search(fact.subject[-_LEAD:] + fact.text[:-1])
    ):
        return False
    return any(is_pointing(trial, note) and note.value == fact.value for note in trial.notes.numbers)


def is_told_by_places(trial: Trial, note: Fact) -> bool:
    """第五 where the prose says 第2名 and 前移3位."""
    ranks = [fact.value for fact in trial.prose.facts if fact.kind is FactKind.RANK]
    moved = [fact.value for fact in trial.prose.numbers if fact.kind is not FactKind.RANK]
    return any(
        rank is not None and step is not None and note.value in {rank + step, rank - step}
        for rank in ranks
        for step in moved
    )


def is_shared_out(trial: Trial, note: Fact) -> bool:
    """两座, where the prose says 甲、乙各1座."""
    if note.value is None or not 2 <= note.value <= 10:
        return False
    for fact in trial.prose.numbers:
        if not fact.value or not same_measure(fact, note):
            continue
        clause = trial.prose.clause_at(fact.start)
        each = trial.prose.text.find("各", clause.start, fact.start)
        listed = trial.prose.text[clause.start : each] if each >= 0 else ""
        if how_many(listed) * fact.value == note.value:
            return True
    return False


def is_listed_out(trial: Trial, note: Fact) -> bool:
    """罚了两家，甲木业1万、乙油站8千 told as 对甲木业、乙油站分别处以: as many names in a list."""
    if note.value is None or not 2 <= note.value <= 5 or note.kind is FactKind.RANK:
        return False
    said = trial.notes.text[note.end : trial.notes.line_at(note.start)[1]]
    for found in _HANDED.finditer(trial.prose.text):
        first, *others = found["names"].split("、")
        if len(others) + 1 == note.value and all(name in said for name in (first[-_TAIL:], *others)):
            return True
    return False


def is_named_out(trial: Trial, note: Fact) -> bool:
    """两条路：滨海路……学园路, where the prose names both: who names all of them has counted them."""
    if note.value is None or not 2 <= note.value <= 5 or note.kind is FactKind.RANK:
        return False
    notes = trial.notes.text
    after = _NOUN.match(notes, note.end)
    noun = note.unit[1:] or note.unit if len(note.unit) > 1 or after is None else after.group()
    heads = {noun, noun[-2:], *noun[-2:], *_FIRMS.get(noun[:2], ())}
    for head in (heads, *({head} for head in heads)):
        kinds = "|".join(map(re.escape, sorted(head - {""}, key=len, reverse=True)))
        names = set(re.findall(rf"[\u4e00-\u9fff]{{1,2}}(?:{kinds})", notes)) if kinds else set()
        if len({name for name in names if name in trial.prose.text and name not in noun}) >= note.value:
            return True
    return False


def is_told_in_words(trial: Trial, note: Fact) -> bool:
    """3.12 in the notes, 3月12日 in the prose; 第二年, 次年; 二十几号, 下旬; 一家一半, 平摊; 十一点, 11时."""
    if (
        trial.notes.text[note.end : note.end + 1] == "点"
        and f"T{note.size % 12 * 60:f}" in trial.prose.scopes
    ):
        return True
    second = _SECOND.match(trial.notes.text, note.start)
    if second is not None and re.search(_NEXT[second["unit"]], trial.prose.text):
        return True
    if any(said.fullmatch(note.text) and told.search(trial.prose.text) for said, told in _IN_WORDS):
        return True
    if note.unit == "年" and any(fact.text == f"{note.value}年" for fact in trial.prose.facts):
        return True
    if _YEAR_OF_BIRTH.fullmatch(note.text) and f"19{note.text}" in trial.prose.text:
        return True
    month, dot, day = note.text.partition(".")
    if not dot or note.unit or not (month.isdecimal() and day.isdecimal()):
        return False
    spoken = in_row(f"{int(month)}{int(day)}")
    if (len(spoken) == 2 and spoken in trial.prose.text) or f"{int(month)}·{int(day)}" in trial.prose.text:
        return True
    return any(fact.scope == f"M{int(month)}-{int(day)}" for fact in trial.prose.facts)


def is_covered(trial: Trial, note: Fact) -> bool:
    """Whether the words around a note's number stand in the prose."""
    clause = trial.notes.clause_at(note.start)
    words = set(trial.notes.text[clause.start : note.start] + trial.notes.text[note.end : clause.end])
    return not words or len(words & set(trial.prose.text)) * 2 > len(words)


def is_most(trial: Trial, note: Fact) -> bool:
    """大半, where the prose says 大部分."""
    return (
        note.measure == "percent"
        and MOST_OF.fullmatch(note.text) is not None
        and MOST_OF.search(trial.prose.text) is not None
    )
