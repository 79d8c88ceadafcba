"""How a completion looks on the wire."""

import json
from collections.abc import Iterator

from .behaviour import Json, Says


def event(data: object) -> str:
    """One server-sent event, with Chinese unescaped as most servers send it."""
    return f"data: {data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)}\n\n"


def chunk(delta: Json | None, finish: str | None = None, **more: object) -> Json:
    """A chunk of a stream with one choice."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "choices": [choice], **more}


def usage(says: Says, request: Json) -> Json:
    """Tokens: a character is one, unless the behaviour says otherwise."""
    asked = sum(len(str(message.get("content") or "")) for message in request.get("messages", []))
    written = len(says.text) + len(says.reasoning)
    return says.usage or {
        "prompt_tokens": asked,
        "completion_tokens": written,
        "total_tokens": asked + written,
        "prompt_tokens_details": {"cached_tokens": 0},
    }


def stream(says: Says, request: Json, size: int) -> Iterator[str]:
    """The events of an answer; usage only if the call asks for it."""
    model = request.get("model")
    yield event(chunk({"role": "assistant", "content": ""}, model=model))
    for part in _parts(says.reasoning, size):
        yield event(chunk({says.reasoning_in: part}, model=model))
    for part in _parts(says.text, size):
        yield event(chunk({"content": part}, model=model))
    if says.finish is not None:
        yield event(chunk({}, says.finish, model=model))
    if (request.get("stream_options") or {}).get("include_usage"):
        yield event({**chunk(None, model=model), "choices": [], "usage": usage(says, request)})
    if says.done:
        yield event("[DONE]")


def completion(says: Says, request: Json) -> Json:
    """The answer in one piece."""
    message = {"role": "assistant", "content": says.text}
    if says.reasoning:
        message[says.reasoning_in] = says.reasoning
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": request.get("model"),
        "choices": [{"index": 0, "message": message, "finish_reason": says.finish}],
        "usage": usage(says, request),
    }


def _parts(text: str, size: int) -> Iterator[str]:
    for start in range(0, len(text), size):
        yield text[start : start + size]
