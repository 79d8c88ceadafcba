"""People nobody gave, as neighbours call them: 老冯, 小关, 谭家, 老木匠鲁承业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count
from operator import and_

from ..finding import Finding, FindingKind
from ..readers.names import ALSO_GRAMMAR
from ..trial import Trial

_CALLED = re.compile(r"[老小](?<![老小][老小])(?P<surname>[\u4e00-\u9fff])")
_HOME = re.compile(r"家(?<=[^\W顾]家)(?!挣|两不误)")
_KIN = re.compile(r"(?P<surname>[\u4e00-\u9fff])[大二三四五六七八老小]?[爷嫂婶伯叔婆娘](?![家孙])")
_NAMED = re.compile(r"(?:名为|名叫|取名|起名)[“\"]?(?P<name>[\u4e00-\u9fff]{2,8}?)[”\"]?(?=的|[,。;、\n]|$)")
_NICKNAME = re.compile('[“"](?P<name>[\u4e00-\u9fff]{1,2}[姐哥叔嫂婶伯姨爷妹弟])[”"](?![选唱]段|戏|剧|片|歌)')
_GIVEN = 2


def check_called(trial: Trial) -> Iterator[Finding]:
    """老 or 小 with a surname, a surname with 家, and a name after what its bearer does."""
    for start, end in (
        *_called(trial),
        *_kin(trial),
        *_homes(trial),
        *_introduced(trial),
        *_named(trial),
        *_nicknames(trial),
    ):
        yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _called(trial: Trial) -> Iterator[tuple[int, int]]:
    text, lexicon = trial.prose.text, trial.lexicon
    for found in _CALLED.finditer(text):
        surname, (start, end) = found["surname"], found.span()
        known = surname in trial.notes.text or surname not in lexicon.surnames
        ordinary = found.group() in lexicon.vocabulary and surname not in lexicon.strong_surnames
        words = {text[start - 1 : start + 1], text[start + 1 : start + 3], text[start + 1 : start + 4]}
        if not known and not ordinary and lexicon.vocabulary.isdisjoint(words):
            yield start, end


def _kin(trial: Trial) -> Iterator[tuple[int, int]]:
    """A surname before what elders are called: 田三爷, 吴婶."""
    text, lexicon = trial.prose.text, trial.lexicon
    for found in _KIN.finditer(text):
        surname, start = found["surname"], found.start()
        words = {text[start - 1 : start + 1], text[start : start + 2]}
        if (
            surname in lexicon.surnames
            and surname not in trial.notes.text
            and lexicon.vocabulary.isdisjoint(words)
        ):
            yield found.span()


def _homes(trial: Trial) -> Iterator[tuple[int, int]]:
    text, lexicon = trial.prose.text, trial.lexicon
    for found in _HOME.finditer(text):
        start = found.start() - 1
        surname, words = text[start], {text[start - 1 : start + 1], text[start + 1 : start + 3]}
        if (
            surname in lexicon.strong_surnames
            and surname not in trial.notes.text
            and lexicon.vocabulary.isdisjoint(words)
        ):
            yield start, found.end()


def _named(trial: Trial) -> Iterator[tuple[int, int]]:
    """What something is said to be called, where the notes have no two neighbours of its characters."""
    for found in _NAMED.finditer(trial.prose.text):
        if trial.is_new(found["name"]):
            yield found.span("name")


def _nicknames(trial: Trial) -> Iterator[tuple[int, int]]:
    """What people call somebody, between quotation marks: 主播“苗姐”."""
    for found in _NICKNAME.finditer(trial.prose.text):
        name = found["name"]
        if name not in trial.notes.text and name[0] in trial.lexicon.surnames:
            yield found.span("name")


def _introduced(trial: Trial) -> Iterator[tuple[int, int]]:
    """Two or three characters behind a role that begin with a surname and have no word in them."""
    text, letters, lexicon = trial.prose.text, trial.prose.letters, trial.lexicon
    after_roles = map(lexicon.role_ends.__contains__, letters)
    surnames = map(lexicon.surnames.__contains__, letters[1:])
    for at in compress(count(1), map(and_, after_roles, surnames)):
        sign = letters[at]
        if lexicon.roles.isdisjoint([text[max(0, at - size) : at] for size in (2, 3, 4)]):
            continue
        if text[at - 1 : at + 1] in lexicon.vocabulary and not _is_full_name(trial, at):
            continue
        if sign in ALSO_GRAMMAR and not lexicon.given_names.issuperset(text[at + 1 : at + 3]):
            continue
        for size in (3, 2):
            if size == 2 and sign not in lexicon.strong_surnames:
                continue
            if _is_name(trial, at, at + size):
                yield at, at + size
                break


def _is_full_name(trial: Trial, at: int) -> bool:
    """Whether a surname that begins no word stands there, with two characters of given names."""
    text, lexicon = trial.prose.text, trial.lexicon
    given = text[at + 1 : at + 1 + _GIVEN]
    return (
        text[at : at + 2] not in lexicon.vocabulary
        and len(given) == _GIVEN
        and lexicon.given_names.issuperset(given)
    )


def _is_name(trial: Trial, start: int, end: int) -> bool:
    text, lexicon = trial.prose.text, trial.lexicon
    given = text[start + 1 : end]
    if len(given) < end - start - 1 or not all("\u4e00" <= sign <= "\u9fff" for sign in given):
        return False
    words = {text[at : at + 2] for at in range(start, end)}
    if text[start] in lexicon.strong_surnames and lexicon.given_names.issuperset(given):
        words.discard(given)
    return lexicon.vocabulary.isdisjoint(words) and trial.is_new(text[start:end])
