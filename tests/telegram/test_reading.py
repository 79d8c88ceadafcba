"""Reading on the phone: the preview by section, copying, the pinned file, the files again, the help page."""

import math

from bot.assistant.files import FORMATS
from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, goes_through, presses, said_in, says

LINE, LINES = 18, 20
"""What a phone shows at once: full-width characters in a line, and lines above the input field."""


async def finishes(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    """Say one thing and have the report."""
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    await phone.command("finish")
    await arrived(phone, len(FORMATS))


async def arrived(phone: Phone, files: int) -> None:
    """Wait until so many files have come."""
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == files)
    await phone.settles()


async def test_the_preview_folds_every_section_and_leads_to_its_questions(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["deputy-agriculture"]
    await begins(phone, outline)
    await goes_through(phone, outline, said_in("deputy-agriculture", shelf))
    await phone.command("preview")
    await phone.waits_for(lambda screen: "预览 · 第1页" in screen.text)
    read, changes = [], []
    while True:
        read.append(phone.card)
        changes += [label for label in phone.card.labels if label.startswith("改“")]
        if "下一页" not in phone.card.labels:
            break
        await presses(phone, "下一页")
    assert all(card.html.count("<blockquote expandable>") >= 1 for card in read)
    assert changes == ["改“开头”", *(f"改“{part.name}”" for part in outline.sections)]
    whole = "".join("".join(card.text for card in read).split())
    await presses(phone, changes[-1])
    phone.shows(outline.sections[-1].name)

    await phone.command("finish")
    await arrived(phone, len(FORMATS))
    for line in phone.documents[0].data.decode("utf-8-sig").split():
        assert line in whole


async def test_a_short_text_is_copied_by_a_button(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await finishes(shuzhi, phone, shelf)
    await presses(phone, "逐段看、逐段改")
    await presses(phone, shelf.outlines["mayor"].sections[0].name)
    await presses(phone, "改一句")
    await presses(phone, "1")
    button = phone.card.button("复制")
    assert button is not None
    assert button.copy
    assert button.copy in phone.card.text.splitlines()
    assert not button.data
    await phone.says(button.copy.replace("，", "、"))
    await phone.waits_for(lambda screen: "已按您的话改好" in screen.text)


async def test_the_newest_file_is_pinned_quietly_and_none_but_it(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await finishes(shuzhi, phone, shelf)
    assert [seen.document.name[-5:] for seen in phone.screen if seen.pinned and seen.document] == [".docx"]
    await presses(phone, "上一题")
    await says(phone, "讲党课2次")
    await phone.command("finish")
    await arrived(phone, 2 * len(FORMATS))
    pinned = [seen for seen in phone.screen if seen.pinned]
    assert [seen.message_id for seen in pinned] == [phone.documents[len(FORMATS) + 1].message_id]
    assert all(seen.silent for seen in pinned)
    assert all(seen.text for seen in phone.screen.bot), "what says that something was pinned stays"


async def test_a_file_that_cannot_be_pinned_is_there_all_the_same(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    shuzhi.api.fail("pinChatMessage", 400, description="Bad Request: not enough rights")
    await finishes(shuzhi, phone, shelf)
    assert not any(seen.pinned for seen in phone.screen)
    assert len(phone.documents) == len(FORMATS)


async def test_export_sends_all_files_again_as_they_were(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await finishes(shuzhi, phone, shelf)
    await phone.command("export")
    await arrived(phone, 2 * len(FORMATS))
    phone.shows("文件这就再发一遍")
    await presses(phone, "上一题")
    await says(phone, "讲党课2次")
    await shuzhi.restarts()
    await phone.command("export")
    await arrived(phone, 3 * len(FORMATS))
    phone.shows("要新的请点“生成报告”")
    texts = [document.data for document in phone.documents if document.name.endswith(".txt")]
    assert len(texts) == 3
    assert len(set(texts)) == 1
    pinned = [seen.message_id for seen in phone.screen if seen.pinned]
    assert pinned == [phone.documents[2 * len(FORMATS) + 1].message_id]


async def test_export_before_the_first_report_makes_it(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.command("export")
    await phone.waits_for(lambda screen: "还没有可以写进报告的情况" in screen.text)
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    await phone.command("export")
    await arrived(phone, len(FORMATS))


async def test_the_help_page_fits_on_a_screen(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.command("help")
    await phone.waits_for(lambda screen: "怎么用" in screen.text)
    lines = phone.card.text.splitlines()
    assert sum(max(1, math.ceil(_width(line) / LINE)) for line in lines) + len(phone.card.buttons) <= LINES
    assert len("".join(phone.card.text.split())) <= 260
    for name in ("resume", "remind", "preview", "finish", "export"):
        assert f"/{name}" in phone.card.text
    assert "语音" not in phone.card.text


def _width(line: str) -> float:
    """How wide a line is, in full-width characters."""
    return sum(0.5 if character.isascii() else 1 for character in line)
