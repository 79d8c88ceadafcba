"""One message in which people say who they are, and answer several questions: 石桥镇 武装部长 陈大勇."""

import re
from collections.abc import Mapping

PARTICULARS = ("name", "place", "post")
"""The keys of the questions that an introduction may answer."""
_HAN = r"[\u4e00-\u9fff]"
_LEAD = re.compile(
    r"(?:大家好|各位好|[你您]好|中共|嗯|本人|我|叫做?|是|在|姓名|名字|单位|职务|[：:，,。！! \t\u3000])*"
)
_FILLER = re.compile("(?:是|在|现任|担任|任(?!职)|的|叫|工作|职务|姓名|单位)+")
_MARKS = re.compile(r"[ \t\u3000，,、。；;：:/|—-]+")
_DUTIES = re.compile(
    r"[ \t\u3000，,、。；;]+(?:主要|具体|还|兼)?(?:(?:分管|负责|协管|主管|联系)\S"
    r"|[包管](?!\w{1,2}(?:[ \t\u3000，,、。；;]|$))\S|包[村片户])"
)
_PLACE = re.compile(rf"{_HAN}{{1,22}}?(?:镇|乡|街道|苏木)(?!长)")
_NO_PLACE = re.compile("[我们本全各县乡城]*[镇乡]")
_POST = re.compile(rf"{_HAN}{{0,14}}(?:书记|支书|文书|干事|委员|主任|主席|调研员|[镇乡部局所站院队科股]长)")
_NAME = re.compile(
    rf"(?![兼助代挂分主协联负是在]){_HAN}{{2,4}}(?<![长记员任席理职书事镇乡县村的站所办院局科队室部会社校厂区])"
)
_LONGEST, _JOINED = 120, 3
_EDGES, _TAIL = " \t\r\n\u3000。", "的。！!吧啊 \t\u3000"


def introduced(text: str) -> Mapping[str, str]:
    """Post, with name or place or both, by the keys of their questions, where a message tells nothing else.

    Duties behind them may stand there: those belong to the post. The time is linear in the text.
    """
    said = text.strip(_EDGES)
    if len(said) > _LONGEST:
        return {}
    duties = _DUTIES.search(said)
    said = said[: duties.start() if duties else len(said)].rstrip(_TAIL)
    lead = _LEAD.match(said)
    found: dict[str, str] = {}
    for piece in filter(None, _MARKS.split(said[lead.end() if lead else 0 :])):
        if not _takes(found, _without_filler(piece)):
            return {}
    return found if "post" in found and len(found) > 1 else {}


def _takes(found: dict[str, str], piece: str) -> bool:
    """Whether a piece between two marks is a place, a post, a name, or these in that order; noted then."""
    place = _PLACE.match(piece)
    if place is not None and not _NO_PLACE.fullmatch(place.group()) and not _is_in_name(piece, place.end()):
        if "place" in found:
            return False
        found["place"] = place.group()
        piece = _without_filler(piece[place.end() :])
        if not piece:
            return True
    if _takes_post(found, piece):
        return True
    if "name" in found:
        return False
    if "place" in found:
        for size in range(2, _JOINED + 1):
            name = piece[-size:]
            if _NAME.fullmatch(name) and _takes_post(found, piece[:-size]):
                found["name"] = name
                return True
    if not _NAME.fullmatch(piece):
        return False
    found["name"] = piece
    return True


def _is_in_name(piece: str, end: int) -> bool:
    """Whether 镇 or 乡 stands inside a name: 王镇海."""
    return len(piece) <= _JOINED and end < len(piece) and _NAME.fullmatch(piece) is not None


def _is_ren(piece: str) -> bool:
    """Whether 任 is a surname, and no word for being in office: 任志强, but 任书记."""
    return len(piece) == _JOINED and piece[0] == "任" and not _POST.fullmatch(piece[1:])


def _takes_post(found: dict[str, str], piece: str) -> bool:
    if not _POST.fullmatch(piece):
        return False
    found["post"] = "、".join(filter(None, (found.get("post"), piece)))
    return True


def _without_filler(piece: str) -> str:
    filler = None if _is_ren(piece) else _FILLER.match(piece)
    return piece[filler.end() :] if filler else piece
