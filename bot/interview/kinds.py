"""Whether words are of the kind a question asks for: a date, a time, a year, a name, a count, a choice."""

import re

from bot.interview import gap
from bot.interview.bare_answers import is_only_yes_or_no
from bot.interview.correction_words import EDGES
from bot.interview.fitting import fitting, fitting_year
from bot.interview.outline import OTHER, Question
from bot.interview.particulars import particular
from bot.interview.profile import in_digits, year_in
from bot.interview.talk import is_nothing_more, is_talk
from bot.interview.whole_report import is_whole_report
from bot.widths import levelled

TALK = "amiss_talk"
"""What is amiss with words that are meant for whoever asks."""
YES_OR_NO = "amiss_yes_or_no"
"""What is amiss with a bare yes or no where words are asked for; one more of them makes it no answer."""
DAY = "amiss_day"
"""What is amiss with a date that nothing is told of."""
REPORT = "amiss_report"
"""What is amiss with a whole report where one question is asked."""
_DAY = re.compile(
    r"[\d一二三四五六七八九十]+\s*[月日号]|[今明后昨当]天|[今明当]日|月[初底末]|年[初底末]|元旦|春节|(?:周|星期|礼拜)[一二三四五六日天]"
)
_DAY_IN_FIGURES = re.compile(r"(?:\d{2,4}\s*[./-]\s*)?\d{1,2}\s*[./-]\s*\d{1,2}|\d{6}|\d{8}")
_N = r"[\d一二三四五六七八九十〇零廿]"
_ONLY_DAY = re.compile(
    rf"(?:(?:{_N}{{2,4}}年|[今去明前]年)?{_N}{{1,2}}月(?:份|[初底末]|[上中下]旬|{_N}{{1,3}}[日号]?)?|{_N}{{4}}年[初底末]?"
    r"|(?:19|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?)"
)
_TIME = re.compile(
    r"[年月届]|(?<!\d)(?:19|20)\d\d(?:\d\d)?(?!\d)|(?<![\d.])\d\d\s*[./-]\s*(?:0?[1-9]|1[0-2])(?=\s*(?:$|[起开到来任至，,。]))"
)
_NAME = re.compile(r"(?!我是)(?:[\u3400-\u9fff]{2,5}|[\u3400-\u9fff]+(?:[·•・．.][\u3400-\u9fff]+)+)")
_NO_NAME = re.compile(r"(?:书记|主任|委员|主席|干部|[长镇乡县村的])$")
_POST = re.compile(
    r"(?:[副镇乡县]|街道|办公?室|党委|纪委|人大|组织|宣传|统战|武装)*(?:书记|主任|委员|主席|部长|[镇乡县局科股站所院校处]长)"
    r"|(?:乡科|县处)?[正副][科处股](?:级|职)*|[一二三四]级(?:主任|调研|科)\w*|科员"
    r"|[\u4e00-\u9fff]{2}(?:镇|乡|县|街道)"
)
"""A post, a rank or a place, as they are answered to the questions that follow."""
_FIGURES = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿.,，%％\s年月日号字次个元-]+")
_WORDS = re.compile(r"[\u3400-\u9fff]{2}|[A-Za-z]{3}")
_TELEPHONE = r"(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]\d{7,8}|\d{17}[\dXx])(?!\d)"
_ONLY_TELEPHONE = re.compile(rf"{_TELEPHONE}[次个户家场件项处条人名篇份亩头元]*|\d{{11,}}")
_COUNTED_TELEPHONE = re.compile(rf"{_TELEPHONE}[次个户家场件项处条人名篇份亩头元]")
_LENGTH = re.compile(r"\d{3,5}")


def amiss(question: Question, text: str, years: tuple[str, ...], *, idle: bool | None = None) -> str:
    """What is amiss with words as an answer to the question: the key of a sentence, or nothing.

    Who does not know, or says so with a placeholder, is never doubted, but who guesses at one value is; nor
    is a sign without words. What is meant for whoever asks answers no question, but 没有了 the one whether
    there is anything else; `idle` says whether the text, as it stands, is known to be that.
    """
    said = levelled(text).strip(EDGES)
    if question.kind == "line" and not gap.is_unknown(said) and gap.is_unsure(said):
        return "amiss_unsure"
    if not any(map(str.isalnum, said)) or gap.is_unknown(said) or gap.placeholders(said):
        return ""
    if idle if idle is not None and said == text else _is_idle(question, said):
        return TALK
    if is_whole_report(text):
        return REPORT
    match question.kind:
        case "choice":
            return "" if _chosen(question, said) else "amiss_choice"
        case "line":
            return _line(question, said, years)
        case "notes" if _ONLY_TELEPHONE.fullmatch(said) or _COUNTED_TELEPHONE.search(said):
            return "amiss_count"
        case "notes" if _ONLY_DAY.fullmatch(said):
            return DAY
        case "notes" if is_only_yes_or_no(said) or not said.strip("0"):
            return YES_OR_NO
        case _:
            return ""


def _is_idle(question: Question, said: str) -> bool:
    return is_talk(said) and not (question.key == OTHER and is_nothing_more(said))


def wants_a_day(question: Question) -> bool:
    """Whether a question asks when, among other things."""
    return question.aspect == "measure" or any("时间" in want or "月份" in want for want in question.wants)


def is_bare_value(text: str) -> bool:
    """Whether words are nothing but a figure with a unit: there is nothing else in them to be kept."""
    return _FIGURES.fullmatch(levelled(text).strip(EDGES)) is not None


def _chosen(question: Question, said: str) -> bool:
    if question.expects == "length" and _LENGTH.search(in_digits(said)):
        return True
    return len(fitting(said, question.choices)) == 1


def _line(question: Question, said: str, years: tuple[str, ...]) -> str:
    if question.suggest_years:
        return "" if fitting_year(said, years) or year_in(said) else "amiss_year"
    match question.expects:
        case "date" if not (_DAY.search(said) or _DAY_IN_FIGURES.fullmatch(said)):
            return "amiss_date"
        case "time" if not _TIME.search(said):
            return "amiss_time"
        case "name" if not _is_name(said):
            return "amiss_name"
        case "words" if not _WORDS.search(said) or _FIGURES.fullmatch(said) or is_only_yes_or_no(said):
            return "amiss_words"
        case _:
            return ""


def _is_name(said: str) -> bool:
    """Whether the words are a name, told with or without the words around it; 我是副镇长 tells a post."""
    told = "".join(particular("name", said).split())
    framed = told != "".join(said.split())
    bare = _POST.fullmatch(told) is None and _NAME.fullmatch(told) is not None
    return bare and not (framed and _NO_NAME.search(told))
