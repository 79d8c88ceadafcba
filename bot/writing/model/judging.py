"""Judging an answer: which groups of sentences may stand, and exactly what is wrong with the others."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.facts import Finding, FindingKind, Lexicon
from bot.interview.outline import Role
from bot.writing.model.book import PromptBook
from bot.writing.model.brief import Brief, length
from bot.writing.model.fault import Fault
from bot.writing.model.independent import INVENTED, unbacked
from bot.writing.model.judged import Group, Judged
from bot.writing.model.lines import MARKER, Line
from bot.writing.model.mending import around, mended
from bot.writing.model.sealed import BLANK
from bot.writing.tidy import tidy

_TAG_INSIDE = re.compile(r"[\[［【(（⟦]\s*[NPF]\s*\d{1,3}|⟦|⟧|▢")
_FOREIGN = re.compile(r"[A-Za-z\u0400-\u04ff\u3040-\u30ff\uac00-\ud7af]{2,}")
_NO_WORDS = re.compile(r"[^\u4e00-\u9fff]")
NAMING_RUN = 3
LEADS_IN_A_PARAGRAPH = 2
LEAD_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges answers to one section's brief."""

    brief: Brief
    lexicon: Lexicon
    book: PromptBook
    role: Role

    def judge(self, lines: Sequence[Line]) -> Judged:
        """Every note in exactly one group; never raises, whatever the lines say."""
        lines = [replace(line, text=mended(line.text, self.brief, self.lexicon)) for line in lines]
        told = [line for line in lines if line.notes]
        counted = Counter(marker for line in told for marker in line.markers)
        groups = [self._group(notes, own, counted) for notes, own in self._together(told)]
        leads, bad = [], []
        seen: Counter[str] = Counter()
        for line in (line for line in lines if not line.notes):
            seen[line.slot] += 1
            faults = self._lead_faults(line, seen[line.slot])
            if faults:
                bad.append(Group((), (line,), tuple(faults)))
            else:
                leads.append(line)
        return Judged(tuple(groups), tuple(leads), tuple(bad))

    def text_of(self, line: Line) -> str:
        """The sentence with its facts put in, in office typography."""
        return tidy(self.brief.substituted(line.text))

    def _together(self, lines: Sequence[Line]) -> Iterable[tuple[tuple[str, ...], tuple[Line, ...]]]:
        """Notes and lines that hang together, in the notes' order."""
        root = {note.id: note.id for note in self.brief.notes}

        def find(note: str) -> str:
            while root[note] != note:
                note = root[note]
            return note

        owner: dict[str, str] = {}
        for line in lines:
            for note in (*line.notes, *(owner[m] for m in line.markers if m in owner)):
                root[find(note)] = find(line.notes[0])
            owner.update(dict.fromkeys(line.markers, line.notes[0]))
        for first in dict.fromkeys(find(note.id) for note in self.brief.notes):
            notes = tuple(note.id for note in self.brief.notes if find(note.id) == first)
            yield notes, tuple(line for line in lines if find(line.notes[0]) == first)

    def _group(self, notes: tuple[str, ...], lines: tuple[Line, ...], counted: Counter[str]) -> Group:
        if not lines:
            return Group(notes, lines, (Fault("untold", "、".join(notes)),))
        faults = [fault for line in lines for fault in self._faults(line)]
        facts = [fact for note in notes for fact in self.brief.by_id[note].sealed.facts]
        for fact in facts:
            if not counted[fact.id]:
                faults.append(Fault("marker_missing", fact.marker))
            elif counted[fact.id] > (2 if fact.is_name and not fact.is_number else 1):
                faults.append(Fault("marker_doubled", fact.marker))
        faults += [Fault("untold", note) for note in notes if not any(note in line.notes for line in lines)]
        if not faults:
            faults += self._unfaithful(notes, lines)
        return Group(notes, lines, tuple(dict.fromkeys(faults)))

    def _faults(self, line: Line) -> list[Fault]:
        brief = self.brief
        faults = self._wording(line, brief.told(line.notes))
        if unknown := [tag for tag in line.tags if tag.startswith("N") and tag not in brief.by_id]:
            faults.append(Fault("tag_unknown", "、".join(unknown)))
        if len({brief.slot_of[note].id for note in line.notes}) > 1:
            faults.append(Fault("across", "、".join(line.notes)))
        if unknown := [marker for marker in line.markers if marker not in brief.facts]:
            faults.append(Fault("marker_unknown", "、".join(f"⟦{marker}⟧" for marker in unknown)))
        return faults + around(line, brief, self.lexicon)

    def _lead_faults(self, line: Line, number: int) -> list[Fault]:
        faults = self._wording(line, [note.text for note in self.brief.notes])
        if line.slot not in {slot.id for slot in self.brief.slots}:
            faults.append(Fault("tag_unknown", "、".join(line.tags)))
        if line.markers:
            faults.append(Fault("marker_foreign", "、".join(f"⟦{marker}⟧" for marker in line.markers)))
        longest = self.brief.bounds[1] if self.brief.is_frame else LEAD_LENGTH
        if number > LEADS_IN_A_PARAGRAPH or length(line.text) > longest:
            faults.append(Fault("lead_too_much", line.text[:12]))
        if not faults:
            faults = [Fault(str(found.kind), found.excerpt) for found in self._said_of_itself(line)]
        return faults

    def _said_of_itself(self, line: Line) -> Iterable[Finding]:
        """What a lead says that nobody gave; opening and conclusion are held against everything said."""
        brief, text = self.brief, tidy(line.text)
        if brief.is_frame:
            found = unbacked(brief.context, (), text, self.lexicon)
            return (one for one in found if one.kind in INVENTED or _is_about(one, brief.context))
        told = [note.text for note in brief.notes]
        return (one for one in unbacked(told, brief.context, text, self.lexicon) if one.kind in INVENTED)

    def _wording(self, line: Line, told: Sequence[str]) -> list[Fault]:
        """What may not stand in any sentence, whatever it rests on."""
        open_text = MARKER.sub("〓", line.text)
        given = "".join((*told, *self.brief.context))
        faults = []
        if found := _TAG_INSIDE.search(open_text):
            faults.append(Fault("tag_inside", found.group()))
        fixed = [mark for mark in self.lexicon.terms.find(open_text) if "fixed" in mark.labels]
        for digits in re.finditer(r"\d[\d.,]*", open_text):
            inside = any(mark.start <= digits.start() and digits.end() <= mark.end for mark in fixed)
            if not inside and not _TAG_INSIDE.search(open_text):
                faults.append(Fault("digits", digits.group()))
        known = {word for mark in fixed for word in _FOREIGN.findall(mark.word)}
        for found in _FOREIGN.finditer(open_text):
            if found.group() not in given and found.group() not in known:
                faults.append(Fault("foreign_words", found.group()[:20]))
        said, context = "".join(told), "".join(self.brief.context)
        for rule in self.book.refused:
            if (rule.roles and self.role not in rule.roles) or (rule.leads and line.notes):
                continue
            if found_words := rule.found(open_text, said or context, context):
                faults.append(Fault("refused", f"{found_words}（{rule.said}）"))
        return faults

    def _unfaithful(self, notes: tuple[str, ...], lines: tuple[Line, ...]) -> list[Fault]:
        """What the independent reader finds in these sentences against these notes."""
        prose = "".join(self.text_of(line) for line in lines)
        around = [*self.brief.context, *(note.text for note in self.brief.notes)]
        found = unbacked(self.brief.told(notes), around, prose, self.lexicon)
        return [self.fault_of(finding, lines) for finding in found]

    def fault_of(self, finding: Finding, lines: Sequence[Line]) -> Fault:
        """A finding of the reader, its place told without any value that the model has not written itself."""
        excerpt = finding.excerpt
        if not any(excerpt in line.text for line in lines):
            excerpt = redacted(excerpt, self.brief, "".join(line.text for line in lines))
        return Fault(str(finding.kind), excerpt)


def _is_about(finding: Finding, told: Sequence[str]) -> bool:
    """Whether what was objected to names something that was told of: general words contradict nobody."""
    if finding.kind is FindingKind.FACT_MISSING:
        return False
    bare = _NO_WORDS.sub("", finding.excerpt)
    runs = {bare[at : at + NAMING_RUN] for at in range(len(bare) - NAMING_RUN + 1)}
    return any(run in text for run in runs for text in told)


def redacted(text: str, brief: Brief, said: str) -> str:
    """A stretch of the finished text or of a note with markers and blanks for every value in it.

    Where several values read alike the marker is the one that was `said`.
    """
    facts = sorted(brief.facts.values(), key=lambda fact: (-len(fact.text), fact.marker not in said))
    for fact in facts:
        text = text.replace(fact.text, fact.marker)
    pieces = re.split(r"(⟦F\d+⟧)", text)
    for fact in facts:
        if fact.is_name:
            pairs = {fact.text[at : at + 2] for at in range(len(fact.text) - 1)}
            pieces = [_blanked(piece, pairs) if not MARKER.match(piece) else piece for piece in pieces]
    return "".join(p if MARKER.match(p) else re.sub(r"\d[\d.,]*", BLANK, p) for p in pieces)


def _blanked(text: str, pairs: set[str]) -> str:
    hidden = {at + step for at in range(len(text) - 1) for step in (0, 1) if text[at : at + 2] in pairs}
    return "".join(BLANK if at in hidden else sign for at, sign in enumerate(text))
