"""Reads from the environment, or from the YAML file it names, which providers there are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from bot.library.located import Fault, Faults, Located, read_located, validated

from .provider import Provider, Seals

OPENAI = "https://api.openai.com/v1"


def read_providers(variables: Mapping[str, str]) -> tuple[Provider, ...]:
    """
    The providers in SHUZHI_MODELS (a YAML file), else the one of SHUZHI_MODEL, OPENAI_BASE_URL and
    OPENAI_API_KEY; none if neither SHUZHI_MODELS nor SHUZHI_MODEL is set. Raises Faults with the file and
    line, or the variable, of everything wrong. No fault repeats a value that could be a key.
    """
    file = variables.get("SHUZHI_MODELS", "").strip()
    if file:
        return _from_file(Path(file), variables)
    model = variables.get("SHUZHI_MODEL", "").strip()
    return (_from_variables(model, variables),) if model else ()


def _base_url(value: str) -> str:
    parts = urlsplit(value.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must begin with http:// or https:// and name a server")
    try:
        _ = parts.port
    except ValueError:
        raise ValueError("the port must be a number up to 65535") from None
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("must hold no key, no user and nothing after ? or #")
    if parts.path.rstrip("/").endswith("/completions"):
        raise ValueError("leave out /chat/completions: it is added")
    return value.strip().rstrip("/")


def _variable(value: str) -> str:
    if not re.fullmatch(r"[A-Z_][A-Z0-9_]*", value):
        raise ValueError("must be the name of a variable, such as DEEPSEEK_API_KEY, never the key itself")
    return value


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: str = Field(min_length=1)
    base_url: Annotated[str, AfterValidator(_base_url)]
    model: str = Field(min_length=1)
    key_env: Annotated[str, AfterValidator(_variable)] | None = None
    concurrency: int = Field(default=4, ge=1, le=1000)
    price_input: Decimal = Field(default=Decimal(0), ge=0)
    price_output: Decimal = Field(default=Decimal(0), ge=0)
    max_tokens: int | None = Field(default=None, ge=1)
    seals: Seals = "sealed"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    providers: tuple[_Entry, ...] = Field(min_length=1)


def _from_file(path: Path, variables: Mapping[str, str]) -> tuple[Provider, ...]:
    located = read_located(path)
    entries = validated(_File, located).providers
    faults: list[Fault] = []
    found: list[Provider] = []
    for index, entry in enumerate(entries):
        if entry.name in (provider.name for provider in found):
            faults.append(_fault(located, index, "name", f"{entry.name} stands twice"))
        key = variables.get(entry.key_env, "").strip() if entry.key_env else ""
        if entry.key_env and not key:
            faults.append(_fault(located, index, "key_env", f"the variable {entry.key_env} is not set"))
        try:
            found.append(_provider(entry, key))
        except ValueError as problem:
            faults.append(_fault(located, index, "key_env", str(problem)))
    if faults:
        raise Faults(faults)
    return tuple(found)


def _provider(entry: _Entry, key: str) -> Provider:
    return Provider(
        name=entry.name,
        base_url=entry.base_url,
        model=entry.model,
        key=SecretStr(key),
        concurrency=entry.concurrency,
        price_input=entry.price_input,
        price_output=entry.price_output,
        max_tokens=entry.max_tokens,
        seals=entry.seals,
    )


def _fault(located: Located, index: int, key: str, message: str) -> Fault:
    file, line = located.place(("providers", index, key))
    return Fault(file, line, f"providers.{index}.{key}: {message}")


@dataclass(frozen=True, slots=True)
class VariableFault(Fault):
    """Something wrong with an environment variable; `file` is its name and there is no line."""

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


def _from_variables(model: str, variables: Mapping[str, str]) -> Provider:
    key = variables.get("OPENAI_API_KEY", "").strip()
    try:
        base_url = _base_url(variables.get("OPENAI_BASE_URL", "").strip() or OPENAI)
    except ValueError as problem:
        raise Faults([VariableFault(Path("OPENAI_BASE_URL"), 0, str(problem))]) from None
    try:
        return Provider(name="openai", base_url=base_url, model=model, key=SecretStr(key))
    except ValueError as problem:
        raise Faults([VariableFault(Path("OPENAI_API_KEY"), 0, str(problem))]) from None
