"""Names of the notes told otherwise: 白沙组 as 白石组, 听雨小院 as 听泉小院."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..text.segmenting import ACTS, SMALL
from ..trial import Trial

_BORNE = re.compile(
    r"小?院(?![前后内外])|家园|[寺庙庵观阁塔](?![院宇会看点念])|[组村屯湾桥坝坪寨庄店厂园库苑楼亭](?![长委民级务组村会])|[湖江溪岭岛洞](?![边面上里口水])"
)
"""What bears a name of two characters, whatever they mean, besides the words of the list."""
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_SIDED = (
    re.compile(
        r"(?=(?P<stem>[\u4e00-\u9fff])(?P<side>[上下东西南北前后里外])(?P<noun>[组村屯湾寨庄坪塘](?![委民里口外内])))"
    ),
    re.compile(
        r"(?=(?P<side>[上下东西南北前后里外大小新老])(?P<stem>[\u4e00-\u9fff])(?P<noun>[组村屯湾寨庄坪塘](?![委民里口外内])))"
    ),
)
"""A place named by the side it lies on: 岭上组, 下坪村."""
_FAMILY = re.compile(
    "(?P<stem>(?P<name>(?![大自全回各成国人搬农])[\u4e00-\u9fff])家)(?:[湾坝村冲坪沟岭山塘桥坡梁洼院庄屯河坳坎垭岗嘴店铺寨])"
)
"""A place that bears a family's name: 周家湾."""
_NUMBERED = re.compile(
    "(?=(?P<number>[一二两三四五六七八九])(?P<rest>[\u4e00-\u9fff][河沟桥湾岭坪岗冲坝塘坑水江溪山湖洞岔店口树堰渡里](?![名条座个口处])))"
)
"""A place called by a number: 两岔河."""
_PAIR, _GIVEN = 2, 2


def check_respelt(trial: Trial) -> Iterator[Finding]:
    """A name of the notes that the prose has nowhere, and in its place one with half of its characters.

    Both stand before the same noun; or both are a person, alike but for the last character.
    """
    for start in _sides(trial):
        yield trial.told(FindingKind.NAME_INVENTED, start, start + _PAIR + 1)
    for start in (*_families(trial), *_numbered(trial)):
        yield trial.told(FindingKind.NAME_INVENTED, start, start + _PAIR + 1)
    for start, end in (*_bearers(trial), *_people(trial)):
        if trial.sound(trial.prose.text[start:end]) > 0:
            yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _sides(trial: Trial) -> Iterator[int]:
    """Places of the notes that the prose has nowhere, and has on another side: 岭下组 for 岭上组."""
    notes, prose = trial.notes.text, trial.prose.text
    for shape in _SIDED:
        lost = {
            (given["stem"], given["noun"])
            for given in shape.finditer(notes)
            if notes[given.start() : given.start() + _PAIR] not in prose
        }
        for told in shape.finditer(prose) if lost else ():
            if (told["stem"], told["noun"]) in lost and prose[
                told.start() : told.start() + _PAIR
            ] not in notes:
                yield told.start()


def _families(trial: Trial) -> Iterator[int]:
    """Places of a family of the notes that end otherwise in the prose, or are of another family."""
    notes, prose, surnames = trial.notes.text, trial.prose.text, trial.lexicon.surnames
    lost = set[str]()
    for given in _FAMILY.finditer(notes):
        if given["name"] in surnames and given.group() not in prose:
            lost |= {given["stem"], given.group()[1:]}
    for told in _FAMILY.finditer(prose) if lost else ():
        if told.group() in notes:
            continue
        if told["stem"] in lost or told.group()[1:] in lost:
            yield told.start()


def _numbered(trial: Trial) -> Iterator[int]:
    """Places of the notes that the prose calls by another number: 三岔河 for 两岔河."""
    notes, prose = trial.notes.text, trial.prose.text
    lost = {
        given["rest"]
        for given in _NUMBERED.finditer(notes)
        if notes[given.start() : given.start() + 1 + _PAIR] not in prose
    }
    for told in _NUMBERED.finditer(prose) if lost else ():
        name = prose[told.start() : told.start() + 1 + _PAIR]
        if told["rest"] in lost and name not in notes and name.replace("二", "两") not in notes:
            yield told.start()


def _bearers(trial: Trial) -> Iterator[tuple[int, int]]:
    notes, prose = trial.notes.text, trial.prose.text
    lost = [
        (name, noun)
        for name, noun, at in _borne(trial.notes)
        if name not in prose and _may_name(trial, notes, at)
    ]
    told = _borne(trial.prose) if lost else []
    for name, noun in lost:
        for other, borne, place in told:
            if (
                borne == noun
                and other not in trial.bigrams
                and sum(map(str.__eq__, name, other)) == 1
                and (_is_lucky(trial, name) or _may_name(trial, prose, place))
            ):
                yield place, place + _PAIR + len(noun)


def _borne(reading: Reading) -> list[tuple[str, str, int]]:
    """Every two characters before what bears a name, with that and their place."""
    text = reading.text
    spans = [(mark.start, mark.end) for mark in reading.lists["bearers"]]
    spans += [found.span() for found in _BORNE.finditer(text)]
    return [
        (text[start - _PAIR : start], text[start:end], start - _PAIR)
        for start, end in spans
        if _HAN.fullmatch(text, max(0, start - _PAIR), start)
    ]


def _is_lucky(trial: Trial, name: str) -> bool:
    """Whether traders call themselves so: 宏达 may be misheard as a word, 宏大."""
    return trial.lexicon.lucky.issuperset(name)


def _may_name(trial: Trial, text: str, at: int) -> bool:
    pair = text[at : at + _PAIR]
    return (
        not text[at - 1 : at].isdigit()
        and text[at - 1 : at + 1] not in {"方米", "平米"}
        and (SMALL | ACTS).isdisjoint(pair)
        and pair not in trial.lexicon.ordinary_verbs
        and pair not in trial.lexicon.qualifiers
        and text[at - 1 : at + 1] not in trial.lexicon.vocabulary
    )


def _people(trial: Trial) -> Iterator[tuple[int, int]]:
    """A given name told as an ordinary word, which `check_variants` takes for that word: 李大山, 李大水."""
    lexicon, notes, prose = trial.lexicon, trial.notes.text, trial.prose.text
    for at in compress(count(), map(lexicon.strong_surnames.__contains__, trial.notes.letters)):
        name = notes[at : at + 1 + _GIVEN]
        if len(name) <= _GIVEN or name in prose:
            continue
        if not lexicon.given_names.issuperset(name[1:]):
            continue
        place = prose.find(name[:-1])
        last = prose[place + _GIVEN : place + _GIVEN + 1] if place >= 0 else ""
        told = prose[place + 1 : place + 1 + _GIVEN]
        crossing = prose[place + _GIVEN : place + 2 * _GIVEN]
        if last in lexicon.given_names and told in lexicon.vocabulary and crossing not in lexicon.vocabulary:
            yield place, place + 1 + _GIVEN
