"""Names nobody gave that are made of ordinary words: 平安客运, 团结渠, 老马修理铺."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..text.segmenting import SMALL
from ..trial import Trial

_SHOP = re.compile("小院|家园(?=安置|小区|社区)")
"""What bears the name of a shop besides the words of the list."""
_PLACE = Scan(
    "[组水渠社路村街大小中林广巷堤桥河]",
    r"桥(?![头梁面墩下边])|河(?![道流长水岸堤段边面底床湖坝库滩汊])|组(?![织长建合成委团员])|水?渠(?!道)|社区|路(?![灯面段口长线网基费径上边人政权子])|村(?![委民干级情口里庄落])|街(?![道头坊])|大道|水库|大桥|小区|小学|中学|林场|大队|广场|巷(?!道)|堤",
)
_FIRM = re.compile("合作社|公司|农场|市场(?<=农贸市场)|厂(?![房长区家内里外门])")
_OWNER = re.compile("[老小](?P<who>[\u4e00-\u9fff])|(?P<whose>[\u4e00-\u9fff])[记氏]")
_HOUSE = re.compile("[\u4e00-\u9fff]{0,3}[铺店馆坊楼]")
_LAND = re.compile(
    "[岭坳垭畈塆垸圩峪塬坪洼湾墩咀谷岩寨峡峰尖垄潭沟](?<=(?P<word>[\u4e00-\u9fff]{2}).)"
    "(?!(?<=谷)[物子类雨底粒仓壳]|(?<=沟)[渠道通壑槽里边岸长谷坎]|(?<=寨)[子里中民]|(?<=尖)[端锐刀])"
)
_BUILT = re.compile(
    "(?:修建|新建|建成|建设|架设|改建|重建|修复|加固|新修|修筑|修缮|整修|维修)了?"
    "(?P<name>(?![^,。;]?[民行拱泥木石铁钢新老旧大小跨过漫平板险危农机])[\u4e00-\u9fff]{2})"
    "(?P<noun>[桥亭塔坝渠堰阁]|牌坊|广场|公园|水库)(?=[\\d一两,。;])"
)
"""What was built with a name: 修建思源桥1座."""
_DEED_AFTER = re.compile("(?:种植|养殖|栽植)(?!合作|基地|园|场|大?户|公司|专业)")
"""先行种植绿肥 is no firm's name."""
_SIZES, _DEED = (2, 3, 4), 2


def check_commonplace(trial: Trial) -> Iterator[Finding]:
    """An ordinary word of names before what bears one must be given; so must owners."""
    for start, end in (*_named(trial), *_trading(trial), *_lying(trial), *_owned(trial), *_built(trial)):
        yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _named(trial: Trial) -> Iterator[tuple[int, int]]:
    lexicon = trial.lexicon
    shops = trial.bearers | _spans(_SHOP.finditer(trial.prose.text))
    for places, words in (
        (shops, lexicon.shop_words),
        (_spans(_PLACE.finditer(trial.prose.text)), lexicon.place_words),
    ):
        for at, end in places.items():
            for size in _SIZES:
                word = trial.prose.text[max(0, at - size) : at]
                if word == "先行" and _DEED_AFTER.match(trial.prose.text, at):
                    continue
                if len(word) == size and word in words and word not in trial.notes.text:
                    yield at - size, end


def _spans(found: Iterator[re.Match[str]]) -> dict[int, int]:
    return {one.start(): one.end() for one in found}


def _trading(trial: Trial) -> Iterator[tuple[int, int]]:
    """An ordinary word before what the notes say the bearer does: 兴农油茶合作社, but not 大力培育公司."""
    text, lexicon = trial.prose.text, trial.lexicon
    for found in _FIRM.finditer(text):
        at = found.start() - _DEED
        name, trade = text[max(0, at - 2) : at], text[at : found.start()]
        if (
            name in lexicon.shop_words
            and name not in trial.notes.text
            and trade in trial.notes.text
            and trade not in lexicon.common_verbs
            and trade not in lexicon.ordinary_verbs
        ):
            yield at - 2, found.end()


def _lying(trial: Trial) -> Iterator[tuple[int, int]]:
    """An ordinary word before the last character of a place's name: 牛角岭, but neither 越岭 nor 草坪."""
    text, lexicon = trial.prose.text, trial.lexicon
    for found in _LAND.finditer(text):
        at, end = found.start(), found.end()
        word, last = found["word"], text[at - 1 : end]
        if (
            word in lexicon.vocabulary
            and word[1] not in SMALL
            and word not in lexicon.ordinary_verbs
            and word not in lexicon.common_verbs
            and word not in lexicon.qualifiers
            and word not in trial.notes.text
            and last not in trial.notes.text
            and lexicon.vocabulary.isdisjoint({last, text[at - 2 : end]})
        ):
            yield at - 2, end


def _built(trial: Trial) -> Iterator[tuple[int, int]]:
    """Two characters that the notes nowhere have, between building and what they built without a name."""
    for found in _BUILT.finditer(trial.prose.text):
        name = found["name"]
        if (
            frozenset(name).isdisjoint(trial.notes.text)
            and found["noun"] in trial.notes.text
            and name not in trial.lexicon.qualifiers
        ):
            yield found.start("name"), found.end()


def _owned(trial: Trial) -> Iterator[tuple[int, int]]:
    text, lexicon = trial.prose.text, trial.lexicon
    for found in _OWNER.finditer(text):
        surname, end = found["who"] or found["whose"], found.end()
        if (
            surname in lexicon.surnames
            and surname not in trial.notes.text
            and (end in trial.bearers or _HOUSE.match(text, end))
        ):
            yield found.span()
