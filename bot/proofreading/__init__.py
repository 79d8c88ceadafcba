"""The proofreader: marks what an organisation department would mark, each place with its reason."""

from bot.proofreading.book import Proofbook
from bot.proofreading.finding import Finding, Severity
from bot.proofreading.fixing import fixed
from bot.proofreading.proofread import proofread

__all__ = ["Finding", "Proofbook", "Severity", "fixed", "proofread"]
