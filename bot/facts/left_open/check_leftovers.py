"""What the notes say was done but for a rest, told as done with: 还剩一段没清 told as 清理任务全部完成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..finding import Finding, FindingKind
from ..text.reading import SENTENCE
from ..trial import Trial

_REST = re.compile(
    "(?:还|尚|仍)?(?:剩|余|差|欠)[下了着]?[一两二三四五六七八九十几\\d点些半][^,。;\n]{0,6}"
    "|(?:剩下?|余下|其余|另外?)的?[^,。;\n]{0,6}?(?:还在|正在|[没未]|在(?=[弄搞做谈修办建拆装铺]))"
    "|(?:[还尚仍]有|另外?|只有)[一两二三四五六七八九十几\\d][^,。;\n没未]{0,6}?(?:[没未]|还在|正在|在(?=[谈做修办建等]))"
    "|没有?(?:[做修改建弄搞办干整清铺装]完|做全|到位|结束|完工|弄利索)"
)
"""还剩一段, 还有两家没, 另一家还在."""
_DONE = (
    "(?:完成|完毕|到位|谈妥|结清|办结|清理|清运|追回|解决|销号|完工|竣工|结束|签订"
    "|完稿|定稿|建成|修复|签约|兑现|验收|整改|填报|收回|搬迁|摸排|入户)"
)
_ALL_DONE = re.compile(
    f"(?:全部|全面|悉数|均已?|都已?|一律|彻底|圆满)(?:得到|予以|按[期时]|顺利|如期)?[\u4e00-\u9fff]{{0,4}}?{_DONE}"
)
_ADMITS = re.compile("[剩余尚还待未没另差欠]|仍(?!已)|正在|除|其余|个别|部分|[占达]\\d|%")
_REST_DONE = re.compile(
    f"(?:其余|剩余|余下|剩下)[^,。;\n没未不待]{{0,8}}?(?:已|全|均|都)[\u4e00-\u9fff]{{0,6}}?{_DONE}"
)
"""其余也已全部完工: the rest itself is told as done."""
_BUT = re.compile(
    r"除了(?P<what>[^,。;\n]{2,10}?)(?:[以之]?外|,|还?没|[都全均])|除(?P<outside>[^,。;\n]{2,10}?)[以之]?外"
)
"""What is left out of all: 除了王庄都完成了."""
_ALL = re.compile("全部|全数|均(?=[已实完达能])|所有|一律|全覆盖|100%|无一例外|悉数|普遍|都(?=[已能])")
_BUT_TOLD = re.compile("除(?![险草虫尘夕])|其余|其他|另有|只有|[仅尚还]")
_SHARED, _MOST = 2, 64


def check_leftovers(trial: Trial) -> Iterator[Finding]:
    """All is told as done of what a note leaves a rest of, and no sentence about it has the rest."""
    yield from _excepted(trial)
    told = list(trial.prose.clauses_with(_ALL_DONE))
    rest_done = _REST_DONE.search(trial.prose.text)
    for rest in islice(_REST.finditer(trial.notes.text), _MOST) if told or rest_done else ():
        about = trial.notes.signs_of(*trial.notes.line_at(rest.start()))
        telling = [
            found
            for found in SENTENCE.finditer(trial.prose.text)
            if len(about & trial.prose.signs_of(*found.span())) >= _SHARED
        ]
        for found in telling:
            done = _REST_DONE.search(trial.prose.text, *found.span())
            if done is not None and not _ADMITS.search(found.group().replace(done.group(), "")):
                yield trial.told(FindingKind.STATUS_CHANGED, *done.span())
        if any(_ADMITS.search(found.group()) for found in telling):
            continue
        for clause in told[:_MOST]:
            if len(about & trial.prose.signs_of(clause.start, clause.end)) >= _SHARED:
                yield trial.told(FindingKind.STATUS_CHANGED, clause.start, clause.end)


def _excepted(trial: Trial) -> Iterator[Finding]:
    """All, where the notes leave one out, and the prose neither names that one nor leaves any out."""
    text = trial.prose.text
    told = _ALL.search(text)
    if told is None or _BUT_TOLD.search(text):
        return
    for but in _BUT.finditer(trial.notes.text):
        if (but["what"] or but["outside"]) not in text:
            yield trial.told(FindingKind.HEDGE_CHANGED, *told.span())
