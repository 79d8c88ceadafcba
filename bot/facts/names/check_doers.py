"""Who the prose says built, ran or paid for something, where no note names them: 由中建三局承建."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ..finding import Finding, FindingKind
from ..text.segmenting import SMALL, pieces
from ..trial import Trial

_THROUGH = re.compile(
    r"(?:通过|委托|依托|聘请)(?P<who>[\u4e00-\u9fff]{2,10}?)(?:承建|施工|代建|监理|供货|承接|测绘|勘测|编制|检测|托管)"
)
_DOERS = re.compile(
    r"由(?<![自理缘来]由)(?P<who>[\u4e00-\u9fff]{2,14}?)(?:负责)?"
    r"(?:承建|承担建设|施工|承办|代建|承运|承包|中标|监理|供货|承接|冠名|赞助|出资|捐建|捐赠|投资建设|运营|编制|托管|代管)",
)
_ANYBODY = re.compile(
    "第三方|专业|专门|专人|专班|专家|有资质|正规|统一|集体|社会|相关|有关|外来|外地|本地|当地|龙头|爱心|民间|施工|承包|技术"
    "|部门|单位|机构|公司|企业|队伍?|团队?|人员?|业主|群众|村民|农户|干部|党员|志愿者|合作社|集团|财政|政府|党委|支部|村委会?"
    "|两委|街道|社区|老板|企业主|个人|自己|资金|力量|物业|商家|商户|工程|建筑|建设|服务|县|市|镇|村|乡|区|省|级|里|上|内|外|主|方|各|该|本|我|的"
    "|等|一?家|多|和|与|及|负责|直接|共同|分别|全部|全额|自行|自筹|按"
)
_DIRECTION = re.compile("[东西南北上下里外左右]{1,2}[向往到至]")
_LEAST = 2


def check_doers(trial: Trial) -> Iterator[Finding]:
    """Who builds, runs or pays must share two neighbouring characters with the notes, or have no name."""
    for found in chain(_DOERS.finditer(trial.prose.text), _THROUGH.finditer(trial.prose.text)):
        who = found["who"]
        if trial.is_new(who) and not _DIRECTION.match(who) and _is_strange(trial, _ANYBODY.sub("", who)):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span("who"))


def _is_strange(trial: Trial, who: str) -> bool:
    """Whether at least two characters belong to no word, and are no grammar: 中宏路建, but 错峰, 水质."""
    if len(who) <= _LEAST:
        return False
    lonely = [piece for piece in pieces(who, trial.lexicon.vocabulary) if len(piece) == 1]
    return sum(sign not in SMALL for sign in lonely) >= _LEAST
