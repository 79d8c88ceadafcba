"""The field of work that a note names before it tells of it: 武装 走兵6人, 民政 低保 新增12户."""

import re

_CJK = "\u3400-\u9fff"
_FIELD = re.compile(
    r"(?:应急|武装|民政|农业|林业|水利|畜牧|农机|党建|统战|纪检|卫生|卫健|计生|环保|国土|城建|住建|村建|交通|道路|财政|信访"
    r"|综治|司法|残联|妇联|工会|人大|文旅|旅游|工业|商务|招商|统计|民族|宗教|侨务|老龄|消防|防汛|防火|安全|医保|社保|低保|养老"
    r"|乡村振兴|退役军人|乡村道路|农村道路|人居环境|安全生产|森林防火|社会保障|医疗保障|文化旅游)(?:工作|方面)?"
)
"""None of them is a verb, whose object might follow the blank."""
_TOLD_OF = re.compile(rf"(?:[这那]|就|主要|今年|全年|一年|[{_CJK}]{{2,6}}[\d一二三四五六七八九十百千])")


def is_field(before: str, behind: str) -> bool:
    """Whether all that stands before a blank is the name of a field, and it is told of behind it."""
    if not _FIELD.fullmatch(before.strip()):
        return False
    follows = behind.split(maxsplit=1)
    return _TOLD_OF.match(behind) is not None or bool(follows and _FIELD.fullmatch(follows[0]))
