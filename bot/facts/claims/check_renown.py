"""What others are said to think, write or see of one's work, and no note tells: 做法在全县推广."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..trial import Trial
from .backing import unbacked

_CLAIMS = tuple(
    (Scan(first, told), re.compile(given))
    for first, told, given in (
        (
            "[被获得受经做案模典亮事成登走荣刊在]",
            r"(?:[被获]|得到|受到)[^,。;]{0,8}?(?:媒体|[省市县州区]级?|央视|日报|电视台)[^,。;]{0,6}?(?:推广|推介|报道|刊发|刊登|转载|点赞)"
            r"|(?:经验|做法|案例|模式|典型|亮点|事迹|成效)[^,。;]{0,8}?(?:全?[省市县区州国][委级]?|媒体|日报|简报|信息|内参)[^,。;]{0,6}?(?:推广|推介|转发|刊发|刊登|刊载|报道|交流|复制|学习)"
            r"|(?:登上|亮相|走上|荣登|刊登于|刊发于)[^,。;]{0,4}?(?:央视|省报|市报|县报|日报|学习强国|荧屏|银屏|头版|头条)"
            r"|在[^,。;]{0,4}(?:央视|[省市县]报|日报|学习强国)[^,。;]{0,4}(?:[刊登播]|发稿)",
            r"[推介登刊赞播采访夸扬拍]|记者|报(?![名销到送批告])|媒体|肯定|转发|来学|参观|经验|上了|[国省市县区州][里级]?转",
        ),
        (
            "[受得赢获深]",
            r"(?<!未)(?:受|得到|赢得|[获深]得?)[^,。;]{0,4}(?:[省市县区州](?!属)|上级|领导|组织部门|检查组|督[查导]组|观摩组|考核组)[^,。;]{0,8}?(?:肯定|好评|赞誉|称赞|表扬|点赞|评价|认可|赞扬|赞许|夸奖)",
            r"夸|表扬|表彰|肯定|[说讲看]\S{0,10}(?:好|不错|可以|行|到位|扎实|硬)|满意|赞|认可|评|批示|点头|竖|不错|看好|通报|奖|第[一二三四五\d]",
        ),
        (
            "[全省市县区州国]",
            r"(?:全[省市县区州国]|[省市县区州国]级)[^,。;]{0,4}(?:前列|样板|标杆|典型|榜样|排头兵|领头羊|第一方阵|前茅)",
            r"样板|样子|标杆|典型|榜样|示范|先进|第一|前|名|学|排|领先|上游|第",
        ),
        (
            "通过",
            r"通过[国省市县州区][^,。;]{0,6}(?:验收|复审|评审|认定|认证)",
            r"[验审认批]|过了|通过|合格",
        ),
        (
            "[接迎吸前来]",
            r"(?:接待|迎接|吸引)[^,。;]{0,8}(?:考察|参观|观摩|学习|取经|调研|拉练)|(?:前来|来此|来我[镇乡村])(?:学习|取经|考察|参观|观摩)",
            r"来|参观|考察|[学看]|接待|迎",
        ),
        ("考核", r"考核[^,。;]{0,6}(?:优秀|一等)", r"优|一等|先进|好"),
    )
)
"""What reports say of the kind, and what notes say who back it."""
_NOT_YET = re.compile("[未没]|尚|拟|争取|力争|有望|申报|计划|准备")
_NEAR = 8


def check_renown(trial: Trial) -> Iterator[Finding]:
    """Praise, publicity and visitors need a note of the kind, whatever its words."""
    text = trial.prose.text
    for found in unbacked(trial, _CLAIMS):
        start = max(trial.prose.clause_at(found.start()).start, found.start() - _NEAR)
        if not _NOT_YET.search(text, start, found.end()):
            yield trial.told(FindingKind.HONOUR_INVENTED, *found.span())
