"""The whole report: title, salutation, opening, numbered sections, closing line, signature and date."""

import re

from jinja2 import Environment, StrictUndefined

from bot.interview.answer import Answer
from bot.interview.outline import NEEDED_PROFILE, Question
from bot.interview.particulars import counting, duties_with, particular
from bot.interview.profile import reporting_year
from bot.interview.settled import settled
from bot.interview.state import DraftState
from bot.report import BlockKind, Report, ReportBlock, Sentence, Source
from bot.writing.addressed import addressed
from bot.writing.lists import listed_duties
from bot.writing.phrases import Phrases, YearPack
from bot.writing.plain import PlainWriter
from bot.writing.term import begun
from bot.writing.tidy import bare
from bot.writing.variants import Variants
from bot.writing.wording import gap_mark, reading

_TEMPLATES = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)
_DUTIES = re.compile(r"^(?:本人|我)?(?:主要)?是?(?:分管|负责|管着?(?![理委护控网道线辖]))[:：]?")
_SENTENCE = re.compile(r"[了过]")
"""What is in a note on duties that tells what became of them: 8月信访交给老王了."""
_ITEMS = re.compile(r"[，、；]")
_ALSO = re.compile(r"^(?:还有?|也|兼着|兼管|以及|管着?(?!理))+")
_LET_ME = re.compile(r"(?:又|还|再|也)*[让叫]我(?:来|再|也)?(?:分?管|负责|抓|兼)了?(?=[\u4e00-\u9fff]{2})")
"""How a duty came to somebody, as it is said: 5月份起又让我管了乡村道路."""
_DOES = re.compile(r"包(?!装)|联系|挂")
_THIS_LOT = re.compile(r"(?<=[\u4e00-\u9fff]{2})[这那]一?[块摊](?:儿|工作)?(?=$|[，、；])")
"""What only points at a duty: 退役军人这一块."""
_AND = re.compile(r"(?<=[\u4e00-\u9fff])[，、](?:还(?:有|管着?(?!理)|负责|分管)|以及)(?=[\u4e00-\u9fff]{2})")
_TWO_VERBS = re.compile(r"负责(?=主持|协助|协管|主管|分管|牵头)")
TOWN_BODIES = ("党委", "人大", "政府", "纪委")
_DATE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?")


def write_plain(state: DraftState, phrases: Phrases, pack: YearPack) -> Report:
    """A complete report from what has been said so far. Equal answers give the equal report."""
    variants = Variants(
        "|".join([state.outline.id, *(state.answer(key).value for key in (*NEEDED_PROFILE, "year"))])
    )
    writer = PlainWriter(state, phrases, variants)
    audience = phrases.audiences.get(state.answer("audience").choice) or phrases.audiences["default"]
    blocks = [ReportBlock(BlockKind.TITLE, (_title(state),))]
    if audience.salutation:
        to = addressed(audience.salutation, _value(state, "place"))
        blocks.append(ReportBlock(BlockKind.SALUTATION, (Sentence(to, (Source("audience"),)),)))
    blocks.append(ReportBlock(BlockKind.PARAGRAPH, (_opening(state, phrases, pack, variants),)))
    omitted = []
    number = 0
    for part in state.outline.sections:
        section = writer.section(part, number + 1)
        if section:
            number += 1 if part.heading else 0
            blocks += section
        else:
            omitted.append(part.name)
    closing = variants.pick("closing", audience.closing)
    date = date_in_full(_needed(state, "sign_date"))
    blocks += [
        ReportBlock(BlockKind.PARAGRAPH, (Sentence(closing),)),
        ReportBlock(
            BlockKind.SIGNATURE,
            (Sentence(f"{_signs_as(state)}：{_needed(state, 'name')}", (Source("name"),)),),
        ),
        ReportBlock(BlockKind.DATE, (Sentence(date, (Source("sign_date"),)),)),
    ]
    return Report(blocks[0].text, tuple(blocks), tuple(omitted))


def _title(state: DraftState) -> Sentence:
    year = reporting_year(state)
    place, post = _value(state, "place"), _value(state, "post")
    parts = [f"{year}年" if year else "", place, _joined_post(place, post), state.outline.kind, "报告"]
    used = [key for key in ("year", "place", "post") if state.answer(key).given]
    return Sentence("".join(parts), tuple(Source(key) for key in used))


def _opening(state: DraftState, phrases: Phrases, pack: YearPack, variants: Variants) -> Sentence:
    year = reporting_year(state)
    told = _optional(state, "since")
    since, tenure = begun(told, _value(state, "place"), _value(state, "post"))
    values = {
        "name": _needed(state, "name"),
        "place": _needed(state, "place"),
        "post": _needed(state, "post"),
        "year": year,
        "since": since,
        "tenure": tenure,
        "duties": _duties(state),
        "background": variants.pick("background", pack.background) if pack.background else "",
        "matters": state.outline.matters,
    }
    values["post"] = _joined_post(str(values["place"]), str(values["post"]))
    template = variants.pick("opening", phrases.openings)
    used = [key for key in ("name", "place", "post", "year", "since", "duties") if state.answer(key).given]
    text = _TWO_VERBS.sub("", "".join(_TEMPLATES.from_string(template).render(values).split("\n")))
    return Sentence(text, tuple(Source(key) for key in used))


def _joined_post(place: str, post: str) -> str:
    """The post as it follows the place: to 石桥镇 镇党委书记 and 石桥镇党委书记 add 党委书记, 镇长 stays."""
    for size in range(min(len(place), len(post) - 1), 1, -1):
        if post.startswith(place[-size:]):
            return post[size:]
    return post[1:] if place and post.startswith(place[-1]) and post[1:3] in TOWN_BODIES else post


def _value(state: DraftState, key: str) -> str:
    """A short profile answer as it stands in a sentence; empty while open."""
    question = _profile_question(state, key)
    answer = settled(state, key)
    return bare(particular(key, _said(answer, question))) if question and answer.value else ""


def _said(answer: Answer, question: Question) -> str:
    return reading(counting(question.key, answer.words), question.label) if answer.words else answer.choice


def _needed(state: DraftState, key: str) -> str:
    question = _profile_question(state, key)
    return _value(state, key) or gap_mark(question.label if question else key)


def _optional(state: DraftState, key: str) -> str:
    question = _profile_question(state, key)
    if question and settled(state, key).is_gap:
        return gap_mark(question.label)
    return _value(state, key)


def _duties(state: DraftState) -> str:
    """All notes on the duties in one phrase, and before them what was told of duties with the post."""
    return _AND.sub("、", _told_duties(state))


def _told_duties(state: DraftState) -> str:
    question, post = _profile_question(state, "duties"), settled(state, "post")
    answer = settled(state, "duties")
    own = bare(listed_duties(duties_with(post.words[-1].reading.strip()))) if post.words else ""
    if question is None or not answer.words:
        return _THIS_LOT.sub("", _DUTIES.sub("", own)) or _optional(state, "duties")
    phrases = [
        _THIS_LOT.sub("", _DUTIES.sub("", bare(listed_duties(reading(note, question.label)))))
        for note in answer.words
    ]
    told = [_THIS_LOT.sub("", _ALSO.sub("", one)) for one in _ITEMS.split(_DUTIES.sub("", own))]
    for duty in filter(None, told):
        phrases = [_with_the_fuller(phrase, duty) for phrase in phrases]
    more = [duty for duty in told if duty and duty not in "".join(phrases)]
    if more:
        phrases.insert(0, "、".join(more))
    phrases = [_LET_ME.sub("又负责", one) for one in phrases]
    joined = "".join(_apart(one) + one for one in phrases if one)
    return joined[1:].replace("。", "，")


def _signs_as(state: DraftState) -> str:
    """What stands in front of the name below a report."""
    return "述责人" if state.outline.kind.startswith("述责") else "述职人"


def _apart(phrase: str) -> str:
    """What stands between duties and this phrase of them."""
    return "；" if _SENTENCE.search(phrase) else "，" if _DOES.match(phrase) else "、"


def _with_the_fuller(duties: str, duty: str) -> str:
    """The duties with this one in the place of one that says less of the same: 农业农村 for 农业."""
    parts = re.split(r"([，、；])", duties)
    return "".join(duty if len(part) > 1 and duty.startswith(part) else part for part in parts)


def _profile_question(state: DraftState, key: str) -> Question | None:
    return next((question for question in state.outline.profile if question.key == key), None)


def date_in_full(text: str) -> str:
    """A date in the form of GB/T 9704-2012, 7.3.5: 2026年1月5日; anything else as the person wrote it."""
    found = _DATE.fullmatch(text)
    return "{}年{}月{}日".format(*(int(part) for part in found.groups())) if found else text
