"""What a report writes where speech has another word or none: 本人 for 我, and 元 behind a sum of money.

Source: usage of 述职 reports (who reports is 本人); GB/T 15835—2011 (a figure bears its unit).
Guaranteed: nothing else changes. 我 stays where it is part of a word or of a unit's name (自我, 我镇) and in
quotation marks; 元 comes only right behind a word of money and its figure, or where the same is compared
with last year or with what was set (投资2.36亿元，去年2.05亿元), and only where the clause ends there.
"""

import re

_QUOTED = re.compile(r"([“《‘「][^”》’」\n]*[”》’」])")
_OF_US = (
    "[们省市县区乡镇村社国党军方院校街家局厅科股班辈等行]|委(?!托)|组(?!织)"
    "|[所站办部队处](?=[，。；、的全共])"
)
_I = re.compile(rf"(?<![自忘敌大小无唯舍本你没])我(?:本人|自己(?!的?人)|(?!{_OF_US}|自己))")
_MONEY = (
    "投资|投入|投了?|资金|花费|花了?|出资|集资|筹资|筹集|筹了|拨付|拨了|补了|奖励|奖了|收入|税收|产值|固投"
    "|增收|贷款|经费|赔付|赔了|理赔|要回来?|追回|罚款|罚了|救助金|补助金|营收|利润|存款|凑了|折合|折款"
)
_SUM = (
    r"(?:了|资金|金额|完成|达到|达|都|约|近|超过|超|过|到|为|是|共|大概|大约|一共|总共|将近|差不多)*"
    r"(?:\d[\d.]*[多余来]?|【待补：[^】]*】)[万亿]多?"
)
_OVER = r"(?=[，。；、：！）]|$)"
_TOLD = re.compile(rf"(?P<before>[^，。；：]*?)(?:{_MONEY}){_SUM}(?:{_OVER}|(?<=过\d\d万)(?=的))")
_COMPARED = re.compile(
    rf"(?<=元)[，；](?:去年同期|上年同期|同期|去年|上年|前年|年初|今年|任务|计划|目标|最[多高少低]的[\u4e00-\u9fff]{{2,5}}){_SUM}{_OVER}"
)
_NO_MONEY = re.compile("[苗鱼虾蟹种药料纸单册票株尾羽]")
"""What else is put in or given out by the ten thousand: 鱼苗投了2万."""


def as_reported(text: str) -> str:
    """The text as a report has it; safe to repeat."""
    pieces = _QUOTED.split(text)
    pieces[::2] = [_I.sub("本人", piece) for piece in pieces[::2]]
    told = _TOLD.sub(_in_yuan, "".join(pieces))
    while (more := _COMPARED.sub(r"\g<0>元", told)) != told:
        told = more
    return told


def _in_yuan(found: re.Match[str]) -> str:
    return found.group() if _NO_MONEY.search(found["before"]) else f"{found.group()}元"
