"""Words that take a note back: 把上一条删了, 第1条不要了, “中心组9次”那句删掉, or a mere 删掉 to a note."""

import re

from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.correction_words import EDGES
from bot.interview.decision import Decision
from bot.interview.event import BY_ITSELF, EventKind, NewEvent
from bot.interview.outline import OTHER
from bot.interview.placing import dropped, waiting
from bot.interview.state import DraftState
from bot.numerals import number_of
from bot.widths import levelled

_ASKING = (
    r"(?:(?:算了|不对|哎呀?|唉|嗯|额|呃|哦|对了|等等|那个|不行|不妥)[，,、。！!…\s]*)*"
    r"(?:请|麻烦|[帮给替]我|我?[想要]把?|[把将]|能不能|可以|就|先|还是)*"
)
_GONE = (
    r"(?:都|也|就|先|还是|给我)*(?:删除?(?:掉|了|去)?|去掉|作废|撤掉|撤了|划掉|拿掉|抹掉|不算数?)"
    r"(?:一下|[吧了啊呀哦吗哈]|行吗|可以吗|谢谢)*"
)
_UNWANTED = r"(?:都|也|就|先|还是)*(?:不要|别写|不写|不用写|别要)(?:[吧了啊呀哦哈]|行吗|可以吗|谢谢)*"
_WORDS = "(?:话|消息|内容)?"
_LAST = (
    r"(?:(?:我?(?:刚才|刚刚|上面|前面)(?:说|写|发)?的?)?(?:[那这上前]|最后)一?[条句个]|我?(?:刚才|刚刚)[说写发]的)"
    + _WORDS
)
_BEFORE = re.compile(r"[上前刚]")
"""What is said of words before these: 这条 at a question without any means something on its card."""
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_NAMED = (
    r"(?:[“\"「『](?P<quoted>[^”\"」』]{2,40})[”\"」』]|(?P<named>[^，,。；;“”\"\s]{2,16}?))"
    r"(?:的?[那这]一?[条句个]|一?[条句])" + _WORDS
)
_WHOLE = re.compile(
    rf"{_ASKING}(?:{_GONE}|(?:(?P<last>{_LAST})|第(?P<nth>{_NUMBER})[条句个]|{_NAMED})(?:{_GONE}|{_UNWANTED})"
    rf"|(?:{_GONE}|{_UNWANTED})[，,\s]*(?:(?P<last2>{_LAST})|第(?P<nth2>{_NUMBER})[条句个]))"
)
_LONGEST = 60


def drops(state: DraftState, key: str, text: str, reply_to: int | None = None) -> Decision | None:
    """What a request to take a note of that question back does; None for other words.

    A note that is named, quoted or counted is meant, else the one replied to, else the last. What is named,
    or said last, may stand at another question. Undo brings it back. What nobody can find changes nothing.
    """
    found = _request(text)
    if found is None:
        return None
    here = OTHER if key == END else key
    words, aside = state.answer(here).words, waiting(state)
    pointed = any(found.groupdict().values()) or reply_to is not None
    if aside and not pointed and (not words or words[-1].seq < aside[-1].note.seq):
        return dropped(state)
    note = _meant(found, words, state.note_of(reply_to))
    where, note = (here, note) if note is not None else _elsewhere(state, found, words)
    if note is None:
        return Decision(notice="drop_unfound")
    return Decision(gone(where, note), notice="note_dropped")


def asks_to_drop(text: str) -> bool:
    """Whether a message asks for a note to be taken back."""
    return _request(text) is not None


def counted(text: str) -> int:
    """Which of the words on the screen a request to take one back means, from 1; 0 if it does not count."""
    found = _request(text)
    return (number_of(found["nth"] or found["nth2"] or "") or 0) if found is not None else 0


def is_only_a_request(text: str) -> bool:
    """Whether an edited message says nothing but that it is to go: 删掉, 这条不要了."""
    found = _request(text)
    return found is not None and not (found["named"] or found["quoted"])


def gone(key: str, note: Note) -> NewEvent:
    """The note counts no more."""
    return NewEvent(EventKind.WITHDRAW, key, BY_ITSELF, note.seq)


def _request(text: str) -> re.Match[str] | None:
    said = levelled(text).strip(EDGES)
    return _WHOLE.fullmatch(said) if len(said) <= _LONGEST else None


def _elsewhere(state: DraftState, found: re.Match[str], here: tuple[Note, ...]) -> tuple[str, Note | None]:
    """The one note anywhere that has the words quoted, or the last where nothing is said here."""
    said = [(key, note) for key in state.keys for note in state.answer(key).words]
    if quote := found["quoted"] or found["named"]:
        having = [one for one in said if levelled(quote) in levelled(one[1].reading)]
        return having[0] if len(having) == 1 else ("", None)
    if not here and _BEFORE.search(found["last"] or found["last2"] or ""):
        return max(said, key=lambda one: one[1].seq, default=("", None))
    return "", None


def _meant(found: re.Match[str], words: tuple[Note, ...], replied: int | None) -> Note | None:
    if nth := found["nth"] or found["nth2"]:
        number = number_of(nth)
        return words[number - 1] if number and number <= len(words) else None
    if quote := found["quoted"] or found["named"]:
        having = [note for note in words if levelled(quote) in levelled(note.reading)]
        return having[0] if len(having) == 1 else None
    return next((note for note in words if note.seq == replied), words[-1] if words else None)
