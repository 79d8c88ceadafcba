"""Providers from the environment or from a file, and what is said when something is wrong there."""

from decimal import Decimal
from pathlib import Path

import pytest

from bot.library.located import Faults
from bot.models.configuration import read_providers

FILE = """\
providers:
  - name: deepseek
    base_url: https://api.deepseek.com/v1/
    key_env: DEEPSEEK_API_KEY
    model: deepseek-chat
    concurrency: 8
    price_input: 2
    price_output: 8.5
    max_tokens: 8000
  - name: local
    base_url: http://127.0.0.1:8000/v1
    model: qwen
    seals: visible
"""
KEYS = {"DEEPSEEK_API_KEY": " sk-deep\n"}


def written(folder: Path, text: str) -> dict[str, str]:
    file = folder / "models.yaml"
    file.write_text(text, "utf-8")
    return {**KEYS, "SHUZHI_MODELS": str(file), "SHUZHI_MODEL": "ignored"}


def test_a_file_lists_the_providers_in_order(tmp_path: Path) -> None:
    deepseek, local = read_providers(written(tmp_path, FILE))
    assert (deepseek.name, deepseek.model) == ("deepseek", "deepseek-chat")
    assert deepseek.address == "https://api.deepseek.com/v1/chat/completions"
    assert deepseek.key.get_secret_value() == "sk-deep"
    assert (deepseek.concurrency, deepseek.max_tokens, deepseek.seals) == (8, 8000, "sealed")
    assert deepseek.cost(1_000_000, 2_000_000) == Decimal("19")
    assert (local.key.get_secret_value(), local.max_tokens, local.seals) == ("", None, "visible")
    assert local.on_this_machine
    assert not deepseek.on_this_machine


def test_three_variables_are_enough() -> None:
    (provider,) = read_providers(
        {"SHUZHI_MODEL": "m", "OPENAI_BASE_URL": "http://localhost:1/v1", "OPENAI_API_KEY": "sk-x"}
    )
    assert (provider.model, provider.base_url) == ("m", "http://localhost:1/v1")
    assert provider.key.get_secret_value() == "sk-x"


def test_without_a_model_there_is_none_and_without_an_address_it_is_openai() -> None:
    assert read_providers({"OPENAI_API_KEY": "sk-x", "SHUZHI_MODEL": " "}) == ()
    (provider,) = read_providers({"OPENAI_API_KEY": "sk-x", "SHUZHI_MODEL": "m"})
    assert provider.base_url == "https://api.openai.com/v1"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("seals: visible", "seal: visible", 13, "seal: Extra inputs are not permitted"),
        ("    model: qwen\n", "", 10, "model: Field required"),
        ("concurrency: 8", "concurrency: 0", 6, "greater than or equal to 1"),
        ("seals: visible", "seals: open", 13, "'sealed' or 'visible'"),
        ("https://api.deepseek.com/v1/", "api.deepseek.com", 3, "must begin with http:// or https://"),
        ("deepseek.com/v1/", "deepseek.com:port", 3, "the port must be a number"),
        ("/v1/", "/v1/chat/completions", 3, "leave out /chat/completions"),
        ("DEEPSEEK_API_KEY", "OTHER_KEY", 4, "the variable OTHER_KEY is not set"),
        ("name: local", "name: deepseek", 10, "deepseek stands twice"),
        ("price_input: 2", "price_input: -2", 7, "greater than or equal to 0"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    with pytest.raises(Faults) as caught:
        read_providers(written(tmp_path, FILE.replace(old, new)))
    (fault,) = caught.value.faults
    assert fault.line == line
    assert says in str(fault)
    assert str(fault).startswith(f"{tmp_path / 'models.yaml'}:{line}: ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DEEPSEEK_API_KEY", "sk-a-real-key-by-mistake"),
        ("https://api", "https://sk-a-real-key-by-mistake@api"),
        ("/v1/", "/v1?key=sk-a-real-key-by-mistake"),
    ],
)
def test_a_key_in_the_wrong_place_is_not_repeated(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(Faults) as caught:
        read_providers(written(tmp_path, FILE.replace(old, new)))
    assert "mistake" not in str(caught.value)
    assert "mistake" not in repr(caught.value.__cause__)


def test_a_key_that_cannot_be_one_is_told_without_it(tmp_path: Path) -> None:
    variables = written(tmp_path, FILE) | {"DEEPSEEK_API_KEY": "sk-钥匙"}
    with pytest.raises(Faults, match=r"models.yaml:4: .*no key has") as caught:
        read_providers(variables)
    assert "钥匙" not in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "value"), [("OPENAI_BASE_URL", "localhost:1"), ("OPENAI_API_KEY", "sk-钥匙")]
)
def test_a_mistake_in_a_variable_is_told_with_its_name(variable: str, value: str) -> None:
    with pytest.raises(Faults) as caught:
        read_providers({"SHUZHI_MODEL": "m", variable: value})
    assert str(caught.value).startswith(f"{variable}: ")
    assert "钥匙" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="No such file"):
        read_providers({"SHUZHI_MODELS": str(tmp_path / "none.yaml")})
