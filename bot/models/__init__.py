"""The models: any OpenAI-compatible server, asked with patience and never trusted to have answered."""

from .client import Models
from .completion import Attempt, Completion, Message, NoModel, Outcome
from .patience import Patience
from .provider import Provider, Seals
from .quiet import quiet_logging

__all__ = [
    "Attempt",
    "Completion",
    "Message",
    "Models",
    "NoModel",
    "Outcome",
    "Patience",
    "Provider",
    "Seals",
    "quiet_logging",
]
