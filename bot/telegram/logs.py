"""Logging for operators: text or JSON, each line with its update, never a secret or a word that was said."""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

about_update: ContextVar[str] = ContextVar("about_update", default="-")
"""The row of the inbox that is being handled: every line that comes of it carries this number."""

QUIET = ("httpx", "httpcore", "telegram", "asyncio")
_RAISED = re.compile(r"(exception=|Exception in callback ).*", re.DOTALL)
_TEXT = "%(asctime)s %(levelname)s %(name)s [%(update)s]: %(message)s"


class Discreet(logging.Formatter):
    """Formats as usual, with secrets struck out, and exceptions as their type and place alone.

    What an exception says may be what a person said.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__(_TEXT)
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        record.update = about_update.get()
        return self._struck(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = self._said(record)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:
        kind, _, trace = ei
        return "".join([*traceback.format_tb(trace), kind.__name__ if kind else ""])

    def _said(self, record: logging.LogRecord) -> str:
        """asyncio puts a lost exception, or what a callback was called with, into its message."""
        said = record.getMessage()
        return _RAISED.sub(r"\1…", said) if record.name == "asyncio" else said

    def _struck(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return text


class AsJson(Discreet):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "update": about_update.get(),
            "message": self._said(record),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return self._struck(json.dumps(line, ensure_ascii=False))


def log_to_stderr(level: str, *, secrets: Iterable[str], as_json: bool = False) -> None:
    """Log to standard error; chatty libraries only from warnings on. What ends the program is logged too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter((AsJson if as_json else Discreet)(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _ended
    threading.excepthook = _thread_ended
    sys.unraisablehook = _raised_at_leisure


def _ended(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("shuzhi").critical("the program ends", exc_info=(kind, problem, trace))


def _thread_ended(args: threading.ExceptHookArgs) -> None:
    told = args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    logging.getLogger("shuzhi").critical("a thread ends", exc_info=told)


def _raised_at_leisure(args: "sys.UnraisableHookArgs") -> None:
    """What is raised where nobody can catch it, such as in looking for garbage."""
    told = args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    logging.getLogger("shuzhi").error("raised where nobody could catch it", exc_info=told)
