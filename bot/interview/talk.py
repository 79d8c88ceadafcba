"""Words meant for whoever asks, and not for the report: 过几天再说, 先这样吧, 没有了, 怎么写, 不归我管.

They are told by what the whole message says: it is nothing but such words. A note that contains some of them
says something else too, and is a note.
"""

import re

from bot.interview.consent import consents
from bot.interview.not_mine import is_not_mine

LONGEST = 24
"""Characters beyond which nobody says only that."""

_TELL = r"(?:写|说|答|讲|填|补充?|聊|谈|记|回答?|回复)"
_SAY = rf"(?:{_TELL}|弄|想|看|发|报|改)"
_LATER = (
    r"(?:过(?:个?几|两|些|几)(?:天|个?小时|分钟|个?月)|过(?:一?会儿?|一?阵子?|后)|等?(?:一|待|等|过)会儿?|稍后|等下"
    r"|等?我?有(?:空|时间)了?|[得抽]空|忙完|回头|赶?改?明儿个?|改[天日]|[下改]次|下回|以后|之后|后面|晚[点些上]|今晚|明[天早晚]|后天"
    r"|中午|下午|下周|周末|下班(?:后|以后)?|到(?:时候?|后面)|等.{1,10}?)"
)
_CHECK = r"(?:想|考虑|琢磨|回忆|查|问|看|翻|核实|核对|找|确认|了解|数|算|捋|统计|对)"
_SOURCE = r"(?:台账|账|资料|材料|文件|记录|笔记|数据|数字|数|本子|表格?|报表|日记|办公室|同事)"
_MORE = r"(?:别的|其他的?|其它的?|更多的?|另外的?|新的)"
_NOTHING_MORE = (
    rf"(?:没有?|没得|莫得)(?:啥|什么)?(?:{_MORE})?(?:[可要想好]|需要|值得)?(?:{_TELL}的?)?[了啦咯喽]",
    rf"没有?(?:啥|什么)?(?:{_MORE}|(?:[可要想好]|需要|值得){_TELL}的?|补充的?|事了)",
    rf"{_MORE}[就也都]?没有?了?|(?:不用|不需要|无需|无)补充|无其[他它]",
    r"(?:写|说|答|讲|填|聊|回答)[完好全齐够]了|(?:完|好|行|够|齐|差不多|可以|OK|ok|完事)了|完毕|打住|算了|(?:不用|不必|不需要)了",
    r"(?:就|只有?|也就|就只有|就是)(?:这些|这么[多些]|这[一]?点|这[几一][条样件个])了?",
)
_TALK = (
    *_NOTHING_MORE,
    # later
    rf"(?:{_LATER})?(?:我|就|你|您)*(?:再|接着|继续){_SAY}上?|{_LATER}我?(?:{_TELL}上?|再来|给[你您])",
    r"等[一等]下?|等一?会儿?|待会儿?|一会儿|稍后|回头|改天|稍等(?:一?下|片刻)?|等等|等我(?:一下)?|马上就?来?|别急|不急|慢慢来",
    # stopping here
    rf"{_SAY}?到(?:这里|这儿|这|此|今天|现在)(?:为止)?",
    rf"[先就]{_SAY}?(?:这样|这么[着办多写]着?|这些|这[一]?点|一点|一部分)",
    r"[先我](?:停|歇|缓|放|搁|空|留)(?:[一]?[停歇放缓]|一下|一?会儿?|着)?|歇一?会儿?|休息(?:一下|一会儿?|会儿)",
    rf"(?:先|今天|这[一]?[题条个])不(?:{_TELL}|弄|想)|不(?:{_TELL}|弄|想|改)了|[写想编答]不(?:动|下去|出来|上来)了?|缓缓|歇歇",
    r"先(?:吃饭|睡觉|开会|忙)|(?:吃饭|睡觉|开会|接电话|忙)去了?|先走了?|下班了|下线了|[在去要]开个?会(?:去|了|呢)*|来电话了|有事先走",
    r"(?:有点|太|好|真|不)?(?:累|困|晚|早|忙|饿)了|到站了|下车了|(?:手机)?没电了|(?:信号|网)不好",
    r"跳过(?:这[个题条])?|略过?|先过|这[个题条]不会",
    # thinking
    rf"(?P<check>{_CHECK})一?(?P=check)(?:{_SOURCE})?(?:.{{0,8}}再{_SAY})?",
    rf"{_CHECK}(?:一下|下|会儿|一会儿?)(?:{_SOURCE})?(?:.{{0,8}}再{_SAY})?",
    # asking how
    rf"(?:这[个题条]?|到底|具体|该|应该)*(?:怎么|咋|如何|怎样){_SAY}|{_SAY}(?:什么|啥|哪些)|[什啥]么?意思",
    rf"不(?:会|懂|知道|晓得)(?:怎么|咋|该怎么)?{_SAY}(?:什么|啥)?|[没看听]不?[看听]?懂|(?:可以|能)不{_SAY}|不{_SAY}行",
    rf"怎么用|(?:要|得)?{_TELL}?多少字|{_TELL}多[少久长]|还有(?:几|多少)[题道]|[你您](?:是谁|是什么|是机器人|叫什么)",
    rf"(?:[能可会]以?)?[帮替]我{_SAY}(?:一下|点)?|随便{_TELL}?|看着[写办编]|[你您][定说]了?算?|[都]行|都可以",
    # politeness
    r"好[的吧嘞滴呀啊]?|行[吧的啊]?|可以|没问题|收到|嗯|哦|噢|喔|哈|呵|唉|哎|额|呃|OK|Ok|ok|okay",
    r"(?:知道|明白|了解|懂|清楚)了|明白",
    r"[太多]?(?:谢谢|感谢|多谢|谢|辛苦|打扰|麻烦)(?:您|你|大家|老师|同志)?了?",
    r"[你您早]好?|(?:大家|早上|上午|中午|下午|晚上)好|早安|晚安|再见|拜拜|回见|在[吗的]|在不在|有人吗|hello|hi|测试|试[试一]下?",
    r"开始|接着来|继续|往下|来吧|下一[个条问]|接着问?|问吧",
)
_AROUND = (
    r"我们?|让我|容我|等我|那么?|就|先|再|咱们?|今[天晚]|现在|这[会次]儿?|这[一]?[题条]|这个|暂时|目前|还是|要不|只[好能]|真的|实在"
    r"|不好意思|对不起|抱歉|反正|大概|应该|可能|好像|差不多|基本上?|[也都还得要去请]|[了吧啊呀呢哈哦喽咯啦呗嘛吗的哟您你]|行不行|好不好"
)
_WHOLE = re.compile(rf"(?:(?P<talk>{'|'.join(_TALK)})|{_AROUND})+")
_ENDS = re.compile(rf"(?:(?P<talk>{'|'.join(_NOTHING_MORE)})|{_AROUND})+")
_MARKS = re.compile(r"[\W_]+")

_ONLY_NO = re.compile(
    r"(?:暂时|目前|这个|这题)?(?:都|就)?(?:没有?|无|暂无|没得|不用|不必|不需要|算)[的呢啊哦吧了过]*"
)
_ONLY_YES_OR_NO = re.compile(
    r"嗯?(?:有|有过|会|不会|属实)[的啊吧了呀哈呢]*"
    r"|我?(?:(?:[上前]一?[条句个题]|刚才|刚刚|[前上]面)(?:的?[那这]?一?[条句个题])?|[那这]一?[条句个题])?的?"
    r"我?[说写打发记选点按搞弄讲答]?(?:错[了啦]|得?(?:不对|有误))[的啊吧了呀哈呢]*"
)


def is_talk(text: str) -> bool:
    """Whether a message says nothing but what is meant for whoever asks."""
    return _is_only(_WHOLE, text) or is_not_mine(text)


def is_nothing_more(text: str) -> bool:
    """Whether a message says only that there is nothing more to tell."""
    return _is_only(_ENDS, text)


def is_only_no(text: str) -> bool:
    """Whether a message is a bare no: 没有, 不用了. It answers whether there is something, not what."""
    return _ONLY_NO.fullmatch(_MARKS.sub("", text)) is not None


def is_only_yes_or_no(text: str) -> bool:
    """Whether a message only agrees or disagrees: 是, 不对, 有的. By itself that tells a report nothing."""
    return consents(text, ()) is not None or _ONLY_YES_OR_NO.fullmatch(_MARKS.sub("", text)) is not None


def _is_only(kind: re.Pattern[str], text: str) -> bool:
    said = _MARKS.sub("", text)
    found = kind.fullmatch(said) if 0 < len(said) <= LONGEST else None
    return found is not None and found["talk"] is not None
