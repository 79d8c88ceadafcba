"""Keys and prompts stay out of logs, errors and reprs; other providers' keys stay at home."""

import asyncio
import io
import logging
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from pydantic import SecretStr

from bot.models import Message, Models, NoModel, Outcome, Provider, quiet_logging
from bot.models.quiet import TALKATIVE
from bot.models.scrubbing import LONGEST, scrubbed

from ..doubles.modelserver import Fails, ModelServer, Says
from .office import KEY, PROMPT, QUICK, Opens, ask, provider_of

SECRETS = (KEY, KEY[3:20], PROMPT[0].content[:8], PROMPT[1].content[:8])


@pytest.fixture
def everything_logged() -> Iterator[io.StringIO]:
    """The root logger at DEBUG, and the levels of the libraries as they were afterwards."""
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.NOTSET)
    root, page = logging.getLogger(), io.StringIO()
    writer, level = logging.StreamHandler(page), root.level
    root.addHandler(writer)
    root.setLevel(logging.DEBUG)
    yield page
    root.removeHandler(writer)
    root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(levels[name])


async def test_at_debug_no_log_holds_key_prompt_or_address(
    models: Models, server: ModelServer, everything_logged: io.StringIO
) -> None:
    quiet_logging()
    echo = {"message": f"Bad request: {PROMPT[1].content} with {KEY}"}
    server.script([Fails(500, echo), Says("好。"), Fails(400, echo)])
    await ask(models)
    with pytest.raises(NoModel):
        await ask(models)
    logged = everything_logged.getvalue()
    assert "first: failing" in logged
    assert "chat/completions" not in logged
    for secret in SECRETS:
        assert secret not in logged


async def test_openai_log_in_the_environment_does_not_undo_it() -> None:
    """Importing openai with OPENAI_LOG=debug sets its logger to DEBUG; the client sets it back."""
    program = (
        "import logging, bot.models as m, bot.models.connection as c;"
        "m.quiet_logging();"
        "c.open_client(m.Provider('p', 'http://127.0.0.1:9/v1', 'm'), m.Patience());"
        "print(logging.getLogger('openai').level)"
    )
    run = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"OPENAI_LOG": "debug", "PATH": ""},
    )
    assert run.stdout.strip() == str(logging.WARNING)


async def test_the_package_is_light_until_the_first_question() -> None:
    program = "import sys, bot.models; print('openai' in sys.modules, 'httpx2' in sys.modules)"
    run = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "False"]


async def test_an_error_holds_no_key_and_no_prompt_even_if_the_server_repeats_them(
    models: Models, server: ModelServer
) -> None:
    said = f"{PROMPT[0].content} {PROMPT[1].content} Authorization: Bearer {KEY}, sk-abcd****wxyz"
    server.script([Fails(401, {"message": said})])
    with pytest.raises(NoModel) as caught:
        await ask(models)
    page = "".join(traceback.format_exception(caught.value)) + repr(caught.value.attempts)
    for secret in (*SECRETS, "wxyz", "只写他说过"):
        assert secret not in page
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_no_repr_and_no_saved_value_holds_the_key() -> None:
    provider = Provider("p", "http://127.0.0.1/v1", "m", SecretStr(KEY))
    models = Models([provider])
    assert KEY not in f"{provider!r} {provider} {models!r} {models.providers!r} {asdict(provider)!r}"
    assert repr(models) == "Models(p)"


@pytest.mark.parametrize("key", ["sk-two words", "sk-钥匙", "sk-line\nbreak"])
def test_a_key_that_could_be_no_header_is_refused_unspoken(key: str) -> None:
    with pytest.raises(ValueError, match="a character that no key has") as caught:
        Provider("p", "http://127.0.0.1/v1", "m", SecretStr(key))
    assert key not in str(caught.value)


async def test_keys_and_accounts_of_the_environment_go_to_nobody_else(
    opened: Opens, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-the-environment")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin-of-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-the-environment")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-the-environment")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer sk-header-of-the-environment")
    await ask(opened(provider_of(server)))
    await ask(opened(provider_of(server, key=SecretStr(""))))
    assert [asked.key for asked in server.asked] == [KEY, "none"]
    for asked in server.asked:
        assert "environment" not in str(asked.headers)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_proxies_are_not_used_for_this_machine(
    opened: Opens, server: ModelServer, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert (await ask(opened(provider_of(server, base_url=server.base_url.replace("127.0.0.1", host))))).text


async def test_a_proxy_that_cannot_be_used_is_told(
    opened: Opens, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://user:word@127.0.0.1:9")
    with pytest.raises(NoModel) as caught:
        await ask(opened(provider_of(server, base_url="http://models.example/v1")))
    (attempt,) = caught.value.attempts
    assert attempt.outcome is Outcome.WRONG_ADDRESS
    assert "a proxy in the environment" in attempt.detail
    assert "word" not in attempt.detail


def test_what_is_scrubbed_is_one_short_line() -> None:
    line = scrubbed("a\nb\t" + "x y " * 500, SecretStr(""), [])
    assert line.startswith("a b x y")
    assert len(line) == LONGEST


def test_short_words_in_common_with_the_prompt_stay() -> None:
    prompt = [Message("user", "max_tok").content]
    assert scrubbed("max_tok is too large", SecretStr("k"), prompt) == "max_tok is too large"


def test_patience_is_not_a_secret() -> None:
    assert QUICK.pause(0) <= 1.5 * QUICK.backoff
    assert 2 * QUICK.backoff <= QUICK.pause(1) <= 3 * QUICK.backoff
