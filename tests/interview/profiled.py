"""Somebody of whom everything is known that a report needs of a person."""

from tests.office import Interview


async def at_grain(user: Interview) -> None:
    """Give the profile what a report needs, and stand in front of a question for a figure."""
    await user.begins()
    for label, words in (("姓名", "贺长青"), ("县和乡镇", "云岭县石桥镇"), ("职务", "镇长")):
        await user.reaches(label)
        await user.says(words)
    await user.reaches("落款日期")
    await user.says("2026年12月15日")
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.reaches("粮食")
