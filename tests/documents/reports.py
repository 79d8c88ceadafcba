"""Invented reports as values, for looking at pages."""

from bot.assistant.short import SUMMARY, short_report
from bot.library.answers import read_answers
from bot.library.lexicon import load_lexicon
from bot.report import BlockKind, Report, ReportBlock, Sentence
from tests.office import EXAMPLES, shipped, written

TITLE = "2026年清源省平湖县大柳镇党委副书记、镇长述德述学述职述廉述法报告"

_BODY = (
    "全镇上下围绕年初确定的目标任务，把心思放在发展上，把力气用在落实上，{n}项重点工作按月调度、按季通报，"
    "完成固定资产投资1.2亿元，同比增长8.5%；新建高标准农田3200亩，改造村级道路14.6公里，“最后一公里”的堵点少了，"
    "群众出行的怨言也少了。对照任务书看，进度总体合拍，但产业项目落地还不够快（两个项目仍在办理手续）。"
)
_PART = {
    1: "一、强化理论武装，提高政治站位",
    2: "二、聚焦主责主业，推动乡村振兴",
    3: "三、坚持依法行政，守住安全底线",
}


def block(kind: BlockKind, text: str, level: int = 0) -> ReportBlock:
    """A block of one sentence."""
    return ReportBlock(kind, (Sentence(text),), level)


def report_of(*blocks: ReportBlock, title: str = TITLE) -> Report:
    """A report with its title in front of the blocks."""
    return Report(title, (block(BlockKind.TITLE, title), *blocks))


def long_report(name: str = "述职人：张三", date: str = "2026年12月1日", sections: int = 3) -> Report:
    """Three pages and a bit with every kind of block and four levels of heading."""
    blocks = [
        block(BlockKind.SALUTATION, "各位领导，同志们："),
        block(BlockKind.PARAGRAPH, "根据会议安排，现将本人一年来的工作情况报告如下，请予评议。"),
    ]
    for number in range(1, sections + 1):
        blocks += [
            block(BlockKind.HEADING, _PART.get(number, "四、其他需要说明的情况"), 1),
            block(BlockKind.PARAGRAPH, _BODY.format(n=number)),
            block(BlockKind.HEADING, "（一）抓实学习教育", 2),
            block(BlockKind.PARAGRAPH, _BODY.format(n=number + 10)),
            block(BlockKind.HEADING, "1.健全工作机制", 3),
            block(BlockKind.PARAGRAPH, _BODY.format(n=number + 20)),
            block(BlockKind.HEADING, "（1）落实包村责任", 4),
            block(BlockKind.PARAGRAPH, _BODY.format(n=number + 30) + "还有【待补：办结率】。"),
        ]
    return report_of(
        *blocks,
        block(BlockKind.PARAGRAPH, "特此报告，请予评议。"),
        block(BlockKind.SIGNATURE, name),
        block(BlockKind.DATE, date),
    )


def solid_report(characters: int = 28 * 22 * 3) -> Report:
    """One paragraph of nothing but ideographs: the only text whose lines all hold the same number."""
    return report_of(
        block(BlockKind.PARAGRAPH, "工作落实到村到户到人" * (characters // 10)), title="述职报告"
    )


def example_reports() -> dict[str, Report]:
    """The plain writer's report of every shipped example, by the example's name."""
    out = {}
    for path in EXAMPLES:
        answers = read_answers(path, shipped().outlines)
        out[path.stem] = written(answers.outline, answers.events)
    return out


def example_summaries() -> dict[str, Report]:
    """The summary of every shipped example, by its name."""
    lexicon = load_lexicon(shipped().folder, None)
    reports, outlines = example_reports(), shipped().outlines
    return {
        f"{path.stem}-summary": short_report(
            reports[path.stem],
            SUMMARY,
            read_answers(path, outlines).outline,
            shipped().texts,
            lexicon,
        )
        for path in EXAMPLES
    }
