"""A finished report, its .docx as the person reads it, and the edited text sent back."""

from bot.documents.reading import read_document
from bot.interview.move import Return
from tests.office import Interview, Seen, shipped

WHO = {
    "姓名": "石远山",
    "县和乡镇": "平湖县大柳镇",
    "职务": "镇长",
    "述职年度": "2026年",
    "落款日期": "2026年12月20日",
}
DECLARED = ("礼品礼金", "违规吃喝")


async def signed(me: Interview) -> str:
    """The same with a profile and two declarations."""
    await me.begins(shipped().outlines["mayor"].title)
    for label, said in WHO.items():
        await me.reaches(label)
        await me.says(said)
    for label in DECLARED:
        await me.reaches(label)
        await me.presses(shipped().texts("yes"))
    return await _three_answers(me)


async def finished(me: Interview) -> str:
    """An interview with three answers, finished; what its .docx reads."""
    await me.begins(shipped().outlines["mayor"].title)
    return await _three_answers(me)


async def _three_answers(me: Interview) -> str:
    await me.reaches("招商引资")
    await me.says("到位资金1.27亿，任务1.1亿")
    await me.reaches("农村道路")
    await me.says("修路6公里，投资120万元")
    await me.reaches("集中学习")
    await me.says("中心组学习12次")
    await me.commands("finish")
    return await paper(me)


async def paper(me: Interview) -> str:
    """What the newest .docx reads; every file is taken."""
    text = ""
    for delivery in await me.assistant.files.waiting(me.person):
        file = await me.assistant.files.made(delivery)
        await me.assistant.files.arrived(delivery, None)
        if delivery.format == "docx":
            text = read_document(file.name, file.content)
    return text


async def sends(me: Interview, text: str, beside: str = "") -> Seen:
    """Send the edited report back."""
    me.messages += 1
    return await me.does(Return(text, me.messages, beside), me.messages)


async def rewritten(me: Interview) -> str:
    """Finish once more after an answer has changed, with sentences by hand in the report: its new .docx."""
    await me.commands("finish")
    order = await me.assistant.order(me.person)
    assert order is not None
    await me.assistant.writer.write(order)
    return await paper(me)
