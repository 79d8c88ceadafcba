"""A number told of a thing of which the notes give another one, and its faithful twin."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare

CHANGED, UNIT, SCALE = FindingKind.NUMBER_CHANGED, FindingKind.UNIT_SWAPPED, FindingKind.SCALE_CHANGED
HEDGE, TURNED = FindingKind.HEDGE_CHANGED, FindingKind.DIRECTION_FLIPPED
PAIRS = [
    ("公交通到东坪、西岭两个村", "公交延伸至东坪、西岭两村。", "公交延伸至东坪、西岭三村。", CHANGED),
    (
        "明年两件事：一把老街改造启动，二把敬老院搬新址",
        "明年着力办好两件实事：一是启动老街改造；二是敬老院搬迁新址。",
        "明年着力办好三件实事：一是启动老街改造；二是敬老院搬迁新址。",
        CHANGED,
    ),
    ("标准厂房二期主体封顶", "标准厂房二期主体已经封顶。", "标准厂房三期主体已经封顶。", CHANGED),
    (
        "危化企业两家，都停产整改过",
        "盯紧两家危化企业，均已停产整改。",
        "盯紧三家危化企业，均已停产整改。",
        CHANGED,
    ),
    (
        "信访案件5件，化解3件，另外2件转县里",
        "受理信访案件5件，化解3件，其余2件转县里办理。",
        "受理信访案件5件，化解3件，其余3件转县里办理。",
        CHANGED,
    ),
    (
        "老街一户漏雨修好了，北街一户塌了墙",
        "老街1户漏雨已修复，北街1户墙体倒塌。",
        "老街1人漏雨已修复，北街1户墙体倒塌。",
        UNIT,
    ),
    ("养老院特困老人36，都体检了", "养老院特困老人36名，均已体检。", "养老院特困老人36户，均已体检。", UNIT),
    ("每亩租金580，全给了合作社", "每亩租金580元，全部给付合作社。", "每亩租金580亩，全部给付合作社。", UNIT),
    ("满意率96.7% ↑2.1点", "满意率96.7%，上升2.1个百分点。", "满意率96.7%，上升2.1%。", UNIT),
    (
        "补贴共16万，每亩补200",
        "发放补贴共16万元，每亩补贴200元。",
        "发放补贴共16万元，每亩补贴200万元。",
        SCALE,
    ),
    ("石坪村最多 97户", "石坪村最多，达97户。", "石坪村最多，达近97户。", HEDGE),
    ("出口71.3亿/+7.9%", "出口71.3亿元，增长7.9%。", "出口71.3亿元，下降7.9%。", TURNED),
    ("会议少开了14个", "会议减少14个。", "会议新增14个。", TURNED),
]


@pytest.mark.parametrize(("note", "faithful", "unfaithful", "kind"), PAIRS)
def test_what_is_given_of_the_same_thing_decides(
    note: str, faithful: str, unfaithful: str, kind: FindingKind, lexicon: Lexicon
) -> None:
    assert compare([note], faithful, lexicon) == ()
    assert kind in {finding.kind for finding in compare([note], unfaithful, lexicon)}
