"""Parts and proportions of a whole report: salutation, closing, signature, date, sections, length."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.page import Line
from bot.proofreading.reading import Reading

_SALUTATION = re.compile(r"^(?:各位|尊敬的|同志们).*[：:]$|(?:领导|同志们?|代表|委员|组|会|部|委)[：:]$")
_CLOSING = re.compile(
    r"特此报告|以上报告|以上是(?:本人|我)的[^，。]{0,8}(?:报告|汇报)|予以?评议|请予?审议|请审[议查]|批评指正|述职完毕|谢谢|报告完毕|不当之处|不妥之处"
)
_DATE = re.compile(r"^[（(]?20\d\d年\d{1,2}月(?:[\d×X]{1,2}日)?[)）]?$|^[（(]?二[〇○零].{3,9}[月日][)）]?$")
_SIGNATURE = re.compile(
    r"^(?:述职人|述责人|报告人|述职者)?[：:]?\s*[\u4e00-\u9fff、X×*]{1,22}\s{0,3}[\u4e00-\u9fffX×*]{1,3}$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
LEAST_INTEGRITY = 0.10
LONGEST_PARAGRAPH = 600
TOLERANCE = 0.15


def parts(reading: Reading) -> Iterator[Finding]:
    """What a whole report lacks; shown at its title, or at its last words."""
    page = reading.page
    if not page.is_whole:
        return
    said = [line for line in page.lines if _HAN.search(line.text)]
    first, last = said[0], said[-1]
    head, tail = page.lines[:6], said[-6:]
    tail_text = "".join(line.text for line in tail)[-300:]
    here = (first.start, first.end)
    there = (max(last.start, last.end - 12), last.end)
    if not any(_SALUTATION.search(line.text) for line in head if len(line.text) < 40):
        yield reading.finding("whole.no-salutation", *here)
    if not _CLOSING.search(tail_text):
        yield reading.finding("whole.no-closing", *there)
    ends = [line for line in (*head[1:4], *tail[-4:]) if len(line.text) < 30 and not line.is_heading]
    if not any(_SIGNATURE.match(line.text) and not _DATE.match(line.text) for line in ends):
        yield reading.finding("whole.no-signature", *there)
    if not any(_DATE.match(line.text.replace(" ", "")) for line in ends):
        yield reading.finding("whole.no-date", *there)
    if reading.wish_length and abs(page.length - reading.wish_length) > reading.wish_length * TOLERANCE:
        yield reading.finding("whole.length", *here, length=page.length, wish=reading.wish_length)


def proportions(reading: Reading) -> Iterator[Finding]:
    """Integrity under a tenth, duties of the title that no heading has, long paragraphs."""
    page = reading.page
    for line in page.lines:
        if len(line.text) > LONGEST_PARAGRAPH:
            yield reading.finding("whole.long-paragraph", line.start, line.start + 12, length=len(line.text))
    if not page.is_whole:
        return
    integrity = [one for one in page.sections if re.search("廉|纪|从严", one[0].text)]
    title = page.lines[0]
    if integrity and _share(reading, integrity) < LEAST_INTEGRITY:
        top = integrity[0][0]
        share = round(_share(reading, integrity) * 100)
        yield reading.finding("whole.integrity-share", top.start, top.end, share=share)
    elif not integrity and "廉" in title.text:
        yield reading.finding("whole.no-integrity", title.start, title.end)
    for word in ("德", "学", "法"):
        told = {"德": "德|品行", "学": "学|政治", "法": "法"}[word]
        heads = "".join(line.text[:40] for line in page.lines if line.ordinal)
        if f"述{word}" in title.text and not re.search(told, heads):
            yield reading.finding("whole.no-part", title.start, title.end, part=f"述{word}")


def _share(reading: Reading, sections: list[tuple[Line, tuple[Line, ...]]]) -> float:
    size = sum(len(top.text) + sum(len(line.text) for line in lines) for top, lines in sections)
    return size / reading.page.length
