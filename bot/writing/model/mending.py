"""Mending a sentence where there is exactly one right way: words doubled around a marker, 我 for 本人."""

import re

from bot.facts import Direction, Hedge, Lexicon
from bot.writing.model.brief import Brief
from bot.writing.model.fault import Fault
from bot.writing.model.lines import MARKER, Line
from bot.writing.model.sealed import Sealed

_I = re.compile(r"(?<![自忘敌大小无唯舍本])我(?![镇乡县市省区国们党军方党委街校院家自])")
_SINGLE_HEAD = "约增降减近超过"
_SINGLE_HEDGE = "约近超"
_LONGEST = 6


def mended(text: str, brief: Brief, lexicon: Lexicon) -> str:
    """The text with everything certain put right. Its markers stay the same ones, in the same order."""
    text = _with_markers_for_values(_I.sub("本人", text), brief)
    out, at = "", 0
    for found in MARKER.finditer(text):
        fact = brief.facts.get(found[1])
        out += text[at : found.start()]
        at = found.end()
        if fact is not None:
            out = out[: len(out) - _doubled_before(out, fact, lexicon)]
            at += _doubled_after(text[at:], fact, lexicon)
        out += found.group()
    return out + text[at:]


def around(line: Line, brief: Brief, lexicon: Lexicon) -> list[Fault]:
    """What stands around a marker and turns or repeats what it says, where mending would be guessing."""
    faults: list[Fault] = []
    for found in MARKER.finditer(line.text):
        fact = brief.facts.get(found[1])
        if fact is None or not fact.is_number:
            continue
        before, after = line.text[: found.start()], line.text[found.end() :]
        note = brief.by_id[brief.note_of[fact.id]].text
        if (word := _turning(before, fact, note, lexicon)) is not None:
            faults.append(Fault("direction", f"{word}{fact.marker}"))
        if (word := _hedging(before, after, fact, lexicon)) is not None:
            faults.append(Fault("hedge", f"{word}（{fact.marker}）"))
        unit = fact.text[-1]
        if (
            after[:1] == unit
            and not unit.isdigit()
            and after[:2] not in lexicon.ordinary
            and unit not in "村镇人"
        ):
            faults.append(Fault("unit_doubled", f"{fact.marker}{after[:2]}"))
    return faults


def _with_markers_for_values(text: str, brief: Brief) -> str:
    """A value written out where its marker should be, if nothing else of the section reads like it."""
    told = [fact.text for fact in brief.facts.values()]
    present = set(MARKER.findall(text))
    for fact in sorted(brief.facts.values(), key=lambda fact: -len(fact.text)):
        telling = any(sign.isdigit() for sign in fact.text) or (fact.is_name and len(fact.text) > 2)
        if fact.id in present or not telling or told.count(fact.text) > 1:
            continue
        at = text.find(fact.text)
        outside = (
            at >= 0 and not text[at - 1 : at].isdigit() and not text[at + len(fact.text) :][:1].isdigit()
        )
        if outside and text.count(fact.text) == 1:
            text = text.replace(fact.text, fact.marker)
    return text


def _doubled_before(before: str, fact: Sealed, lexicon: Lexicon) -> int:
    """How many characters at the end of `before` the locked phrase itself begins with."""
    head = re.match(r"[^\d]*", fact.text)
    most = len(head.group()) if head and fact.is_number else 0
    for size in range(min(most, _LONGEST), 0, -1):
        alone = fact.text[0] in _SINGLE_HEAD and not _ends_a_word(before, lexicon)
        if before.endswith(fact.text[:size]) and (size > 1 or alone):
            return size
    return 0


def _ends_a_word(before: str, lexicon: Lexicon) -> bool:
    """Whether the last character belongs to a longer word: 签约, 附近."""
    word = before[-2:]
    return len(word) == 2 and word in lexicon.words and word not in lexicon.hedges_before


def _doubled_after(after: str, fact: Sealed, lexicon: Lexicon) -> int:
    """How many characters at the start of `after` the locked phrase itself ends with."""
    if fact.is_name and not fact.is_number:
        return 0
    tail = re.search(r"[^\d▢.]*$", fact.text)
    most = len(tail.group()) if tail else 0
    for size in range(min(most, _LONGEST), 0, -1):
        ending = fact.text[-size:]
        if after.startswith(ending):
            following = after[size : size + 1]
            alone = not following or not "\u4e00" <= following <= "\u9fff"
            if (size > 1 and after[size - 1 : size + 1] not in lexicon.ordinary) or alone:
                return size
    return 0


def _turning(before: str, fact: Sealed, note: str, lexicon: Lexicon) -> str | None:
    """A word of more or less right before a number that the note does not have, or that the fact denies."""
    near = before[-5:]
    for mark in lexicon.terms.find(near):
        if not re.fullmatch(r"[了至到为约近]*", near[mark.end :]):
            continue
        for label, told in (("up", Direction.UP), ("down", Direction.DOWN)):
            if label not in mark.labels or "calm" in mark.labels:
                continue
            if fact.direction is not Direction.NONE:
                if fact.direction is not told:
                    return mark.word
            elif not (
                any(label in m.labels for m in lexicon.terms.find(note)) or _told(mark.word, fact, note)
            ):
                return mark.word
    return None


def _told(word: str, fact: Sealed, note: str) -> bool:
    """Whether the note has a shorter form of the word right before the number: 扩到 for 扩大."""
    at = note.find(fact.text)
    return at > 0 and bool(set(word) & set(note[max(0, at - 3) : at]))


def _hedging(before: str, after: str, fact: Sealed, lexicon: Lexicon) -> str | None:
    """A hedge around a number that is itself exact, or that has another one."""
    for words, place in ((lexicon.hedges_before, before.endswith), (lexicon.hedges_after, after.startswith)):
        for word, hedge in words.items():
            single = word in _SINGLE_HEDGE and not (
                place == before.endswith and _ends_a_word(before, lexicon)
            )
            if place(word) and (single or len(word) > 1) and fact.hedge is not hedge:
                return word
    if fact.hedge is Hedge.NONE and before.endswith(("约", "近")) and not _ends_a_word(before, lexicon):
        return before[-1]
    return None
