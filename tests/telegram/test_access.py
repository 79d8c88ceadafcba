"""Closed by default: who comes in, what everybody else gets, and what administrators can do."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.assistant.access import Access, Allowance
from bot.library.shelf import Shelf
from bot.telegram.incoming import person_id
from storage import access, drafts
from tests.doubles import BotApi, Phone, Screen
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says

ADMIN = 9001


@pytest.fixture
async def closed(api: BotApi, tmp_path: Path, shelf: Shelf) -> AsyncIterator[Shuzhi]:
    """The bot with one administrator and nobody else."""
    rules = Access(admins=frozenset({f"telegram:{ADMIN}"}))
    program = Shuzhi(api, tmp_path / "shuzhi.db", shelf, rules)
    await program.starts()
    yield program
    await program.stops()


@pytest.fixture
async def admin(closed: Shuzhi, api: BotApi) -> Phone:
    """The administrator, looking at the list of people."""
    phone = api.phone(user_id=ADMIN, first_name="管")
    await phone.command("people")
    await phone.waits_for(lambda screen: screen.card is not None and "人员" in screen.card.text)
    return phone


def buttons(screen: Screen) -> str:
    """What the newest card's buttons say."""
    return " ".join(screen.card.labels) if screen.card else ""


async def everything(program: Shuzhi) -> str:
    """All that is stored, as text."""

    def dump(db: Database) -> str:
        return "\n".join(json.dumps(row, ensure_ascii=False) for row in db.conn.iterdump())

    assert program.store is not None
    return await program.store.read(dump)


async def test_who_knocked_long_ago_is_forgotten(closed: Shuzhi, api: BotApi, phone: Phone) -> None:
    long_ago = (datetime.now(UTC) - timedelta(days=40)).isoformat()

    def knocked_and_invited(db: Database) -> None:
        for number in range(3):
            access.knock(db, f"telegram:{7000 + number}")
            access.invite(db, 7)
        db.execute("UPDATE knocks SET last_at = ? WHERE person <> 'telegram:7002'", (long_ago,))
        db.execute("UPDATE invitations SET expires_at = ? WHERE id < 3", (long_ago,))

    assert closed.store is not None
    await closed.store.write(knocked_and_invited)
    await phone.says("我是张三")
    await phone.settles()
    stored = await everything(closed)
    assert "telegram:7002" in stored
    assert f"telegram:{phone.person['id']}" in stored
    for gone in ("telegram:7000", "telegram:7001"):
        assert gone not in stored
    assert [one.id for one in await closed.store.read(access.invitations)] == [3]


async def test_a_stranger_gets_one_sentence_a_day_and_leaves_a_counter(
    closed: Shuzhi, api: BotApi, phone: Phone
) -> None:
    await phone.says("我是张三，走访群众320户")
    await phone.command("start")
    message = await phone.says("还在吗")
    await phone.edits(message, "改过的话")
    await phone.sends_voice(b"OggS", 3)
    await phone.settles()
    assert len(phone.screen.bot) == 1
    phone.shows("只对受邀的同志开放")
    phone.shows(f"您的编号是 {phone.person['id']}")
    await phone.presses_data("1:1:next")
    await phone.settles()
    assert len(phone.screen.bot) == 1
    stored = await everything(closed)
    for word in ("张三", "群众320", "还在吗", "改过的话", "mime_type"):
        assert word not in stored, word
    assert closed.store is not None
    (knock,) = await closed.store.read(access.knocks)
    assert (knock.person, knock.count) == (f"telegram:{phone.person['id']}", 6)

    yesterday = (datetime.now(UTC) - timedelta(hours=25)).isoformat()
    await closed.store.write(lambda db: db.execute("UPDATE knocks SET told_at = ?", (yesterday,)))
    await phone.says("第二天再来")
    await phone.waits_for(lambda screen: len(screen.bot) == 2)


async def test_an_id_in_the_settings_comes_in(
    api: BotApi, tmp_path: Path, shelf: Shelf, phone: Phone
) -> None:
    rules = Access(allowed=frozenset({f"telegram:{phone.person['id']}"}))
    program = Shuzhi(api, tmp_path / "shuzhi.db", shelf, rules)
    await program.starts()
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")
    other = api.phone(user_id=2002, first_name="李")
    await other.command("start")
    await other.waits_for(lambda screen: "只对受邀的同志开放" in screen.text)
    await program.stops()


async def test_an_administrator_lets_in_and_shuts_out(
    closed: Shuzhi, admin: Phone, phone: Phone, shelf: Shelf
) -> None:
    number = phone.person["id"]
    await phone.command("start")
    await phone.waits_for(lambda screen: "只对受邀的同志开放" in screen.text)
    await admin.command("people")
    await admin.waits_for(lambda screen: f"准许 {number}" in buttons(screen))
    admin.shows("等待开通的有1人")
    await presses(admin, f"准许 {number}")
    admin.shows(f"已为 {number} 开通")
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")

    await admin.command("people")
    used = f"· {number}\u3000消息1条（今天1条），报告1份，已生成0份"
    await admin.waits_for(lambda screen: used in screen.text)
    assert "张三" not in admin.card.text
    await presses(admin, f"停用 {number}")
    seen = len(phone.screen.bot)
    await phone.says("停用以后的话")
    await phone.waits_for(lambda screen: len(screen.bot) == seen + 1)
    assert "停用以后的话" not in await everything(closed)
    await admin.command("people")
    await admin.waits_for(lambda screen: f"· {number}\u3000来过1次" in screen.text)
    assert buttons(admin.screen).count(f"准许 {number}") == 1
    await presses(admin, f"准许 {number}")
    await says(phone, "又能用了")


async def test_an_ignored_request_is_off_the_list(closed: Shuzhi, admin: Phone, phone: Phone) -> None:
    await phone.command("start")
    await phone.waits_for(lambda screen: "只对受邀的同志开放" in screen.text)
    await admin.command("people")
    await admin.waits_for(lambda screen: "忽略" in buttons(screen))
    await presses(admin, "忽略")
    admin.shows("没有人等待开通")
    told = len(phone.screen.bot)
    await phone.command("start")
    await phone.settles()
    assert len(phone.screen.bot) == told  # one sentence a day, whatever is ignored
    await admin.command("people")
    await admin.waits_for(lambda screen: "来过1次" in screen.text)


async def invited(admin: Phone) -> str:
    """The secret of a fresh invitation."""
    await presses(admin, "生成邀请链接")
    link = next(word for word in admin.card.text.split("：") if word.startswith("https://t.me/"))
    return link.splitlines()[0].partition("?start=")[2]


async def test_an_invitation_lets_one_person_in_once(
    closed: Shuzhi, admin: Phone, api: BotApi, phone: Phone, shelf: Shelf
) -> None:
    secret = await invited(admin)
    assert closed.store is not None
    held = await closed.store.read(lambda db: db.execute("SELECT * FROM invitations").fetchall())
    assert secret not in str(held)
    await phone.says(f"/start {secret}")
    await phone.waits_for(lambda screen: screen.card is not None)
    await begins(phone, shelf.outlines["mayor"])
    second = api.phone(user_id=2002, first_name="李")
    await second.says(f"/start {secret}")
    await second.waits_for(lambda screen: "只对受邀的同志开放" in screen.text)
    await closed.restarts()
    await says(phone, "重启以后还能用")


@pytest.mark.parametrize("spoiled", ["expired", "withdrawn", "shut out", "misspelt"])
async def test_an_invitation_that_is_not_good(
    closed: Shuzhi, admin: Phone, phone: Phone, spoiled: str
) -> None:
    secret = await invited(admin)
    assert closed.store is not None
    match spoiled:
        case "expired":
            await closed.store.write(
                lambda db: db.execute("UPDATE invitations SET expires_at = '2020-01-01T00:00:00.000+00:00'")
            )
        case "withdrawn":
            assert await closed.store.write(lambda db: access.withdraw(db, 1))
        case "shut out":
            person = f"telegram:{phone.person['id']}"
            await closed.store.write(lambda db: access.decide(db, person, "out"))
        case _:
            secret = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    await phone.says(f"/start {secret}")
    await phone.waits_for(lambda screen: "只对受邀的同志开放" in screen.text)


async def test_nobody_else_is_an_administrator(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await phone.command("people")
    await phone.waits_for(lambda screen: "没有“people”这个命令" in screen.text)
    for forged in ("0:0:admit:2002", "0:0:revoke:2002", "0:0:invite", "0:0:dismiss:2002", "0:0:view:people"):
        await phone.presses_data(forged)
    await phone.settles()
    phone.shows_not("人员")
    assert shuzhi.store is not None
    assert await shuzhi.store.read(access.members) == []
    assert await shuzhi.store.read(access.invitations) == []


async def test_an_administrator_cannot_be_shut_out(closed: Shuzhi, admin: Phone) -> None:
    assert not any(str(ADMIN) in label for label in admin.card.labels)
    for forged in (f"0:0:revoke:{ADMIN}", "0:0:revoke:", "0:0:revoke:nobody"):
        await admin.presses_data(forged, admin.card.message_id)
    await admin.settles()
    assert closed.store is not None
    assert await closed.store.read(access.members) == []


async def test_groups_are_left_alone_and_not_stored(shuzhi: Shuzhi, phone: Phone) -> None:
    group = shuzhi.api.group("镇机关群", -500, 1001, "王")
    await group.says("群里说的话")
    await group.command("start")
    await group.settles()
    assert group.screen.bot == []
    assert "群里说的话" not in await everything(shuzhi)


async def test_a_day_has_its_limits_and_says_so(
    api: BotApi, tmp_path: Path, shelf: Shelf, phone: Phone
) -> None:
    rules = Access(everybody=True, allowance=Allowance(messages=2, drafts=1))
    program = Shuzhi(api, tmp_path / "shuzhi.db", shelf, rules)
    await program.starts()
    title = shelf.outlines["mayor"].title
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")
    first = await phone.says("县城关镇")
    await phone.waits_for(lambda screen: "县城关镇" in screen.text)
    await phone.says("第三条，不记")
    await phone.waits_for(lambda screen: "到了每天的上限" in screen.text)
    phone.shows("今天已收到您2条消息")
    await phone.edits(first, "改成别的")
    await phone.settles()
    assert program.store is not None
    kept = [event.text for event in await program.store.read(lambda db: drafts.events(db, 1))]
    assert kept == ["张三", "县城关镇"]
    await phone.command("new")
    await phone.waits_for(lambda screen: screen.card is not None and title in screen.card.labels)
    await presses(phone, title)
    phone.shows("今天已新建1份报告")
    assert len(await program.store.read(lambda db: drafts.of_person(db, person_id(1001)))) == 1
    other = api.phone(user_id=2002, first_name="李")
    await begins(other, shelf.outlines["mayor"])
    await says(other, "李四")
    await program.stops()
