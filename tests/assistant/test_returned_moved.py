"""A reviewer moves sentences and paragraphs of the report: none is lost, none stands twice."""

from tests.assistant.from_word import paper, sends
from tests.office import Interview, shipped

ALL, AGAIN, SEE = "对得上的都采用", "重新出文件", "逐处看"
FIRST, SECOND = "联系大户3家，备猪60头，检查4次", "查农机具38台、沼气池11个，隐患9处，改了9处"


async def handed_over(me: Interview) -> str:
    """A report with two answers on supply and safety, and one problem; what its .docx reads."""
    await me.begins(shipped().outlines["deputy-agriculture"].title)
    for label, said in {
        "节日保供": FIRST,
        "隐患排查": SECOND,
        "粮食生产": "粮食3.6万亩，总产1.98万吨",
        "其他情况": "8月县里通报过镇秸秆焚烧1次",
    }.items():
        await me.reaches(label)
        await me.says(said)
    await me.commands("finish")
    return await paper(me)


def sentence_of(report: str, words: str) -> str:
    """The sentence of the report that has these words, up to its stop."""
    end = report.index("。", report.index(words)) + 1
    start = max(report.rfind(mark, 0, report.index(words)) for mark in "。\n") + 1
    return report[start:end]


async def test_two_sentences_that_change_places_are_one_change_and_none_is_lost(me: Interview) -> None:
    report = await handed_over(me)
    one, two = sentence_of(report, FIRST), sentence_of(report, SECOND)
    swapped = report.replace(one + two, f"一是隐患排查方面，检查{SECOND[1:]}。二是节日保供方面，{FIRST}。")
    assert swapped != report
    await sends(me, swapped)
    assert me.card.shows("还有1处改动等您定")
    await me.presses(ALL, AGAIN)
    again = await paper(me)
    assert again.count(FIRST) == again.count("隐患9处，改了9处") == 1
    assert again.index("隐患9处") < again.index(FIRST)
    assert (await sends(me, swapped)).shows("一字不差")


async def test_a_sentence_moved_with_another_figure_is_asked_about_beside_its_own_words(
    me: Interview,
) -> None:
    report = await handed_over(me)
    one, two = sentence_of(report, FIRST), sentence_of(report, SECOND)
    swapped = report.replace(one + two, f"一是隐患排查方面，{SECOND.replace('38', '36')}。二是{FIRST}。")
    await sends(me, swapped)
    assert not me.card.offers(ALL)
    await me.presses(SEE)
    assert me.card.shows(f"“36台”和您说过的对不上。您当时说的是：“{SECOND}”")
    await me.presses("以原话为准", AGAIN)
    again = await paper(me)
    assert again.count(FIRST) == again.count(SECOND) == 1


async def test_a_paragraph_moved_elsewhere_stands_there_and_only_there(me: Interview) -> None:
    report = await handed_over(me)
    last = "8月县里通报过镇秸秆焚烧1次。"
    lines = [line for line in report.split("\n") if line.strip() != last]
    at = next(n for n, line in enumerate(lines) if FIRST in line)
    elsewhere = "\n".join([*lines[: at + 1], last, *lines[at + 1 :]])
    await sends(me, elsewhere)
    await me.presses(SEE)
    assert me.card.shows("换了地方的话")
    await me.presses("采用")
    await me.presses(AGAIN)
    again = await paper(me)
    assert again.count(last) == 1
    assert again.index(FIRST) < again.index(last)
    assert (await sends(me, elsewhere)).shows("一字不差")


async def test_what_a_reviewer_adds_contradicts_nothing_and_is_asked_about_in_one_line(me: Interview) -> None:
    report = await handed_over(me)
    one = sentence_of(report, FIRST)
    await sends(me, report.replace(one, one + "全年开展廉政提醒12人次，签订廉洁承诺书16份。"))
    await me.presses(SEE)
    assert me.card.shows("“12人次”“签订廉洁承诺书16份”您没有说过。要写进报告吗？")
    assert not me.card.shows("哪个对") and me.card.offers("采用")
    await me.presses("采用")
    await me.presses(AGAIN)
    again = await paper(me)
    assert again.count(FIRST) == again.count("廉政提醒12人次，签订廉洁承诺书16份") == 1
