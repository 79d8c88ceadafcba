"""What a report writes where speech has another word or none: 本人 for 我, and 元 behind a sum of money."""

import pytest

from bot.writing.as_reported import as_reported


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("配合创文明镇，我包南街。", "配合创文明镇，本人包南街。"),
        ("有个远房亲戚找我，我让按程序评。", "有个远房亲戚找本人，本人让按程序评。"),
        ("我自己包的6起成了5起，我本人26次。", "本人包的6起成了5起，本人26次。"),
        ("我组织了3次，我委托律师审了2份。", "本人组织了3次，本人委托律师审了2份。"),
        (
            "固投2.36亿，去年2.05亿；预算收入4870万，增6.2%。",
            "固投2.36亿元，去年2.05亿元；预算收入4870万元，增6.2%。",
        ),
        ("15个村集体收入都过8万，最多的何湾村32万。", "15个村集体收入都过8万元，最多的何湾村32万元。"),
        ("保险赔了【待补：防灾救灾】万。", "保险赔了【待补：防灾救灾】万元。"),
        ("到位资金1.27亿，任务1.1亿。", "到位资金1.27亿元，任务1.1亿元。"),
    ],
)
def test_what_is_said_is_printed_as_reports_have_it(told: str, printed: str) -> None:
    assert as_reported(told) == printed
    assert as_reported(printed) == printed


@pytest.mark.parametrize(
    "told",
    [
        "批评和自我批评查了3条，我镇、我村都开了会，我们一起修的。",
        "群众说“我家的水浑”，跑了3趟。",
        "鱼苗投了2万，明白纸发了1万，玉米补贴1.2万。",
        "投入劳力1.2万人次，硬化1.2万平方米，资金38万元。",
    ],
)
def test_everything_else_stays_as_it_was_said(told: str) -> None:
    assert as_reported(told) == told
