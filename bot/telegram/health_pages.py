"""`/healthz` and `/metrics` on a local port."""

from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.telegram.health import Health


def health_pages(health: Health) -> web.Application:
    """`/healthz`: 200 or 503 with the seconds since Telegram was heard; `/metrics` in Prometheus' format."""

    async def healthz(_request: web.Request) -> web.Response:
        said = {"well": health.well, "seconds_since_heard": round(health.silence(), 1)}
        return web.json_response(said, status=200 if health.well else 503)

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(health.registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    pages = web.Application()
    pages.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics)])
    return pages
