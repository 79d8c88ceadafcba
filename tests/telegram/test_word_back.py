"""The .docx goes out, is edited in Word, and comes back over the Bot API."""

import io
from collections.abc import AsyncIterator, Callable
from functools import partial

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.library.shelf import Shelf
from bot.telegram import fetching
from tests.documents.odd_files import OLE, paragraph, word_file, zip_of
from tests.doubles import Phone, Screen
from tests.doubles.modelserver import ModelServer, model_server
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, receives, says, shows, with_model
from tests.telegram.walking import presses

CAN_BE_SENT = "请发 Word（.docx）、PDF 或 .txt 文件，直接发文字也可以。"


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answers(says)
        yield running


def edited(phone: Phone, change: Callable[[str], str]) -> bytes:
    """The newest .docx that the person received, each of its paragraphs changed like this."""
    newest = [one.data for one in phone.documents if one.name.endswith(".docx")][-1]
    document = Document(io.BytesIO(newest))
    for line in document.element.body.iter(qn("w:t")):
        line.text = change(line.text or "")
    document.add_comment(document.paragraphs[1].runs[0], text="这里请再核对", author="审稿人")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shown(told: str, screen: Screen) -> bool:
    """Whether the screen shows this anywhere."""
    return told in screen.text


def sentence_with(text: str, words: str) -> str:
    """The sentence of the text that holds these words."""
    return next(s for s in text.replace("\n", "。").split("。") if words in s).strip("\u3000\r") + "。"


async def test_changes_are_shown_checked_taken_and_stay_when_the_section_is_written_again(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    text = await receives(phone)
    await shows(phone, "报告已经写好")
    gone = sentence_with(text, "1.5万字")
    figure = "4.6公里"
    assert text.count(figure) == 1
    await phone.sends_document(
        "改过.docx", edited(phone, lambda line: line.replace(gone, "").replace(figure, "5.6公里"))
    )
    await shows(phone, "还有2处改动等您定，其中1处和您说过的对不上")
    await shows(phone, "批注没有读")
    await presses(phone, "对得上的都采用")
    await shows(phone, "还有1处改动等您定")
    await presses(phone, "逐处看")
    await shows(phone, "哪个对")
    await presses(phone, "以 Word 稿为准")
    await shows(phone, "都定好了")
    await presses(phone, "重新出文件")
    after = await receives(phone, 2)
    assert "5.6公里" in after
    assert "1.5万字" not in after
    await shows(phone, "报告已经写好")
    await presses(phone, "逐段看、逐段改")
    await presses(phone, "理论学习")
    await presses(phone, "重写")
    await phone.says("短一点")
    await shows(phone, "两稿对照")
    await phone.command("finish")
    again = await receives(phone, 3)
    assert "1.5万字" not in again
    assert "5.6公里" in again


async def test_what_cannot_be_read_gets_its_sentence(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await receives(phone)
    for name, data, told in [
        ("坏.docx", b"PK\x03\x04broken", "已损坏"),
        ("密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "设了密码"),
        ("旧.doc", OLE + b"\0" * 64, "另存为 .docx 再发，PDF、.txt 文件或直接发文字也可以。"),
        ("旧表.xls", OLE + b"\0" * 64, f"这种文件读不了，{CAN_BE_SENT}"),
        ("表.xlsx", zip_of({"xl/workbook.xml": "<a/>"}), f"不是 Word 文档，读不了，{CAN_BE_SENT}"),
        ("文.odt", zip_of({"content.xml": "<a/>"}), f"不是 Word 文档，读不了，{CAN_BE_SENT}"),
        ("空.txt", b"", "是空的"),
        ("表.xyz", b"\x01\x02", f"这种文件读不了，{CAN_BE_SENT}"),
        ("别的.docx", word_file(paragraph("关于开展森林防火工作的通知。" * 20)), "像是另一份"),
    ]:
        await phone.sends_document(name, data)
        await phone.waits_for(partial(shown, told))
    await phone.sends_document("大.docx", b"PK", fake_size=30 * 1024 * 1024)
    await phone.waits_for(lambda screen: "太大了" in screen.text)


async def test_a_slow_document_holds_up_nobody_elses_and_its_own_persons_words_wait(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """A large file on a bad line: somebody else's is read meanwhile, and what is said behind it waits."""
    await interviewed(shuzhi, phone, shelf)
    other = shuzhi.api.phone(user_id=2002, first_name="李")
    await other.command("start")
    await other.waits_for(lambda screen: screen.card is not None)
    shuzhi.api.fail("file", "delay", delay=2.5)
    await phone.sends_document("慢.odt", zip_of({"content.xml": "<a/>"}))
    await shuzhi.api.waits_for(lambda api: api.counts["file"] == 1)
    await phone.says("后说的一句话")
    await other.sends_document("快.xls", OLE + b"\0" * 64)
    await other.waits_for(partial(shown, "这种文件读不了"), timeout=2.0)
    phone.shows_not("不是 Word 文档")
    phone.shows_not("· 后说的一句话")
    await phone.waits_for(lambda screen: "后说的一句话" in screen.card.text if screen.card else False)
    await phone.settles()


async def test_a_document_that_never_comes_is_asked_for_once_more(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LONGEST", 0.3)
    await interviewed(shuzhi, phone, shelf)
    shuzhi.api.fail("file", "delay", delay=1.0)
    await phone.sends_document("慢.docx", b"PK")
    await phone.waits_for(partial(shown, "文件没有取到"))
