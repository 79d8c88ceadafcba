"""Rendering: a brief as the prompt that is sent, and faults as the request to put them right."""

from dataclasses import dataclass

from bot.interview.outline import Outline, Part
from bot.writing.model.book import PromptBook
from bot.writing.model.brief import Brief
from bot.writing.model.fault import Fault
from bot.writing.model.judged import Group, Judged
from bot.writing.model.prompt import Prompt
from bot.writing.model.sealed import Seals
from bot.writing.phrases import YearPack

MOST_EXAMPLES = 3
MOST_FAULTS = 6


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders the prompts of one report. The shared part comes first and is the same in all of them."""

    book: PromptBook
    outline: Outline
    pack: YearPack
    year: int | None
    seals: Seals

    def prompt(self, brief: Brief) -> Prompt:
        """The first prompt of a section, or of the opening or the conclusion."""
        template = self.book.templates[brief.template]
        every = self._shared() | self._own(brief)
        return template.render({name: every[name] for name in template.front.inputs}, brief.again)

    def repair(
        self, brief: Brief, prompt: Prompt, answer: str, judged: Judged, length: int, *, whole: bool
    ) -> Prompt:
        """The conversation taken on with what was found; `whole` asks for everything anew."""
        low, high = brief.bounds
        groups = [] if whole else [*judged.failed, *judged.bad_leads]
        general = [fault for fault in judged.faults if whole]
        if length < low or length > high:
            general.append(Fault("too_short" if length < low else "too_long", str(length)))
        asked = self.book.templates["repair"].render(
            {
                "whole": whole,
                "groups": [self._group(group) for group in groups],
                "faults": [self.said(fault) for fault in dict.fromkeys(general)][:MOST_FAULTS],
                "low": low,
                "high": high,
            }
        )
        return prompt.followed_by(answer, asked)

    def said(self, fault: Fault) -> str:
        """A fault in the words of prompts/writing/findings.yaml."""
        return self.book.findings[fault.kind].replace("{what}", fault.what)

    def _group(self, group: Group) -> dict[str, object]:
        return {
            "tags": "、".join(group.notes) or "、".join(line.slot for line in group.lines),
            "lines": [line.text for line in group.lines],
            "faults": [self.said(fault) for fault in group.faults][:MOST_FAULTS],
        }

    def _shared(self) -> dict[str, object]:
        return {
            "visible": self.seals == "visible",
            "kind": self.outline.kind,
            "matters": self.outline.matters,
            "role": self.book.roles[self.outline.role],
            "year": self.year,
            "background": self.pack.background[:2],
            "scopes": [f"{part.name}——{_scope(part)}" for part in self.outline.sections],
        }

    def _own(self, brief: Brief) -> dict[str, object]:
        low, high = brief.bounds
        styles = dict.fromkeys(
            [brief.part.style if brief.part else "default", *(slot.style for slot in brief.slots)]
        )
        kinds = [self.book.kind(style) for style in styles]
        return {
            "name": brief.name,
            "heading": brief.heading,
            "hows": [kind.how for kind in kinds],
            "examples": [kind.example for kind in kinds][-MOST_EXAMPLES:],
            "slots": [
                {
                    "id": slot.id,
                    "heading": slot.heading,
                    "floor": slot.floor,
                    "ordinal": slot.ordinal,
                    "notes": [
                        {"id": note.id, "label": note.question.label, "text": note.sealed.shown}
                        for note in (brief.by_id[id_] for id_ in slot.notes)
                    ],
                }
                for slot in brief.slots
            ],
            "target": brief.target,
            "low": low,
            "high": high,
            "wish": brief.wish,
            "own": brief.own_shown,
            "gist": brief.gist,
        }


def _scope(part: Part) -> str:
    """What a section is about, in one line."""
    if part.layout == "problems":
        return "、".join(
            dict.fromkeys(question.label for question in part.questions if question.aspect == "problem")
        )
    return "、".join(
        [*(question.label for question in part.questions), *(inner.name for inner in part.parts)]
    )
