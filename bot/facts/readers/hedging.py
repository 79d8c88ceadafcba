"""Hedges around a number: 近百, 三百来户, 大概有两百, 5公里多, 三个月内."""

from __future__ import annotations

import re

from ..fact import Hedge
from ..lexicon import Lexicon

EXACT = Hedge.NONE
LONG = frozenset(("months", "days", "hours", "length", "area", "mass", "money", "percent", "point"))
"""Measures of which there can be a little more than a whole number."""

_ALSO_LONG = frozenset(("scores", "dot"))
"""And those, where a free word says so: 三个点多."""

_CAPPED = frozenset(("money", "percent", "point", "months", "days", "workdays", "hours"))
"""Measures that 封顶 caps; of a building it says that the roof is on."""

_TIMES = frozenset(("months", "days", "workdays", "hours"))
"""Measures of which 内 says that no more was spent."""
_FALLS = frozenset("掉走降滑跌")
_FROM = 8
"""How far before 往下 its 从 may stand: 从20桌往下劝 is no 20桌以下."""
BARE = "百千万亿"
"""Numerals that stand for no number of their own without a hedge: 百户 is none, 近百户 is."""

_WITHIN = re.compile(r"[以之]?内(?![部外容])")
_APART = re.compile(
    r"估摸|毛估|大致|大体|大约|大概|约莫|差不多|超过|突破|将近|接近|至少|最少(?!的)|不到|不足(?!有|之处|的?是)|少说|起码|超出|(?<![签节预合制集简履民契相])约(?=[可能为占有降下增上提减高低少多涨跌需要用计花耗折合缺差欠剩余完达半])"
)
_APART_SIGNS = frozenset("估毛大约差超突将接至最不少起")
"""The characters that those begin with."""
_ARROWS = frozenset("↑↓")
"""50亩↑ is 50亩以上, 35↓ is 35岁以下; ↑3点 is a rise."""
_ROUND_AGE = re.compile(r"(?<![\d.])(?:18|[3-9][05])$")
_SHORT_OF = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?<![收见找看听达想买轮系赶办做等用招拿请领管顾觉料碰遇])不到(?=[,。;、\n]|$)"
)
"""两千吨玉米不到."""
_GOAL = re.compile(r"[^,。;]{0,4}(?:目标|任务|计划|概算|预算)")
_LISTED = re.compile(r"[\d一二三四五六七八九十两]+[条个项点处]")
_AN_END = re.compile(
    r"[一1][次回期趟天月年场个](?:才|只|就|也|是|有|仅|达|来了?)*[\d一二两三四五六七八九十百]"
)
"""最少一回才11个: which one, not how many."""
_STOP = re.compile(r"[^\u4e00-\u9fff]|[\u4e00-\u9fff]{5}|[一二三四五六七八九十百千万亿]")
_LASTING = re.compile(
    r"(?:历时|耗时|长达|为期|延续|持续|坚持|锻炼|挂职|跟班|跟案|减租|延迟|迟[发到交]|党龄满|推迟|积压|搁置|闲置|失修|停[产窑业工电水]|拖[延欠]?|耽[搁误]|续签|签[订了]|短短|办理?|[^近]期限|工期"
    r"|开业|驻[村点]|盼|等|欠|[用花晚干种养守搞做谈跑修建磨忙学追催住练][了有]?|已有?|达|超)了?$"
)
_PAST_AGE = re.compile("(?:[3-9][05]|[三四五六七八九]十)(?![\\d余多几])岁?(?=[的了,。;、\n]|$)")
"""过60的, 过五十岁: over that age."""
_LAST_DIGITS = frozenset("123456789一二三四五六七八九")
"""二十五来的 came on the 25th; 二十来的 is about twenty."""
_COMES_DOWN = frozenset("了过着")
"""What makes a verb of 上下: 一晚上下了168毫米."""
_BY_HOW_MUCH = re.compile(r"超[出过](?![了有达]|约)[\u4e00-\u9fff]{2,4}$")
"""超出设计能力3吨: 3吨 is by how much."""
_COMPARED = re.compile(r"[比较][^,。;、\n增减多少高低涨降提升超跌上下快慢早晚远近]{1,6}$")
"""比承诺快一个礼拜, 比走老路近3公里: by how much, and no hedge."""
_COUNTED_SO = re.compile(r"[\u4e00-\u9fff](?P<hedge>左右)(?![为逢手邻])")
"""400个工左右."""
_INVITES = re.compile(
    r"(?:本人|[我先后再]|多次|主动|及时|专门|亲自|随[后即]|分别|逐[一个])$|(?:^|[,。;:\n])$"
)
_TO_TALK = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:谈|交心|[见会]面|面商|聊)")
_INVITED = frozenset(
    ("people", "each", "households", "villages", "communities", "townships", "village_groups", "buildings")
)
"""Whom one can ask to come: 本人约两个村的支书谈话 has no hedge."""
_FREE_TAIL = re.compile(
    r"(?:多一?点|还多|有余|[多余](?=[,。;、)\n的钱未没无才还]|回[升落]|[涨跌降升提压增减][高低]?[至到了]|了(?![\d一二两三四五六七八九十百])|用[作于]|$))"
)
_SPARED = {
    "近": frozenset("附最加较很更临邻靠"),
    "快": frozenset("附最加较很更临邻靠"),
    "过": frozenset("通经超不走越"),
    "约": frozenset("节签预合制集简履民契"),
    "小": frozenset("中大以县区同规高"),
    "上": frozenset("中大以县区同规高"),
    "超": frozenset("中大以县区同规高彩赶反治限严"),
}
"""Characters before a hedge with which it makes another word: 附近, 经过, 节约."""
_OFTEN_LAST = frozenset("制民集合加")
"""Those of them with which words end: 编制, 农民, 筹集, 整合, 增加."""


def hedge_before(text: str, start: int, lexicon: Lexicon, group: str) -> tuple[int, Hedge]:
    """The hedge before a number that begins at `start`, and where the number with its hedge begins."""
    if text[start - 1 : start] in lexicon.hedge_ends:
        near = _hedge_at(text, start, lexicon, group)
        if near[1] is not EXACT:
            return near
    low = max(0, start - 8)
    for word in _APART.finditer(text, low, start) if not _APART_SIGNS.isdisjoint(text[low:start]) else ():
        if word.end() < start and not (
            _STOP.search(text, word.end(), start) or _BY_HOW_MUCH.match(text, word.start(), start)
        ):
            return start, lexicon.hedges_before.get(word.group(), EXACT)
    return start, EXACT


def _hedge_at(text: str, start: int, lexicon: Lexicon, group: str) -> tuple[int, Hedge]:
    lead = text[max(0, start - 5) : start]
    for size in range(min(5, len(lead)), 0, -1):
        word = lead[-size:]
        hedge = lexicon.hedges_before.get(word)
        if hedge is None:
            continue
        prior = lead[-size - 1 : -size]
        is_age = word == "过" and _PAST_AGE.match(text, start)
        if word in {"上", "破", "过"} and text[start] not in BARE and not is_age:
            continue
        if word in {"小", "大几"} and text[start] not in "一二两三四五六七八九十百千万":
            continue
        if (
            word == "约"
            and group in _INVITED
            and _INVITES.search(text, max(0, start - 4), start - 1)
            and _TO_TALK.match(text, start + 1)
        ):
            continue
        if word.startswith("超") and _GOAL.match(text[start : start + 16].lstrip("0123456789.万亿元%")):
            continue
        if word in {"最少", "最多"} and _AN_END.match(text, start):
            continue
        if word == "不足" and _LISTED.match(text, start, start + 6):
            continue
        if (
            word in {"近", "快"}
            and group == "months"
            and not _LASTING.search(text, max(0, start - 8), start - size)
        ):
            continue
        if word in {"近", "快", "小"} and _COMPARED.search(text, max(0, start - 10), start - size):
            continue
        if prior and (_is_word(word, lead, lexicon) or (size == 1 and lead[-3:] in lexicon.words)):
            continue
        return start - size, hedge
    return start, EXACT


def _is_word(word: str, lead: str, lexicon: Lexicon) -> bool:
    """Whether a hedge only ends another word: 节约, but not 筹集 and 约, nor 增加 and 近."""
    prior = lead[-len(word) - 1 : -len(word)]
    if prior not in _SPARED.get(word, ()):
        return False
    return word not in {"约", "近"} or prior not in _OFTEN_LAST or lead[-3:-1] not in lexicon.vocabulary


def hedge_after(text: str, end: int, lexicon: Lexicon, group: str) -> tuple[int, Hedge]:
    """The hedge behind a number that ends at `end`, and where the number with its hedge ends."""
    behind = text[end : end + 5]
    after = behind[:1]
    if after == "多" and text[end - 1] == "成" and behind[1:2] != "少":
        return end + 1, Hedge.OVER
    is_long = group in LONG
    if (is_long or group in _ALSO_LONG) and (free := _FREE_TAIL.match(text, end)):
        return free.end(), Hedge.OVER
    if group in _TIMES and (within := _WITHIN.match(text, end)):
        return within.end(), EXACT
    if after in _ARROWS and (
        (group and group != "percent" and not behind[1:2].isdecimal())
        or _ROUND_AGE.search(text[max(0, end - 3) : end])
    ):
        return end + 1, Hedge.OVER if after == "↑" else Hedge.UNDER
    if "不到" in behind and _SHORT_OF.match(text, end):
        return end, Hedge.UNDER
    if "左右" in behind and not is_long and (counted := _COUNTED_SO.match(text, end)):
        return end, lexicon.hedges_after[counted["hedge"]]
    if after not in lexicon.hedge_starts:
        return end, EXACT
    for size in (4, 3, 2, 1):
        tail = text[end : end + size]
        hedge = lexicon.hedges_after.get(tail)
        if tail == "+" and text[end + 1 : end + 2].isdecimal():
            continue
        if tail == "往下" and ("从" in text[max(0, end - _FROM) : end] or text[end + 2 : end + 3] in _FALLS):
            continue
        if tail[:1] == "来" and text[end - 1] in _LAST_DIGITS:
            continue
        if tail == "封顶" and group not in _CAPPED:
            continue
        if tail == "上下" and text[end + 2 : end + 3] in _COMES_DOWN:
            continue
        if hedge is not None and not (
            tail == "不到" and text[end + 2 : end + 3] in tuple("0123456789一二两三四五六七八九十半几百")
        ):
            return end + len(tail), hedge
    return end, EXACT
