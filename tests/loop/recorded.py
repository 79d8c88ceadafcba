"""Answers recorded in a folder: `SECTION.prompt.md` is what was sent, `SECTION.answer.txt` what came back.

An answer counts for the exact text of its prompt and for no other: when a prompt changes, its answer is set
aside as `SECTION.stale.txt`.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.writing.model import Answered, NoAnswer, Turn
from bot.writing.model.answered import OnText
from bot.writing.model.prompt import Prompt

PROMPT, ANSWER = ".prompt.md", ".answer.txt"


def digest(text: str) -> str:
    """The hash of a prompt's text."""
    return hashlib.sha256(text.strip().encode()).hexdigest()


@dataclass
class Recorded:
    """Answers from a folder; with `write`, prompts that have none are put there to be answered."""

    folder: Path
    write: bool = False
    open: list[str] = field(default_factory=list)
    """Names of the prompts that nobody has answered yet."""

    def __post_init__(self) -> None:
        self._names: dict[str, str] = {}
        self._answers: dict[str, str] = {}
        for prompt in sorted(self.folder.glob(f"*{PROMPT}")):
            name = prompt.name.removesuffix(PROMPT)
            key = digest(prompt.read_text("utf-8"))
            answer = self.folder / f"{name}{ANSWER}"
            self._names[key] = name
            if answer.is_file():
                self._answers[key] = answer.read_text("utf-8")

    async def __call__(
        self,
        turns: Sequence[Turn],
        *,
        max_tokens: int,
        temperature: float,
        on_text: OnText | None = None,
        on_restart: Callable[[], None] | None = None,
    ) -> Answered:
        text = Prompt("", tuple(turns), max_tokens, temperature).text
        answer = self._answers.get(digest(text))
        if answer is None:
            self._keep_open(self.name_of(turns), text)
            raise NoAnswer("not recorded")
        return Answered(answer)

    def expect(self, prompts: dict[str, Prompt]) -> None:
        """These are the first prompts of sections, so that what follows from them gets their names."""
        self._names.update({digest(prompt.text): key for key, prompt in prompts.items()})

    def name_of(self, turns: Sequence[Turn]) -> str:
        """The section's key, with .repair behind it for each time that it was sent back."""
        first = digest(Prompt("", tuple(turns[:2]), 0, 0).text)
        sections = {"请写全篇的开头语": "opening", "请写全篇的结尾语": "conclusion"}
        named = next((name for words, name in sections.items() if words in turns[1].content), "")
        name = named or self._names.get(first, first[:12])
        return name + ".repair" * ((len(turns) - 2) // 2)

    def _keep_open(self, name: str, text: str) -> None:
        self.open.append(name)
        if self.write:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{name}{PROMPT}").write_text(text, "utf-8")
            answer = self.folder / f"{name}{ANSWER}"
            if answer.is_file():
                answer.replace(self.folder / f"{name}.stale.txt")
