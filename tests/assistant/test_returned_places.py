"""Title, headings, declarations, signature and whole sections of a returned report: taken, asked, refused."""

from io import BytesIO

from openpyxl import load_workbook

from bot.documents.reading import not_read, read_document
from bot.interview.move import Return
from tests.assistant.from_word import finished, paper, rewritten, sends, signed
from tests.documents.odd_files import W, paragraph, word_file
from tests.doubles.fonts import has_chinese
from tests.office import Interview, shipped

TITLE = "2026年平湖县大柳镇镇长述职述德述廉报告"
GIFTS = "没有收受可能影响公正执行公务的礼品、礼金、消费卡和有价证券"
CLOSING = "以上报告，请予审阅，不当之处请批评指正。"


async def files(me: Interview) -> dict[str, str]:
    """What every file of the newest report reads, by format; the fact sheet as lines of cells."""
    found = {}
    for delivery in await me.assistant.files.waiting(me.person):
        file = await me.assistant.files.made(delivery)
        await me.assistant.files.arrived(delivery, None)
        if delivery.format == "xlsx":
            cells = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(values_only=True)
            found["xlsx"] = "\n".join("\t".join(str(cell or "") for cell in row) for row in cells)
        else:
            found[delivery.format] = read_document(file.name, file.content)
    return found


async def test_words_outside_the_running_text_are_taken_and_stay(me: Interview) -> None:
    edited = await signed(me)
    for old, new in {
        "报告\n": "工作报告\n",
        "现将2026年度": "现就2026年度",
        "学习上求深入，提高理论水平": "带头学理论，当好明白人",
        "2.着力兜牢基本民生底线": "2.把群众的事办实",
        CLOSING: "以上报告，请各位代表批评。",
    }.items():
        assert edited.count(old) >= 1
        edited = edited.replace(old, new, 1)
    await sends(me, edited)
    assert me.card.shows("还有5处改动等您定，都和您说过的对得上")
    await me.presses("逐处看")
    assert me.card.shows("标题")
    assert me.card.shows(f"原来：{TITLE}")
    await me.presses("采用", "采用", "采用", "采用", "采用")
    assert me.card.shows("都定好了")
    await me.presses("重新出文件")
    made = await files(me)
    assert made["docx"] == made["txt"] == edited
    assert "当好明白人" in made["pdf"] or not has_chinese()
    me.restarts()
    await me.reaches("集中学习")
    await me.says("讲党课3次")
    again = await me.finishes()
    assert again.startswith("2026年平湖县大柳镇镇长述职述德述廉工作报告")
    for mine in (
        "现就2026年度",
        "一、带头学理论，当好明白人",
        "2.把群众的事办实",
        "请各位代表批评。",
        "讲党课3次",
    ):
        assert mine in again


async def test_signature_date_and_year_that_nobody_said_are_asked_about(me: Interview) -> None:
    text = await signed(me)
    edited = text.replace("述职人：石远山", "述职人：石远川").replace("12月20日", "12月28日")
    await sends(me, edited.replace("2026年平湖", "2025年平湖", 1))
    assert me.card.shows("还有3处改动等您定，其中3处和您说过的对不上")
    assert not me.card.offers("对得上的都采用")
    await me.presses("逐处看")
    assert me.card.shows("“2025年”和您说过的对不上。您当时说的是：“2026年”。哪个对？")
    await me.presses("以原话为准")
    assert me.card.shows("您当时说的是：“石远山”")
    await me.presses("以 Word 稿为准")
    assert me.card.shows("别处的姓名不会跟着改")
    assert me.card.shows("您当时说的是：“2026年12月20日”")
    await me.presses("以 Word 稿为准", "重新出文件")
    assert await paper(me) == edited
    await me.reaches("姓名")
    await me.says("石远岭")
    assert "述职人：石远岭" in await me.finishes()


async def test_a_declaration_is_the_persons_own_only_when_confirmed(me: Interview) -> None:
    text = await signed(me)
    edited = text.replace(GIFTS, "没有收受任何礼品礼金").replace("请予审阅", "请予审议")
    await sends(me, edited)
    assert me.card.shows("有1处是承诺，或者两边都改过，要您逐处定")
    await me.presses("对得上的都采用")
    assert me.card.shows("采用了1处")
    await me.presses("逐处看")
    assert me.card.shows("新的说法要您本人确认")
    before = await me.finishes()
    assert GIFTS in before
    await sends(me, edited)
    await me.presses("逐处看", "我确认，就这样写", "重新出文件")
    made = await files(me)
    assert made["docx"] == edited
    confirmed = [line for line in made["xlsx"].splitlines() if "没有收受" in line]
    assert confirmed
    assert not any(GIFTS in line for line in confirmed)
    await me.reaches("礼品礼金")
    assert me.card.shows("报告里照您改的写：没有收受任何礼品礼金")
    await me.presses(shipped().texts("yes"))
    assert GIFTS in await me.finishes()


async def test_a_declaration_taken_out_is_out_and_not_confirmed(me: Interview) -> None:
    text = await signed(me)
    await sends(me, text.replace("；没有接受可能影响公正执行公务的宴请，没有违规公款吃喝。", "。"))
    await me.presses("逐处看")
    assert me.card.shows("删不删要您本人定")
    await me.presses("我确认，删去")
    while me.card.offers("逐处看"):
        await me.presses("逐处看", "采用")
    await me.presses("重新出文件")
    made = await files(me)
    assert f"{GIFTS}。\n" in made["docx"]
    assert "违规公款吃喝" not in made["docx"] + made["xlsx"]


async def test_a_section_put_in_and_a_heading_taken_out(me: Interview) -> None:
    text = await signed(me)
    own = "三、其他工作\n村里的老戏台修好了，群众说好。\n"
    edited = text.replace("三、廉洁", own + "四、廉洁").replace("1.着力推动企业稳定发展\n", "")
    edited = edited.replace("2.着力兜牢", "1.着力兜牢")
    await sends(me, edited)
    await me.presses("逐处看")
    assert me.card.shows("这一句删去了")
    await me.presses("采用")
    assert me.card.shows("新加的标题和段落")
    assert me.card.shows(own.strip())
    await me.presses("采用")
    assert me.card.shows("都定好了")
    await me.presses("重新出文件")
    assert await paper(me) == edited
    assert (await sends(me, edited)).shows("一字不差")
    await sends(me, edited.replace("群众说好。", "群众都来看。"))
    await me.presses("逐处看", "采用")
    me.restarts()
    again = await me.finishes()
    assert "三、其他工作" in again
    assert "群众都来看。" in again
    assert "四、廉洁上求严格" in again


async def test_a_section_taken_out_whole(me: Interview) -> None:
    text = await signed(me)
    start, end = text.index("一、学习"), text.index("二、履职")
    edited = (text[:start] + text[end:]).replace("二、履职", "一、履职").replace("三、廉洁", "二、廉洁")
    await sends(me, edited)
    await me.presses("对得上的都采用", "重新出文件")
    assert await paper(me) == edited
    await me.reaches("农村道路")
    await me.says("修桥2座")
    again = await rewritten(me)
    assert "集中学习" not in again
    assert "修桥2座" in again


async def test_gaps_filled_in_word_are_gaps_no_more(me: Interview) -> None:
    await finished(me)
    await me.reaches("为政品德")
    await me.says("走访困难群众XX户")
    await me.commands("finish")
    text = await paper(me)
    assert me.card.shows("待补")
    filled = text.replace("【待补：姓名】", "石远山").replace("【待补：走访困难群众户数】", "41")
    assert filled != text
    await sends(me, filled)
    await me.presses("逐处看")
    while not me.card.offers("重新出文件"):
        await me.presses("采用" if me.card.offers("采用") else "以 Word 稿为准")
    await me.presses("重新出文件")
    made = await files(me)
    assert made["docx"] == filled
    assert "姓名" not in made["xlsx"]
    assert "为政品德" not in made["xlsx"]
    assert me.card.shows("落款日期")
    assert not me.card.shows("姓名")
    await me.reaches("为政品德")
    await me.says("还有XX户")
    assert "【待补：户数】" in await rewritten(me)


async def test_a_slip_in_a_paragraph_put_in_is_found_and_mended(me: Interview) -> None:
    text = await signed(me)
    await sends(me, text.replace(CLOSING, f"凡事以身作责，不搞特殊。\n{CLOSING}"))
    await me.presses("逐处看", "采用", "重新出文件")
    assert "以身作责" in await paper(me)
    await me.presses("看校对意见")
    while "▸以身作责◂" not in me.card.text:
        await me.presses("以后再说")
    await me.presses("采纳")
    again = await me.finishes()
    assert "凡事以身作则，不搞特殊。" in again


async def test_what_cannot_be_taken_is_told_with_its_reason(me: Interview) -> None:
    text = await signed(me)
    edited = text.replace("述职人：石远山\n", "").replace("二、履职", "三、履职")
    await sends(me, edited.replace(CLOSING, f"指标\t完成情况\n{CLOSING}"))
    assert me.card.shows("标题、署名和日期不能空着")
    assert me.card.shows("述职人：石远山 → 删去")
    assert me.card.shows("报告里放不了表格")
    assert me.card.shows("指标 完成情况")
    await sends(me, text.replace("二、履职", "三、履职"))
    assert me.card.shows("标题的序号由报告自己接着排")


async def test_another_salutation_is_taken_and_a_footnote_is_named(me: Interview) -> None:
    """The 称谓 goes into every file; what stands in a footnote is not lost without a word."""
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("报告对象")
    await me.presses("考核组和干部大会（口头述职）")
    await me.reaches("集中学习")
    await me.says("中心组学习12次")
    await me.commands("finish")
    text = await paper(me)
    edited = text.replace("各位领导、同志们：", "尊敬的考核组各位领导，同志们：")
    assert edited != text
    body = "".join(map(paragraph, edited.splitlines()))
    note = f"<w:footnote w:id='1'>{paragraph('其中党课3次。')}</w:footnote>"
    data = word_file(body, footnotes=f"<w:footnotes {W}>{note}</w:footnotes>")
    await me.does(Return(read_document("改过.docx", data), 90, not_read=not_read(data)), 90)
    assert me.card.shows("脚注、尾注没有读，要的请写进正文。")
    assert me.card.shows("还有1处改动等您定")
    await me.presses("逐处看")
    assert me.card.shows("称谓")
    assert me.card.shows("改为：尊敬的考核组各位领导，同志们：")
    await me.presses("采用", "重新出文件")
    made = await files(me)
    assert made["docx"] == made["txt"] == edited
    assert "党课3次" not in made["docx"]


async def test_an_answer_that_overrides_words_set_in_word_tells_so(
    me: Interview,
) -> None:
    text = await signed(me)
    edited = text.replace("报告\n", "工作报告\n", 1).replace("述职人：石远山", "述职人：石远山同志")
    edited = edited.replace("2026年12月20日", "2026年12月28日").replace(GIFTS, "没有收受任何礼品礼金")
    await sends(me, edited)
    await me.presses("逐处看")
    while not me.card.shows("都定好了"):
        takes = ("采用", "以 Word 稿为准", "我确认，就这样写")
        await me.presses(next(label for label in me.card.labels if label in takes))
    await me.reaches("姓名")
    assert not me.card.shows("Word 稿")
    card = await me.says("石远岭")
    assert card.shows("您在 Word 稿里改过署名：“述职人：石远山同志”。")
    assert card.shows("报告里照现在的回答写。")
    await me.reaches("落款日期")
    await me.says("2026年12月29日")
    await me.presses("还用 Word 稿里的日期")
    assert not me.card.shows("后来又答过")
    await me.reaches("述职年度")
    card = await me.presses("2026年")
    assert card.shows("您在 Word 稿里改过标题，现在照刚才的回答写。")
    await me.presses("上一题", "还用 Word 稿里的标题")
    await me.reaches("礼品礼金")
    await me.says("全年主动上交2次")
    await me.presses("还用 Word 稿里的廉洁承诺")
    report = await me.finishes()
    assert report.startswith("2026年平湖县大柳镇镇长述职述德述廉工作报告")
    assert [line.strip() for line in report.splitlines()[-2:]] == ["述职人：石远岭", "2026年12月28日"]
    assert "没有收受任何礼品礼金" in report


async def test_a_figure_set_in_word_is_not_taken_for_that_of_another_note(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    told = (("集中学习", "中心组学习12次"), ("学习教育", "查摆问题5个"), ("农村道路", "约谈了4个支书"))
    for label, said in told:
        await me.reaches(label)
        await me.says(said)
    await me.commands("finish")
    await sends(me, (await paper(me)).replace("查摆问题5个", "查摆问题4个"))
    await me.presses("逐处看", "以 Word 稿为准", "重新出文件")
    sheet = (await files(me))["xlsx"].splitlines()
    row = next(line for line in sheet if "查摆问题4个" in line and "\t4个\t" in line)
    assert "约谈" not in row
