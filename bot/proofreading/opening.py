"""The opening against the rest: who speaks, what the title promises, which parts it lists."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.page import Line
from bot.proofreading.reading import Reading

_SPEAKER = re.compile("我|本人|述职人|述责人")
_TITLE_DUTIES = re.compile("述[职德学廉法责]")
_AS_FOLLOWS = re.compile(
    "(?P<w>(?:述[职德学廉法责])+)如下|(?:(?P<w2>述[职德学廉法责](?:、?述[职德学廉法责])*)情况)?[^，。]{0,8}(?:报告|汇报)如下"
)
_FOLLOWS = re.compile("如下[：:。]?$|如下[：:]|现将|现就|下面")
_LISTED = re.compile(
    r"(?:的|从|就|将|对)(?P<w>[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6}){1,5}(?:[和及][\u4e00-\u9fff]{2,6})?)"
    r"(?:等(?:几|[二三四五六七八]|\d)?个?(?:方面)?的?(?:工作)?情况|[二三四五六七八]个方面)"
)
_TOWN_LEADS = re.compile(r"(?:(?:区|县|市)委、?(?:区|县|市)政府)的?(?:正确|坚强)?领导")
_SENT = re.compile(r"[^。！？]+")
_LEAD_VERBS = "认真|积极|坚决|扎实|深入|紧紧|始终|切实|全面|团结|较好|圆满|严格|努力|坚持|围绕|按照"
_TIMED = re.compile(rf"(?:过去的?一年|一年来|今年以来|今年|20\d\d年)，(?P<w>(?:{_LEAD_VERBS})[^，。；]*)")
SYNONYMS = {
    "学习": "学|理论|政治",
    "思想": "思想|政治|信念|党性",
    "工作": "工作|履职|职责|业务|管理|任务|发展",
    "作风": "作风|服务|群众|勤政",
    "廉洁自律": "廉|纪律|底线",
    "廉洁": "廉|纪律|底线",
    "廉政": "廉|纪律|底线",
    "德": "德|品行",
}


def speaker(reading: Reading) -> Iterator[Finding]:
    """An opening paragraph, or a part that begins with its time, in which nobody acts."""
    body = _opening(reading)
    if body is None:
        return
    told = _before_follows(body.text)
    if not _SPEAKER.search(told) and len(told) > 20:
        parts = re.split("，", told)
        verb = next((part for part in parts[1:] if re.match(_LEAD_VERBS, part)), parts[0])
        at = body.start + body.text.index(verb)
        yield reading.finding("whole.no-subject", at, min(body.end, at + min(len(verb), 12)))
    for top, lines in reading.page.sections:
        first = lines[0] if lines else top
        match = _TIMED.match(first.text)
        if match and not _SPEAKER.search(first.text.split("。")[0]):
            start, end = first.start, first.start + min(match.end(), 16)
            yield reading.finding("whole.no-subject", start, end)


def promised(reading: Reading) -> Iterator[Finding]:
    """述职述德述廉 in the title and another list of duties in 现将……如下; no such sentence at all."""
    title, body = reading.page.title, _opening(reading)
    if title is None or body is None:
        return
    due = list(dict.fromkeys(_TITLE_DUTIES.findall(title.text)))
    places = ((line, _AS_FOLLOWS.search(line.text)) for line in _head(reading))
    line, match = next(((line, found) for line, found in places if found), (body, None))
    if match and len(due) > 1:
        name = "w" if match["w"] else "w2"
        told = set(_TITLE_DUTIES.findall(match[name] or ""))
        if told and told != set(due):
            start, end = line.start + match.start(name), line.start + match.end()
            yield reading.finding("whole.title-unlike", start, end, title="".join(due))
    elif not any(_FOLLOWS.search(one.text) for one in _head(reading)):
        last = body.text.rstrip("。").split("，")[-1]
        at = body.start + body.text.rindex(last)
        yield reading.finding("whole.no-lead", at, body.end)


def listed(reading: Reading) -> Iterator[Finding]:
    """Parts told in the opening that no heading has."""
    heads = [line.text for line, _ in reading.page.sections]
    for line in _head(reading):
        match = _LISTED.search(line.text)
        if match is None or len(heads) < 2 or not reading.page.is_whole:
            continue
        terms = re.split("[、和及]", match["w"])
        used = [
            {number for number, head in enumerate(heads) if re.search(SYNONYMS.get(term, term[:2]), head)}
            for term in terms
        ]
        main = [
            number for number, head in enumerate(heads) if not re.search("问题|不足|打算|今后|下步", head)
        ]
        if not all(used) or any(not any(number in one for one in used) for number in main):
            yield reading.finding(
                "whole.listed-parts", line.start + match.start("w"), line.start + match.end("w")
            )


def led_by(reading: Reading) -> Iterator[Finding]:
    """Somebody of a town's government who thanks the county and not the town's own Party committee."""
    body = _opening(reading)
    if body is None or reading.role not in ("mayor", "deputy"):
        return
    match = _TOWN_LEADS.search(body.text)
    if match and not re.search("[镇乡街]党委|[镇乡]党政|党工委|党委", body.text):
        yield reading.finding("politics.own-committee", body.start + match.start(), body.start + match.end())


def _head(reading: Reading) -> list[Line]:
    """The lines before the first heading."""
    head = []
    for line in reading.page.lines[:8]:
        if line.ordinal is not None:
            break
        head.append(line)
    return head


def _opening(reading: Reading) -> Line | None:
    """The first paragraph, if a whole report has one before its first heading."""
    if not reading.page.is_whole:
        return None
    return next((line for line in _head(reading) if line.is_body and line is not reading.page.title), None)


def _before_follows(text: str) -> str:
    kept = [one.group() for one in _SENT.finditer(text) if not _FOLLOWS.search(one.group())]
    return "。".join(kept)
