"""Gatherings, journeys and firm denials that no note has anything of; and such as the notes do have."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare

NOTES = ["水渠清了3公里", "请县里农技站的老师来地头讲过课", "没收过老板的烟酒", "跟班子去安吉看过民宿"]
TOLD = "清淤水渠3公里，邀请县农技站老师到田间地头授课，未收受企业主烟酒，与班子成员赴安吉考察民宿"
GATHERED, DENIED = FindingKind.MEETING_INVENTED, FindingKind.DECLARATION_INVENTED


@pytest.mark.parametrize(
    ("added", "kind"),
    [
        ("组织执法人员赴法院旁听庭审", GATHERED),
        ("召集理事会商定方案", GATHERED),
        ("召开银企对接会", GATHERED),
        ("邀请律师深入社区普法", GATHERED),
        ("本人从未在任何合作社参股分红", DENIED),
        ("亲属无一人在辖区承揽业务", DENIED),
        ("食宿费用一律自理", DENIED),
        ("道路交通实现零亡人", DENIED),
        ("未私下会见任何投标人", DENIED),
    ],
)
def test_what_no_note_has_anything_of_is_found(added: str, kind: FindingKind, lexicon: Lexicon) -> None:
    assert kind in {finding.kind for finding in compare(NOTES, f"{TOLD}；{added}。", lexicon)}


@pytest.mark.parametrize("added", ["", "，全力以赴抓落实", "，自觉接受组织监督", "，把每一分钱花在刀刃上"])
def test_what_the_notes_have_is_left_alone(added: str, lexicon: Lexicon) -> None:
    assert not {GATHERED, DENIED} & {finding.kind for finding in compare(NOTES, f"{TOLD}{added}。", lexicon)}
