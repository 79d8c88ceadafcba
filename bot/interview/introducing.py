"""One message in which people say who they are, and answer several questions: 石桥镇 武装部长 陈大勇."""

import re
from collections.abc import Mapping
from functools import lru_cache

PARTICULARS = ("name", "place", "post")
"""The keys of the questions that an introduction may answer."""
_HAN = r"[\u4e00-\u9fff]"
_MARK = r"[ \t\u3000，,、。；;：:/|—-]"
_LEAD = (
    r"(?:大家好|各位好|[你您]好|中共|嗯|我们?这边|本人|我|叫做?|是|在|姓名|名字|单位|职务|现任|担任|任"
    r"|[：:，,。！! \t\u3000])*"
)
_LINK = rf"(?:{_MARK}|是|在|现任|担任|任(?!职)|的|叫|工作|职务|姓名)*"
_ENDS_NO_NAME = "长记员任席理镇乡县村的站所办院局科队室部会社校厂区"
_NO_NAME = rf"(?![兼助代挂分主协联负是在任])(?!{_HAN}*(?:[{_ENDS_NO_NAME}]|街道)(?:$|{_MARK}))"
_NAME = rf"{_NO_NAME}{_HAN}{{2,4}}"
_PLACE = (
    rf"(?:{_HAN}{{2,7}}?(?:省|自治区|州|盟))?(?:{_HAN}{{1,7}}?(?:县|市|区|旗))*"
    rf"{_HAN}{{1,6}}?(?:镇|乡|街道|苏木)(?!长)"
)
_POST = (
    rf"(?:{_HAN}{{0,10}}?(?:书记|委员|主任|主席|调研员|[镇乡部局所站院队科股]长))"
    rf"(?:{_MARK}*兼?任?{_HAN}{{0,10}}?(?:书记|委员|主任|主席|调研员|[镇乡部局所站院队科股]长))*"
)
_DUTIES = rf"(?:{_MARK}+(?:主要|具体|还|兼)?(?:分管|负责|协管|主管|联系|包|管)\S.*)?"
_ORDERS = tuple(
    re.compile(rf"{_LEAD}{order}[的。！!吧啊 \t\u3000]*{_DUTIES}", re.DOTALL)
    for order in (
        rf"(?P<place>{_PLACE}){_LINK}(?P<post>{_POST}){_MARK}{_LINK}(?P<name>{_NAME})",
        rf"(?P<place>{_PLACE}){_LINK}(?P<post>{_POST}){_LINK}(?P<name>{_NO_NAME}{_HAN}{{2,3}})",
        rf"(?P<name>{_NAME}){_MARK}{_LINK}(?P<place>{_PLACE}){_LINK}(?P<post>{_POST})",
        rf"(?P<place>{_PLACE}){_MARK}{_LINK}(?P<name>{_NAME}){_MARK}{_LINK}(?P<post>{_POST})",
        rf"(?P<place>{_PLACE}){_LINK}(?P<post>{_POST})",
        rf"(?P<name>{_NAME}){_MARK}{_LINK}(?P<post>{_POST})",
        rf"(?P<post>{_POST}){_MARK}{_LINK}(?P<name>{_NAME})",
    )
)
_EDGES = " \t\r\n\u3000。"
_LONGEST = 120


@lru_cache(maxsize=256)
def introduced(text: str) -> Mapping[str, str]:
    """Name, place and post, by the keys of their questions, where a message tells two of them or all three.

    Nothing if it tells anything else, but for duties behind them: those belong to the post.
    """
    said = text.strip(_EDGES)
    if len(said) > _LONGEST:
        return {}
    found = next(filter(None, (order.fullmatch(said) for order in _ORDERS)), None)
    return found.groupdict() if found else {}
