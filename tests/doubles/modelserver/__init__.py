"""A scripted OpenAI-compatible server over real HTTP: answers well, or badly in the ways seen in life."""

from .behaviour import CUT, Fails, Hangs, Raw, Says
from .server import Ask, Listened, ModelServer, model_server

__all__ = ["CUT", "Ask", "Fails", "Hangs", "Listened", "ModelServer", "Raw", "Says", "model_server"]
