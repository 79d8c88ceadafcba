"""Words that nobody knows and that stand where a name stands: 康馨养老公司, 刘家洼等8座泵站, 唐志军."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..readers.cores import LANDMARKS, NEVER_LAST
from ..readers.names import ALSO_GRAMMAR
from ..text.segmenting import ACTS, SMALL, Run
from ..trial import Trial
from .people import LEADS, LED

_ENDING = re.compile(
    r"寺(?![院庙])|庙(?!会)|店(?![铺面主员小家])|(?:村|镇|乡|厂)(?![委民干级情长容风务域区组内里中间企办村镇振土愁貌贤野音亲政党机])"
)
"""What ends a name besides the words of the list."""
_KINDS = 2, 0, 4
"""How many characters may tell between a name and its bearer what that does: 康馨养老公司."""
_VILLAGE = re.compile("(?:村|社区)$")
_PLACES = LANDMARKS | frozenset("村镇乡庄店江泉街路苑园院亭阁楼组站")
_PLACE = re.compile(f"[{''.join(sorted(_PLACES))}]")
WHOEVER = "[\u4e00-\u9fff]{0,4}(?:品牌|企业|公司|单位|合作社|村|社区|商户|客商|平台|景区|园区|媒体|高校)"
"""Who and what is told of by some of their names: 瑞禾等龙头企业."""
_SOME = re.compile(rf"[\u4e00-\u9fff]{{0,2}}等(?:[\d两]|[一二三四五六七八九十]+[家个座名户位村]|{WHOEVER})")
_AT = re.compile(r"(?:赴|前往|依托|引进|引入|邀请|聘请|联合|携手|会同|对接|选派|[在由与和到经从](?!此))$")
_FAMILY = re.compile(f"家{_PLACE.pattern}")
_LEVELS = frozenset("省市县区镇乡村")
_GAP, _TWO, _THREE = 40, 2, 3
_HARSH = -2
"""No name has characters that are less likely in names: 乱弃, 远赴, 暂存."""


def check_strangers(trial: Trial) -> Iterator[Finding]:
    """A run of characters that is no word, stands where names stand, and is not in the notes, is a name."""
    text = trial.prose.text
    flagged = -1
    for run in trial.prose_cut.runs:
        part = _fresh(trial, run)
        if part is None or _is_open(text, part):
            continue
        if (end := _ends(trial, part)) is not None and part.start > flagged:
            flagged = end
            yield trial.told(FindingKind.NAME_INVENTED, part.start, end)
    for at in trial.prose_cut.han:
        if text[at] in trial.lexicon.strong_surnames and at > flagged and (end := _person(trial, at)):
            flagged = end
            yield trial.told(FindingKind.NAME_INVENTED, at, end)


def _fresh(trial: Trial, run: Run) -> Run | None:
    """The part of a run that the notes do not have: 惠佳 of 广东惠佳, where they speak of 广东."""
    known = [run.text[at : at + 2] in trial.bigrams for at in range(len(run.text) - 1)]
    start, end = 0, len(run.text)
    while start < len(known) and known[start]:
        start += 2 if start + 1 >= len(known) or not known[start + 1] else 1
    while end > start + 1 and known[end - 2]:
        end -= 1
    if run.text[end - 1] in _LEVELS and trial.are_given(
        trial.prose.text[run.start + end - 1 : run.start + end + _TWO]
    ):
        end -= 1
    if end - start < 2 or any(known[start : end - 1]):
        return None
    return Run(run.start + start, run.start + end, run.text[start:end])


def _ends(trial: Trial, run: Run) -> int | None:
    """Where the name ends that the run begins; None where nothing shows that it is one."""
    text = trial.prose.text
    if run.text[0] in ACTS or run.text[-1] in NEVER_LAST or _is_known_by_surname(trial, run.text):
        return None
    if text[run.end - 1 : run.end + 1] in trial.lexicon.vocabulary:
        return None
    if (run.text[-1] in ACTS and text[run.end : run.end + 1] in _LEVELS) or _is_grammar(trial, run.text):
        return None
    before = text[max(0, run.start - 3) : run.start]
    sounds = trial.sound(run.text) >= 1
    if sounds and (end := _end_of_bearer(trial, run.end)) is not None:
        if trial.is_in_short(text[run.start : end]):
            return None
        is_village = _VILLAGE.search(text, run.end + 1, end)
        return None if is_village and text[run.end : end] in trial.notes.text else end
    if (
        run.text[-1] in LANDMARKS
        and trial.sound(run.text[:-1]) >= _HARSH
        and (len(run.text) > 2 or "、" in (before[-1:], text[run.end : run.end + 1]))
    ):
        return run.end
    if _SOME.match(text, run.end):
        return run.end
    if run.text[0] in trial.lexicon.surnames and len(run.text) <= 3 and run.text[1] not in SMALL:
        sure = run.text[0] in trial.lexicon.strong_surnames and len(run.text) == 3
        led = LED.search(before) and LEADS.match(text, run.end) and not _is_chanted(trial, run)
        if sure or led:
            return run.end
    if sounds and _AT.search(before):
        if _PLACE.match(text, run.end):
            return run.end + 1
        if run.text[-1] in _PLACES:
            return run.end
    return None


def _end_of_bearer(trial: Trial, start: int) -> int | None:
    """Where what bears a name ends, perhaps with what it does before it."""
    text = trial.prose.text
    for size in _KINDS:
        at = start + size
        end = trial.bearers.get(at) or ((found := _ENDING.match(text, at)) and found.end())
        if end and _is_noun(trial, text[start:at]):
            return end
    return None


def _is_chanted(trial: Trial, run: Run) -> bool:
    """Whether the run is one of several that rhyme: 亲商、安商、富商, 常走、常看, but not 李强、李伟."""
    text, size = trial.prose.text, run.end - run.start
    for other in (text[max(0, run.start - size - 1) : run.start], text[run.end : run.end + size + 1]):
        if len(other) > size and "、" in {other[0], other[-1]}:
            same = [mine for mine, sign in zip(run.text, other.strip("、"), strict=False) if mine == sign]
            if same and (same[0] != run.text[0] or same[0] not in trial.lexicon.strong_surnames):
                return True
    return False


def _person(trial: Trial, at: int) -> int | None:
    """Where a name ends that begins with a surname of its own: 唐志军, 刘家洼."""
    text, alone = trial.prose.text, trial.prose_cut.alone
    name = text[at : at + 3]
    clause = trial.prose.clause_at(at)
    if text.count(text[at], clause.start, clause.end) > 1:
        return None
    if at > _THREE - 1 and text[at - 1] == "、" and text[at - _THREE] == text[at]:
        return None
    if len(name) < _THREE or name in trial.notes.text or text[at - 1 : at] in set("老小某副总正"):
        return None
    if {text[at - 1 : at + 1], text[at + 2 : at + 4]} & trial.lexicon.vocabulary:
        return None
    if _is_grammar(trial, name):
        return None
    if _FAMILY.match(name, 1):
        return at + 3 if not trial.are_given(name[:2]) or name[2] not in trial.notes.text else None
    if (
        any(not "\u4e00" <= sign <= "\u9fff" or sign in SMALL for sign in name[1:2])
        or name[:2] in trial.bigrams
    ):
        return None
    if (
        not "\u4e00" <= name[2] <= "\u9fff"
        or name[1:] in trial.bigrams
        or trial.lexicon.vocabulary & {name, name[:2]}
    ):
        return None
    singles = at + 1 in alone and at + 2 in alone and name[2] not in SMALL
    if at + 1 in alone and not singles:
        return None
    if (
        text[at + 3 : at + 4]
        and at + 3 in alone
        and text[at + 3] not in SMALL
        and text[at + 3] not in "任退说"
    ):
        return None
    before = text[max(0, at - 3) : at]
    if singles or (at + 2 not in alone and LED.search(before)):
        return at + 3 if LED.search(before) or LEADS.match(text, at + 3) else None
    return None


def _is_grammar(trial: Trial, words: str) -> bool:
    """Whether words begin with a surname that is a word of grammar as well, and go on as no name does."""
    return words[0] in ALSO_GRAMMAR and not trial.lexicon.given_names.issuperset(words[1:])


def _is_known_by_surname(trial: Trial, words: str) -> bool:
    """Whether the notes speak of 老段: what begins with 段 may go on with any word; 姓罗 backs 罗姓."""
    if words[1:2] == "姓":
        return f"姓{words[0]}" in trial.notes.text
    return words[0] in trial.lexicon.surnames and any(said + words[0] in trial.notes.text for said in "老小")


def _is_noun(trial: Trial, word: str) -> bool:
    """Whether what stands between a name and its ending may stand there: 养老 does, 发展 does not."""
    lexicon = trial.lexicon
    return (
        not word
        or word in trial.notes.text
        or (word in lexicon.vocabulary and word[-2:] not in lexicon.common_verbs)
    )


def _is_open(text: str, run: Run) -> bool:
    """Whether the run is a person the notes leave unnamed (某), or stands in a gap."""
    low = max(0, run.start - _GAP)
    return "某" in text[max(0, run.start - 1) : run.end] or text.rfind("【", low, run.start) > text.rfind(
        "】", low, run.start
    )
