"""Settings as people write them; what is wrong with one is said in words, with its name."""

import os
import re
from pathlib import Path
from shutil import copytree

import pytest

from bot.library.shelf import SHIPPED
from tests.commands.running import refused, run

WRONG = [
    ("SHUZHI_LOG", "LOUD", "must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ("SHUZHI_KEEP_DAYS", "a year", "must be a whole number"),
    ("SHUZHI_KEEP_DAYS", "5", "must be 14 or more"),
    ("SHUZHI_DAILY_MONEY", "五元", "must be a number"),
    ("SHUZHI_KEEP_AUDIO", "perhaps", "must be true or false"),
    ("SHUZHI_HEALTH", "9100", "must be HOST:PORT, such as 127.0.0.1:9100, with a port up to 65535"),
    (
        "SHUZHI_HEALTH",
        "127.0.0.1:99999",
        "must be HOST:PORT, such as 127.0.0.1:9100, with a port up to 65535",
    ),
    ("TELEGRAM_API_URL", "banana", "must begin with http:// or https:// and name a server"),
    ("SHUZHI_VOICE_URL", "http://127.0.0.1:80000/v1", "the port must be a number up to 65535"),
    ("SHUZHI_WEBHOOK_URL", "http://a.example", "must begin with https://: Telegram pushes to nothing else"),
]


def said_of(name: str, value: str, **env: str) -> str:
    """What stands on standard error where the setting has this value."""
    result = run("chat", "--db", "a.db", **env, **{name: value})
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str, said: str) -> None:
    assert said_of(name, value) == f"shuzhi: {name}: {said}\n"


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_it_is_named_in_chinese_too(name: str, value: str, said: str) -> None:
    told = said_of(name, value, LC_ALL="zh_CN.UTF-8")
    assert told.startswith(f"述职：{name}：")
    assert "must" not in told, said


def test_several_wrong_settings_are_told_at_once() -> None:
    said = refused("outlines", SHUZHI_LOG="LOUD", SHUZHI_KEEP_DAYS="5")
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize("at", ["127.0.0.1:9100", "[::1]:9100", ":9100", "bot.internal:9100"])
def test_where_to_listen_may_be_written_in_many_ways(at: str) -> None:
    assert run("outlines", SHUZHI_HEALTH=at).exit_code == 0


def test_a_self_hosted_server_may_push_without_tls() -> None:
    own = {"TELEGRAM_API_URL": "http://10.0.0.5:8081", "SHUZHI_WEBHOOK_URL": "http://10.0.0.6:8443/push"}
    assert run("outlines", **own).exit_code == 0


def test_a_setting_that_is_blank_is_not_set() -> None:
    assert run("chat", SHUZHI_DB="  ", SHUZHI_KEY=" ", SHUZHI_KEEP_DAYS=" ").exit_code == 0
    assert Path("data/shuzhi.db").exists()
    in_chinese = run("chat", LANG="zh_CN.UTF-8").stderr
    assert in_chinese == "述职：没有设置 SHUZHI_KEY，大家说的话会以明文保存（见 shuzhi key）\n"


def test_a_line_of_the_file_that_is_no_setting_is_named() -> None:
    Path(".env").write_text("SHUZHI_KEEP_DAYS=20\nSHUZHI_LOG＝INFO\n", "utf-8")
    assert refused("outlines") == ".env:2: a line is NAME=value, or begins with #\n"
    assert "每行写成" in refused("outlines", LANG="zh_CN.UTF-8")


def test_a_misspelt_name_is_pointed_at() -> None:
    Path(".env").write_text("SHUZHI_ADMIN=1001\nSHUZHI_COUNTY_API_KEY=sk-x\n", "utf-8")
    result = run("outlines")
    assert result.stderr == "shuzhi: there is no setting SHUZHI_ADMIN: SHUZHI_ADMINS is meant?\n"
    assert result.exit_code == 0
    assert "SHUZHI_BANANA\n" in run("outlines", SHUZHI_BANANA="1").stderr


def test_every_setting_of_the_example_is_one() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text("utf-8")
    Path(".env").write_text(re.sub(r"(?m)^(SHUZHI_\w+)=$", r"\1= ", example), "utf-8")
    assert run("outlines").stderr == ""


def test_an_address_without_a_model_is_pointed_at() -> None:
    said = run("chat", "--db", "a.db", OPENAI_BASE_URL="http://127.0.0.1:8000/v1").stderr
    assert "OPENAI_BASE_URL is set without SHUZHI_MODEL: no model is asked" in said


def test_a_proxy_may_stand_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "")
    monkeypatch.delenv("HTTPS_PROXY")
    Path(".env").write_text("HTTPS_PROXY=http://127.0.0.1:7890\n", "utf-8")
    run("outlines")
    assert os.environ["HTTPS_PROXY"] == "http://127.0.0.1:7890"


def test_a_key_file_may_come_from_any_editor() -> None:
    key = run("key").stdout.strip()
    Path("k").write_bytes(f"\ufeff{key}\r\n".encode())
    assert run("chat", "--db", "a.db", SHUZHI_KEY_FILE="k").exit_code == 0
    assert run("doctor", "--db", "a.db", SHUZHI_KEY=key).exit_code == 0


def test_a_key_file_that_cannot_be_read_is_named_with_its_setting() -> None:
    Path("folder").mkdir()
    assert "SHUZHI_KEY_FILE: k: No such file" in refused("chat", "--db", "a.db", SHUZHI_KEY_FILE="k")
    assert "SHUZHI_KEY_FILE: folder: Is a directory" in refused("chat", SHUZHI_KEY_FILE="folder")
    assert "a key is 32 bytes in base64" in refused("chat", SHUZHI_KEY="c2hvcnQ=")


def test_prompts_that_no_model_can_be_given_are_named_at_the_start() -> None:
    copytree(SHIPPED, "prompts")
    with Path("prompts/writing/section.md.j2").open("a", encoding="utf-8") as template:
        template.write("{% if %}")
    own = {"SHUZHI_PROMPTS": "prompts", "SHUZHI_DB": "a.db"}
    model = {"SHUZHI_MODEL": "m", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    result = run("chat", **own, **model)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("prompts/writing:1: section.md.j2: ")
    assert run("chat", **own).exit_code == 0
