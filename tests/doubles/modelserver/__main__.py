"""
The server as a process, for benchmarks: `python -m tests.doubles.modelserver --port 9600 --latency 0.5`.

`--answers package.module:function` names a function that takes the body of a call and gives the text to say.
"""

import argparse
import asyncio
import contextlib
import importlib
import sys

from .server import model_server


async def _serve(chosen: argparse.Namespace) -> None:
    async with model_server(
        chosen.port, latency=chosen.latency, delay=chosen.delay, chunk=chosen.chunk
    ) as server:
        if chosen.answers:
            module, _, function = chosen.answers.partition(":")
            server.answers(getattr(importlib.import_module(module), function))
        sys.stdout.write(f"base_url {server.base_url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    options = argparse.ArgumentParser(description="A scripted model server on the loopback interface")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--latency", type=float, default=0.0, help="seconds before the first word")
    options.add_argument("--delay", type=float, default=0.0, help="seconds between chunks")
    options.add_argument("--chunk", type=int, default=4, help="characters in a chunk")
    options.add_argument("--answers", default="", help="package.module:function")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(options.parse_args()))


if __name__ == "__main__":
    main()
