"""What a text tells that is to be verified: what the reader locks, and names told without their usual marks.

The reader knows a name only where nothing else can be meant, because it objects to prose. A list of things to
be looked up may hold more: a firm with any words in front, a village of two characters, a law without 《》.
"""

import re
from collections.abc import Iterator

from bot.facts import Fact, FactKind, Lexicon, read

_HAN = "\u4e00-\u9fff"
_FIRM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|合作联社|合作社|家庭农场)(?![化制])")
_VILLAGE = re.compile(rf"(?=(?P<own>[{_HAN}]{{2}})村(?![民级情容集庄里]))")
_LAW = re.compile(
    rf"(?P<own>(?:(?![和与及跟了过的学讲读在对把将])[{_HAN}]){{2,14}}?法)(?![律治规院官庭制人定令])"
)
_CUT = frozenset(
    "和与及跟同向给由对到在从被把为是有了的家个户并让去来还也都就将办建引进签访管带帮扶抓找请叫用过学讲按照"
)
"""What stands in front of a name, and in few of them."""
_LAW_VERBS = re.compile(
    r"^(?:学习|宣传|宣讲|普及|贯彻|落实|执行|熟悉|对照|遵守|依据|根据|按照|违反|通读|新修订的?|以及|还有|重点)+"
)
_NEVER_LAWS = frozenset("执普守违依合司立办方做想看说用手枪书戏文无设没枉国家知懂算疗技章兵语魔土打写玩护非")
_NUMBERS = frozenset("一二三四五六七八九十百千两几各全本该每此某这那多数")
_LONGEST = 14
_SHORTEST = 2
_FESTIVALS = re.compile(r"[两三双](?:大)?节")
_NO_MARK = frozenset({FactKind.STATUS, FactKind.NEGATION, FactKind.PLACEHOLDER})


def is_listed(fact: Fact) -> bool:
    """Whether a fact is one to be verified: no mere 已, 没有 or XX, and no 两节, which counts nothing."""
    return fact.kind not in _NO_MARK and not fact.weak and not _FESTIVALS.fullmatch(fact.text)


def listed(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    """Every fact of a text that is to be verified, in order of kind."""
    found = [fact for fact in read(text, lexicon) if is_listed(fact)]
    yield from found
    yield from _besides(text, found, lexicon)


def names_besides(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    """The names that only the list has."""
    yield from _besides(text, [fact for fact in read(text, lexicon) if is_listed(fact)], lexicon)


def _besides(text: str, found: list[Fact], lexicon: Lexicon) -> Iterator[Fact]:
    named = [fact for fact in found if fact.kind in (FactKind.NAME, FactKind.TITLE)]
    for kind, start, end in (*_firms(text, lexicon), *_villages(text, lexicon), *_laws(text)):
        if not any(fact.start < end and start < fact.end for fact in named):
            fact = Fact(kind, start, end, text[start:end])
            named.append(fact)
            yield fact


def _firms(text: str, lexicon: Lexicon) -> Iterator[tuple[FactKind, int, int]]:
    for ending in _FIRM.finditer(text):
        end = ending.start()
        low = end
        while low and end - low < _LONGEST and "\u4e00" <= text[low - 1] <= "\u9fff":
            low -= 1
        cut = max((at + 1 for at in range(low, end) if text[at] in _CUT), default=low)
        if end - cut < _SHORTEST and cut - 1 == low:
            cut = low
        start = _behind_generic(text, cut, end, lexicon)
        own = text[start : start + _SHORTEST]
        if end - start >= _SHORTEST and own not in lexicon.vocabulary and own not in lexicon.ordinary:
            yield FactKind.NAME, start, ending.end()


def _behind_generic(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins behind 帮助, 农业, 种植专业; the end where that is all there is."""
    while start < end:
        size = next(
            (
                size
                for size in (4, 3, 2)
                if start + size <= end
                and (
                    text[start : start + size] in lexicon.qualifiers
                    or text[start : start + size] in lexicon.ordinary_verbs
                )
            ),
            0,
        )
        if not size:
            break
        start += size
    return start


def _villages(text: str, lexicon: Lexicon) -> Iterator[tuple[FactKind, int, int]]:
    for found in _VILLAGE.finditer(text):
        own = found["own"]
        words = (own, own[1] + "村", own + "村")
        if any(word in lexicon.vocabulary or word in lexicon.ordinary for word in words):
            continue
        if own in lexicon.qualifiers or own in lexicon.ordinary_verbs or own[1] in lexicon.qualifiers:
            continue
        if not (_CUT | _NUMBERS).isdisjoint(own):
            continue
        if text[found.start() - 1 : found.start() + 1] in lexicon.vocabulary and found.start():
            continue
        yield FactKind.NAME, found.start(), found.end("own") + 1


def _laws(text: str) -> Iterator[tuple[FactKind, int, int]]:
    for found in _LAW.finditer(text):
        own = found["own"]
        if own[-2] in _NEVER_LAWS and not own.endswith("保护法"):
            continue
        verbs = _LAW_VERBS.match(own)
        start = found.start() + (verbs.end() if verbs else 0)
        marked = text.rfind("《", 0, start) > text.rfind("》", 0, start)
        if found.end() - start > _SHORTEST and not marked:
            yield FactKind.TITLE, start, found.end()
