"""Settings, from the environment and from a file .env in the working folder."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.variables import variables

TELEGRAM = "https://api.telegram.org"
MODELS = ("SHUZHI_MODEL", "SHUZHI_MODELS")
"""Read where the models are."""
EVERYBODY = "*"
_ADDRESS = re.compile(r"(?:\[[0-9A-Fa-f:]+\]|[^:\s]*):(\d{1,5})")
_LAST_PORT = 65535


class Settings(BaseSettings):
    """What can be configured; .env.example says what each does and what happens without it."""

    model_config = SettingsConfigDict(extra="ignore", validate_default=False)

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM
    shuzhi_db: Path = Path("data/shuzhi.db")
    shuzhi_prompts: Path | None = None
    shuzhi_out: Path = Path("out")
    shuzhi_key: SecretStr | None = None
    shuzhi_key_file: Path | None = None
    shuzhi_health: str = ""
    shuzhi_webhook_url: str = ""
    shuzhi_webhook_listen: str = "127.0.0.1:8443"
    shuzhi_daily_calls_per_person: int | None = Field(default=None, ge=0)
    shuzhi_daily_tokens_per_person: int | None = Field(default=None, ge=0)
    shuzhi_daily_tokens: int | None = Field(default=None, ge=0)
    shuzhi_daily_money_per_person: Decimal | None = Field(default=None, ge=0)
    shuzhi_daily_money: Decimal | None = Field(default=None, ge=0)
    shuzhi_daily_messages_per_person: int | None = Field(default=None, ge=1)
    shuzhi_daily_voice_minutes_per_person: int | None = Field(default=None, ge=1)
    shuzhi_daily_drafts_per_person: int | None = Field(default=None, ge=1)
    shuzhi_keep_days: int | None = Field(default=None, ge=14)
    shuzhi_backup_days: int | None = Field(default=None, ge=0)
    shuzhi_allowed: str = ""
    shuzhi_admins: str = ""
    shuzhi_voice_url: str = ""
    shuzhi_voice_key: SecretStr | None = None
    shuzhi_voice_model: str = "whisper-1"
    shuzhi_keep_audio: bool = False
    shuzhi_model_asks: bool = True
    shuzhi_log_format: Literal["text", "json"] = "text"
    shuzhi_log: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's signature
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """From `variables` alone, whatever the case of their names."""
        said: dict[str, Any] = {name.lower(): value for name, value in variables().items()}
        return init_settings, InitSettingsSource(settings_cls, said)

    @field_validator("shuzhi_allowed", "shuzhi_admins")
    @classmethod
    def _ids(cls, written: str, info: ValidationInfo) -> str:
        if written.strip() == EVERYBODY and info.field_name == "shuzhi_allowed":
            return EVERYBODY
        if wrong := [name for name in _listed(written) if not name.isdecimal()]:
            raise ValueError(f"{wrong[0]} is no Telegram id; write numbers with commas between them")
        return ",".join(_listed(written))

    @field_validator("telegram_api_url", "shuzhi_webhook_url", "shuzhi_voice_url")
    @classmethod
    def _server(cls, written: str, info: ValidationInfo) -> str:
        parts = urlsplit(written)
        if parts.scheme not in ("http", "https") or not parts.hostname or " " in written:
            raise ValueError("must begin with http:// or https:// and name a server")
        try:
            _ = parts.port
        except ValueError:
            raise ValueError(f"the port must be a number up to {_LAST_PORT}") from None
        pushed_by_telegram = info.field_name == "shuzhi_webhook_url" and (
            str(info.data.get("telegram_api_url")).rstrip("/") == TELEGRAM
        )
        if pushed_by_telegram and parts.scheme != "https":
            raise ValueError("must begin with https://: Telegram pushes to nothing else")
        return written

    @field_validator("shuzhi_health", "shuzhi_webhook_listen")
    @classmethod
    def _listened_at(cls, written: str) -> str:
        found = _ADDRESS.fullmatch(written)
        if found is None or int(found.group(1)) > _LAST_PORT:
            raise ValueError(f"must be HOST:PORT, such as 127.0.0.1:9100, with a port up to {_LAST_PORT}")
        return written

    @property
    def open_to_all(self) -> bool:
        """Whether anybody may use the bot."""
        return self.shuzhi_allowed == EVERYBODY

    @property
    def allowed(self) -> frozenset[str]:
        """The Telegram ids that may use the bot."""
        return frozenset() if self.open_to_all else frozenset(_listed(self.shuzhi_allowed))

    @property
    def admins(self) -> frozenset[str]:
        """The Telegram ids of the administrators."""
        return frozenset(_listed(self.shuzhi_admins))

    @property
    def token(self) -> str:
        """The bot's token; empty if there is none."""
        return self.telegram_bot_token.get_secret_value().strip() if self.telegram_bot_token else ""


def _listed(ids: str) -> list[str]:
    return [name.strip() for name in ids.replace("，", ",").split(",") if name.strip()]


def unknown(said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names that look like settings and are none, each with the setting that is nearest, or ""."""
    known = [name.upper() for name in Settings.model_fields] + list(MODELS)
    for name in said:
        looks_like_one = name.upper().startswith(("SHUZHI_", "TELEGRAM_")) and not name.endswith("_API_KEY")
        if looks_like_one and name.upper() not in known:
            yield name, next(iter(get_close_matches(name.upper(), known, 1, 0.8)), "")
