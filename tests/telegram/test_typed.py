"""Typing where the phone offers buttons: a choice, a date without its year, a value on the list of gaps."""

from bot.library.shelf import Shelf
from storage import drafts
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import receives, stored
from tests.telegram.walking import presses, says


async def types(phone: Phone, text: str, shown: str) -> int:
    """Type this; wait until the screen shows what comes of it."""
    sent = await phone.says(text)
    await phone.waits_for(lambda screen: screen.card is not None and shown in screen.card.text)
    return sent


async def test_a_person_who_types_everything_gets_through(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await phone.command("start")
    await phone.waits_for(lambda screen: screen.card is not None)
    await types(phone, "镇长", "“镇长”有好几种，请点下面的一种。")
    await types(phone, "党委书记", "请问您的姓名？")
    await types(phone, "石远山", "· 石远山")
    for asked in ("哪个县、哪个乡镇", "什么职务", "哪一级"):
        await types(phone, "下一题", asked)
    await types(phone, "正科", "从哪年哪月起")
    for _ in range(2):
        await presses(phone, "下一题")
    await types(phone, "2026年", "给谁看、给谁听")
    await types(phone, "组织部", "要写多长")
    await types(phone, "2000", "落款写哪一天")
    await types(phone, "12月20日", "年月日不全")
    full = next(label for label in phone.card.labels if label.startswith("写成"))
    await presses(phone, full)
    phone.shows(f"· {full.removeprefix('写成')}（已更正）")
    await presses(phone, "下一题")
    await says(phone, "中心组学习XX次，讲党课XX次")
    await phone.command("finish")
    await receives(phone)
    await presses(phone, "补上待补的内容")
    typed = await types(phone, "3次", "这是补哪一处的？")
    button = next(line for line in phone.card.text.splitlines() if "讲党课" in line).partition(".")[0]
    await shuzhi.restarts()
    await presses(phone, next(label for label in phone.card.labels if label.startswith(f"补：{button}.")))
    phone.shows("已经补到")
    await phone.edits(typed, "4次")
    await phone.settles()
    await phone.command("finish")
    report = await receives(phone, 2)
    assert "讲党课4次" in report
    assert "3次" not in report
    kept = await stored(shuzhi).read(lambda db: [event.text for event in drafts.events(db, 1)])
    assert "3次" in kept, "what was said stays in history"
