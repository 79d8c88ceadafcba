"""A provider: one OpenAI-compatible server with one model on it."""

from dataclasses import dataclass
from decimal import Decimal
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

from pydantic import SecretStr

NO_KEY = SecretStr("")
"""For a server that asks for none."""

Seals = Literal["sealed", "visible"]
"""`sealed`: the values of facts never go to this provider. `visible`: they may."""


@dataclass(frozen=True, slots=True)
class Provider:
    """
    Where and how to ask. Prices are per million tokens, in whatever currency the operator counts in.
    `max_tokens` caps what a caller may ask for. Raises ValueError if the key could not be an HTTP header.
    """

    name: str
    base_url: str
    model: str
    key: SecretStr = NO_KEY
    concurrency: int = 4
    price_input: Decimal = Decimal(0)
    price_output: Decimal = Decimal(0)
    max_tokens: int | None = None
    seals: Seals = "sealed"

    def __post_init__(self) -> None:
        if not all("!" <= character <= "~" for character in self.key.get_secret_value()):
            raise ValueError(f"the key of {self.name} holds a blank or a character that no key has")
        if self.concurrency < 1:
            raise ValueError(f"the concurrency of {self.name} must be at least 1")

    @property
    def address(self) -> str:
        """Where the questions go, as it may be told."""
        return f"{tellable(self.base_url)}/chat/completions"

    @property
    def on_this_machine(self) -> bool:
        """Whether the server is on the loopback interface, so that no proxy may stand in between."""
        host = urlsplit(self.base_url).hostname or ""
        if host == "localhost" or host.endswith(".localhost"):
            return True
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return False

    def cost(self, prompt_tokens: int, completion_tokens: int) -> Decimal:
        """The price of these tokens; a discount for cached tokens is not counted."""
        return (prompt_tokens * self.price_input + completion_tokens * self.price_output) / 1_000_000


def tellable(url: str) -> str:
    """The address without what may be a secret in it: a password before the host, a query behind the path."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}"
