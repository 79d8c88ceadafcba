"""Updates pushed by Telegram: answered with 200 only when they are on disk."""

import hashlib
import hmac
import json
import logging

from aiohttp import web
from telegram import Bot

from bot.telegram.calling import calling
from bot.telegram.health import Health
from bot.telegram.intake import ALLOWED, Intake
from storage import StorageError

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024
ONE_AFTER_THE_OTHER = 1
"""Telegram pushes over one connection only: with more, the messages of a burst could pass each other."""


def secret_of(token: str) -> str:
    """What Telegram sends along with every push; made from the token, so nobody has to choose one."""
    return hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()


async def ask_for_pushes(bot: Bot, url: str) -> None:
    """Tell Telegram where to push. Raises TelegramError if it will not."""
    await calling(
        lambda: bot.set_webhook(
            url,
            secret_token=secret_of(bot.token),
            allowed_updates=ALLOWED,
            max_connections=ONE_AFTER_THE_OTHER,
        ),
        repeatable=True,
    )


def webhook_page(bot: Bot, path: str, intake: Intake, health: Health) -> web.Application:
    """Takes pushes at `path`.

    403 without the secret, 400 for what is no update, 503 when it could not be stored: then Telegram
    pushes it again.
    """
    secret = secret_of(bot.token)

    async def push(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        try:
            await intake.accept([update])
        except StorageError:
            return web.Response(status=503)
        health.heard()
        return web.Response()

    page = web.Application(client_max_size=LARGEST_UPDATE)
    page.router.add_post(path, push)
    return page
