"""Names nobody gave: people, villages, firms, bodies, works."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .fact import Fact, FactKind
from .finding import Finding, FindingKind
from .names import is_strict
from .trial import Trial

_LISTED = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*[、和与][\u4e00-\u9fff]{2,4}?)(?:等)?(?:[两二三四五六七八九十\d]+个?)?(?:村|社区|村民小组)"
)
_INDUSTRY = re.compile(
    r"(?:建材|实业|置业|光电|五金|服饰|药业|木业|竹业|茶业|酒业|牧业|制衣)(?:厂|公司|有限公司|集团)?"
    r"|(?:科技|农业|食品|物流|能源|服装|电子|生物|机械|纺织)(?:厂|公司|有限公司|集团)"
)
_PLACES = frozenset("村组社镇湾坪院街路巷屯寨沟店厂")
SMALL = frozenset(
    "的了在和与为对由向等已未将被把从到以及其各每个年月日我本该这那后前中上下内外时大小多少新老全等各又也都还再更最很不无没一二三四五六七八九十百千万两比较家厂组某余均条件项个户名次系"
)


def check_names(trial: Trial) -> Iterator[Finding]:
    """Every name told must be given. A name counts as given when its core stands anywhere in the notes."""
    notes = trial.notes.text
    flagged: list[tuple[int, int]] = []
    for fact in trial.prose.facts:
        if fact.kind is FactKind.NAME and not _is_given(trial, fact):
            flagged.append((fact.start, fact.end))
    for found in _LISTED.finditer(trial.prose.text):
        at = found.start()
        if found["names"].endswith(("乡", "农")):
            continue
        for part in re.split(r"[、和与]", found["names"]):
            if (
                part[-2:] not in notes
                and not part.endswith(trial.lexicon.qualifiers)
                and not _is_plain(trial, part)
            ):
                flagged.append((at, at + len(part)))
            at += len(part) + 1
    flagged += _strangers(trial)
    for fact in trial.notes.facts:
        if fact.kind is FactKind.NAME and _is_dropped(trial, fact):
            yield trial.missing(fact.start, fact.end)
    for start, end in flagged:
        yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _is_given(trial: Trial, fact: Fact) -> bool:
    notes, core = trial.notes.text, fact.subject
    if fact.unit == "人":
        if core in notes:
            return True
        return len(core) == 2 and core[0] in "老小" and core[1] in notes
    parts = re.split(r"[区镇乡县市]", core)
    if len(parts) > 1 and len(parts[-1]) >= 2:
        core = parts[-1]
    tail = core[-2:]
    if is_strict(fact.unit) and tail in trial.lexicon.ordinary and len(core) == 4:
        return core in notes or core[:2] in notes or core[:2] in trial.lexicon.ordinary
    if (
        tail in notes
        or (core[:2] in notes and len(core) > 4)
        or (tail in trial.lexicon.ordinary and not is_strict(fact.unit))
    ):
        return True
    return (
        len(core) > 4
        and any(core[at : at + 2] in trial.bigrams for at in range(len(core) - 1))
        and not is_strict(fact.unit)
    )


def _is_dropped(trial: Trial, fact: Fact) -> bool:
    """Whether a village or firm of the notes is nowhere in the prose."""
    core = fact.subject[-4:]
    if (
        (fact.unit not in {"村", "社区"} and not is_strict(fact.unit))
        or len(core) < 2
        or _is_plain(trial, core)
    ):
        return False
    return not any(core[at : at + 2] in trial.prose_bigrams for at in range(len(core) - 1))


def _is_plain(trial: Trial, words: str) -> bool:
    return any(words[at : at + 2] in trial.lexicon.ordinary for at in range(len(words) - 1))


def _strangers(trial: Trial) -> Iterator[tuple[int, int]]:
    """Runs of the prose that are no words, look like a name, and are not in the notes."""
    surnames = trial.lexicon.strong_surnames
    notes, prose = trial.notes.text, trial.prose.text
    missing: defaultdict[tuple[str, int, str], set[str]] = defaultdict(set)
    for run, at in unknown_runs(notes, trial):
        if not _is_within(run, trial.prose_bigrams):
            missing[run[0], len(run), notes[at + len(run) : at + len(run) + 1]].add(run)
    for run, start in unknown_runs(prose, trial):
        if (
            _is_within(run, trial.bigrams)
            or "某" in prose[start - 1 : start + len(run)]
            or _in_gap(prose, start)
        ):
            continue
        fresh = [at for at in range(len(run) - 1) if run[at : at + 2] not in trial.bigrams]
        if not fresh:
            continue
        follows = _INDUSTRY.match(prose, start + len(run))
        if follows is not None and len(run) < 4 and set(notes).isdisjoint(run[-2:]):
            yield start + len(run) - 2, follows.end()
            continue
        is_person = (
            run[0] in surnames and len(run) == 3 and len(fresh) == len(run) - 1 and run[1] not in SMALL
        )
        after = prose[start + len(run) : start + len(run) + 1]
        is_variant = (len(run) == 3 or after in _PLACES) and any(
            _is_variant(run, other) for other in missing.get((run[0], len(run), after), ())
        )
        if is_person or is_variant:
            yield start, start + len(run)


def _is_variant(run: str, other: str) -> bool:
    """Whether two runs differ in one character only: 王家岭 and 王家岗."""
    return len(run) < 4 and sum(first != second for first, second in zip(run, other, strict=True)) == 1


def _is_within(run: str, bigrams: frozenset[str]) -> bool:
    return all(run[at : at + 2] in bigrams for at in range(len(run) - 1))


def _in_gap(text: str, place: int) -> bool:
    low = max(0, place - 40)
    return text.rfind("【", low, place) > text.rfind("】", low, place)


def unknown_runs(text: str, trial: Trial) -> list[tuple[str, int]]:
    """Runs of two to four characters that are no ordinary words, with their places."""
    words = trial.lexicon.words
    runs: list[tuple[str, int]] = []
    at, begun, size = 0, -1, len(text)
    while at <= size:
        sign = text[at : at + 1]
        if "\u4e00" <= sign <= "\u9fff" and sign not in SMALL:
            if text[at : at + 2] in words:
                step = 4 if text[at : at + 4] in words else 3 if text[at : at + 3] in words else 2
            elif text[at : at + 3] in words:
                step = 3
            elif text[at : at + 4] in words:
                step = 4
            else:
                begun = at if begun < 0 else begun
                at += 1
                continue
        else:
            step = 1
        if begun >= 0 and 2 <= at - begun <= 4:
            runs.append((text[begun:at], begun))
        begun = -1
        at += step
    return runs
