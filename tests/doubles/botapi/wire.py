"""What travels on the wire: the parameters of a call, and the errors that answer it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from aiohttp import BodyPartReader, web

Json = dict[str, Any]

MAX_UPLOAD = 50 << 20


class ApiError(Exception):
    """A call that Telegram refuses: HTTP status, description and, for 429, the pause it asks for."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


class ConnectionCut(Exception):
    """The network went away under a call in progress: the client sees a closed connection."""


def bad(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def utf16(text: str) -> int:
    """Length as message entities count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True)
class Upload:
    name: str
    data: bytes
    mime: str


@dataclass
class Params:
    """The parameters of one call, whichever way they were sent: query, form, multipart or JSON body."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        found = re.match(r"\s*(-?\d+)", self.text(name))
        return int(found.group(1)) if found else default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        """The parsed value; None when absent. Clients send nested objects as JSON text."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def rows(self, name: str) -> Iterator[Json]:
        value = self.json(name)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise bad(f"expected an Array of objects as {name}")
        yield from cast(list[Json], value)


async def read_params(request: web.Request) -> Params:
    params = Params(dict(request.query))
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
        if not isinstance(body, dict):
            raise bad("JSON object expected")
        params.values.update(body)
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                await _read_part(params, part.name, part)
    elif request.method == "POST":
        params.values.update({name: str(value) for name, value in (await request.post()).items()})
    return params


async def _read_part(params: Params, name: str, part: BodyPartReader) -> None:
    data = bytes(await part.read())
    if part.filename is None:
        params.values[name] = data.decode()
        return
    if len(data) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    params.uploads[name] = Upload(part.filename, data, part.headers.get("Content-Type", ""))
