"""A question for figures, and what its card asks when one of them is corrected."""

from tests.office import Interview, Seen

YES, NO = "对，就这样改", "不是，两条都留"
ASKS = "这一条是更正"
PIGS = "生猪存栏7600头"
CROPS = "小麦一万八千亩，亩产480公斤，去年是四百六；玉米1.9万亩，亩产五百二"


async def at_grain(user: Interview, *said: str) -> Seen:
    """Say this at a question for figures."""
    await user.begins()
    await user.reaches("粮食")
    return await user.says(*said)
