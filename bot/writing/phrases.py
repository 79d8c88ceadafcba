"""What the plain writer may say of its own: phrase pools and year packs, read from files that people edit."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from bot.interview.outline import Role

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Framed = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\{notes\}")]


class Strict(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Phrase(Strict):
    """A sentence that may stand in any report of these roles; all roles when empty."""

    text: Text
    roles: tuple[Role, ...] = ()


def _phrases(value: object) -> object:
    if isinstance(value, list):
        return [{"text": item} if isinstance(item, str) else item for item in value]
    return value


class Pool(Strict):
    """Leads and closings of one style."""

    lead: tuple[Phrase, ...] = Field(min_length=2)
    close: tuple[Phrase, ...] = ()

    _plain_strings = field_validator("lead", "close", mode="before")(_phrases)


class Audience(Strict):
    """How a report to this audience begins and ends."""

    salutation: str = ""
    closing: tuple[Text, ...]


class Phrases(Strict):
    """Everything in prompts/plain/phrases.yaml."""

    openings: tuple[Text, ...] = Field(min_length=2)
    """Jinja templates of the opening paragraph."""
    frames: tuple[Framed, ...] = Field(min_length=2)
    """How an answer follows its topic: {topic}方面，{notes}"""
    causes: tuple[Framed, ...]
    measures: tuple[Framed, ...]
    causes_alone: tuple[Framed, ...]
    measures_alone: tuple[Framed, ...]
    """Where the problem itself was not told, so that 这一问题 would mean another."""
    drop_before_problem: tuple[Text, ...] = ()
    """Words a person begins a problem with where its heading says already that it is one: 问题就是."""
    drop_before_cause: tuple[Text, ...] = ()
    """Words a person begins a cause with and a frame says already: 因为, 由于, 原因是."""
    drop_before_measure: tuple[Text, ...] = ()
    own_words: tuple[Annotated[Framed, StringConstraints(pattern=r"\{topic\}.*\{notes\}")], ...]
    """How a person's own words on a declaration follow, and what they are about."""
    declared: tuple[Text, ...]
    """Leads in front of the declarations, ending in a colon or comma."""
    audiences: dict[Text, Audience]
    """By the choice of the profile question `audience`; `default` serves where nothing was chosen."""
    pools: dict[str, Pool]


class YearPack(Strict):
    """What belongs to one reporting year. Campaigns age: an editor fills and dates this, nobody's memory."""

    year: Annotated[int, Field(ge=2000, le=2099)]
    reviewed: Text
    """When and by what source this was last checked."""
    background: tuple[Text, ...] = ()
    """Sentences on the year that hold for everybody in the country."""
    hints: dict[str, Text] = Field(default_factory=dict)
    """What people may want to mention, by the name that questions call for with `year_hint`."""
    terms: tuple[Text, ...] = ()
    """Campaigns, meetings and set phrases that may appear in a report of this year."""
