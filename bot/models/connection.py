"""Opens the library's client for one provider. The only place that imports openai before a question."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .completion import Outcome
from .failure import Failure
from .patience import Patience
from .provider import Provider
from .quiet import quiet_logging

if TYPE_CHECKING:
    from openai import AsyncOpenAI

PLACEHOLDER = "none"
"""The key sent to a server that asks for none; the library insists on one."""


def open_client(provider: Provider, patience: Patience) -> "AsyncOpenAI":
    """
    A client that never retries, never follows a redirect and has no read timeout: patience and the deadline
    stand in for it. Proxies from the environment are used, but not for this machine.

    Blocks for about a second the first time (the library is large): call it in a thread. Raises Failure if
    the environment asks for a proxy that cannot be used.
    """
    import httpx2
    from openai import AsyncOpenAI

    quiet_logging()
    key = provider.key.get_secret_value() or PLACEHOLDER
    try:
        http = httpx2.AsyncClient(
            timeout=httpx2.Timeout(None, connect=patience.connect),
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=provider.concurrency),
            trust_env=not provider.on_this_machine,
            follow_redirects=False,
        )
    except (ImportError, ValueError, httpx2.InvalidURL) as problem:
        raise Failure(
            Outcome.WRONG_ADDRESS, f"a proxy in the environment cannot be used ({type(problem).__name__})"
        ) from None
    client = AsyncOpenAI(
        api_key=key,
        base_url=provider.base_url,
        max_retries=0,
        http_client=http,
        # Explicit, or OPENAI_CUSTOM_HEADERS could send another provider's key here.
        default_headers={"Authorization": f"Bearer {key}"},
    )
    if urlsplit(provider.base_url).hostname != "api.openai.com":
        # Taken from OPENAI_ORG_ID and OPENAI_PROJECT_ID: nobody else's business.
        client.organization = client.project = None
    _ = client.chat.completions.with_streaming_response  # imports the rest here and not in the event loop
    return client
