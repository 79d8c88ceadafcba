"""Settings, from the environment and from a file .env in the working folder."""

from decimal import Decimal
from pathlib import Path

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ADDRESS = r"^([^:\s]*:\d{1,5})?$"
EVERYBODY = "*"


class Settings(BaseSettings):
    """What can be configured; .env.example says what each does and what happens without it."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    shuzhi_db: Path = Path("data/shuzhi.db")
    shuzhi_prompts: Path | None = None
    shuzhi_out: Path = Path("out")
    shuzhi_key: SecretStr | None = None
    shuzhi_key_file: Path | None = None
    shuzhi_health: str = Field(default="", pattern=ADDRESS)
    shuzhi_webhook_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    shuzhi_webhook_listen: str = Field(default="127.0.0.1:8443", pattern=ADDRESS)
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
    shuzhi_voice_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    shuzhi_voice_key: SecretStr | None = None
    shuzhi_voice_model: str = "whisper-1"
    shuzhi_keep_audio: bool = False
    shuzhi_model_asks: bool = True
    shuzhi_log_format: str = Field(default="text", pattern=r"^(text|json)$")
    shuzhi_log: str = Field(default="INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$")

    @field_validator("shuzhi_allowed", "shuzhi_admins")
    @classmethod
    def _ids(cls, written: str, info: ValidationInfo) -> str:
        if written.strip() == EVERYBODY and info.field_name == "shuzhi_allowed":
            return EVERYBODY
        if wrong := [name for name in _listed(written) if not name.isdecimal()]:
            raise ValueError(f"{wrong[0]} is no Telegram id; write numbers with commas between them")
        return ",".join(_listed(written))

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
