"""The problems of a report: a part of their own, one's own, each with its cause and what is done about it."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.page import Line
from bot.proofreading.reading import Reading

HEADED = re.compile("问题|不足|短板|差距|反思")
_TOLD = re.compile("存在(?:的|一些|着)?[^。]{0,8}(?:问题|不足|差距)|需要改进|有待(?:改进|提高|加强)")
_LACK = re.compile(
    r"[^。，；、：]{2,20}(?:不够|不高|不强|不深|不牢|不足|差距|欠缺|薄弱|有待|不严|不多|不明显)[^。，；]{0,6}"
)
_CAUSES = re.compile("原因|根源|由于|因为|源于|在于|归根|究其|重视不够|抓得不|投入不|主观上|客观上")
_MEASURES = re.compile("今后|下一步|下步|将|打算|改进|整改|措施|努力方向|我要|明年|对此")
_OWN = re.compile(
    "理论|学习|调研|调查研究|作风|自身|本人|我|思想|业务|能力|创新|本领|眼界|办法|方法|主动|担当|协调|统筹|谋划|钻研|急躁|抓"
)
_OTHERS = re.compile("一些|个别|部分|有的(?:干部|同志|党员)|全镇|干部队伍")
_PLANS = re.compile("对此|今后|下一?步|我将|本人将|明年")
LEAST = 0.05


def problems(reading: Reading) -> Iterator[Finding]:
    """Problems left out, without a heading, too short, without cause or measure, or only those of others."""
    page = reading.page
    if not page.is_whole:
        return
    headed = [one for one in page.sections if HEADED.search(one[0].text)]
    if headed:
        yield from _headed(reading, headed)
        return
    title, tail = page.lines[0], max(0, len(reading.text) - 900)
    told = _TOLD.search(reading.text, tail)
    if told is None:
        yield reading.finding("whole.no-problems", title.start, title.end)
        return
    yield reading.finding("whole.problems-unheaded", told.start(), told.end())
    line = next((line for line in page.lines if line.start <= told.start() < line.end), None)
    if line is not None:
        yield from _hollow(reading, line.text[told.start() - line.start :], told.start())


def _headed(reading: Reading, sections: list[tuple[Line, tuple[Line, ...]]]) -> Iterator[Finding]:
    top = sections[0][0]
    lines = [line for _, below in sections for line in below] or [top]
    text = "".join(line.text for line in lines)
    rest = "".join(line.text for line in reading.page.lines if line.start > sections[-1][0].start)
    size = sum(len(line.text) for line, _ in sections) + len(text)
    if size / reading.page.length < LEAST:
        share = round(size / reading.page.length * 100)
        yield reading.finding("whole.problems-share", top.start, top.end, share=share)
    if not _MEASURES.search(rest):
        yield reading.finding("whole.no-measures", top.start, top.end)
    promised = re.search("原因|根源|剖析", top.text)
    if promised and not _CAUSES.search(rest if len(sections) > 1 else text):
        start = top.start + promised.start()
        yield reading.finding("whole.promised-causes", top.start, start + 2)
    first = lines[0]
    if text and not _own(text):
        start, end = _first_lack(first)
        yield reading.finding("whole.no-own-problems", start, end)
    yield from _hollow(reading, text, first.start)


def _hollow(reading: Reading, text: str, start: int) -> Iterator[Finding]:
    """No cause anywhere: shown at the first thing that is said to be lacking."""
    if _CAUSES.search(text):
        return
    lack = _LACK.search(reading.text, start)
    if lack:
        yield reading.finding("whole.no-causes", lack.start(), lack.end())


def _own(text: str) -> bool:
    """Whether one of the sentences before the plans tells something lacking of the writer's own."""
    told = [one for one in re.split("[。；，：]", text) if not _PLANS.search(one[:12])]
    lacking = [one for one in told if _LACK.search(one) or HEADED.search(one)]
    return any(_OWN.search(one) and not _OTHERS.search(one) for one in lacking or told)


def _first_lack(line: Line) -> tuple[int, int]:
    lack = _LACK.search(line.text)
    return (line.start + lack.start(), line.start + lack.end()) if lack else (line.start, line.end)
