"""Headings against what stands under them: parts without a deed or a figure, announced and not told."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.page import Line
from bot.proofreading.reading import Reading

_FACT = re.compile(
    r"\d|[XxＸ×]{1,}|[*＊]{1,}|《|[一二三四五六七八九十]+(?:次|期|场|家|户|件|项|人|名|个村)|【"
)
_LEAD = re.compile(r"^[（(]?[\d一二三四五六七八九十]{1,3}[)）]?[、.．是]?[^。；，：]{2,20}")
_SKIPPED = re.compile("问题|不足|差距|打算|今后|下一?步|努力方向|存在|改进")
_POINT = re.compile(
    r"(?:^|(?<=[。；]))[一二三四五六七八九]是(?P<head>[^。；，]{3,16})[，。](?P<body>[^。]*。?(?:(?![一二三四五六七八九]是)[^。]*。){0,6})"
)
_LEADS_IN = re.compile(
    r"(?:关于|就|在|对于|对|围绕).*|.*(?:方面|一项|工作上|而言|来[说看]|(?:学习|主题)教育)"
)
"""Words in front of a comma that only say what comes behind it is about: that need not name it once more."""
_CONFIRMED = re.compile("确认[^。；：]{0,8}：")
"""Declarations of integrity: they tell what was not done, and bear no figure."""
LEAST = 80
LEAST_BODY = 30
_DIGIT = re.compile(r"\d")
LEAST_SECTION = 150


def without_facts(reading: Reading) -> Iterator[Finding]:
    """Paragraphs of some length, and whole parts, without a figure, a name of a document or a count."""
    if not reading.page.is_whole:
        return
    for top, lines in reading.page.sections:
        if _SKIPPED.search(top.text[:40]):
            continue
        bare = [line for line in lines if len(line.text) >= LEAST and not _FACT.search(_bodies(line))]
        text = "".join(_bodies(line) for line in lines) + (_bodies(top) if not top.is_heading else "")
        if len(text) >= LEAST_SECTION and not _FACT.search(text):
            first = next((line for line in lines if line.is_body), top)
            yield reading.finding("whole.part-without-facts", top.start, top.end)
            bare = [first]
        for line in bare:
            if not _SKIPPED.search(line.text[:30]) and not _CONFIRMED.search(line.text):
                lead = _LEAD.match(line.text)
                end = line.start + (lead.end() if lead else 16)
                yield reading.finding("whole.without-facts", line.start, end)


def announced(reading: Reading) -> Iterator[Finding]:
    """A heading that names a field of work of which nothing is told beneath."""
    for head, start, end, body in _headed(reading):
        for topic in reading.book.topics:
            word = next((word for word in topic.headed if word in head), None)
            if (
                word
                and len(body) > LEAST_BODY
                and not _DIGIT.search(head, 4)
                and not any(told in body for told in topic.told)
            ):
                yield reading.finding("whole.announced", start, end, word=word)
                break


def _headed(reading: Reading) -> Iterator[tuple[str, int, int, str]]:
    lines = reading.page.lines
    for index, line in enumerate(lines):
        if line.ordinal is not None:
            head = line.text if line.is_heading else line.text.split("。")[0]
            if len(head) <= 45 and not _SKIPPED.search(head):
                yield head, line.start, line.start + len(head), line.text[len(head) :] + _below(lines, index)
        for match in _POINT.finditer(line.text):
            if _LEADS_IN.fullmatch(match["head"]) and line.text[match.end("head")] == "，":
                continue
            at = line.start + match.start()
            yield match["head"], at, line.start + match.end("head"), match["body"]


def _below(lines: tuple[Line, ...], index: int) -> str:
    here = lines[index].ordinal
    level = here.level if here else 9
    told = []
    for line in lines[index + 1 :]:
        if line.ordinal is not None and line.ordinal.level <= level:
            break
        told.append(line.text)
    return "".join(told)


def _bodies(line: Line) -> str:
    """The text of a line without its ordinal."""
    return line.text if line.ordinal is None else line.text[line.ordinal.end - line.start :]
