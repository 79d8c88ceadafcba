"""Name, place and post as they stand in a report: without the words that people put around them."""

import re
from collections.abc import Sequence

from bot.interview.answer import Note

_AROUND = {
    "name": (re.compile(r"^(?:(?:我|本人)?(?:的?名字)?叫做?|姓名[是:：]?)"), re.compile(r"[吧啊呢的]+$")),
    "place": (
        re.compile(
            r"^(?:我们?|本人)?(?:现在|目前)?(?:(?:就职|工作|任职)[在于]|在|是)|^我们(?=[\u4e00-\u9fff]{2})"
        ),
        re.compile(r"(?:工作|任职|上班|这边|这儿|[的吧啊呢哈])+$"),
    ),
    "post": (
        re.compile(r"^(?:我|本人)(?:现在|目前)?(?:是|任|担任|现任)[:：]?|^(?:现任|担任)[:：]?"),
        re.compile(r"[的吧啊呢哈]+$"),
    ),
}
_DUTIES = re.compile(r"[，,；;。\s]+(?P<duties>(?:主要)?(?:分管|负责|协管|协助|联系|主管|牵头|管着?|抓).+)$")


def particular(key: str, value: str) -> str:
    """What a value says of itself: 马德胜 of 我叫马德胜, 青石镇 of 青石镇的, 副镇长 of 副镇长，分管农业.

    Nothing is taken away from what would be empty without it; other questions' values stay as they are.
    """
    before, behind = _AROUND.get(key, (None, None))
    if before is None or behind is None:
        return value
    said = behind.sub("", before.sub("", _DUTIES.sub("", value) if key == "post" else value, count=1))
    return said or value


def duties_with(post: str) -> str:
    """The duties that were told along with the post; nothing, if none were."""
    found = _DUTIES.search(post)
    return found["duties"] if found else ""


def counting(key: str, words: Sequence[Note]) -> Note:
    """The note that counts: the newest, but of 平原县青石镇 and then 青石镇 the fuller."""
    newest = words[-1]
    said = particular(key, newest.reading.strip(" 。"))
    fuller = (note for note in words[:-1] if particular(key, note.reading.strip(" 。")).endswith(said))
    return max(fuller, key=lambda note: len(note.reading), default=newest) if key == "place" else newest
