"""Keys and prompts stay out of logs, errors and reprs; other providers' keys stay at home."""

import asyncio
import io
import logging
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from pydantic import SecretStr

from bot.models import Models, NoModel, Outcome, Provider, quiet_logging
from bot.models.quiet import TALKATIVE

from ..doubles.modelserver import CUT, Fails, ModelServer, Raw, Says
from ..doubles.modelserver.behaviour import Behaviour
from ..doubles.modelserver.wording import event
from .office import KEY, PROMPT, QUICK, Opens, ask, provider_of


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


ECHO = f"{PROMPT[0].content} {PROMPT[1].content} Authorization: Bearer {KEY}, Ma Xiaojun"
ECHOES = (
    Fails(500, {"message": ECHO}),
    Fails(500, ECHO),
    Fails(400, {"message": ECHO, "code": ECHO, "type": "马小军", "param": "Ma Xiaojun"}),
    Fails(401, {"message": ECHO, "code": "sk-f1f2f3"}),
    Fails(404, body={"detail": ECHO}),
    Fails(422, body={"detail": [{"loc": ["body", ECHO], "msg": ECHO, "input": ECHO}]}),
    Fails(429, {"message": ECHO}),
    Fails(502, body=f"<html>{ECHO}</html>"),
    Fails(301, body=ECHO, headers={"Location": f"https://elsewhere/?q=Ma%20Xiaojun&key={KEY}"}),
    Raw((event({"error": {"message": ECHO, "code": ECHO}}),)),
    Raw((f"data: {ECHO}\n\n",)),
    Raw((f"<html>{ECHO}</html>",), content_type="text/html"),
    Says("一年来", finish=f"content_filter: {ECHO}"),
    Says("一年来", finish=ECHO),
    Raw(("HTTP/9 Ma Xiaojun", CUT)),
)


@pytest.mark.parametrize("echo", ECHOES, ids=lambda echo: str(echo)[:40].replace(KEY, "…"))
async def test_a_server_that_repeats_the_request_in_its_error_brings_no_word_of_it_anywhere(
    models: Models, server: ModelServer, everything_logged: io.StringIO, echo: Behaviour
) -> None:
    """Neither into the log at DEBUG nor into the error: we speak English, so Chinese would be theirs."""
    quiet_logging()
    server.script([echo] * 8)
    with pytest.raises(NoModel) as caught:
        await ask(models)
    page = "".join(traceback.format_exception(caught.value)) + repr(caught.value.attempts)
    logged = everything_logged.getvalue()
    assert str(caught.value.attempts[0]) in logged
    assert not re.search("[\u4e00-\u9fff]", logged + page)
    for secret in (KEY, KEY[:9], KEY[3:20], "Bearer", "Xiaojun", "chat/completions?"):
        assert secret not in logged + page
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


async def test_the_kind_of_an_error_is_told_by_its_known_name(models: Models, server: ModelServer) -> None:
    server.script([Fails(400, {"message": ECHO, "code": "context_length_exceeded"})])
    with pytest.raises(NoModel) as caught:
        await ask(models)
    assert str(caught.value) == "first: rejected (HTTP 400, context_length_exceeded)"


def test_an_address_is_told_without_a_password_and_a_query() -> None:
    provider = Provider("p", "https://me:word@models.example:8443/v1/?key=word", "m")
    assert provider.address == "https://models.example:8443/v1/chat/completions"


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


def test_patience_is_not_a_secret() -> None:
    assert QUICK.pause(0) <= 1.5 * QUICK.backoff
    assert 2 * QUICK.backoff <= QUICK.pause(1) <= 3 * QUICK.backoff
