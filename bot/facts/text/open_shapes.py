"""What leaves a clause open by how it is built, so that no list of words can hold it."""

from __future__ import annotations

from collections.abc import Iterator

from .scanning import Scan

_ASIDE = Scan(
    "[克战化顶争是正开没]",
    r"(?:克服|战胜|化解|顶住)[^,。;]{0,12}(?:困难|不足|难题|压力|阻力)"
    r"|是[\u4e00-\u9fff]{1,3}在"
    r"|开春[^,。;]{1,5}[的了过]|没少(?![一两半几分钱过人])(?=[\u4e00-\u9fff])"
    r"|(?<=[李王张刘陈杨赵黄周吴徐孙朱胡郭何梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董苏叶吕魏蒋杜丁沈姜范钟卢汪戴崔廖姚])"
    r"(?<![\u4e00-\u9fff].)正(?!在)[\u4e00-\u9fff]"
    r"|争取[上中省市县外][级面头来央里]?的?(?:资金|项目|钱|补助|专项)[^,。;]{0,6}\d",
)
"""What was overcome (克服资金不足的困难) or won (争取上级资金300万), and who it was (是妇联在弄, 李正华).

Also what was done in spring (开春买的) and what was done more than once (没少跑).
"""
_SLIGHT = Scan(
    "[没未不腿手腰眼耳身脑视听神精行走家里日]",
    r"[没未不][^,。;\n]{1,6}(?:[之以]前|的?时候|那[会阵]儿?|那时)"
    r"|(?:[腿手]脚?|腰|眼睛?|耳朵?|身[体子]|脑[子筋]|视力|听力|神[志经]|精神|行动|走路?|[家里]里?条件|家境|日子)"
    r"[^,。;]{0,2}?[不没][^,。;的]{1,4}的(?=[\u4e00-\u9fff])",
)
"""What denies no more than when (没批之前), or of what kind somebody is (腿不好的姑娘)."""
_OPEN = Scan(
    r"[快中刚才等到至没黄吹\d]",
    r"(?P<still>(?<=[修写铺挖装拆栽编砌架刷])[到至](?:了)?(?:第|最后)?[一二三四五六七八九十\d]+[组章栋层期段道标号排]"
    r"|(?<![很飞尽赶加更最])快(?![递速捷板餐车艇乐])[要能可]?[\u4e00-\u9fff]{0,4}?(?:[完好通齐成到满]了|完工|建成|办结|结束|验收|交付))"
    r"|(?P<going>(?<=[改修建工验审批招谈办装调搭制编核复理见询训测计])中(?=$|[,。; \n])"
    r"|[刚才]开始(?=[弄搞做]?(?:$|[,。;\n])))"
    r"|(?P<denies>(?<=送)[^,。;]{0,10}没收(?=$|[,。;\n])|(?<![稻叶麦草苗豆果橘谷])黄了(?=$|[,。;\n])|(?<![风牛])吹了(?=$|[,。;\n]))"
    r"|(?P<ahead>等(?![来到])[^,。;等]{1,4}(?:批|资金|配件|下来)|\d[月日年号]底?[^,。;]{0,3}[能可])",
)
"""快办完了, 修到二组: still open. 送的土鸡没收, 项目黄了: denied. 整改中: going on. 等省里批: planned."""


def asides(text: str) -> Iterator[tuple[int, int]]:
    """The spans in which no word leaves anything open."""
    return (found.span() for found in _ASIDE.finditer(text))


def slight_denials(text: str) -> Iterator[tuple[int, int]]:
    """The spans in which a denial is a slight one."""
    return (found.span() for found in _SLIGHT.finditer(text))


def open_shapes(text: str) -> Iterator[tuple[int, int, str]]:
    """The spans that leave something open, with the name of the list that they would stand in."""
    return ((*found.span(), found.lastgroup or "") for found in _OPEN.finditer(text))
