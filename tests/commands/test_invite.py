"""`shuzhi invite`: links that let one person in, and their end."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings
from storage import Store, access
from tests.commands.running import refused, run
from tests.doubles import threaded_bot_api


def test_a_link_carries_the_bots_name_and_can_be_withdrawn() -> None:
    with threaded_bot_api() as server:
        office = {"TELEGRAM_BOT_TOKEN": server.api.token, "TELEGRAM_API_URL": server.api.base_url[:-4]}
        made = run("invite", "--days", 2, "--db", "a.db", **office)
        other = run("invite", "--db", "a.db", **office | {"TELEGRAM_BOT_TOKEN": "123456:" + "A" * 35})
    assert "does not accept TELEGRAM_BOT_TOKEN" in other.stderr
    found = re.fullmatch(r"https://t\.me/\w+\?start=([\w-]{32})\n", made.stdout)
    assert found
    assert "for one person, until 2" in made.stderr
    assert found.group(1).encode() not in Path("a.db").read_bytes()
    assert run("invite", "--list", "--db", "a.db").output.startswith("1\topen\t")
    assert "worthless now" in run("invite", "--withdraw", 1, "--db", "a.db").output
    assert run("invite", "--list", "--db", "a.db").output.startswith("1\twithdrawn\t")
    assert "no open invitation 1" in refused("invite", "--withdraw", 1, "--db", "a.db")
    store = Store(Path("a.db"))
    assert not store.write_now(lambda db: access.redeem(db, found.group(1), "telegram:5"))
    store.close()


def test_what_an_invitation_needs() -> None:
    Store(Path("a.db")).close()
    assert "there are no invitations" in run("invite", "--list", "--db", "a.db").output
    assert "need TELEGRAM_BOT_TOKEN" in refused("invite", "--db", "a.db")
    nowhere = {"TELEGRAM_BOT_TOKEN": "123456:" + "A" * 35, "TELEGRAM_API_URL": "http://127.0.0.1:9"}
    assert "cannot be reached" in run("invite", "--db", "a.db", **nowhere).stderr


@pytest.mark.parametrize(
    ("written", "read"), [("", []), ("1001", ["1001"]), (" 1001 ，1002,", ["1001", "1002"]), ("*", [])]
)
def test_ids_are_read_from_the_settings(
    monkeypatch: pytest.MonkeyPatch, written: str, read: list[str]
) -> None:
    monkeypatch.setenv("SHUZHI_ALLOWED", written)
    assert sorted(Settings().allowed) == read
    assert Settings().open_to_all == (written == "*")


@pytest.mark.parametrize(("name", "wrong"), [("SHUZHI_ALLOWED", "@zhang"), ("SHUZHI_ADMINS", "*")])
def test_ids_that_are_none_are_named(name: str, wrong: str) -> None:
    assert f"{wrong} is no Telegram id" in run("outlines", **{name: wrong}).stderr
