"""From one answer to sentences: the person's words, tidied, with gaps marked, after their topic."""

import re
from collections.abc import Sequence
from math import ceil

from bot.interview import gap
from bot.interview.answer import Answer, Note
from bot.interview.bare_answers import is_only_no
from bot.interview.missing import missing
from bot.interview.outline import OTHER, Question
from bot.interview.talk import is_nothing_more
from bot.report import Sentence, Source
from bot.writing.as_reported import as_reported
from bot.writing.guessing import as_guesses
from bot.writing.in_digits import in_digits
from bot.writing.said_behind import with_figures
from bot.writing.tidy import tidy

_OWN_ORDINALS = re.compile(
    r"[一二三四五六七八九]是|首先[，、]|其次|第[一二三四五][，、]|（[一二三四五六]）|^\d[.、]"
    r"|(?:^|[；。：])[一二三四五六七八九十]、"
)
_NTH_OF_THEM = re.compile(
    r"^第[一二三四五六1-6](?:[项个件]|[个项]?问题)(?:工作|任务)?(?:就?是|，)(?=[\u4e00-\u9fff]{2})"
)
_FILLER = re.compile(r"嗯+|哦+|啊|好+的?|行|可以|知道了?|没有这(?:回|个)?事|没有这种情况|没这回事|同上")
_NO_FIRST = re.compile(r"^(?:没有|没|无|没有的事|没这回事)[，。；](?=[^。]*[没未无不])")
TOPIC_SHARED = 0.6
ONE_BREATH = 100


def gap_mark(label: str) -> str:
    """How a gap is shown in a report."""
    return f"【待补：{label}】"


def reading(note: Note, label: str) -> str:
    """The note with fills put in, counts in digits and every placeholder still open shown as a gap."""
    places = enumerate(gap.placeholders(note.text))
    filled = {index: note.fills.get(index, gap_mark(missing(place) or label)) for index, place in places}
    return in_digits(gap.fill(note.text, filled))


def words(question: Question, answer: Answer) -> list[Sentence]:
    """Each note as a sentence of its own; a choice as its word; a gap where the person does not know."""
    sentences = [
        Sentence(text, (Source(question.key, note.seq),))
        for note in answer.words
        if not _is_empty(question, note)
        and (text := as_reported(tidy(as_guesses(reading(note, question.label)))))
    ]
    if sentences:
        return _joined(with_figures(sentences))
    if answer.is_gap:
        return [Sentence(gap_mark(question.label) + "。", (Source(question.key),))]
    if answer.choice:
        return [Sentence(tidy(answer.choice), (Source(question.key),))]
    return []


def _joined(sentences: list[Sentence]) -> list[Sentence]:
    """Short notes that follow one another become one sentence, as they were said in one breath."""
    out = sentences[:1]
    for sentence in sentences[1:]:
        before = out[-1]
        both = before.text.removesuffix("。") + "；" + sentence.text
        if before.text.endswith("。") and "。" not in both[:-1] and len(both) <= ONE_BREATH:
            out[-1] = Sentence(both, before.sources + sentence.sources)
        else:
            out.append(sentence)
    return out


def says_nothing(question: Question, answer: Answer) -> bool:
    """Whether all words only say 没有, or 嗯 where that tells nothing: of a problem, to a declaration."""
    return bool(answer.words) and all(_is_empty(question, note) for note in answer.words)


def _is_empty(question: Question, note: Note) -> bool:
    said = note.reading.strip(" 。，.！!")
    if is_only_no(said) or (question.key == OTHER and is_nothing_more(said)):
        return True
    strict = question.aspect is not None or question.kind == "declaration" or question.key == OTHER
    return strict and _FILLER.fullmatch(said) is not None


def framed(sentences: Sequence[Sentence], topic: str, frame: str) -> list[Sentence]:
    """The sentences after their topic; without it where they name it themselves."""
    first = sentences[0]
    if not topic:
        return list(sentences)
    if names_topic(first.text, topic):
        return list(sentences)
    text = frame.format(topic=topic, notes=first.text)
    return [Sentence(text, first.sources), *sentences[1:]]


def names_topic(text: str, topic: str) -> bool:
    """Whether the text names most of the topic in one piece, so that saying it again would stammer."""
    size = max(2, ceil(len(topic) * TOPIC_SHARED))
    return any(topic[start : start + size] in text for start in range(len(topic) - size + 1))


def has_own_ordinals(sentences: Sequence[Sentence]) -> bool:
    """Whether the person counted themselves (一是…二是…, 首先…), so that our count must not go around it."""
    return any(_OWN_ORDINALS.search(sentence.text) for sentence in sentences)


def uncounted(text: str) -> str:
    """The text without the number that the person gave it: 第二项是残联 is told behind our 二是."""
    return _NTH_OF_THEM.sub("", text)


def without(text: str, openers: Sequence[str]) -> str:
    """The text without the first of these openers that it begins with."""
    for opener in sorted(openers, key=len, reverse=True):
        if text.startswith(opener) and len(text) > len(opener) + 2:
            return text[len(opener) :].lstrip("，：、")
    return text


def without_no(text: str) -> str:
    """Words on a declaration without a no in front that they say again: 没有，亲戚没揽过工程."""
    return _NO_FIRST.sub("", text)
