"""The loop for one section: prompt, answer, check, one repair, and the plain writer for what still fails."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.facts import FindingKind
from bot.interview.office import role_of
from bot.interview.state import DraftState
from bot.report import BlockKind
from bot.writing.model.asking import Asker, OnText, Prompt
from bot.writing.model.assembling import Assembled, Written, assemble
from bot.writing.model.brief import Brief, length
from bot.writing.model.briefing import House
from bot.writing.model.fault import Fault
from bot.writing.model.independent import unbacked
from bot.writing.model.judging import Group, Judge, Judged
from bot.writing.model.lines import Line, read_lines
from bot.writing.model.progress import OnProgress, Progress, Stage
from bot.writing.model.rendering import Renderer
from bot.writing.model.standing_in import stand_in

FAR_TOO_LONG = 1.5
HALF = 0.5
PLANS, NEXT_YEAR = "plans", "来年、明年"
"""What plans are about need not be told by anybody."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A section as far as it has come: the conversation, the judged answer, and what was found on the way."""

    brief: Brief
    judged: Judged | None = None
    prompt: Prompt | None = None
    answer: str = ""
    found: tuple[Fault, ...] = ()
    repaired: int = 0


@dataclass
class SectionWriter:
    """Writes sections of one report. Always gives a section, whatever the model does."""

    state: DraftState
    house: House
    renderer: Renderer
    asker: Asker
    on_progress: OnProgress
    drafts: dict[str, Draft] = field(default_factory=dict)

    async def write(self, brief: Brief) -> Draft:
        """A judged draft of the section. Cancelled, it leaves every finished call kept."""
        self._tell(brief, Stage.WAITING)
        if brief.is_thin or not brief.slots:
            return self._end(Draft(brief))
        prompt = self.renderer.prompt(brief)
        answer = await self.asker.ask(prompt, self._watcher(brief), lambda: self._tell(brief, Stage.WRITING))
        if answer is None:
            return self._end(Draft(brief))
        judged = self._judged(brief, read_lines(answer, brief))
        draft = Draft(brief, judged, prompt, answer, judged.faults)
        self._tell(brief, Stage.CHECKING, self.text(draft))
        size = self.written_length(draft)
        low, high = brief.bounds
        if not low <= size <= high:
            fault = Fault("too_short" if size < low else "too_long", str(size))
            draft = replace(draft, found=(*draft.found, fault))
        if draft.found:
            draft = await self._repaired(draft, size)
        return self._end(self._read_whole(_cut_to_size(self, draft)))

    async def rewrite(self, draft: Draft, faulty: Sequence[Line], fault: Fault) -> Draft:
        """The draft with these sentences asked for once more; the plain writer's for those still at fault."""
        judged = draft.judged
        if judged is None or draft.prompt is None:
            return draft
        marked = _with_fault(judged, faulty, fault)
        repaired = await self._repaired(replace(draft, judged=marked, found=(*draft.found, fault)), None)
        return self._end(self._read_whole(repaired))

    def given_up(self, draft: Draft, faulty: Sequence[Line], fault: Fault) -> Draft:
        """The draft with the plain writer's sentences for these."""
        if draft.judged is None:
            return draft
        marked = _with_fault(draft.judged, faulty, fault)
        return self._end(replace(draft, judged=marked, found=(*draft.found, fault)))

    def assembled(self, draft: Draft) -> Assembled:
        """The section as it stands."""
        judge = self._judge(draft.brief)
        return assemble(
            draft.brief,
            draft.judged,
            judge.text_of,
            lambda notes: stand_in(draft.brief, notes, self.state, self.house.phrases),
        )

    def text(self, draft: Draft) -> str:
        """The section's paragraphs, one a line."""
        blocks = self.assembled(draft).blocks
        return "\n".join(block.text for block in blocks if block.kind is BlockKind.PARAGRAPH)

    def written_length(self, draft: Draft) -> int:
        """Characters of what was to be written, without headings and fixed paragraphs."""
        return sum(length(one.sentence.text) for one in self.assembled(draft).sentences())

    async def _repaired(self, draft: Draft, size: int | None) -> Draft:
        brief, before, prompt = draft.brief, draft.judged, draft.prompt
        assert before is not None
        assert prompt is not None
        low, high = brief.bounds
        wrong_length = size is not None and not low <= size <= high
        failed = sum(len(group.notes) for group in before.failed)
        whole = (
            wrong_length
            or (size is not None and failed > HALF * len(brief.notes))
            or (brief.is_frame and not before.leads)
        )
        self._tell(brief, Stage.REPAIRING, self.text(draft))
        asked = self.renderer.repair(brief, prompt, draft.answer, before, size or low, whole=whole)
        answer = await self.asker.ask(asked, lambda _: None, lambda: None)
        if answer is None:
            return draft
        lines = read_lines(answer, brief)
        after = self._judged(brief, lines if whole else _combined(before, lines))
        if whole and not _is_better(self, draft, after):
            return draft
        wrong = len(before.failed) + len(before.bad_leads)
        still = len(after.failed) + len(after.bad_leads)
        return replace(draft, judged=after, repaired=draft.repaired + max(wrong - still, 0))

    def _read_whole(self, draft: Draft) -> Draft:
        """The whole section read by the independent reader; groups it objects to fall to the plain writer."""
        brief, judged = draft.brief, draft.judged
        if judged is None or brief.is_frame:
            return draft
        judge = self._judge(brief)
        for _ in brief.notes:
            sentences = self.assembled(replace(draft, judged=judged)).sentences()
            faulty = self._objected(brief, sentences, judge)
            if not faulty:
                break
            line, fault = faulty
            judged = _with_fault(judged, [line], fault)
            draft = replace(draft, found=(*draft.found, fault))
        return replace(draft, judged=judged)

    def _objected(
        self, brief: Brief, sentences: Sequence[Written], judge: Judge
    ) -> tuple[Line, Fault] | None:
        """The first sentence of the model's that the reader does not find in the notes."""
        told = [note.text for note in brief.notes] + [one.text for one in brief.own]
        if any(slot.style == PLANS for slot in brief.slots):
            told.append(NEXT_YEAR)
        prose = "".join(one.sentence.text for one in sentences)
        for finding in unbacked(told, brief.context, prose, self.house.lexicon):
            line: Line | None = None
            if finding.kind is FindingKind.FACT_MISSING:
                if finding.note is not None and finding.note < len(brief.notes):
                    note = brief.notes[finding.note].id
                    line = next((o.line for o in sentences if o.line and note in o.line.notes), None)
            else:
                line = _line_at(sentences, finding.span[0])
            if line is not None:
                return line, judge.fault_of(finding, [line])
        return None

    def _judge(self, brief: Brief) -> Judge:
        role = role_of(self.state) or self.state.outline.role
        return Judge(brief, self.house.lexicon, self.house.book, role)

    def _judged(self, brief: Brief, lines: Sequence[Line]) -> Judged:
        judged = self._judge(brief).judge(lines)
        if not lines:
            return replace(judged, bad_leads=(Group((), (), (Fault("format"),)),))
        return judged

    def _end(self, draft: Draft) -> Draft:
        by_model = any(one.line for one in self.assembled(draft).sentences())
        self._tell(draft.brief, Stage.DONE if by_model else Stage.PLAIN, self.text(draft))
        self.drafts[draft.brief.key] = draft
        return draft

    def _watcher(self, brief: Brief) -> OnText:
        """Shows an answer that is still coming, line by line, values put in."""
        shown = 0

        def watch(text: str) -> None:
            nonlocal shown
            if (lines := text.count("\n")) != shown:
                shown = lines
                finished = read_lines(text[: text.rfind("\n") + 1], brief)
                readable = "".join(brief.substituted(line.text) for line in finished)
                self._tell(brief, Stage.WRITING, readable)

        return watch

    def _tell(self, brief: Brief, stage: Stage, text: str = "") -> None:
        self.on_progress(Progress(brief.key, brief.name, stage, text))


def _line_at(sentences: Sequence[Written], place: int) -> Line | None:
    at = 0
    for one in sentences:
        at += len(one.sentence.text)
        if place < at:
            return one.line
    return None


def _combined(before: Judged, lines: Sequence[Line]) -> list[Line]:
    """The sentences that stood, and of the new ones those on notes whose sentences did not."""
    lost: dict[str, float | None] = {}
    for group in before.failed:
        lost |= dict.fromkeys(group.notes, min((line.place for line in group.lines), default=None))
    kept = [line for group in before.standing for line in group.lines] + list(before.leads)
    slots = {line.slot: line.place for group in before.bad_leads for line in group.lines}
    for line in lines:
        if line.notes and all(note in lost for note in line.notes):
            places = [place for note in line.notes if (place := lost[note]) is not None]
            kept.append(replace(line, place=min(places) if places else _behind(kept, line)))
        elif not line.notes and line.slot in slots:
            kept.append(replace(line, place=slots[line.slot]))
    return kept


def _behind(kept: Sequence[Line], line: Line) -> float:
    """A place for a note that had no sentence yet: behind the sentences on notes before it."""
    number = int(line.notes[0][1:])
    return (
        max((other.place for other in kept if other.notes and int(other.notes[0][1:]) < number), default=-0.5)
        + 0.1
    )


def _with_fault(judged: Judged, faulty: Sequence[Line], fault: Fault) -> Judged:
    """The judgement with this fault on these sentences."""
    groups = tuple(
        replace(group, faults=(*group.faults, fault))
        if any(line in faulty for line in group.lines)
        else group
        for group in judged.groups
    )
    leads = tuple(line for line in judged.leads if line not in faulty)
    gone = tuple(Group((), (line,), (fault,)) for line in judged.leads if line in faulty)
    return Judged(groups, leads, (*judged.bad_leads, *gone))


def _is_better(writer: SectionWriter, draft: Draft, after: Judged) -> bool:
    """Whether a whole new answer serves better: fewer notes lost, then nearer to the length."""
    assert draft.judged is not None
    target = draft.brief.target

    def weight(judged: Judged) -> tuple[int, int, int]:
        lost = sum(len(group.notes) for group in judged.failed)
        size = writer.written_length(replace(draft, judged=judged))
        return lost, -len(judged.leads) if draft.brief.is_frame else 0, abs(size - target)

    return weight(after) <= weight(draft.judged)


def _cut_to_size(writer: SectionWriter, draft: Draft) -> Draft:
    """Without leads where the text is far too long, and without the model where that is not enough."""
    limit = FAR_TOO_LONG * draft.brief.target
    if draft.judged is None or writer.written_length(draft) <= limit:
        return draft
    fault = Fault("too_long", str(writer.written_length(draft)))
    shorter = replace(draft, judged=replace(draft.judged, leads=()), found=(*draft.found, fault))
    return shorter if writer.written_length(shorter) <= limit else replace(shorter, judged=None)


__all__ = ["Draft", "SectionWriter"]
