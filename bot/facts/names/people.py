"""What stands before the name of a person, and what behind it."""

from __future__ import annotations

import re

LED = re.compile(
    r"(?:[民员师匠户徒者]|(?<![一学])生|[队组站所校院厂会店团社族林河路田楼班排场馆部镇乡县局科股庭]长|办公室|书记|支书|主任|同志|老板|经理|教授|专家|乡贤|老人|[男女]孩|儿子|女儿|爱人|妻子|[乡校战好]友|侨|青年|能人|业主|户主|后代|代表|烈士|英雄|模范|劳模|讲师|[村乡]医|干部|企业家|[和与由请让交派向对叫、])$"
)
"""How somebody is introduced: 村民, 护林员, 由."""
_ACTS = "同志|书记|主任|答应|承诺|先生|女士|老师|师傅|捐|承"
DOES = re.compile(rf"{_ACTS}|[答说]")
"""What somebody is called, and says: 同志, 答应."""
LEADS = re.compile(
    rf"{_ACTS}|等[\u4e00-\u9fff]{{0,3}}人|一[家户]|老人|说|任|担任|带领|带头|牵头|负责|[、,。;负退因接违]"
)
"""The same, what somebody does, and where a list of people goes on."""
