"""The levels that words name: 市级 and 全市 are one, 全省 and 全国 are two others."""

from __future__ import annotations

import re

from ..text.scanning import Scan

_SIGNS = "全国中省市州盟县区旗镇乡片"
"""The characters that words for levels begin with."""
ANY_SIGN = frozenset(_SIGNS)


def _named(**words: str) -> Scan:
    """A pattern that finds levels: the group of a match is the level that its words name."""
    return Scan(f"[{_SIGNS}]", "|".join(f"(?P<{level}>{said})" for level, said in words.items()))


_AWARD = (
    "(?=级|里|委|政府|先进|优秀|示范|文明|卫生|生态|平安|十佳|最美|劳动|劳模|财政|第|前|"
    "纪委|监委|人大|政协|局|领导|通报|督查|督导|巡察|考核|表彰|法院|检察院|公安|住建|民政|教育|卫健|应急|文旅|交通|水利)"
)
_CONTEST = "(?=[\u4e00-\u9fff]{1,8}(?:[赛展]|比武|汇演|评选|[一二三]等奖|[金银铜]奖))"
"""Where somebody competed: 县书法展二等奖."""
SAID = _named(
    nation="全国|国家级|中央|国家(?=[先优示文重])",
    province="(?<![节俭])省(?![道力钱心去下事时])",
    city="市(?=级)|(?:(?<=[评选获]上)|(?<![城超上股门夜都集]))市(?![场民区政值容价])",
    prefecture="[州盟](?=[级里委])|全[州盟]",
    county="县(?![道域城])|[区旗](?=[级里委])|全[区旗]",
)
"""A level in whatever words: how notes name it."""
OWN_TOWN = re.compile("(?<!乡)[镇乡]一?[里级](?=[^,。;的\n])|[镇乡]一级|(?:我们|咱们?|本|全)[镇乡]")
GRADED = _named(
    nation="全国|国家级|中央",
    province=f"全省|省{_AWARD}|(?<=[赴到去])省(?=参)|省{_CONTEST}",
    city=f"全市|市{_AWARD}|(?<=[赴到去])市(?=参)|(?:(?<=[参获得])|(?<=参加)|(?<=[获得]了))市{_CONTEST}",
    prefecture="全[州盟]|[州盟]级",
    county=f"全[县区旗]|县{_AWARD}|[区旗]级|县{_CONTEST}",
)
"""A level that surely grades what follows: only that may prose be held to."""
CLASS = _named(
    nation="国家级", province="省级", city="市级", prefecture="[州盟]级", county="[县区旗]级", town="[镇乡]级"
)
"""The level of what a number counts: 省级3家."""
AMONG = _named(
    nation="全国",
    province="全省|省里",
    city="全市|市里",
    prefecture="全[州盟]|[州盟]里",
    county="全[县区旗]|[县区旗]里",
    area="片区?[内里]?",
    town="全[镇乡]|[镇乡][里上]",
)
"""Among whom a rank was won: 全市第三."""
