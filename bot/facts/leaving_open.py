"""What a stretch of the notes leaves open: it denies, it plans, or it tells of something still going on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .text.reading import EMPTY, Reading

DENIED = re.compile(
    r"没(?!收(?![过到礼钱红益入成费租一任什外别谁]|人(?!民币)|[^,。;违]{1,2}费))|未(?!来|必|成年|雨)|无(?!偿|害|人机|缝|形|障碍|线|证|主|房|职|力|私|核|纺|一)|莫(?!大)"
    r"|不(?!是(?<=[赔陪][了过个]不是)|是(?<=[赔陪]不是)|是(?<=[道落]了不是)|是(?<=[道落了]个不是)|到|足|少|等|同|断|乏|仅|过|超|低于|高于|多|光|止|错|久|含|管|论|锈|良|动产|行了|舒服|了情|太平|能|要|好|算|合格|够|得)"
)
PLANNED = re.compile(
    r"打算|计划(?!生育|投资)|准备(?!金)|拟(?!定)|想(?=[把要再搞建办报修弄])|争取(?!了|到|[上中省市县外][级面头来央里]?的?(?:资金|项目|钱|补助|专项)[^,。;]{0,6}\d)|力争|明年|下一步|下步|接下来|(?<![到至])下(?:周|个月|个?星期)|[月年]底(?:肯定|一定|准能|保证)|来年|预备|年后|明后年|口头(?=$|[的上答应说,。;])"
    r"|过[完了]年(?=[补再才就能要给来])|(?:出来|下来|到位|批复|批准)[了]?[就再]"
    r"|(?<![接招对优])待(?![遇业人着在了过一两二三半])|等着|等(?=[批钱省市县上动审开验通装定]|[^,。;等]{1,4}(?:批|资金|配件|下来))|就等|\d[月日年号]底?[^,。;]{0,3}能"
)
GOING = re.compile(
    r"正在|(?<![修改纠更指校矫公立转端真反方])正(?=[拆修挖铺装改谈砌浇刷栽搬盖])|筹建|筹备|[刚才]开始(?=[弄搞做]?(?:$|[,。;]))|刚起步|起步阶段|(?<![现所存])(?<!是.)(?<!是..)(?<!是...)在(?=[砌选跑接清浇刷平栽量测编改办搞修建谈整弄核查装跑做审批挖拆走报申催打铺施调编评对争接找写拟招等]|(?<=[座条个处段期项栋家]在)干(?![部旱净洁群流])|办理|路上|推进)|还在|在建|报批|审批|意向|申报"
    r"|想来|卡[在住着]|(?<=[改修建工验审批招谈办装调搭制编核复理见询训测])中(?=$|[,。; ])"
)
NEARLY = re.compile(
    "(?<![很飞尽赶加更最])快(?![递速捷板餐车艇乐])要?[\u4e00-\u9fff]{0,4}?(?:[完好通齐成到满]了|完工|建成|办结|结束|验收|交付)"
)
"""快办完了: not yet."""
OVER = re.compile(r"了(?!解)|(?<![能没未可要])完(?!善)|好(?=$|[,。;])|已|过(?=$|[,。;])")
_UNTIL = re.compile("[没未不][^,。;]{1,6}[之以]前")
"""没批之前 denies nothing: it says 批复之前."""
_FRAIL = re.compile(
    r"(?:[腿手]脚?|腰|眼睛?|耳朵?|身[体子]|脑[子筋]|视力|听力|神[志经]|精神|行动|走路?|[家里]里?条件|家境|日子)[^,。;]{0,2}?[不没][^,。;的]{1,4}的(?=[\u4e00-\u9fff])"
)
"""Who somebody is: 腿不好的姑娘 denies nothing."""
_ENDS_DENYING = re.compile("(?:没有?|[未无不])[给搞做办再有过是让要出]?$")
_SAYS_ONLY_THAT = re.compile(
    "(?:[还也都就]|现在|目前|至今|一直)*(?:没|未|不(?!对)|无|计划|准备|打算|想|拟|正?在)"
)
_SILENT = (
    frozenset(
        "要搞弄啥那去说看给做办让他她它们里头后来会能可以还有没不在好多些很就都叫怎么啊呢吧嘛哦对了呗趟再跟把被用和上下来去这块方面边我你咱自己正已拟"
        "卡计划打算准备明年尚未仍全部个的目前也只嗯争取想力"
    )
    | EMPTY
)
_TWICE = re.compile("没有?(?:一[个家件户人例])?不(?P<what>[合达及到][\u4e00-\u9fff])")
_NO_SIZES = frozenset[Decimal]()
_SHARED, _HEAD, _BEGINNING, _BRIEF = 2, 7, 3, 10


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A stretch of the notes between commas and blanks, and what it is about.

    `is_marked`: it says itself that it is open; else the head of its line does (明年：…). `own` is what a
    stretch that had to be joined with another told itself: whoever tells of the part has that. `around` are
    the numbers of its own note: a clause of the prose that has only numbers of other notes tells of something
    else. None where that must not be asked.
    """

    text: str
    about: frozenset[str]
    sizes: frozenset[Decimal]
    is_denied: bool
    is_marked: bool
    own: frozenset[str] = frozenset()
    around: frozenset[Decimal] | None = None


def open_part(notes: Reading, found: re.Match[str]) -> OpenPart | None:
    """The open stretch of the notes, None where it tells of too little, or of what is not known."""
    start, end = found.span()
    if notes.has_gap(start, end):
        return None
    signs, own = about(notes, start, end), frozenset[str]()
    if len(signs) < _SHARED:
        own = signs
        start, end = _with_what_it_says_of(notes, start, end, bool(own))
        signs = about(notes, start, end)
    if len(signs) < _SHARED:
        return None
    text = notes.text[start:end]
    sizes = sizes_in(notes, start, end) or _counted_before(notes, start)
    denied = DENIED.search(text) is not None
    return OpenPart(text, signs, sizes, denied, denied or is_marked(text), own, sizes_of_note(notes, start))


def _with_what_it_says_of(notes: Reading, start: int, end: int, tells: bool) -> tuple[int, int]:
    """A stretch too short to say what it leaves open, with the one before it, or after it: 尾水湿地 计划做.

    A stretch that ends with its denial speaks of what follows: 没有 乱收费.
    """
    before, after = notes.clause_at(max(0, start - 2)), notes.clause_at(min(len(notes.text), end + 1))
    follows = notes.text[end : end + 1] == "," and 1 < after.end - after.start <= _BRIEF
    leads = notes.text[start - 1 : start] == "," and 1 < before.end - before.start <= _BRIEF
    if follows and (_ENDS_DENYING.search(notes.text, start, end)):
        return start, after.end
    if (
        not leads
        or sizes_in(notes, before.start, before.end)
        or not _SAYS_ONLY_THAT.match(notes.text, start, end)
    ):
        return start, end
    return (
        (start, end)
        if not tells and OVER.search(notes.text, before.start, before.end)
        else (before.start, end)
    )


def denies(text: str) -> bool:
    """Whether a stretch of the notes denies anything."""
    if DENIED.search(text) is None:
        return False
    return "的" not in text or DENIED.search(_FRAIL.sub("", text)) is not None


def is_open(part: re.Match[str]) -> bool:
    """Whether a stretch of the notes denies, plans, or tells of something still going on."""
    text = part.group()
    line = part.string.rfind("\n", 0, part.start()) + 1
    if PLANNED.search(part.string, line, line + _HEAD) and not OVER.search(text):
        return True
    certain = _UNTIL.sub("", text) if "前" in text else text
    if NEARLY.search(text):
        return True
    return denies(certain) or (is_marked(text) and not OVER.search(text))


def is_denied_twice(said: str, told: str) -> bool:
    """Whether notes deny that something is not so, and prose tells it as so: 没有不合格的, 全部合格."""
    found = _TWICE.search(said)
    return found is not None and found["what"] in told and f"不{found['what']}" not in told


def sizes_of_note(notes: Reading, start: int) -> frozenset[Decimal]:
    """The numbers of the note that a place stands in."""
    return sizes_in(notes, *notes.line_at(start))


def about(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The characters of a span that tell what it is about."""
    return frozenset(reading.text[start:end]) - _SILENT - reading.foreign


def sizes_in(reading: Reading, start: int, end: int) -> frozenset[Decimal]:
    """The values of the numbers in a span."""
    facts = reading.facts_in(start, end)
    return frozenset([fact.size for fact in facts if fact.value is not None]) if facts else _NO_SIZES


def _counted_before(notes: Reading, start: int) -> frozenset[Decimal]:
    """What the clause before begins with counting: 剩6条是搬迁的, of which 没整改完 speaks."""
    before = notes.clause_at(max(0, start - 2))
    if before.end + 1 != start or notes.text[before.end] != ",":
        return frozenset()
    return sizes_in(notes, before.start, before.start + _BEGINNING)


def is_marked(text: str) -> bool:
    """Whether a stretch says itself that it plans, or that something is still going on."""
    return bool(PLANNED.search(text) or GOING.search(text) or NEARLY.search(text))
