"""The calls about the bot itself: who it is, its commands and descriptions, its webhook."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

from .updates import UpdateQueue
from .wire import Json, Params, bad
from .world import World

NAME = re.compile(r"[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
CONNECTIONS = 40
"""To a webhook, if the bot does not say how many."""


class Identity:
    def __init__(self, world: World, updates: UpdateQueue) -> None:
        self._world = world
        self._updates = updates
        self.commands: dict[str, list[Json]] = {}
        self.texts: dict[str, str] = {}
        self.webhook: Json | None = None
        self.connections = asyncio.Semaphore(CONNECTIONS)
        """For pushes: so many as the bot wants."""

    def methods(self) -> dict[str, Callable[[Params], Any]]:
        return {
            "getMe": self._get_me,
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda params: self.commands.get(_scope(params), []),
            "deleteMyCommands": self._delete_commands,
            "setMyName": lambda params: self._set_text(params, "name", 64),
            "setMyDescription": lambda params: self._set_text(params, "description", 512),
            "setMyShortDescription": lambda params: self._set_text(params, "short_description", 120),
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._webhook_info,
        }

    def _get_me(self, params: Params) -> Json:
        abilities = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        return {**self._world.bot, **abilities}

    def _set_commands(self, params: Params) -> bool:
        commands = [
            {"command": str(row.get("command", "")), "description": str(row.get("description", ""))}
            for row in params.rows("commands")
        ]
        for command in commands:
            if not command["description"].strip():
                raise bad("command description must be non-empty")
            if len(command["description"]) > 256:
                raise bad("command description length must not exceed 256")
            if not NAME.fullmatch(command["command"]):
                raise bad("BOT_COMMAND_INVALID")
        if len(commands) > MAX_COMMANDS:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[_scope(params)] = commands
        return True

    def _delete_commands(self, params: Params) -> bool:
        self.commands.pop(_scope(params), None)
        return True

    def _set_text(self, params: Params, kind: str, limit: int) -> bool:
        if len(params.text(kind)) > limit:
            raise bad(f"BOT_{'TITLE' if kind == 'name' else kind.upper()}_TOO_LONG")
        self.texts[" ".join(filter(None, (kind, params.text("language_code"))))] = params.text(kind)
        return True

    def _set_webhook(self, params: Params) -> bool:
        if not params.text("url"):
            return self._delete_webhook(params)
        self._updates.allow(params.json("allowed_updates"))
        self.webhook = {name: params.text(name) for name in ("url", "secret_token")}
        self.connections = asyncio.Semaphore(params.number("max_connections", CONNECTIONS))
        return True

    def _delete_webhook(self, params: Params) -> bool:
        self.webhook = None
        if params.flag("drop_pending_updates"):
            self._updates.pending.clear()
        return True

    def _webhook_info(self, params: Params) -> Json:
        url = self.webhook["url"] if self.webhook else ""
        pending = len(self._updates.pending)
        return {"url": url, "has_custom_certificate": False, "pending_update_count": pending}


def _scope(params: Params) -> str:
    """Commands are kept apart by scope and language; the plain ones are under `default`."""
    scope = params.json("scope") or {"type": "default"}
    own = {name: value for name, value in scope.items() if name != "type"}
    named = [scope["type"], json.dumps(own) if own else "", params.text("language_code")]
    return " ".join(part for part in named if part)
