"""Which typeface speaks in which role, and what stands in where it is not installed. No font is shipped.

The norm names classes of type, never products. 仿宋 and 楷体 come with Windows and hold all characters of
people's names; the older 仿宋_GB2312 and 楷体_GB2312 hold 6763 characters only, so they are the fall-back.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """A name as Word shows it; other names of the same or a like face, best first; its class."""

    name: str
    stand_ins: tuple[str, ...]
    panose: str
    family: str = "auto"


XIAOBIAOSONG = Font(
    "方正小标宋简体",
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "宋体"),
    "02010600030101010101",
)
HEITI = Font("黑体", ("SimHei", "华文黑体"), "02010609060101010101", "modern")
KAITI = Font("楷体", ("KaiTi", "楷体_GB2312", "华文楷体"), "02010609060101010101", "modern")
FANGSONG = Font("仿宋", ("FangSong", "仿宋_GB2312", "华文仿宋"), "02010609060101010101", "modern")
SONGTI = Font("宋体", ("SimSun",), "02010600030101010101")

ALL = (XIAOBIAOSONG, HEITI, KAITI, FANGSONG, SONGTI)
