"""Answers that by themselves tell a report nothing: 没有, 是, 不对, 完成了, 跟去年一样, 见附件."""

import re

from bot.interview.consent import consents

_MARKS = re.compile(r"[\W_]+")
_ONLY_NO = re.compile(
    r"(?:暂时|目前|这个|这题)?(?:都|就)?(?:没有?|无|暂无|没得|不用|不必|不需要|算)[的呢啊哦吧了过]*"
)
_BEFORE = r"(?:[去上往前]年|以前|之前|前面|上面|上一?[题条句个]|刚才)"
_AS_BEFORE = (
    rf"[跟和与同]?{_BEFORE}的?(?:[都也]|基本|大体)*(?:一个?样|一致|相同|差不多|没变|同样)"
    rf"|同(?:上|前|{_BEFORE})|如上(?:所述)?|照旧|照{_BEFORE}的?|老样子"
)
_ENCLOSED = r"(?:附件|附表|附后|台账|清单|名单|另表)"
_MATERIAL = r"(?:材料|总结|文件|表格?|后面|上面|群里|微信)"
_DETAILS = r"(?:详情?|具体|情况|数据|数字|内容)*(?:请|可|可以|参|另|都|就|你|您|自己)*"
_MINE_SENT = r"(?:我?(?:发的|给的|写的|去年的?|上报的?))?"
_SEE = (
    rf"{_DETAILS}(?:见|参[看阅]|请查看)(?:一下)?{_MINE_SENT}(?:{_ENCLOSED}|{_MATERIAL})(?:[里中上]面?|的)*"
    rf"|{_DETAILS}看(?:一下)?{_MINE_SENT}{_ENCLOSED}(?:[里中上]面?|的)*|[另后已详见]?附[后上件]?"
    rf"|(?:都|就|已经?|数据|内容)*在{_MINE_SENT}(?:{_ENCLOSED}|{_MATERIAL})[里中上]面?"
)
"""Pointing to what is not here: 见附件, 具体看台账, 附后."""
_ONLY_YES_OR_NO = re.compile(
    rf"{_SEE}[了吧啊的]*|"
    r"嗯?(?:有|有过|会|不会|属实)[的啊吧了呀哈呢]*"
    r"|我?(?:(?:[上前]一?[条句个题]|刚才|刚刚|[前上]面)(?:的?[那这]?一?[条句个题])?|[那这]一?[条句个题])?的?"
    r"我?[说写打发记选点按搞弄讲答]?(?:错[了啦]|得?(?:不对|有误))[的啊吧了呀哈呢]*"
    r"|(?:好像|应该|大概|可能|也许|估计|似乎)(?:不?是|有|没有|对|会|不会)[的啊吧了呀]*"
    r"|(?:已经?)?(?:完成|搞定|[弄做办搞]完|[弄做办]好)了|(?:大概|可能|也许|应该)[是会]?吧"
    r"|(?:(?:[都也]|已经?|[前上]面|刚才)*[说写讲填答]过?了)?"
    rf"(?:大概|差不多|基本上?|[都也就还]|还是)*(?:{_AS_BEFORE})[写抄的了吧啊]*"
)


def is_only_no(text: str) -> bool:
    """Whether a message is a bare no: 没有, 不用了. It answers whether there is something, not what."""
    return _ONLY_NO.fullmatch(_MARKS.sub("", text)) is not None


def is_only_yes_or_no(text: str) -> bool:
    """Whether a message only agrees or disagrees, or points elsewhere: 是, 不对, 有的, 完成了, 跟去年一样.

    By itself that tells a report nothing.
    """
    return consents(text, ()) is not None or _ONLY_YES_OR_NO.fullmatch(_MARKS.sub("", text)) is not None
