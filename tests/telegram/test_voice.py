"""Voice messages: heard, decided about, added to the question they were spoken for, kept or forgotten."""

from functools import partial

from bot.library.shelf import Shelf
from storage import voices
from tests.doubles import Phone
from tests.doubles.modelserver import Listened, ModelServer
from tests.telegram.conftest import Shuzhi
from tests.telegram.listening import AGAIN, CORRECT, KEEP, RETRY, listens, noted, sees
from tests.telegram.walking import asked, presses, says


async def test_what_was_heard_counts_once_it_is_confirmed(
    office: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf
) -> None:
    first = asked(phone, shelf.outlines["mayor"])
    assert first is not None
    ears.hears(lambda listened: f"我叫贺长青<b>&{len(listened.sound)}。")
    spoken = await phone.sends_voice(b"OggS-1", 3)
    await sees(phone, "我叫贺长青<b>&6。")
    slip = phone.shows("我叫贺长青")
    assert slip.reply_to == spoken
    assert slip.labels == [KEEP, CORRECT, AGAIN]
    assert await noted(office) == []
    (listened,) = ears.listened
    assert (listened.sound, listened.name) == (b"OggS-1", "voice.ogg")
    assert listened.fields["model"] == "whisper-x"
    assert "述职述廉" in listened.fields["prompt"]
    await phone.presses(KEEP)
    await phone.waits_for(lambda screen: not any(KEEP in seen.labels for seen in screen))
    await phone.settles()
    assert [text for _, text in await noted(office)] == ["我叫贺长青<b>&6。"]
    assert KEEP not in [label for seen in phone.screen for label in seen.labels]
    await phone.waits_for(lambda _: phone.message(spoken).reactions == ["👍"])
    assert "· 我叫贺长青" in phone.card.text
    await presses(phone, "撤销")
    phone.shows_not("· 我叫贺长青")


async def test_the_help_page_speaks_of_voice_where_it_is_heard(office: Shuzhi, phone: Phone) -> None:
    await phone.command("help")
    await phone.waits_for(lambda screen: "发文字或语音就是回答" in screen.text)


async def test_words_are_typed_anew_or_spoken_again(office: Shuzhi, ears: ModelServer, phone: Phone) -> None:
    ears.hears(lambda _: "何素芹")
    await phone.sends_voice(b"OggS")
    await sees(phone, "何素芹")
    await phone.presses(CORRECT)
    await sees(phone, "请把改好的话打字发来")
    await phone.says("何素琴")
    await sees(phone, "· 何素琴")
    await phone.sends_audio("讲话.m4a", b"mp4")
    await phone.waits_for(lambda screen: any(KEEP in seen.labels for seen in screen))
    assert ears.listened[-1].name == "voice.m4a"
    old = phone.shows("何素芹").button(AGAIN)
    assert old is not None
    await phone.presses(AGAIN)
    await sees(phone, "这一段没有记")
    await phone.presses_data(old.data)
    await phone.waits_for(lambda _: phone.toasts[-1].text == "页面已经更新，请看最新的一张。")
    await phone.sends_voice(b"OggS")
    await phone.waits_for(lambda screen: any(CORRECT in seen.labels for seen in screen))
    await phone.presses(CORRECT)
    await sees(phone, "请把改好的话打字发来")
    await phone.presses("下一题")
    await phone.settles()
    await says(phone, "这句答的是下一题")
    assert [text for _, text in await noted(office)] == ["何素琴", "这句答的是下一题"]


async def test_a_voice_that_nobody_has_confirmed_is_told_where_the_report_is_made(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    ears.hears(lambda _: "贺长青")
    await phone.sends_voice(b"OggS-1", 3)
    await sees(phone, "贺长青")
    await phone.command("overview")
    await sees(phone, "还有1段语音等您点“对，记下”，报告里没有写。")
    await phone.presses(KEEP)
    await sees(phone, "· 贺长青")
    await phone.command("overview")
    await phone.settles()
    phone.shows_not("还有1段语音")


async def test_a_voice_in_reply_adds_to_that_question(
    office: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf
) -> None:
    first = asked(phone, shelf.outlines["mayor"])
    assert first is not None
    note = await phone.says("张三")
    await sees(phone, "· 张三")
    await presses(phone, "下一题")
    ears.hears(lambda _: "弓长张")
    await phone.sends_voice(b"OggS", reply_to=note)
    await sees(phone, "弓长张")
    await phone.presses(KEEP)
    await phone.waits_for(lambda _: phone.toasts and f"已经记在“{first.label}”里" in phone.toasts[-1].text)
    assert await noted(office) == [(first.key, "张三"), (first.key, "弓长张")]


async def test_spoken_marks_of_secrecy_are_stored_nowhere(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    ears.hears(lambda _: "机密★1年，专项行动部署在三号地")
    await phone.sends_voice(b"OggS-secret")
    await sees(phone, "有密级标志或者涉密字样，没有存")
    assert not any(KEEP in seen.labels or RETRY in seen.labels for seen in phone.screen)
    beside = office.db.parent.glob(office.db.name + "*")
    stored = b"".join(file.read_bytes() for file in beside).decode(errors="replace")
    assert "专项行动" not in stored
    assert "BQACAgUAAxk" not in stored, "what names the sound, which Telegram keeps"
    assert await noted(office) == []


async def test_over_twenty_megabytes_there_is_a_sentence(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    await phone.sends_voice(b"OggS", 7200, fake_size=21 << 20)
    await sees(phone, "最多20MB")
    assert ears.listened == []
    await phone.presses(AGAIN)
    await sees(phone, "这一段没有记")


async def test_half_an_hour_of_speech_is_folded_and_kept_whole(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    speech = "".join(f"第{number}件事办好了。" for number in range(900))
    ears.hears(lambda _: speech)
    await phone.sends_voice(b"OggS", 1800)
    await sees(phone, f"共{len(speech)}字")
    await phone.presses(KEEP)
    await phone.waits_for(lambda screen: not any(KEEP in seen.labels for seen in screen))
    await phone.settles()
    assert [text for _, text in await noted(office)] == [speech]


async def test_the_sound_is_forgotten_or_kept_as_set(office: Shuzhi, ears: ModelServer, phone: Phone) -> None:
    await phone.sends_voice(b"OggS-first")
    await sees(phone, "今年修了三条路")
    store = office.store
    assert store is not None
    assert await store.read(voices.sounds) == []
    assert b"OggS-first" not in office.db.read_bytes()
    office.hearing = partial(listens, ears.url, keep_audio=True)
    await office.restarts()
    await phone.sends_voice(b"OggS-second")
    await phone.waits_for(lambda screen: sum(KEEP in seen.labels for seen in screen) == 2)
    assert office.store is not None
    assert [sound.audio for sound in await office.store.read(voices.sounds)] == [b"OggS-second"]


async def test_before_any_draft_and_with_a_caption(
    shuzhi: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf
) -> None:
    shuzhi.hearing = partial(listens, ears.url)
    await shuzhi.restarts()

    def heard(listened: Listened) -> str:
        return f"说的是{listened.sound.decode()}。"

    ears.hears(heard)
    await phone.sends_voice("开头".encode())
    await sees(phone, "说的是开头。")
    await phone.presses(KEEP)
    await phone.waits_for(lambda screen: not any(KEEP in seen.labels for seen in screen))
    await phone.settles()
    assert "您的话已经存好" in phone.toasts[-1].text
    await presses(phone, shelf.outlines["mayor"].title)
    await phone.sends_document("录音.mp3", "附件".encode(), "图文说明", mime="audio/mpeg")
    await sees(phone, "说的是附件。")
    phone.shows_not("听不了")
    await phone.presses(KEEP)
    await phone.waits_for(lambda screen: not any(KEEP in seen.labels for seen in screen))
    await phone.settles()
    assert [text for _, text in await noted(shuzhi)] == ["说的是开头。", "图文说明", "说的是附件。"]


async def test_doubtful_words_are_asked_about_and_a_no_leaves_nothing(
    office: Shuzhi, phone: Phone, ears: ModelServer, shelf: Shelf
) -> None:
    words = iter(["按内部资料做了部署", "另一份内部文件说的事"])
    ears.hears(lambda _: next(words))
    for answer in ("可以公开，写进报告", "不写，删掉"):
        await phone.sends_voice(b"OggS-doubtful")
        await phone.waits_for(lambda screen: any(KEEP in seen.labels for seen in screen))
        await phone.presses(KEEP)
        await phone.waits_for(lambda screen: screen.card is not None and "请先看一看" in screen.card.text)
        assert "要改，先点“不写，删掉”" in phone.card.text, "a voice cannot be edited"
        assert "内部文件" not in str(await noted(office))
        await presses(phone, answer)
        await phone.settles()
    assert [text for _, text in await noted(office)] == ["按内部资料做了部署"]
    assert office.store is not None
    kept = await office.store.read(lambda db: db.execute("SELECT transcript FROM voices").fetchall())
    assert [transcript for (transcript,) in kept] == ["按内部资料做了部署", ""]
