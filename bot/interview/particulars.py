"""Name, place, post and the day of signing for themselves: without the words that people put around them."""

import re
from collections.abc import Sequence

from bot.interview.answer import Answer, Note
from bot.interview.hesitating import without_hesitation
from bot.interview.introducing import introduced

_HAN = r"[\u4e00-\u9fff]"
_SELF = r"(?:我们?|本人|在下|现在|目前|就|也|这边)"
_AROUND = {
    "name": (
        re.compile(
            rf"^(?:{_SELF}*的?(?:名字|姓名|全名)?(?:是叫|叫[做作]?)[:：]?(?:[那这]个)?|{_SELF}+的?(?:名字|姓名|全名)?是"
            rf"|(?:就|还是)?(?:写|填)(?={_HAN}{{2,4}}$)|(?:姓名|名字|大名|全名|真名|本名)[是为:：]*|(?:本人|我)(?={_HAN}{{2,4}}$))"
        ),
        re.compile(r"[吧啊呢的]+$"),
    ),
    "place": (
        re.compile(rf"^{_SELF}*(?:(?:就职|工作|任职)[在于]|在|是)|^(?:我们|本人)(?=[\u4e00-\u9fff]{{2}})"),
        re.compile(r"(?:工作|任职|上班|这边|这儿|[的吧啊呢哈])+$"),
    ),
    "post": (
        re.compile(rf"^{_SELF}+(?:是|任|担任|现任)[:：]?|^(?:现任|担任|是)[:：]?"),
        re.compile(r"[的吧啊呢哈]+$"),
    ),
    "since": (re.compile(r"(?!)"), re.compile(r"(?!)")),
    "sign_date": (
        re.compile(r"^(?:落款|日期|[就那]|[写填定用署按]|[为是在成的]|[：:，,])+(?=.)", re.DOTALL),
        re.compile(r"(?:[吧啊呢的]|就行|就好|[。.！!])+$"),
    ),
}
_LEAD = re.compile(
    r"^(?:[嗯呃噢哦]+(?=[\u4e00-\u9fff]{2})|(?:对|好的?)[，,、。\s]+|(?:不对|错了)[，,、。！!\s]*(?:是(?=..))?)+"
)
_ANEW = re.compile(
    r"^.*[，,。；;！!…\s]+[哦啊噢哎唉嗯]*(?:不对|不是|[说写打记]错了?|错了|更正)[了啊呀]?[，,。：:！!\s]*"
    r"(?:应该|应当)?[是为]?(?=[^，,。]{2})",
    re.DOTALL,
)
"""What somebody says before they correct themself: 2019年吧，不对，应该是2018年11月."""
_IN_FULL = re.compile(
    rf"^.+?[，,。；;\s]+[哦啊噢嗯呃唉哎]*(?:就|还是)?[写填]?(?:大名|全名|本名|真名)[写填]?[是叫为]?(?={_HAN}{{2,4}}$)"
)
"""What one is called, before one's name: 老赵 哦写大名赵德顺."""
_BESIDES = {
    "name": re.compile(rf"(?<=[叫名是])[那这]?个?(?P<value>{_HAN}{{2,4}})[，,。；;\s]+\S.*$", re.DOTALL),
    "place": re.compile(rf"^(?P<value>{_HAN}+(?:[镇乡]|街道(?:办事处)?))的?[，,。；;]\s*\S.*$", re.DOTALL),
}
"""What is told along with a value: 我叫赵永福，今年五十四了; 青石县马家店镇，以前是乡."""
_DUTY = (
    r"(?:还|也|同时|我|本人|主要|具体|是|现在)*"
    r"(?:兼着|兼(?!任|职|[^，,。；;、\s]*(?:[长员任记]|书记)(?:$|[，,、\s]))|分管|负责(?!人)|协管(?!员)|兼管|协助|联系(?!人)|主管|牵头|管(?![委理])着?|抓|包(?!装))"
)
_DUTIES = re.compile(
    rf"[，,；;。、\s]+(?P<duties>{_DUTY}.+)$"
    r"|(?<=[长记员任席])(?P<joined>(?:分管|主管|协管(?!员)|负责(?!人)).+)$"
)
"""What stands behind a post; 管委会主任 and 负责人 are posts themselves."""
_POSTS = re.compile(
    rf"(?<=[长记员任席])[ \t\u3000]+(?={_HAN}+(?:[长员]|书记|主任|主席)(?:$|[ \t\u3000、，]))"
)
"""A blank between two posts."""
_AS_WELL = re.compile(
    rf"(?P<post>{_HAN}{{2,8}}?(?:[长员]|书记|主任|主席))(?:也|还|现在)*(?:都|是|由)*(?:我|本人)(?:也|还)?(?:兼|担|当|任)(?:着|任|的)*(?=$|[，,、\s])"
)
"""A post told with who holds it: 武装部长也是我兼着."""
_STOPS = " \t\r\n\u3000。"


def particular(key: str, value: str) -> str:
    """What a value says of itself: 马德胜 of 我叫马德胜, 青石镇 of 青石镇的, 副镇长 of 副镇长，分管农业.

    Of who says everything in one message, 石桥镇副镇长 刘建明, its own part.

    Nothing is taken away from what would be empty without it; other questions' values stay as they are.
    """
    before, behind = _AROUND.get(key, (None, None))
    if before is None or behind is None:
        return value
    if own := introduced(value).get(key):
        return own
    said = _LEAD.sub("", without_hesitation(_ANEW.sub("", value.strip(_STOPS), count=1)))
    if key == "name":
        said = _IN_FULL.sub("", said)
    if key in _BESIDES:
        said = _BESIDES[key].sub(r"\g<value>", said)
    if key == "post":
        said = _POSTS.sub("、", _DUTIES.sub("", _AS_WELL.sub(r"\g<post>", said)))
    said = behind.sub("", before.sub("", said, count=1))
    return said or value


def duties_with(post: str) -> str:
    """The duties that were told along with the post; nothing, if none were."""
    found = _DUTIES.search(post)
    return (found["duties"] or found["joined"]) if found else ""


def counting(key: str, words: Sequence[Note]) -> Note:
    """The note that counts: the newest, but of 平原县青石镇 and then 青石镇 the fuller."""
    newest = words[-1]
    if key != "place":
        return newest
    said = particular(key, newest.reading.strip(_STOPS))
    fuller = (note for note in words[:-1] if particular(key, note.reading.strip(_STOPS)).endswith(said))
    return max(fuller, key=lambda note: len(note.reading), default=newest)


def value_of(key: str, answer: Answer) -> str:
    """The short value that counts for the question of that key; empty while open."""
    if not answer.words:
        return answer.choice
    return particular(key, counting(key, answer.words).reading.strip(_STOPS))
