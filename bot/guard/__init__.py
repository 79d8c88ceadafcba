"""What must not be kept or sent: marks of secrecy in what people say, and personal numbers in it. Pure."""

from bot.guard.classifying import Verdict, Weight, classify, classify_name
from bot.guard.masking import Masks
from bot.guard.personal import personal
from bot.guard.rules import GuardRules, Mark, PersonalWords

__all__ = [
    "GuardRules",
    "Mark",
    "Masks",
    "PersonalWords",
    "Verdict",
    "Weight",
    "classify",
    "classify_name",
    "personal",
]
