"""Commands speak the language of the terminal."""

import pytest

from bot.commands.language import speaks_chinese, told


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
    ],
)
def test_the_locale_decides(environment: dict[str, str], chinese: bool) -> None:
    assert speaks_chinese(environment) is chinese


def test_a_fault_in_an_outline_is_told_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert told("a/b.yaml:7: sections.0.key: Field required") == "a/b.yaml:7：sections.0.key：缺少这一项"
    assert told("shuzhi: cannot write /x/y.db: disk full") == "述职：写不了 /x/y.db：disk full"
    assert told("something nobody has translated") == "something nobody has translated"


def test_without_a_chinese_locale_messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert told("the file is empty") == "the file is empty"
