"""Names nobody gave that are made of ordinary words: 平安客运, 团结渠, 老马修理铺."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..text.segmenting import SMALL
from ..trial import Trial

_TRADE = (
    r"(?:农机|农资|建筑|劳务|运输|保洁|环保|水务|旅游|食品|贸易|科技|园林|生物)公司|网吧|超市|饭[店馆]|酒[店楼家]|宾馆|旅馆|客运|货运|物流|修[理车]铺|修理[厂店]|汽修|家园(?=安置|小区|社区)|律师事务所|药[店房]|诊所|艺术团|秧歌队|舞蹈队|服务队|志愿[者队服]|志愿服务队|合作社|公司|[茶酒鞋服纸砖药伞鱼]厂|农场|养殖场"
    r"|民宿|农家乐|山庄|物业|家政|驾校|培训学校|学校|小学|中学|养老院|敬老院|活动室|工作室|砂场|石场|茶企|果园|小院|书屋|护学岗|幼儿园|理发店|小吃店|面馆|早餐店|烟花店|小卖部|豆腐坊|油坊|面粉厂|加工厂"
)
_SHOP = Scan(
    r"[网超家律饭酒宾旅客货物修汽药诊艺秧舞服志合公茶鞋纸砖伞鱼农养民山家驾培学小中敬活工砂石果书护幼理面早烟豆油加建劳运保环水食贸科园生]"
    r"(?=[吧市店馆园师楼家运流铺理车厂修房所术歌蹈务愿作司场殖宿庄业政校训学老动企园屋学儿发吃粉餐花卖腐坊工院机资筑务输洁保游品易技林物])",
    f"(?:{_TRADE})(?![生])",
)
_PLACE = Scan(
    "[组水渠社路村街大小中林广巷堤桥河]",
    r"桥(?![头梁面墩下边])|河(?![道流长水岸堤段边面底床湖坝库滩汊])|组(?![织长建合成委团员])|水?渠(?!道)|社区|路(?![灯面段口长线网基费径上边人政权子])|村(?![委民干级情口里庄落])|街(?![道头坊])|大道|水库|大桥|小区|小学|中学|林场|大队|广场|巷(?!道)|堤",
)
_FIRM = re.compile("合作社|公司|农场|(?<=农贸)市场|厂(?![房长区家内里外门])")
_OWNER = re.compile(
    rf"(?:[老小](?P<who>[\u4e00-\u9fff])|(?P<whose>[\u4e00-\u9fff])[记氏])(?={_TRADE}|[\u4e00-\u9fff]{{0,3}}(?:铺|店|馆|坊|楼))"
)
_LAND = re.compile(
    "(?<=(?P<word>[\u4e00-\u9fff]{2}))(?:[岭坳垭畈塆垸圩峪塬坪洼湾墩咀]|谷(?![物子类雨底粒仓壳]))"
)
_SIZES, _DEED = (2, 3, 4), 2


def check_commonplace(trial: Trial) -> Iterator[Finding]:
    """An ordinary word of names before what bears one must be given; so must owners."""
    for start, end in (*_named(trial), *_trading(trial), *_lying(trial), *_owned(trial)):
        yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _named(trial: Trial) -> Iterator[tuple[int, int]]:
    text, lexicon = trial.prose.text, trial.lexicon
    for shape, words in ((_SHOP, lexicon.shop_words), (_PLACE, lexicon.place_words)):
        for found in shape.finditer(text):
            at = found.start()
            for size in _SIZES:
                word = text[max(0, at - size) : at]
                if len(word) == size and word in words and word not in trial.notes.text:
                    yield at - size, found.end()


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
            and word not in trial.notes.text
            and last not in trial.notes.text
            and lexicon.vocabulary.isdisjoint({last, text[at - 2 : end]})
        ):
            yield at - 2, end


def _owned(trial: Trial) -> Iterator[tuple[int, int]]:
    lexicon = trial.lexicon
    for found in _OWNER.finditer(trial.prose.text):
        surname = found["who"] or found["whose"]
        if surname in lexicon.surnames and surname not in trial.notes.text:
            yield found.span()
