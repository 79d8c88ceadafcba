"""What the tests of this room say often."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from decimal import Decimal
from typing import Any, Protocol

import pytest
from pydantic import SecretStr

from bot.models import Completion, Message, Models, NoModel, Outcome, Patience, Provider

from ..doubles.modelserver import ModelServer

KEY = "sk-f1f2f3f4f5f6-this-key-is-secret"
PROMPT = (
    Message("system", "你替一位乡镇干部写述职报告，只写他说过的事。"),
    Message("user", "今年修通了村里的断头路，老百姓出行方便多了。马小军说好。"),
)
QUICK = Patience(
    connect=1.0, first_token=4.0, between_tokens=4.0, after_finish=0.2, backoff=0.005, longest_wait=0.5
)


class Opens(Protocol):
    def __call__(self, *providers: Provider, **patience: Any) -> Models: ...


def opened(stack: AsyncExitStack, *providers: Provider, **patience: Any) -> Models:
    models = Models(providers, replace(QUICK, **patience))
    stack.push_async_callback(models.close)
    return models


def provider_of(server: ModelServer, name: str = "first", **more: Any) -> Provider:
    given = {
        "base_url": server.base_url,
        "model": "test-model",
        "key": SecretStr(KEY),
        "price_input": Decimal(2),
        "price_output": Decimal(8),
        **more,
    }
    return Provider(name=name, **given)


async def ask(
    models: Models,
    *,
    max_tokens: int = 800,
    deadline_seconds: float = 5.0,
    on_text: Callable[[str], None] | None = None,
    on_restart: Callable[[], None] | None = None,
) -> Completion:
    return await models.complete(
        PROMPT,
        max_tokens=max_tokens,
        temperature=0.3,
        deadline_seconds=deadline_seconds,
        on_text=on_text,
        on_restart=on_restart,
    )


async def fails(models: Models, *outcomes: Outcome, **how: Any) -> NoModel:
    """The models give no text, after exactly these outcomes."""
    with pytest.raises(NoModel) as caught:
        await ask(models, **how)
    assert [attempt.outcome for attempt in caught.value.attempts] == list(outcomes), str(caught.value)
    return caught.value


def outcomes(completion: Completion) -> list[Outcome]:
    return [attempt.outcome for attempt in completion.attempts]
