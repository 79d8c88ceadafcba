"""Marks of secrecy are found however they are written, and ordinary reports have none."""

from pathlib import Path

import pytest

from bot.guard import Masks, Weight, classify, classify_name
from bot.guard.personal import is_card, is_identity, personal
from bot.library.guardbook import load_guard
from bot.library.located import Faults
from bot.library.shelf import SHIPPED

RULES = load_guard(SHIPPED)
EXAMPLES = Path(__file__).parent.parent.parent / "examples"

REFUSED = [
    "机密★1年",
    "绝密★",
    "秘密★长期",
    "机 密 ★ 10年",
    "秘密☆5年 县委办公室文件",
    "某某县委办公室　机密*1年",
    "机\u200b密★1年",
    "機密★十年",
    "秘密級★3年",
    "★2027年1月1日解密前",
    "密级：机密",
    "密 级: 秘密",
    "这份文件定为机密级，不要往外说",
    "属于秘密级国家秘密",
    "传达了机密级文件精神",
    "第一行\n  绝 密 \n第三行",
    "秘密件",
]

DOUBTFUL = [
    "这份内部资料注意保管",
    "属于工作秘密",
    "材料不得外传",
    "仅限内部掌握",
    "不宜公开的几件事",
    "收到密码电报一份",
    "落实X委密〔2024〕3号要求",
    "学习了县纪〔2025〕第12号通报",
    "对王某某立案一事已经办结",
    "按县里的机密文件下的指标是1.2万亩",
    "这个秘密文件里的数",
    "绝密的演习我们配合过",
    "这个数你知道就行，别外传",
]

ORDINARY = [
    "抓好保密工作，开展保密培训2次",
    "牢记入党誓词，保守党的秘密",
    "他们的致富秘密就是种辣椒",
    "签订商业秘密材料保护协议3份",
    "公开了办事的秘密，群众心里有数",
    "12345热线办结486件",
    "机密性完整性检查3次",
    "评定为五★级农家乐",
    "四星★★★★酒店",
    "政务公开216条，依法不予公开3件",
    "强化内部管理，完善内部控制制度",
    "内部审计整改问题5个",
    "农户自愿流转土地1380亩，涉及138户",
    "印发镇政发〔2024〕15号文件",
    "配合巡察组开展工作，反馈问题12个，已整改11个",
    "运用第一种形态处理5人次，立案2件",
    "收到信访件32件，办结31件",
    "注意保护耕地，不得占用基本农田",
]


@pytest.mark.parametrize("text", REFUSED)
def test_marks_of_state_secrets_are_refused(text: str) -> None:
    found = classify(text, RULES)
    assert found is not None
    assert found.weight is Weight.REFUSED


@pytest.mark.parametrize("text", DOUBTFUL)
def test_doubtful_marks_are_asked_about(text: str) -> None:
    found = classify(text, RULES)
    assert found is not None
    assert found.weight is Weight.DOUBTFUL


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert classify(text, RULES) is None


def test_the_examples_are_left_alone() -> None:
    paths = [path for path in EXAMPLES.rglob("*") if path.suffix in (".yaml", ".txt")]
    assert len(paths) > 5
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            assert classify(line, RULES) is None, line
            assert personal(line, RULES.personal) == [], line


def test_names_of_files() -> None:
    assert classify_name("机密-县委文件.docx", RULES)
    assert classify_name("涉密台账.xlsx", RULES)
    assert classify_name("2026年述职报告.docx", RULES) is None


def test_a_pattern_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "phrasebook").mkdir()
    text = (
        (SHIPPED / "phrasebook" / "guard.yaml").read_text("utf-8").replace("'工作秘密|国家秘密'", "'(工作'")
    )
    (tmp_path / "phrasebook" / "guard.yaml").write_text(text, "utf-8")
    with pytest.raises(Faults, match=r"guard\.yaml:\d+.*pattern of work-secret"):
        load_guard(tmp_path)


def test_identity_numbers_by_their_check() -> None:
    assert is_identity("11010519491231002X")
    assert is_identity("130503670401001")
    assert not is_identity("110105194912310021")
    assert not is_identity("110105194913310020")
    assert not is_identity("990105194912310029")


def test_cards_by_their_check() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert not is_card("0000000000000000")


PERSONAL = {
    "身份证11010519491231002X的群众": "身份证〔身份证号1〕的群众",
    "电话13812345678，再打": "电话〔手机号1〕，再打",
    "拨打 +86 138 1234 5678 联系": "拨打 〔手机号1〕 联系",
    "座机0316-2345678登记": "座机〔电话1〕登记",
    "补贴打到4111 1111 1111 1111": "补贴打到〔银行卡号1〕",
    "信访人王小明反映道路问题": "信访人〔姓名1〕反映道路问题",
    "信访人李某，家住幸福村12号，反映低保": "信访人〔姓名1〕，家住〔住址1〕，反映低保",
    "邮箱zhang@example.com": "邮箱〔邮箱1〕",
}


@pytest.mark.parametrize("text", PERSONAL)
def test_what_is_personal_is_masked_and_comes_back(text: str) -> None:
    masks = Masks(RULES.personal)
    (masked,) = masks.mask_all([text])
    assert masked == PERSONAL[text]
    assert masks.restore(masked) == text
    assert masks.restore(masked.replace("〔", "[").replace("〕", "]")) == text


@pytest.mark.parametrize(
    "text",
    [
        "12345热线办结486件",
        "投入资金13812345678元",
        "完成投资13812345.678万元",
        "全年服务群众2024年1月1日至2026年12月31日",
        "印发镇政发〔2024〕15号文件",
        "编号20240101123456789",
        "粮食总产13900000000斤",
        "低保户138户、特困户12户",
        "住址登记清楚",
    ],
)
def test_figures_are_no_personal_numbers(text: str) -> None:
    assert Masks(RULES.personal).mask_all([text]) == [text]


def test_marks_around_parts_of_it_hide_nothing_from_the_guard() -> None:
    masks = Masks(RULES.personal)
    text = (
        "信访人⟦F1：周立山⟧，家住⟦F2：幸福村⟧⟦F3：12号⟧，"
        "电话⟦F4：13812345678⟧，身份证⟦F5：11010519491231002⟧X。"
    )
    (sent,) = masks.mask_all([text])
    assert sent == (
        "信访人⟦F1：〔姓名1〕⟧，家住⟦F2：〔住址1〕⟧⟦F3：〔住址2〕⟧，电话⟦F4：〔手机号1〕⟧，身份证⟦F5：〔身份证号1〕⟧X。"
    )
    assert masks.restore(sent) == text
    assert masks.mask_all(["⟦F1⟧走访⟦F2：320户⟧"]) == ["⟦F1⟧走访⟦F2：320户⟧"]


def test_the_same_number_has_one_mask_and_a_text_that_holds_masks_keeps_its_own() -> None:
    masks = Masks(RULES.personal)
    sent = masks.mask_all(["打13812345678，又打13812345678和13912345678", "原文就有〔手机号1〕"])
    assert sent == ["打〔手机号2〕，又打〔手机号2〕和〔手机号3〕", "原文就有〔手机号1〕"]
    assert masks.restore(sent[0]) == "打13812345678，又打13812345678和13912345678"
    assert masks.restore(sent[1]) == "原文就有〔手机号1〕"
