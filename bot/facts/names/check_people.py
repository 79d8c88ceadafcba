"""People nobody gave: a surname with two characters that given names are made of, 张海波 and 葛晓雯."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.segmenting import SMALL
from ..trial import Trial
from .people import DOES, LED

_BY_SURNAME = re.compile("(?P<name>[\u4e00-\u9fff])姓(?=[专群干同党村老教医律企工学男女][\u4e00-\u9fff])")
"""张姓专家."""
_TITLED = re.compile(
    "(?:大夫|医生|护士|律师|教师|老师|会计|司机|支书|书记|主任|村民|党员|户主|业主|老板|师傅|技术员|辅导员|调解员|护林员|网格员)"
    "(?P<name>(?P<surname>[\u4e00-\u9fff])(?P<given>[\u4e00-\u9fff]))(?=[,。、;)]|和[\u4e00-\u9fff])"
)
"""儿科大夫陈敏: right behind what somebody is, and right before a stop."""
_WHOLE, _LEAD = 3, 3


def check_people(trial: Trial) -> Iterator[Finding]:
    """Three characters built like a name that begin no word and share no pair with the notes are a person."""
    text = trial.prose.text
    for at in trial.prose_cut.han:
        if text[at] in trial.lexicon.surnames and _is_person(trial, at):
            yield trial.told(FindingKind.NAME_INVENTED, at, at + _WHOLE)
    for found in _TITLED.finditer(text):
        name, lexicon = found["name"], trial.lexicon
        if (
            found["surname"] in lexicon.strong_surnames
            and found["given"] in lexicon.given_names
            and trial.is_new(name)
            and name not in lexicon.vocabulary
        ):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span("name"))
    for found in _BY_SURNAME.finditer(text):
        name = found["name"]
        if name in trial.lexicon.strong_surnames and name not in trial.notes.text:
            yield trial.told(FindingKind.NAME_INVENTED, *found.span())


def _is_person(trial: Trial, at: int) -> bool:
    text, lexicon, alone = trial.prose.text, trial.lexicon, trial.prose_cut.alone
    name = text[at : at + _WHOLE]
    if len(name) < _WHOLE or not lexicon.given_names.issuperset(name[1:]) or not trial.is_new(name):
        return False
    if LED.search(text, max(0, at - _LEAD), at):
        return True
    if name[1:] in lexicon.common_verbs or name[1:] in lexicon.ordinary:
        return text[at] in lexicon.strong_surnames and DOES.match(text, at + _WHOLE) is not None
    if text[at] in lexicon.strong_surnames and re.search(f"[老小]{text[at]}", trial.notes.text):
        return text[at - 1 : at] not in {"老", "小"}
    if text[at] in SMALL or (at - 1 in alone and text[at - 1] not in SMALL):
        return False
    if at + _WHOLE in alone and text[at + _WHOLE] not in SMALL and not DOES.match(text, at + _WHOLE):
        return False
    return text[at] in lexicon.strong_surnames or (at + 1 in alone and at + 2 in alone)
