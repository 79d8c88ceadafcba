"""Voice messages: heard beside everything else, decided about, never lost."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.assistant.access import Access, Allowance
from bot.assistant.export import exported
from bot.assistant.moves import Mover
from bot.assistant.outcome import Outcome
from bot.assistant.voices import Pauses, VoiceBook, next_to_hear
from bot.interview.move import Move
from bot.library.shelf import Shelf
from bot.models import Provider
from bot.models.listening import Listener
from bot.telegram.run import Hearing
from storage import Store, usage, voices
from storage.voices import Voice
from tests.doubles import Phone
from tests.doubles.modelserver import Fails, Hangs, Listened, ModelServer, Says, model_server
from tests.telegram.conftest import A_DAY, Shuzhi
from tests.telegram.walking import asked, begins, presses, says

QUICK = Pauses(first=0.02, longest=0.05, first_for_sound=0.02, tries_for_sound=2)
KEEP, CORRECT, AGAIN, RETRY = "对，记下", "改一改", "再说一遍", "再试一次"


def listens(url: str, *, keep_audio: bool = False) -> Hearing:
    """Somebody who listens at this address, and tries again soon."""
    provider = Provider(name="voice", base_url=f"{url}/v1", model="whisper-x")
    return Hearing(Listener(provider), QUICK, keep_audio)


@pytest.fixture
async def ears() -> AsyncIterator[ModelServer]:
    from openai.resources import audio  # noqa: F401 - takes seconds the first time, while nobody waits yet

    async with model_server() as server:
        yield server


@pytest.fixture
async def office(shuzhi: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf) -> Shuzhi:
    """The bot with somebody who listens, and a person in front of the first question."""
    shuzhi.hearing = partial(listens, ears.url)
    await shuzhi.restarts()
    await begins(phone, shelf.outlines["mayor"])
    return shuzhi


async def noted(shuzhi: Shuzhi) -> list[tuple[str, str]]:
    """Question and text of every note, in order."""
    assert shuzhi.store is not None
    drafts = await shuzhi.store.read(exported)
    return [(note["question"], note["text"]) for draft in drafts for note in draft["notes"]]


async def sees(phone: Phone, text: str) -> None:
    await phone.waits_for(lambda screen: text in screen.text)


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
    ears.hears(lambda _: "柳和镇")
    await phone.sends_voice(b"OggS")
    await sees(phone, "柳和镇")
    await phone.presses(CORRECT)
    await sees(phone, "请把改好的话打字发来")
    await phone.says("柳河镇")
    await sees(phone, "· 柳河镇")
    await phone.sends_audio("讲话.m4a", b"mp4")
    await phone.waits_for(lambda screen: any(KEEP in seen.labels for seen in screen))
    assert ears.listened[-1].name == "voice.m4a"
    old = phone.shows("柳和镇").button(AGAIN)
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
    assert [text for _, text in await noted(office)] == ["柳河镇", "这句答的是下一题"]


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


async def test_a_slow_listener_holds_up_nothing_and_the_order_stays(
    office: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf
) -> None:
    first = asked(phone, shelf.outlines["mayor"])
    assert first is not None
    ears.hears(lambda listened: Says(listened.sound.decode(), latency=0.3))
    await phone.sends_voice("一、先说的".encode())
    await phone.sends_voice("二、接着说的".encode())
    await says(phone, "三打字的")
    await presses(phone, "下一题")
    phone.shows("正在听写")
    await sees(phone, "二、接着说的")
    slips = [seen for seen in phone.screen if KEEP in seen.labels]
    assert [seen.text.split("\n")[-1] for seen in slips] == ["一、先说的", "二、接着说的"]
    for slip in reversed(slips):
        button = slip.button(KEEP)
        assert button is not None
        answered = len(phone.toasts)
        await phone.presses_data(button.data, slip.message_id)
        await phone.presses_data(button.data, slip.message_id)
        await phone.waits_for(lambda _, before=answered: len(phone.toasts) == before + 2)  # type: ignore[misc]
        assert f"已经记在“{first.label}”里" in "".join(toast.text for toast in phone.toasts)
    await phone.presses("上一题")
    await phone.settles()
    card = phone.card.text
    assert card.index("· 一、先说的") < card.index("· 二、接着说的") < card.index("· 三打字的")
    assert {key for key, _ in await noted(office)} == {first.key}
    assert len(await noted(office)) == 3


async def test_a_server_that_is_down_is_asked_again_even_after_a_restart(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    ears.hears(lambda _: Fails(503, "loading"))
    await phone.sends_voice("一".encode())
    await phone.sends_voice("二".encode())
    await sees(phone, "听写服务暂时连不上")
    await ears.until(lambda: len(ears.listened) >= 3)
    assert {listened.sound.decode() for listened in ears.listened} == {"一"}
    await office.dies()
    ears.hears(lambda listened: f"第{listened.sound.decode()}段话")
    await office.starts()
    await sees(phone, "第二段话")
    assert [listened.sound.decode() for listened in ears.listened[-2:]] == ["一", "二"]
    phone.shows("第一段话")
    phone.shows_not("听写服务暂时连不上")


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [
        ("  。 ", "没有听到说话"),
        ("请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "没有听到说话"),
        (Fails(400, {"message": "Invalid file format."}), "格式听不了"),
        (Fails(413, "Payload Too Large"), "太大"),
        (Fails(401, {"message": "Incorrect API key"}), "连不上"),
        (Fails(404, body="<html>not here</html>"), "连不上"),
    ],
)
async def test_what_cannot_be_heard_gets_a_sentence_and_stays_queued(
    office: Shuzhi, ears: ModelServer, phone: Phone, heard: str | Fails, sentence: str
) -> None:
    ears.hears(lambda listened: heard if listened.sound == b"bad" else "这一段听得清。")
    await phone.sends_voice(b"bad")
    await sees(phone, sentence)
    await ears.until(lambda: len(ears.listened) >= 2)
    if sentence != "连不上":
        await phone.sends_voice(b"good")
        await sees(phone, "这一段听得清")
    ears.hears(lambda _: "现在听清了。")
    if phone.screen.bot and RETRY in [label for seen in phone.screen for label in seen.labels]:
        await phone.presses(RETRY)
    await sees(phone, "现在听清了")


async def test_a_press_while_nothing_was_left_to_do_is_not_missed(
    office: Shuzhi, ears: ModelServer, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, reads = asyncio.Event(), VoiceBook.open

    async def slowly(book: VoiceBook, person: str) -> list[Voice]:
        found = await reads(book, person)
        done = found and all(voice.look == voice.shown for voice in found)
        if done and next_to_hear(found) == (None, None):
            await goes_on.wait()
        return found

    monkeypatch.setattr(VoiceBook, "open", slowly)
    ears.hears(lambda _: "。")
    await phone.sends_voice(b"OggS")
    await sees(phone, "没有听到说话")
    await ears.until(lambda: len(ears.listened) == QUICK.tries_for_sound)
    ears.hears(lambda _: "现在听清了。")
    await phone.presses(RETRY)
    await phone.settles()
    goes_on.set()
    await sees(phone, "现在听清了")


async def test_a_voice_beyond_the_days_messages_is_refused_like_any_other(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    office.access = Access(everybody=True, allowance=Allowance(messages=1))
    await office.restarts()
    await phone.sends_voice(b"OggS")
    await sees(phone, "今年修了三条路")
    await phone.sends_voice(b"OggS-2")
    await sees(phone, "1条")
    assert len(ears.listened) == 1


async def test_what_is_spoken_beyond_the_days_minutes_is_kept_and_heard_the_next_day(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    office.access = Access(everybody=True, allowance=Allowance(voice_minutes=1))
    await office.restarts()
    await phone.sends_voice(b"OggS", 40)
    await sees(phone, "今年修了三条路")
    await phone.sends_voice(b"OggS-2", 30)
    await sees(phone, "今天的语音已到每天的上限")
    await phone.settles()
    assert len(ears.listened) == 1
    assert office.store is not None
    yesterday = "2020-01-01T00:00:00.000+00:00"
    await office.store.write(lambda db: db.execute("UPDATE voices SET due_at = ?", (yesterday,)))
    await office.restarts()
    await ears.until(lambda: len(ears.listened) == 2)


async def test_a_voice_that_came_while_the_clock_was_ahead_is_heard_when_it_is_right_again(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    spoken = iter([Fails(503)])
    ears.hears(lambda _: next(spoken, "今年修了三条路"))
    office.hearing = lambda: Hearing(listens(ears.url).listener, Pauses(first=60))
    await office.restarts()
    await phone.sends_voice(b"OggS")
    await ears.until(lambda: len(ears.listened) == 1)
    await phone.settles()
    await office.dies()
    ahead = (datetime.now(UTC) + timedelta(days=400)).isoformat(timespec="milliseconds")
    store = Store(office.db)
    store.write_now(lambda db: db.execute("UPDATE voices SET due_at = ?", (ahead,)))
    store.close()
    await office.starts()
    await sees(phone, "今年修了三条路")


async def test_a_voice_whose_caption_takes_two_tries_counts_once(
    office: Shuzhi, ears: ModelServer, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, failures = Mover.make, iter([ValueError()] * 2)

    def fails_once(mover: Mover, move: Move) -> Outcome:
        """By itself and, as the store tries it, in a commit with others."""
        if problem := next(failures, None):
            raise problem
        return make(mover, move)

    monkeypatch.setattr(Mover, "make", fails_once)
    sound = {"file_id": "nowhere", "file_unique_id": "nowhere", "mime_type": "audio/ogg"}
    await phone.sends(voice={**sound, "duration": 40}, caption="图文说明")
    await sees(phone, "图文说明")
    assert office.store is not None
    day = await office.store.read(lambda db: usage.used(db, "telegram:1001", A_DAY, usage.VOICE_SECONDS))
    assert day == 40


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


async def test_without_telegrams_file_it_is_tried_again(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    office.api.fail("getFile", 400, times=2, description="Bad Request: file is temporarily unavailable")
    await phone.sends_voice(b"OggS")
    await sees(phone, "今年修了三条路")
    assert office.api.counts["getFile"] == 3


async def test_stopping_in_the_middle_of_listening_loses_nothing(
    office: Shuzhi, ears: ModelServer, phone: Phone
) -> None:
    ears.hears(lambda _: Hangs())
    await phone.sends_voice(b"OggS")
    await ears.until(lambda: len(ears.listened) == 1)
    await office.stops()
    ears.hears(lambda _: "重启以后听出来的话。")
    await office.starts()
    await sees(phone, "重启以后听出来的话")
    assert sum("重启以后" in seen.text for seen in phone.screen) == 1


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
