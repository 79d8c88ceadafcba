"""Is there a mark of secrecy in a text?"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from bot.guard.rules import GuardRules, Mark

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_OLD_FORMS = "絕機祕級屬於標內長個傳開調線報處"
_TRADITIONAL = str.maketrans(_OLD_FORMS, "绝机秘级属于标内长个传开调线报处")
_ANY_OLD = re.compile(f"[{_OLD_FORMS}]")
_COMMON = (("＊", "*"), ("，", ","), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")"))
"""Put in half width first: most texts have nothing else to normalize then, which is seen at once."""


class Weight(StrEnum):
    """How heavy a mark is."""

    REFUSED = "refused"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mark that was found: which, how heavy, and what to tell the person. Never the text itself."""

    weight: Weight
    mark: str
    reason: str


def classify(text: str, rules: GuardRules) -> Verdict | None:
    """The heaviest mark in a text; None if there is none. Invisible signs and old forms hide nothing."""
    plain = _plain(text)
    return _first(plain, rules.refused, Weight.REFUSED) or _first(plain, rules.doubtful, Weight.DOUBTFUL)


def classify_name(name: str, rules: GuardRules) -> Verdict | None:
    """The mark in a file's name."""
    return _first(_plain(name), rules.names, Weight.REFUSED) or classify(name, rules)


def _first(text: str, marks: tuple[Mark, ...], weight: Weight) -> Verdict | None:
    for mark in marks:
        if mark.pattern.search(text):
            return Verdict(weight, mark.id, mark.reason)
    return None


def _plain(text: str) -> str:
    for full, half in _COMMON:
        text = text.replace(full, half)
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return seen.translate(_TRADITIONAL) if _ANY_OLD.search(seen) else seen
