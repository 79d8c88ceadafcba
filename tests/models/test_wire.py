"""The small readers, at every place where a packet or a chunk may be split."""

from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.failure import Failure
from bot.models.sse import MOST_BYTES, Document, Event, pieces
from bot.models.told import told
from bot.models.verdict import verdict
from bot.models.visible import Visible


async def read(body: bytes, size: int) -> list[Event | Document]:
    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(body), size):
            yield body[start : start + size]

    return [piece async for piece in pieces(chunks())]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
async def test_events_are_the_same_however_they_are_split(end: str, size: int) -> None:
    lines = [
        ": hello",
        "",
        "event: x",
        "id: 1",
        "data: 一\u2028",
        "data:二",
        "odd: 1",
        "",
        "",
        "data: 三",
        "",
    ]
    assert await read(end.join([*lines, ""]).encode(), size) == [Event("一\u2028\n二"), Event("三")]


@pytest.mark.parametrize("end", ["", "\n", "\r"])
async def test_the_last_event_counts_without_its_blank_line(end: str) -> None:
    assert await read(f"data: [DONE]{end}".encode(), 3) == [Event("[DONE]")]


@pytest.mark.parametrize("size", [1, 7, 1000])
async def test_anything_else_is_one_document(size: int) -> None:
    assert await read(b'\n\n{\n"data": 1\n\n}', size) == [Document('{\n"data": 1\n\n}')]


@pytest.mark.parametrize(
    "body", [b"data: " + b"x" * MOST_BYTES, b"data: x\n" * (MOST_BYTES // 7), b"<p>\n" * (MOST_BYTES // 3)]
)
async def test_no_body_fills_the_memory(body: bytes) -> None:
    with pytest.raises(Failure, match="more than"):
        await read(body, 1 << 20)


@given(
    text=st.lists(
        st.sampled_from(["<think>想</think>", "<think>", "</think>", "<", "</th", "think>", "好", " ", "\n"]),
        max_size=12,
    ),
    cuts=st.lists(st.integers(0, 60), max_size=12),
)
def test_text_and_reasoning_are_told_apart_however_they_are_split(text: list[str], cuts: list[int]) -> None:
    whole = "".join(text)
    at_once, shown = Visible(None, None), list[str]()
    in_parts = Visible(shown.append, shown.clear)
    at_once.take(whole)
    at_once.end()
    edges = [0, *sorted(cut for cut in cuts if cut < len(whole)), len(whole)]
    for start, end in pairwise(edges):
        in_parts.take(whole[start:end])
    in_parts.end()
    assert in_parts.text == at_once.text == "".join(shown).strip()
    assert "想" not in in_parts.text


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "a", "code": 7}}, "a"),
        ({"error": "a"}, "a"),
        ({"message": "a"}, "a"),
        ({"detail": "a"}, "a"),
        ({"detail": [{"loc": ["body", "x"], "msg": "a", "input": "secret"}]}, "x: a"),
        ({"object": "Error", "message": [{"loc": None, "msg": "a"}, "odd"]}, ": a"),
        ({"error": None}, ""),
        ({"error": {"message": ["odd"], "code": True}}, ""),
        ({"error": {"message": {"deep": 1}}}, ""),
        (["odd"], ""),
        (None, ""),
        ("<html>", ""),
    ],
)
def test_an_error_is_found_in_every_shape(body: object, message: str) -> None:
    assert told(body).message == message


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "2"}, 2.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "300", "retry-after": "9"}, 0.3),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-3"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    assert verdict(429, None, headers, address="").retry_after == seconds
