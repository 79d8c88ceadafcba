"""A scripted server, a second one to fall back on, and models that ask them with little patience."""

import importlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.models import Models

from ..doubles.modelserver import ModelServer, model_server
from .office import Opens, provider_of
from .office import opened as opened_at


@pytest.fixture(scope="session", autouse=True)
def _library_loaded() -> None:
    """Loading it takes most of a second, which tests with short deadlines do not have."""
    importlib.import_module("openai.resources.chat")


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        yield running


@pytest.fixture
async def second() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answers(lambda _: "第二家写的。")
        yield running


@pytest.fixture
async def opened() -> AsyncIterator[Opens]:
    """Opens models that are closed at the end of the test."""
    async with AsyncExitStack() as stack:
        yield lambda *providers, **patience: opened_at(stack, *providers, **patience)


@pytest.fixture
def models(opened: Opens, server: ModelServer) -> Models:
    return opened(provider_of(server))


@pytest.fixture
def both(opened: Opens, server: ModelServer, second: ModelServer) -> Models:
    return opened(provider_of(server, "first"), provider_of(second, "second"))
