"""The loop for one section: prompt, answer, check, one repair, and the plain writer for what still fails."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.interview.office import role_of
from bot.interview.state import DraftState
from bot.report import BlockKind
from bot.writing.model.answered import OnText
from bot.writing.model.asking import Asker
from bot.writing.model.assembling import assemble
from bot.writing.model.brief import Brief
from bot.writing.model.briefing import House
from bot.writing.model.fault import Fault
from bot.writing.model.judged import Group, Judged
from bot.writing.model.judging import Judge
from bot.writing.model.lines import Line, read_lines
from bot.writing.model.objecting import objected
from bot.writing.model.progress import OnProgress, Progress, Stage
from bot.writing.model.prompt import Prompt
from bot.writing.model.rendering import Renderer
from bot.writing.model.standing_in import stand_in
from bot.writing.model.written import Assembled

FAR_TOO_LONG = 1.5
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Draft:
    """A section as far as it has come: the conversation, the judged answer, and what was found on the way."""

    brief: Brief
    judged: Judged | None = None
    prompt: Prompt | None = None
    answer: str = ""
    found: tuple[Fault, ...] = ()
    repaired: int = 0


@dataclass(frozen=True, slots=True)
class SectionWriter:
    """Writes sections of one report. Always gives a section, whatever the model does."""

    state: DraftState
    house: House
    renderer: Renderer
    asker: Asker
    on_progress: OnProgress

    async def write(self, brief: Brief) -> Draft:
        """A judged draft of the section. Cancelled, it leaves every finished call kept."""
        self._tell(brief, Stage.WAITING)
        if brief.is_left:
            return self._end(Draft(brief))
        prompt = self.renderer.prompt(brief)
        answer = await self.asker.ask(prompt, self._watcher(brief), lambda: self._tell(brief, Stage.WRITING))
        if answer is None:
            return self._end(Draft(brief))
        judged = self._judged(brief, read_lines(answer, brief))
        draft = Draft(brief, judged, prompt, answer, judged.faults)
        self._tell(brief, Stage.CHECKING, self.text(draft))
        size = self.assembled(draft).length
        low, high = brief.bounds
        if not low <= size <= high:
            fault = Fault("too_short" if size < low else "too_long", str(size))
            draft = replace(draft, found=(*draft.found, fault))
        if draft.found:
            draft = await self._repaired(draft, size)
        return self._end(self._read_whole(self._cut_to_size(draft)))

    async def reworded(self, draft: Draft, again: Sequence[tuple[Line, str]], *, last: bool) -> Draft:
        """The draft with other sentences in place of these, which repeat such words of other sections.

        They are asked for once more, or, the `last` time, left to the plain writer.
        """
        if draft.judged is None:
            return draft
        fault = Fault("repeated", "、".join(words for _, words in again))
        judged = draft.judged.with_fault([line for line, _ in again], fault)
        marked = replace(draft, judged=judged, found=(*draft.found, fault))
        return self._end(marked if last else self._read_whole(await self._repaired(marked, None)))

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
        after = self._judged(brief, lines if whole else before.combined_with(lines))
        if whole and not self._is_better(draft, after):
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
            objection = objected(sentences, judge)
            if objection is None:
                break
            line, fault = objection
            judged = judged.with_fault([line], fault)
            draft = replace(draft, found=(*draft.found, fault))
        return replace(draft, judged=judged)

    def _is_better(self, draft: Draft, after: Judged) -> bool:
        """Whether a whole new answer serves better: fewer notes lost, then nearer to the length."""
        assert draft.judged is not None
        target = draft.brief.target

        def weight(judged: Judged) -> tuple[int, int, int]:
            lost = sum(len(group.notes) for group in judged.failed)
            size = self.assembled(replace(draft, judged=judged)).length
            return lost, -len(judged.leads) if draft.brief.is_frame else 0, abs(size - target)

        return weight(after) <= weight(draft.judged)

    def _cut_to_size(self, draft: Draft) -> Draft:
        """Without leads where the text is far too long, and without the model where that is not enough."""
        limit = FAR_TOO_LONG * draft.brief.target
        if draft.judged is None or self.assembled(draft).length <= limit:
            return draft
        fault = Fault("too_long", str(self.assembled(draft).length))
        shorter = replace(draft, judged=replace(draft.judged, leads=()), found=(*draft.found, fault))
        return shorter if self.assembled(shorter).length <= limit else replace(shorter, judged=None)

    def _judge(self, brief: Brief) -> Judge:
        role = role_of(self.state) or self.state.outline.role
        return Judge(brief, self.house.lexicon, self.house.book, role)

    def _judged(self, brief: Brief, lines: Sequence[Line]) -> Judged:
        judged = self._judge(brief).judge(lines)
        if not lines:
            return replace(judged, bad_leads=(Group((), (), (Fault("format"),)),))
        return judged

    def _end(self, draft: Draft) -> Draft:
        by_model = bool(self.assembled(draft).lines())
        self._tell(draft.brief, Stage.DONE if by_model else Stage.PLAIN, self.text(draft))
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
