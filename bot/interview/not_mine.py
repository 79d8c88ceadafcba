"""Words that say a question is somebody else's business: 这块不归我管，是宣传委员抓的. They tell of no work.

They are told by what the whole message says: who tells of something done besides has answered the question.
"""

import re

LONGEST = 50
"""Characters beyond which nobody says only that."""

_THIS = r"(?:这|那)?(?:一?[块项摊个题方条件]|方面|些)?(?:工作|业务|事儿?|活儿?|面|职能)?"
_TOPIC = r"[\u4e00-\u9fff]{0,12}?"
_MINE = (
    r"(?:现在|目前|今年|一直|早就|都|也|可)*(?:"
    r"(?:不|没)(?:归|由|让|该|是归|是由)我们?(?:来)?(?:管|分管|负责|主管|抓|牵头)?"
    r"|不是我们?(?:来)?(?:分管|管|负责|主管|抓|牵头|的事儿?|的职责|的分工|的活儿?|职责|这边)(?:范围|内|里|的)*"
    rf"|我们?(?:不|没有?)(?:再|具体|直接)?(?:分管|管|负责|主管|牵头){_THIS}"
    rf"|(?:没有?|不)(?:分管|负责){_THIS}"
    r"|不在我的?(?:分工|职责|分管)(?:范围)?(?:里面?|内|之内)?|不属于我的?(?:分工|职责|分管|管)(?:范围)?"
    r"|[跟和与]我(?:没有?关系|无关|不相干|不沾边)|轮不到我管?"
    r")"
)
_SIGNS = re.compile("我|分管|负责")
"""One of them is in whatever says so: most messages need no closer look."""
_NOT_MINE = re.compile(rf"{_TOPIC}{_MINE}[的了呢啊吧呀哈]*")
_WHO = r"(?:(?![我咱俺])[\u4e00-\u9fff]){1,12}?"
_OTHERS = re.compile(
    rf"(?:这块|那块)?(?:一直|都|主要|现在|应该|好像)*(?:是|由|归|有|归口)?{_WHO}(?:那边|同志|他们)?(?:在|来|具体|专门|一直)*"
    r"(?:抓|管|分管|负责|主管|牵头|主抓|弄|搞)(?:这块|这项|这一块|这项工作|这个)?[的着了呢啊吧]*"
    rf"|归口?(?![集档还拢类纳并]){_WHO}|是{_WHO}的(?:事儿?|活儿?|分工|职责)|[你您]?(?:得|要|去|可以)*(?:问|找)(?:一?下)?{_WHO}(?:吧|去)?"
    r"|我(?:也|都)?(?:没有?|不太?)(?:参与|清楚|了解|懂|知道|掌握|插手|过问)(?:情况|具体情况|过)?|跳过吧?|不写了?|写不了"
)
_BREAKS = re.compile(r"[，,。；;！!？?、…\s]+")


def is_not_mine(text: str) -> bool:
    """Whether a message says only that something is not this person's duty, and at most whose it is."""
    if not _SIGNS.search(text):
        return False
    parts = [part for part in _BREAKS.split(text) if part]
    if not parts or sum(map(len, parts)) > LONGEST:
        return False
    mine = [_NOT_MINE.fullmatch(part) is not None for part in parts]
    return any(mine) and all(
        not_mine or _OTHERS.fullmatch(part) for not_mine, part in zip(mine, parts, strict=True)
    )
