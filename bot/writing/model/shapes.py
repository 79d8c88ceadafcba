"""What a model is shown of a locked phrase, and how a number stands in the report."""

import re

from bot.facts import Fact, FactKind
from bot.writing.model.sealed import BLANK

_PLAIN_ENDINGS = "省市县区镇乡村河沟湾岭坡桥湖渠街路园厂"
_DIGITS = re.compile(r"\d[\d.,]*")
_NUMERALS = re.compile(r"\d[\d.,]*|[零〇一二两三四五六七八九十百千半几数]+")
_ABOUT = re.compile(r"^(?:大概|差不多|大约|约摸)")
_ODD = re.compile(r"^(\d[\d.]*[万千百亿]?)来")
_SPOKEN_UNIT = re.compile(r"(?<=\d)个(?=人$|亿|万$)")


def shape_of(text: str, fact: Fact | None) -> str:
    """The phrase with its value blanked; hedge, unit, direction and kind stay. A name has no `fact`."""
    if fact is None:
        if _DIGITS.search(text):
            return _DIGITS.sub(BLANK, text)
        return BLANK + text[-1] if text[-1] in _PLAIN_ENDINGS else f"{BLANK}（名称）"
    match fact.kind:
        case FactKind.NAME:
            return f"{BLANK}（人名）" if fact.unit == "人" else f"{BLANK}{fact.unit}"
        case FactKind.TITLE:
            return f"《{BLANK}》" if fact.unit == "《》" else f"“{BLANK}”"
        case FactKind.DOCUMENT:
            return f"{BLANK}号文件"
        case FactKind.HONOUR:
            verb = re.match(r".*?(?:评为|评上|获评|荣获|获得|获|授予|表彰为|命名为|认定为|认定)", text)
            head = verb.group() if verb else ""
            return f"{head}{BLANK}{fact.text}"
        case FactKind.PLACEHOLDER:
            return "待补"
        case _:
            return re.sub(f"{BLANK}+", BLANK, _NUMERALS.sub(BLANK, text))


def formal(text: str) -> str:
    """The number in office words, equally exact: 大概90万 is 约90万, 90来天 is 约90天, 7个人 is 7人."""
    return _SPOKEN_UNIT.sub("", _ODD.sub(r"约\1", _ABOUT.sub("约", text)))
