"""Faults of our own program: the person is told, and the chat goes on."""

import pytest

from bot.assistant import desk, moves
from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says


async def test_a_file_that_cannot_be_made_does_not_stop_the_chat(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    monkeypatch.setattr(desk, "finished_file", breaks)
    await phone.command("finish")
    await phone.waits_for(lambda screen: "您发的话已经存好" in screen.text)
    await presses(phone, "上一题")
    await says(phone, "还能接着答")


async def test_a_move_that_fails_three_times_is_set_aside_and_the_next_one_works(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with monkeypatch.context() as broken:

        def breaks(*_: object) -> None:
            raise ZeroDivisionError

        broken.setattr(moves.Mover, "make", breaks)
        await phone.says("这句话处理不了")
        await phone.waits_for(lambda screen: "有一条消息没能处理" in screen.text)
    await says(phone, "这句话没问题")
