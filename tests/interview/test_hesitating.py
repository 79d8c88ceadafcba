"""What is said while somebody thinks goes; what tells of the work stays, however like it sounds."""

import pytest

from bot.interview.hesitating import without_hesitation


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("嗯，秋粮收了3200亩", "秋粮收了3200亩"),
        ("对了还有低保核了412户", "低保核了412户"),
        ("刚才说过了，低保412户", "低保412户"),
        ("宣讲嘛，到村里宣讲了5场", "到村里宣讲了5场"),
        ("查了6家，没有别的了", "查了6家"),
        ("修路3公里，就这些了。", "修路3公里"),
        ("谈话21人次，汇报完了", "谈话21人次"),
        ("还包着南沟村。这个填啥都行吧", "还包着南沟村"),
        ("走访86户，这样写可以吗？", "走访86户"),
        ("修路3公里 行不行", "修路3公里"),
    ],
)
def test_talk_around_an_answer_goes(said: str, left: str) -> None:
    assert without_hesitation(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "对了账目12笔",
        "对了一遍账，没差",
        "走访12户，这个月又走了3户",
        "算上这里的一共12户",
        "收过一次土特产，上交了，没有其他的",
        "历史积案，没有了",
        "管网铺设，完毕",
        "问过群众，都说这样行",
        "走访6户，日子过得也可以",
        "加工羊毛呢，销到县外",
        "种的是马大哈，产量低",
    ],
)
def test_what_only_sounds_like_talk_stays(said: str) -> None:
    assert without_hesitation(said) == said
