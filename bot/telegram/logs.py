"""Logging that never shows the token: the HTTP client prints it in every address."""

import logging
import sys


class WithoutSecret(logging.Formatter):
    """Formats as usual, with the secret struck out wherever it stands, tracebacks included."""

    def __init__(self, secret: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return text.replace(self._secret, "<token>") if self._secret else text


def log_to_stderr(level: str, *, secret: str) -> None:
    """Log to standard error; the chatty HTTP libraries only from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutSecret(secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.WARNING)
