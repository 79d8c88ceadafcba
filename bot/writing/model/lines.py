"""Reading a model's answer: lines, each one sentence with the notes it rests on, out of whatever is around.

Tolerated: reasoning, code fences, Markdown, bullets, numbers in front, tags in other brackets or at the end,
markers in other brackets or with their shape. A line without a tag is taken if its markers say whose it is;
anything else is left out. Markers are known by their ids alone, never by their order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.writing.by_hand import ORDINAL
from bot.writing.model.brief import Brief

MARKER = re.compile(r"⟦(F\d+)⟧")
_THINK = re.compile(r"<think>.*?(?:</think>|\Z)|\A.*?</think>", re.DOTALL | re.IGNORECASE)
_OPEN, _CLOSE = r"[⟦\[［【〔{＜<「(（]", r"[⟧\]］】〕}＞>」)）]"
_OWN_MARKER = re.compile(r"⟦\s*[FＦf]\s*(\d{1,3})\s*(?:[：:][^⟦⟧\n]{0,40})?⟧")
_LOOSE_MARKER = re.compile(
    r"[\[［【〔{＜<「]{1,2}\s*[FＦ]\s*(\d{1,3})\s*(?:[：:][^\]］】〕}＞>」\n]{0,40})?[\]］】〕}＞>」]{1,2}"
)
_BARE_MARKER = re.compile(r"(?<![A-Za-z0-9⟦])F(\d{1,3})(?![A-Za-z0-9⟧.])")
_ID = r"[NP]\d{1,3}"
_IDS = rf"{_ID}(?:[\s,，、;；/和与及&+-]*{_ID})*"
_TAG = re.compile(
    rf"^{_OPEN}\s*({_IDS})\s*{_CLOSE}\s*[:：]?\s*|^({_IDS})\s*[:：|]\s*|^({_ID}(?:[,，、]\s*{_ID})*)\s+"
)
_TAG_BEHIND = re.compile(rf"{_OPEN}\s*({_IDS})\s*{_CLOSE}\s*([。；]?)\s*$")
_BEFORE = re.compile(r"^(?:[-*•·●▪|>]+\s+|\|\s*|\d{1,2}\s*[.、)）]\s*|[（(]\d{1,2}[)）]\s*)+")
_MORE_ORDINALS = re.compile(r"[；。，：][二三四五六七八九]是")
_BOLD = re.compile(r"\*{1,3}|__|`+")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a model. `text` has bare markers; a lead has no `notes` and names its slot."""

    slot: str
    notes: tuple[str, ...]
    text: str
    ordinal: bool = False
    place: float = 0.0
    tags: tuple[str, ...] = field(default=(), compare=False)
    """The ids as they were written, known or not."""

    @property
    def markers(self) -> tuple[str, ...]:
        """The ids of its markers, in order."""
        return tuple(MARKER.findall(self.text))


def read_lines(answer: str, brief: Brief) -> list[Line]:
    """All usable lines, in the answer's order, equal ones once."""
    found: dict[tuple[str, str], Line] = {}
    for place, raw in enumerate(_THINK.sub("", answer).splitlines()):
        line = _line(raw, brief, float(place))
        if line is not None and line.text:
            found.setdefault((line.slot, line.text), line)
    return list(found.values())


def _line(raw: str, brief: Brief, place: float) -> Line | None:
    text = _BOLD.sub("", raw.strip())
    if text.startswith("#"):
        return None
    tags: tuple[str, ...] = ()
    for candidate in (text, _BEFORE.sub("", text)):
        if found := _TAG.match(candidate):
            tags = tuple(re.findall(_ID, found[1] or found[2] or found[3]))
            text = candidate[found.end() :]
            break
    else:
        text = _BEFORE.sub("", text)
        if behind := _TAG_BEHIND.search(text):
            tags = tuple(re.findall(_ID, behind[1]))
            text = text[: behind.start()] + behind[2]
    text = _with_known_markers(text.strip(" |"), brief)
    owners = tuple(dict.fromkeys(brief.note_of[m] for m in MARKER.findall(text) if m in brief.note_of))
    if not tags and not owners:
        return None
    return _placed(text, tags, owners, brief, place)


def _placed(text: str, tags: tuple[str, ...], owners: Iterable[str], brief: Brief, place: float) -> Line:
    named = [tag for tag in tags if tag.startswith("N")]
    notes = dict.fromkeys(tag for tag in named if tag in brief.by_id)
    notes.update(dict.fromkeys(owners))
    ordered = tuple(sorted(notes, key=brief.order.__getitem__))
    slots = [tag for tag in tags if tag.startswith("P")]
    slot = brief.slot_of[ordered[0]].id if ordered else slots[0] if slots and not named else ""
    bare = ORDINAL.sub("", text)
    if _MORE_ORDINALS.search(bare):
        bare = text
    return Line(slot, ordered, _ended(bare), bare != text, place, tags)


def _with_known_markers(text: str, brief: Brief) -> str:
    """Markers in their one form, where the id is one of this section's."""

    def known(match: re.Match[str]) -> str:
        return f"⟦F{int(match[1])}⟧" if f"F{int(match[1])}" in brief.facts else match.group()

    for form in (_OWN_MARKER, _LOOSE_MARKER, _BARE_MARKER):
        text = form.sub(known, text)
    return text


def _ended(text: str) -> str:
    text = text.strip().rstrip("；;，,、")
    return text if not text or text[-1] in "。！？…" else text + "。"
