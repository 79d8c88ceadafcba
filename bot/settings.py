"""Settings, from the environment and from a file .env in the working folder."""

from decimal import Decimal
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ADDRESS = r"^([^:\s]*:\d{1,5})?$"


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
    shuzhi_daily_tokens_per_person: int | None = Field(default=None, ge=0)
    shuzhi_daily_tokens: int | None = Field(default=None, ge=0)
    shuzhi_daily_money_per_person: Decimal | None = Field(default=None, ge=0)
    shuzhi_daily_money: Decimal | None = Field(default=None, ge=0)
    shuzhi_log: str = Field(default="INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$")

    @property
    def token(self) -> str:
        """The bot's token; empty if there is none."""
        return self.telegram_bot_token.get_secret_value().strip() if self.telegram_bot_token else ""
