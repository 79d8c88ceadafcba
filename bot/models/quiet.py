"""Keeps the libraries under the client from telling addresses, headers and bodies to the log."""

import logging

TALKATIVE = ("openai", "httpx2", "httpcore2", "httpx", "httpcore")


def quiet_logging() -> None:
    """
    From here on none of them logs below WARNING, whatever level the root logger has.

    Importing openai reads OPENAI_LOG and may set its own logger to DEBUG again, so this is also called by the
    client after it has imported the library.
    """
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(logging.WARNING)
        for child in [key for key in logging.Logger.manager.loggerDict if key.startswith(f"{name}.")]:
            logging.getLogger(child).setLevel(logging.NOTSET)
