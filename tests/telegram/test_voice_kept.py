"""Voices that cannot be heard at once: slow listeners, servers that are down, limits, kills; none is lost."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.assistant.access import Access, Allowance
from bot.assistant.moves import Mover
from bot.assistant.outcome import Outcome
from bot.assistant.voices import Pauses, VoiceBook, next_to_hear
from bot.interview.move import Move
from bot.library.shelf import Shelf
from bot.telegram.run import Hearing
from bot.telegram.voices import AT_ONCE
from storage import Store, usage
from storage.voices import Voice
from tests.doubles import Phone
from tests.doubles.modelserver import Fails, Hangs, ModelServer, Says
from tests.telegram.conftest import A_DAY, Shuzhi
from tests.telegram.listening import KEEP, QUICK, RETRY, listens, noted, sees
from tests.telegram.walking import asked, presses, says


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


async def test_sounds_of_a_whole_county_are_not_held_in_memory_together(
    office: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf
) -> None:
    """After a meeting everybody dictates; whoever listens takes two at a time, and slowly."""
    ears.hears(lambda listened: Says(listened.sound.decode(), latency=0.3))
    others = [office.api.phone(user_id=3000 + number, first_name="李") for number in range(2 * AT_ONCE)]
    for number, other in enumerate(others):
        await other.command("start")
        await other.sends_voice(f"第{number}位".encode())
    await office.api.waits_for(lambda api: api.counts["file"] >= AT_ONCE)
    await asyncio.sleep(0.2)
    fetched = office.api.counts["file"]
    assert fetched <= AT_ONCE + len(ears.listened)
    for number, other in enumerate(others):
        await sees(other, f"第{number}位")
