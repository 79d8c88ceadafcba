"""What somebody says while they think, at the start of a note or between two marks: 嗯，秋粮收了3200亩.

So is what refers to the talk itself: 刚才说过了， in front, 没有别的了 at the end, a 嘛 or 呢 before a comma.
"""

import re

_SOUND = r"(?:[嗯呃噢喔诶欸]+|[额哦啊哎唉])"
_WORDS = (
    r"(?:[哦噢啊嗯呃]*对(?:了|对)?(?:还有|另外)?|好的?|好[嘞吧]|行|[Oo][Kk]|[那这]个|(?:让?我)?想想|我看看|是这样的?|收到"
    r"|没问题|可以)"
)
_THINKS = r"(?:(?:咋|怎么)[说讲]呢|这么说吧|等等|等一?下|(?:我|咱)?(?:接着|继续)[说讲]|刚才[说讲]到哪儿?了?)"
_MARKS = r"[，,、。.…～~!！\s]+"
_STOPS = r"\s*[，,。.…～~!！]+\s*"
"""What sets a word off: 好、中、差 is a list."""
_AT_THE_START = re.compile(rf"\A(?:(?:{_SOUND}|{_THINKS}){_MARKS}|{_WORDS}{_STOPS})+(?=.*\w)")
_BETWEEN = re.compile(rf"(?<=[，,、；;。\s])(?:{_SOUND}|[这那]个|那啥|就是说){_MARKS}(?=\w)")
_WITHIN = re.compile(r"(?<=[\u4e00-\u9fff\d%])[嗯呃]+(?=[\u4e00-\u9fff\d])")
"""A sound that no word has, in a sentence that was dictated: 讲党课两次嗯还有专题学习三次."""
_GLUED = re.compile(
    r"\A(?:[嗯呃噢]+(?=(?:[这那]个|就是|我|反正|主要))|[嗯呃噢哦啊]*对了(?:还有|另外)(?=[\u4e00-\u9fff]{2}))"
)
_SAID_BEFORE = re.compile(
    r"(?:\A|(?<=[，,；;。\s]))(?:这个?|也)?(?:刚才|刚刚|前面|上面)我?(?:已经|都|也)?(?:[说讲提]过?了|[说讲提]过)"
    r"[的吧啊]*[，,。；;：:\s]+(?=\w)"
)
_NOTHING_MORE = re.compile(
    r"(?<=\w)[，,。；;\s]+(?:别的[也就都]*没有?了|没有?(?:别的|其[他它]的?)了|大[概致]就是?这(?:些|么多|样)了?"
    r"|就是?这(?:些|么多)了?"
    r"|(?:我)?(?:汇报|说|讲)完(?:毕|了))[吧啊呢]*[。.！!]*\Z"
)
_POINTED = r"(?:这|那|上面)(?:一?[条块个项题句]|方面)?"
_NOT_MINE = re.compile(
    rf"\A{_POINTED}(?:都|也)?(?:不是我(?:来)?(?:分?管|负责|抓)的?|不(?:归|由)我(?:分?管|负责|抓)?)[，,。；;\s]+(?!是)(?=.*\w)"
)
"""Whose the question is, in front of what was done all the same: 这条不是我管的，我就配合清了40车."""
_ASKED = re.compile(
    rf"(?:\A|(?<=[，,。；;\s])){_POINTED}?(?:算不算|算|写|放)(?:在|到)?(?:这[里儿]|这[题条块]|哪[里儿题])[吗呢啊]*[，,。？?\s]+(?=\w)"
)
_ASKED_OF = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:算不算(?:在|到)?(?:这[里儿]|这[题条块])?|算在?(?:这[里儿]|这[题条块])吗|算吗)[啊呢]*[，,。？?\s]+(?=\w)"
)
"""Where it belongs, asked beside what is told: 讲党课算不算这里 讲了1次."""
_TO_BE_ASKED = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2,6}?)?(?:我)?(?:回头|等下|待会儿?|晚点|过后|改天|到时候?)我?(?:再|去|得)*(?:问|查|核|找)(?:一?下|[问查])?"
    r"[\u4e00-\u9fff]{0,6}[，,\s]+先?(?:写|填|空着?|放)?(?=[XxＸｘ×*▢【])"
)
"""Who will be asked for a figure that stands as a placeholder: 钱数我回头问财政所 先XX万."""
_PARTICLE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![毛马大])(?:(?:嘛|呢|啊|呀|哈)(?=[，,。；;\s])|[嘛呢](?=大概|大约|差不多|\d))"
)
_POINTS = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![的是把])[这那]个[，,；;\s]+(?=\w)")
"""A word that only points back at what it stands behind: 作风那个 查摆问题4条."""
_DICTATED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<![什怎这那多要甚])么(?=[，,。；;\s]|[一两三四五六七八九十每\d])"
)
"""支部学习么一个月一次."""
_IS_IT_ONE = re.compile(
    r"(?<=\w)[，,。；;\s]+[这那]?个?(?:也|能|该)?(?:算不算|算吗|算不|要不要[写报]|写不写)(?:数|事故?|进去|上)?[啊呢吧的]*[？?。！!]*\Z"
)
"""Whether it counts at all, asked behind what is told: 有人手受伤了 不大 算不算."""
_HOW_TO = re.compile(
    r"(?<=\w)[，,。；;\s]+(?:[这那](?:里|个|题|儿|么|样)?(?:[填写说答](?:啥|什么|多少)?)?(?:都|也)?(?:行|可以|成)(?:吧|吗|么|不行|不)"
    r"|(?:行|可以|成)(?:吗|么|不行|不可以)|对(?:吗|吧|不对))[啊呢]*[？?。！!]*\Z"
)
"""Whether it is answered as it should be, asked behind the answer: 包着南沟村。这个填啥都行吧."""
_NAMED_TWICE = re.compile(
    r"\A(?:[这那]个)?(?P<ahead>[\u4e00-\u9fff]{2,4})[嘛呢][，,](?=[^。；;]{0,12}(?P=ahead))"
    r"|(?<=(?P<name>[\u4e00-\u9fff]{2}))[，,][这那]个(?P=name)[嘛呢](?=[，,])"
)
"""A thing named before it is told of: 宣讲嘛，到村里宣讲了5场; 低保，这个低保嘛，原来412户."""


def without_hesitation(line: str) -> str:
    """The line without sounds and words that tell nothing, each set off by a mark or a blank; never empty."""
    line = _WITHIN.sub("，", line)
    said = _GLUED.sub("", _BETWEEN.sub("", _AT_THE_START.sub("", _NOT_MINE.sub("", line))))
    said = _ASKED_OF.sub("，", _ASKED.sub("", _TO_BE_ASKED.sub(r"\g<of>", said)))
    said = _PARTICLE.sub("", _NAMED_TWICE.sub("", _SAID_BEFORE.sub("", said)))
    return _NOTHING_MORE.sub(
        "", _HOW_TO.sub("", _IS_IT_ONE.sub("", _DICTATED.sub("", _POINTS.sub("，", said))))
    )
