"""An outline: one kind of report, with its sections, questions and headings.

Outlines come from YAML files that people edit, so these are pydantic models which refuse unknown keys.
Everything here is a frozen value; reading files is the library's work.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

OTHER = "other"
"""The question that every outline has and that keeps what belongs to no other: 其他情况."""

Role = Literal["deputy", "mayor", "secretary"]
Kind = Literal["notes", "line", "choice", "declaration"]
Layout = Literal["items", "run", "paragraphs", "problems", "declarations"]
Numbering = Literal["chinese", "paren", "digit"]
Aspect = Literal["problem", "cause", "measure"]

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Heading = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, pattern=r"[^。：:；;，,]$")]

NO_CHOICE: tuple[str, ...] = ()
REQUIRED_PROFILE = ("name", "post", "place", "year", "rank", "audience", "sign_date")
NEEDED_PROFILE = ("name", "place", "post", "sign_date")
"""Without an answer to these a gap stands in the finished report."""


class Strict(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(Strict):
    """One thing the person is asked; its `key` is stable across versions of the outline.

    `notes` keeps every message; `line` is one short value and the newest one counts; `choice` takes one of
    `choices`; `declaration` puts its `sentence` into the report on an explicit yes and on nothing else.
    """

    key: Key
    kind: Kind = "notes"
    label: Annotated[Text, StringConstraints(max_length=14)]
    """Short name in the overview, in the list of gaps and inside 【待补：…】."""
    ask: Annotated[Text, StringConstraints(max_length=120)]
    hint: Annotated[str, StringConstraints(max_length=160)] = ""
    example: Annotated[str, StringConstraints(max_length=120)] = ""
    wants: tuple[Text, ...] = ()
    """The figures this question hopes for, each a short noun: 集中学习次数."""
    topic: Annotated[str, StringConstraints(max_length=16)] = ""
    """A neutral noun phrase the plain writer may put before the answer: 农村道路建设."""
    choices: tuple[Text, ...] = NO_CHOICE
    expects: Literal["", "date", "time", "name", "words", "length"] = ""
    """What kind of value a line or a choice is; words of another kind are asked about."""
    suggest_years: bool = False
    """Offer this year and the last one as buttons."""
    sentence: Annotated[str, StringConstraints(max_length=120)] = ""
    """A declaration's exact words, without a full stop."""
    when: dict[Key, tuple[Text, ...]] = Field(default_factory=dict)
    """Asked only if each named choice question was answered with one of these values."""
    roles: tuple[Role, ...] = ()
    """In a shared question set: only outlines of these roles take this question (all, when empty)."""
    year_hint: Key | None = None
    """Adds the hint of that name from the pack of the reporting year."""
    aspect: Aspect | None = None
    item: Annotated[int, Field(ge=1, le=9)] | None = None
    """In a part laid out as `problems`: which problem this belongs to, and as what."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.kind == "declaration") != bool(self.sentence):
            raise ValueError("a declaration needs a sentence, and only a declaration has one")
        if self.sentence.endswith(("。", "；", "，")):
            raise ValueError("a declaration's sentence ends without punctuation")
        if self.kind == "choice" and len(self.choices) < 2:
            raise ValueError("a choice needs at least two choices")
        if self.adds_up and (self.choices or self.suggest_years):
            raise ValueError("choices belong to kind choice or line")
        if (self.aspect is None) != (self.item is None):
            raise ValueError("aspect and item go together")
        return self

    @property
    def adds_up(self) -> bool:
        """Whether every note counts, and not only the newest."""
        return self.kind in ("notes", "declaration")


class Part(Strict):
    """A section or, inside one, a sub-section; parts nest as deep as the outline's numbering goes."""

    key: Key
    name: Annotated[Text, StringConstraints(max_length=14)]
    """What the chat calls it."""
    heading: tuple[Heading, ...] = ()
    """Variants of the heading in the report, without number and full stop; none for an untitled part."""
    style: Key = "duty"
    """Which pool of phrases the plain writer draws leads and closings from."""
    layout: Layout = "items"
    lead: tuple[Text, ...] = ()
    """Lead sentences of its own, instead of the pool's."""
    close: tuple[Text, ...] = ()
    questions: tuple[Question, ...] = ()
    parts: tuple["Part", ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not self.questions and not self.parts:
            raise ValueError("a part needs questions or parts")
        for question in self.questions:
            if (self.layout == "declarations") != (question.kind == "declaration"):
                raise ValueError(f"{question.key}: declarations and the layout 'declarations' go together")
            if (self.layout == "problems") != (question.aspect is not None):
                raise ValueError(f"{question.key}: aspect and the layout 'problems' go together")
        return self

    def walk(self) -> Iterator["Part"]:
        """This part and all parts inside it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def all_questions(self) -> tuple[Question, ...]:
        """Every question of this part, its own before those of its parts."""
        return self.in_order

    @cached_property
    def in_order(self) -> tuple[Question, ...]:
        """The same, put together once."""
        return tuple(question for part in self.walk() for question in part.questions)

    def depth(self) -> int:
        """How many levels of headings stand here, this part's own included."""
        return (1 if self.heading else 0) + max((part.depth() for part in self.parts), default=0)


class Outline(Strict):
    """One kind of report. `version` grows when questions change; `renames` maps old keys to new ones."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,31}$")]
    version: Annotated[int, Field(ge=1)]
    kind: Text
    """述职述廉, 述职述德述廉, …: the word in the title before 报告."""
    title: Annotated[Text, StringConstraints(max_length=24)]
    """For whom: what the button says that starts this kind."""
    summary: Annotated[Text, StringConstraints(max_length=80)]
    role: Role
    matters: Text
    """What the opening says is reported: 履行职责和廉洁自律."""
    numbering: tuple[Numbering, ...] = ("chinese", "paren", "digit")
    renames: dict[Key, Key] = Field(default_factory=dict)
    profile: tuple[Question, ...]
    sections: tuple[Part, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        keys = [question.key for question in self.questions()]
        for key in keys:
            if keys.count(key) > 1:
                raise ValueError(f"question key {key} is used {keys.count(key)} times")
        parts = [part.key for section in self.sections for part in section.walk()]
        for key in parts:
            if parts.count(key) > 1:
                raise ValueError(f"part key {key} is used {parts.count(key)} times")
        choices = {q.key: q.choices for q in self.questions() if q.kind == "choice"}
        for question in self.questions():
            for key, values in question.when.items():
                for value in values:
                    if value not in choices.get(key, ()):
                        raise ValueError(f"{question.key}: when names {key}={value}, which nobody can choose")
        missing = [key for key in REQUIRED_PROFILE if key not in {q.key for q in self.profile}]
        if missing:
            raise ValueError(f"the profile lacks {', '.join(missing)}")
        if any(section.depth() > len(self.numbering) for section in self.sections):
            raise ValueError("headings nest deeper than numbering has levels")
        if OTHER not in keys:
            raise ValueError("every outline needs a question 'other' for what fits nowhere else")
        if set(self.renames.values()) - set(keys):
            raise ValueError("renames point to keys that do not exist")
        return self

    def questions(self) -> tuple[Question, ...]:
        """Every question in the order it is asked, the profile first."""
        return self.in_order

    @cached_property
    def in_order(self) -> tuple[Question, ...]:
        """The same, put together once."""
        return (*self.profile, *(question for part in self.sections for question in part.in_order))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all questions, in order."""
        return tuple(question.key for question in self.in_order)

    @cached_property
    def gates(self) -> dict[str, frozenset[str]]:
        """The questions whose answers decide whether others are asked, and the answers that do."""
        gates: dict[str, frozenset[str]] = {}
        for question in self.in_order:
            for key, values in question.when.items():
                gates[key] = gates.get(key, frozenset()).union(values)
        return gates

    @cached_property
    def asked(self) -> dict[tuple[str, ...], Any]:
        """What `asked` has found so far to be asked, by what was chosen at these."""
        return {}

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """The style of the part that a question stands in, by the question's key; none for the profile's."""
        parts = (part for section in self.sections for part in section.walk())
        return {question.key: part.style for part in parts for question in part.questions}

    def question(self, key: str) -> Question:
        """The question of that key, also by a key it had in an older version; KeyError if there is none."""
        key = self.renames.get(key, key)
        for question in self.questions():
            if question.key == key:
                return question
        raise KeyError(key)
