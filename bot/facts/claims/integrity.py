"""What a text says of integrity and safety: the topics of its clauses, and which it denies or vouches for."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..text.reading import Clause, Reading
from ..text.terms import Mark
from ..trial import Trial

ZERO = re.compile(
    r"零(?!容忍|售|散|星|工|食|基础|距离|钱|花)|(?<![\d.])0(?=[\u4e00-\u9fff])|杜绝|避免了|从无|没有|未(?!来|必|雨)"
)
"""What denies a topic besides the words of denial."""
AND = re.compile("[和与及、或]")
NOTHING_FOUND = re.compile(
    r"没有?(?:发现|[查看挑找]出来?|查[到着])(?:啥|什么)?(?:毛病|问题|事)?(?=[,。;\n]|$)"
)
"""Who found nothing at all denies whatever could be found."""
NO_MORE = re.compile("(?:没人再?|再没人?|再也没人?|没再)(?:来|有|出|发生)?[说提闹找告吵反出有来过]")
"""What says of a whole line that it is over: 没人再说了."""
_FAMILY = (
    (re.compile("子女"), re.compile("[子女儿孩娃]|家[人属里]")),
    (
        re.compile("配偶"),
        re.compile("爱人|老婆|媳妇|婆娘|堂客|内人|太太|屋里|[妻夫]|老公|配偶|对象|家[人属里]"),
    ),
    (
        re.compile("家属|家人|亲属|亲友|身边工作人员"),
        re.compile(
            "[我自他她咱]家|家[人属里小]|[亲属妻儿女]|爱人|老婆|媳妇|婆娘|堂客|内人|太太|屋里|老公|孩子|身边|兄弟|姐妹|配偶"
        ),
    ),
)
"""For whom besides oneself something is declared, and what notes say of them."""
UNTELLING = frozenset("一两二三几把个点件起次回例自己都也别去来做干搞有人过啥什么违规纪法")
"""Characters of a denial that do not tell what it denies."""
_RESOLVE = re.compile(
    r"(?:之下|面前|背后)(?:没有|无)|^让[^,。;]{2,12}不[因再]|[撤变]的(?:始终)?是|^[^,。;]{1,5}的是[^,。;]{1,6}$|唯有|方能|"
    r"守牢|守住|坚守|确保不|防止|严防|底线|力戒|坚决反对|坚决抵制|不(?:让|漏|落|落下|使|放弃)任?何?一[个名位户](?!亲|家[属人]|配偶|子女|身边|[老熟]|干部|领导)"
)
_TURNED_AWAY = re.compile("拒绝|回绝|谢绝|婉拒|拒收|婉辞|挡了?回")
_ANOTHER_DEED = re.compile(r"、[到向去赴往在被因经由对]|的[\d一二两三四五六七八九十几]")
_WHOSE = re.compile("(?:本人|我)?(?:的|及|和|及其|与)?(?:直系|近)?")


def labels_of(mark: Mark) -> set[str]:
    """The topics that a word belongs to."""
    return {label for label in mark.labels if label.startswith("integrity:")}


def topic_marks(reading: Reading) -> dict[Clause, list[Mark]]:
    """The words that name a topic, by clause."""
    found: dict[Clause, list[Mark]] = {}
    for mark in reading.marks.of("integrity"):
        found.setdefault(reading.clause_at(mark.start), []).append(mark)
    return found


def topics(reading: Reading) -> dict[Clause, set[str]]:
    """The topics that a text denies or vouches for, by clause; 没人再说了 denies what its line spoke of."""
    marked = topic_marks(reading)
    found = {
        clause: {label for mark in marks for label in labels_of(mark)}
        for clause, marks in marked.items()
        if _is_denied(reading, clause, marks)
        or ZERO.search(reading.text, clause.start, clause.end)
        or vouches(reading, clause)
    }
    for end in NO_MORE.finditer(reading.text):
        start = reading.line_at(end.start())[0]
        of_line = [clause for clause in marked if start <= clause.start < end.start()]
        found |= {
            clause: {label for mark in marked[clause] for label in labels_of(mark)} for clause in of_line
        }
    return found


_NOT_TAKEN = re.compile("没收(?=[^,。;\n]{0,8}(?:礼|钱|红包|东西|好处|卡|烟|酒|特产|费))")
"""没收管理对象的礼: nothing was taken, and nothing confiscated."""


def _is_denied(reading: Reading, clause: Clause, topics: list[Mark]) -> bool:
    """Whether a word of denial stands beside the topics, not inside one: 拖欠 denies nothing."""
    return _NOT_TAKEN.search(reading.text, clause.start, clause.end) is not None or any(
        "negation" in mark.labels
        or (
            "lacking" in mark.labels
            and not any(topic.start <= mark.start and mark.end <= topic.end for topic in topics)
        )
        for mark in reading.attributes_in(clause.start, clause.end)
    )


def vouches(reading: Reading, clause: Clause) -> bool:
    """Whether a clause vouches for something: 严格遵守, 如实报告."""
    at = bisect_left(reading.vouchings, clause.start)
    return at < len(reading.vouchings) and reading.vouchings[at] < clause.end


def retells_denial(trial: Trial, clause: Clause) -> bool:
    """Whether half of what a denial of the notes tells stands in the clause: 一把火没着, 未发生一起山火.

    Not of a clause that denies several things: the second one may be new.
    """
    if AND.search(trial.prose.text, clause.start, clause.end):
        return False
    said = trial.prose.telling(clause.start, clause.end)
    return any(
        signs and len(signs & said) * 2 >= len(signs)
        for signs in (denied - UNTELLING for denied, _ in trial.denials)
    )


def relatives(trial: Trial, clause: Clause) -> tuple[int, int] | None:
    """The relatives of whom a clause of the prose speaks and the notes do not: 本人及家属."""
    for said, given in _FAMILY:
        found = said.search(trial.prose.text, clause.start, clause.end)
        if found is not None and not given.search(trial.notes.text):
            return found.span()
    return None


def is_turned_away(reading: Reading, clause: Clause) -> bool:
    """Whether a clause, or the one after it in its sentence, says that what comes is turned away."""
    after = reading.clause_at(min(clause.end + 1, len(reading.text)))
    end = after.end if after.sentence == clause.sentence else clause.end
    return _TURNED_AWAY.search(reading.text, clause.start, end) is not None


def is_denial(reading: Reading, clause: Clause, marks: list[Mark]) -> bool:
    """Whether a clause denies something of the topics that it names."""
    first = min(mark.start for mark in marks)
    last = max(mark.end for mark in marks)
    if any(
        "negation" in mark.labels
        and "calm" not in mark.labels
        and not _ANOTHER_DEED.search(reading.text, mark.end, first)
        for mark in reading.attributes_in(clause.start, last)
    ):
        return True
    return bool(ZERO.search(reading.text, max(clause.start, first - 8), last))


def is_sworn(reading: Reading, clause: Clause, whose: int) -> bool:
    """Whether a clause begins with one's relatives and denies something of them: 本人亲属未在辖区经商."""
    leads = _WHOSE.fullmatch(reading.text, clause.start, whose)
    return leads is not None and reading.has(whose, clause.end, "negation")


def stands_apart(reading: Reading, clause: Clause, mark: Mark) -> bool:
    """Whether a topic is told of before what is denied: 火情均较轻微、无人受伤 denies no 火情."""
    stop = reading.text.find("、", mark.end, clause.end)
    return stop >= 0 and not (
        reading.has(clause.start, stop, "negation", "lacking")
        or ZERO.search(reading.text, clause.start, stop)
    )


def is_resolve(reading: Reading, clause: Clause) -> bool:
    """守牢不发生规模性返贫底线, 规矩之下没有特权: what is striven for, or holds of anybody."""
    return bool(_RESOLVE.search(reading.text[clause.start : clause.end]))
