"""What the notes deny, told in the same words and without a denial: 不强拆 told as 强拆与疏导并举.

Where `check_carried` weighs how much a clause tells of a denial, this looks for the denied word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.leaving_open import is_relieved
from ..text.open_words import LEFT_OPEN, Says
from ..text.places import places_of
from ..text.reading import Clause, Reading
from ..trial import Trial
from .open_parts import OpenParts

_DENIAL = re.compile("没(?!问题)有?|未|不(?![是对]|合格|及格)|无")
_ENOUGH = re.compile(
    r"[(]|(?<=不)[上了到起](?=\d)|是|就|后来|最后|得|(?<![没未不])[请让改]|的?主要|(?<=不)[行好大够多少高齐成]|住(?=[\u4e00-\u9fff])"
)
"""Where a denial ends in speech that has no commas: 没保住|绝收了, 不行|产值掉了."""
_NOT_ONE = re.compile(
    "一[个户名家人例件起位次条](?:是|(?:孩子|学生|娃娃?|群众|村民|老人|党员|干部|企业|农户|老百姓|工人)(?=[\u4e00-\u9fff]))"
)
"""Of whom nobody did it: 没有一个孩子|辍学, 没有一次是|态度不好."""
_NOT_EVEN = re.compile(
    "(?:连|一[个起件例次点])(?P<what>[\u4e00-\u9fff]{2,6})[都也]$|^(?P<noun>(?:专[职业]|固定|独立|统一|单独)[\u4e00-\u9fff]{2,4})还?$"
)
"""What stands before its denial: 连火情都|没有."""
_CONDITION = re.compile("时|[之以]前|的话")
_LEFT_OPEN = LEFT_OPEN & ~(Says.HALFWAY | Says.KEEPS)
_AFFIRMED = re.compile(
    r"(?<![没未不无])(?<![没未不无].)(?<![没未不无]..)(?:(?![没未不无])[\u4e00-\u9fff]了|仍予|仍然?(?:予以|给予|获)|照样|曾被?|已经?|均|处以|予以|依法|[现尚仍]有|组织|实行|(?:个别|少数|零星|偶有)[\u4e00-\u9fff]{0,3})$"
)
"""What stands right before a word that is told as so, whatever else its clause denies."""
_NONE = frozenset("零")
_SAYS_NOTHING = frozenset(
    "有是到过在着出能会要让被把得了的这那个人事啥什么好再去来完行一二两三四五六七八九十多少太大问题情况发生现下上"
)
_TURN = re.compile("、?[但却]|、(?=[未没不])")
_ASKED = re.compile("[?吗][,。]?$")
_HELPING = frozenset("给搞做办有过再让出")
_NOBODY_DID = re.compile("(?:都没|没人|没一[个户家人]|无人)(?P<deed>[闹吵告哭逃跑走退伤死病])")
_SOMEBODY_DID = "(?<![未没无不])(?:仍|还|尚|也)?有[^,。;没未无不]{{1,6}}{}"
_EARLY, _WORD = 4, 2


def check_undenied(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A word that the notes have right after a denial, and the prose in no clause that leaves it open.

    Two characters and more, that no stretch of the notes affirms; or one, that stands nowhere else in them.
    """
    notes, closed = trial.notes.text, "\n".join(opened.closed)
    yield from _nobody(trial)
    told: dict[int, int] = {}
    already = set[int]()
    for found in opened.stretches:
        line = notes[slice(*trial.notes.line_at(found.start()))]
        for span in _denied(trial, found):
            follows = span[0] > found.end()
            affirmed = 1 if follows else 0  # the stretch that follows the denial is itself no open one
            for word in _words(trial, *span):
                if closed.count(word) == affirmed:
                    plain = dict(_plainly(trial, word, frozenset(), closed, line))
                    told |= plain
                    already |= {at for at in plain if _says_already(trial, at, plain[at], word)}
            sign = notes[span[0] : min(span[0] + 1, span[1])]
            if sign and sign not in _SAYS_NOTHING and notes.count(sign) == 1:
                said = trial.notes.signs_of(*found.span()) - {sign}
                told.update(_plainly(trial, sign, said, closed, line))
    orders = {clause.start: order for order, clause in enumerate(opened.clauses)} if told else {}
    for start, end in told.items():
        if opened.is_counted_by_closed(orders[start]) and start not in already:
            continue
        yield trial.told(FindingKind.NEGATION_CHANGED, start, end)


def _nobody(trial: Trial) -> Iterator[Finding]:
    """都没闹 told as 仍有农户闹事: one character that nobody did, done by somebody."""
    for found in _NOBODY_DID.finditer(trial.notes.text):
        deed = found["deed"]
        if trial.notes.text.count(deed) > 1:
            continue
        for told in re.finditer(_SOMEBODY_DID.format(deed), trial.prose.text):
            clause = trial.prose.clause_at(told.start())
            yield trial.told(FindingKind.NEGATION_CHANGED, clause.start, clause.end)


def _says_already(trial: Trial, start: int, end: int, word: str) -> bool:
    """Whether a clause says 已 right before the denied word: then it is no other thing of the same number."""
    text = trial.prose.text
    return any(text.find(f"{sure}{word}", start, end) >= 0 for sure in ("已", "已经"))


def _denied(trial: Trial, stretch: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans of what each denial of a stretch denies: 没停产没裁人."""
    denials = list(_DENIAL.finditer(stretch.group()))
    if not denials or not trial.notes.says(*stretch.span(), Says.DENIES):
        return
    ends = [denial.start() for denial in denials[1:]] + [len(stretch.group())]
    for denial, end in zip(denials, ends, strict=True):
        first, start = stretch.start() + denial.start(), stretch.start() + denial.end()
        if start == stretch.end() and (even := _NOT_EVEN.search(trial.notes.text, stretch.start(), first)):
            yield even.span(even.lastgroup or 0)
        if span := _scope(trial, stretch, (first, start, stretch.start() + end)):
            yield span


def _scope(trial: Trial, stretch: re.Match[str], places: tuple[int, int, int]) -> tuple[int, int] | None:
    """What is denied between the end of a denial and the next; of 没给 alone, the stretch that follows."""
    notes, (first, start, end) = trial.notes.text, places
    if _CONDITION.search(notes, start, end) or notes[first : start + _WORD] in trial.lexicon.vocabulary:
        return None
    if _ASKED.search(notes, max(0, first - _WORD), first):
        return None
    if first == stretch.start() and notes[end : end + 1] == "," and _HELPING.issuperset(notes[start:end]):
        start, end = trial.notes.clause_at(end + 1)[:2]
    if whom := _NOT_ONE.match(notes, start, end):
        start = whom.end()
    stop = _ENOUGH.search(notes, start, end)
    return start, stop.start() if stop else end


def _words(trial: Trial, start: int, end: int) -> Iterator[str]:
    """What begins in the first characters of a span and stands in the prose as well, word by word."""
    notes, prose, at = trial.notes.text, trial.prose.text, start
    while at < min(end - 1, start + _EARLY):
        stop = at
        while stop < end and "\u4e00" <= notes[stop] <= "\u9fff" and notes[at : stop + 1] in prose:
            stop += 1
        if stop - at < _WORD:
            at += 1
            continue
        word = notes[at:stop]
        word = word if word in trial.lexicon.vocabulary else word.strip("的了过在着和与")
        joined = {notes[at - 1 : at + 1], notes[at - 1 : at + 2]} if at > start else set[str]()
        inside = trial.lexicon.vocabulary & joined
        if len(word) >= _WORD and not inside and not _SAYS_NOTHING.issuperset(word):
            yield word
        at = stop


def _plainly(
    trial: Trial, word: str, said: frozenset[str], closed: str, line: str
) -> Iterator[tuple[int, int]]:
    """The first clause of the prose with a word that none of its clauses leaves open.

    One that is to have something of what else is `said`, where there is such, and does not tell how it was
    mended that the `line` of the notes denies it.
    """
    text = trial.prose.text
    places = list(places_of(word, text))
    clauses = [trial.prose.clause_at(at) for at in places]
    if any(
        _is_left_open(trial.prose, clause, (at, at + len(word)), closed)
        or _follows_its_denial(trial, clause)
        or (len(word) == 1 and _denies_next(trial, clause))
        for at, clause in zip(places, clauses, strict=True)
    ):
        return
    for clause in clauses:
        if len(word) > 1 or len(said & trial.prose.signs_of(clause.start, clause.end)) > 1:
            if not is_relieved(line, text[clause.start : clause.end]):
                yield clause.start, clause.end
            return


def _is_left_open(prose: Reading, clause: Clause, word: tuple[int, int], closed: str) -> bool:
    """Whether the words around leave something open, up to 但: 短暂停产、但未裁员.

    What the notes affirm in the same words leaves nothing open: 停产整顿.
    """
    text, (at, upto) = prose.text, word
    if (
        upto - at >= _WORD
        and _AFFIRMED.search(text[clause.start : at])
        and text[upto : upto + 1] not in _NONE
    ):
        return False
    if upto - at >= _WORD and text[upto : upto + 1] == "了" and not prose.says(at - _EARLY, at, Says.DENIES):
        return False
    turns = [turn.end() for turn in _TURN.finditer(text, clause.start, at)]
    turn = _TURN.search(text, upto, clause.end)
    around = (max(turns, default=clause.start), at), (upto, turn.start() if turn else clause.end)
    return any(
        prose.says(first, last, Says.DENIES | Says.SLIGHTLY) or text[first : first + _WORD] not in closed
        for start, end in around
        for first, last in prose.open_words.spans(start, end, _LEFT_OPEN)
    )


def _follows_its_denial(trial: Trial, clause: Clause) -> bool:
    """Whether a clause says what was so instead of what the one before denies: 并未支付报酬，而是发放雨衣."""
    before = trial.prose.clause_at(max(0, clause.start - 2))
    return (
        before.sentence == clause.sentence
        and trial.prose.text.startswith("而是", clause.start)
        and trial.prose.says(before.start, before.end, Says.DENIES)
    )


def _denies_next(trial: Trial, clause: Clause) -> bool:
    """Whether the clause that follows in the same sentence denies: 上门劝导，均未奏效."""
    after = trial.prose.clause_at(min(clause.end + 1, len(trial.prose.text)))
    denies = trial.prose.says(after.start, after.end, Says.DENIES)
    return after.start > clause.start and after.sentence == clause.sentence and denies
