"""Everything in prompts/ in one frozen value, read once at start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.guard import GuardRules
from bot.interview.follow_up_rules import Rules
from bot.interview.outline import Outline
from bot.interview.texts import Texts
from bot.library.follow_ups import read_follow_ups
from bot.library.guardbook import load_guard
from bot.library.listening import Listening, read_listening
from bot.library.located import Fault, Faults, read_located, validated
from bot.library.outlines import read_outlines
from bot.writing.phrases import Phrases, YearPack

SHIPPED = Path(__file__).parent.parent.parent / "prompts"
NO_PACK = YearPack(year=2000, reviewed="no pack for this year")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Outlines by id, the chat's texts, phrases, year packs, follow-up questions, words for listeners,
    rules of the guard.
    """

    folder: Path
    outlines: Mapping[str, Outline]
    texts: Texts
    phrases: Phrases
    packs: Mapping[int, YearPack]
    follow_ups: Rules
    voice: Listening
    guard: GuardRules

    def pack(self, year: int | None) -> YearPack:
        """The pack of that year; an empty one for a year nobody has written a pack for."""
        return self.packs.get(year or 0, NO_PACK)


def read_shelf(folder: Path = SHIPPED) -> Shelf:
    """Read prompts/. Raises Faults with file and line if anything in it cannot be used."""
    return Shelf(
        folder=folder,
        outlines=read_outlines(folder / "outlines", folder / "questions"),
        texts=read_texts(folder / "chat" / "texts.yaml"),
        phrases=validated(Phrases, read_located(folder / "plain" / "phrases.yaml")),
        packs=read_packs(folder / "years"),
        follow_ups=read_follow_ups(folder / "chat" / "follow-ups.yaml"),
        voice=read_listening(folder / "voice" / "listening.yaml"),
        guard=load_guard(folder),
    )


def read_texts(path: Path) -> Texts:
    """The chat's texts: a flat mapping of keys to strings."""
    located = read_located(path)
    if not isinstance(located.data, dict):
        raise Faults([Fault(path, 1, "the chat's texts are a mapping")])
    faults = [
        Fault(*located.place((key,)), f"{key} is not text")
        for key, value in located.data.items()
        if not isinstance(value, str)
    ]
    if faults:
        raise Faults(faults)
    return Texts(located.data)


def read_packs(folder: Path) -> dict[int, YearPack]:
    """All year packs by year."""
    packs = {}
    for path in sorted(folder.glob("*.yaml")):
        pack = validated(YearPack, read_located(path))
        if path.stem != str(pack.year):
            raise Faults([Fault(path, 1, f"the file is named {path.stem} and its year is {pack.year}")])
        packs[pack.year] = pack
    return packs
