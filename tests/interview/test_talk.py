"""Words that are meant for the one who asks: kept, asked about where it matters, and in no report."""

import time

import pytest

from bot.interview.bare_answers import is_only_yes_or_no
from bot.interview.move import Say
from bot.interview.talk import is_nothing_more, is_talk
from tests.office import Interview, shipped

OUT = "不像报告里的话，没有写进去。"
TALK = [
    *("过几天再说", "今天先写到这", "没有了", "先这样吧", "等会儿再写", "我想想", "就这些", "明天接着写"),
    *(
        "等我问问办公室再说",
        "没什么要补充的了",
        "都写完了",
        "先空着",
        "这题怎么写啊？",
        "晚点补上",
        "没啥了",
        "要写多少字？",
        "你看着写吧",
        "太晚了，明天再来",
        "有点累了，先歇会儿",
        "好的，谢谢",
        "您好",
        "嗯，我再想想。",
    ),
    *(
        "看不懂这个题",
        "没看懂这一题",
        "读不懂",
        "题目没看明白",
        "怎么删掉上一条",
        "咋改前面的",
        "怎么导出报告",
    ),
    *("保存", "存一下", "提交", "写入", "重复了", "写重复了", "上面写了", "问过了吧", "这句别写", "不用写"),
    *("写不写都行", "不写也行", "你帮我想想", "替我想一个", "您给个建议", "你觉得写什么好", "你说我该写啥"),
    *("能不能少问点", "别问这么多", "问题太多了", "怎么这么多题", "这个嘛", "怎么说呢", "领导要求写的"),
    *("组织部让写的", "刚下车", "刚开完会", "嗯…回来", "我回来了"),
    *(
        "稍等我接个电话",
        "先放着我开会去了",
        "等一下，有人找我",
        "先停一下，领导来了",
        "等会儿再说，我去趟县里",
        "差不多就这些吧，写得咋样了",
    ),
    *(
        "这条算哪里",
        "这个放哪题",
        "算不算这里啊",
        "领导会看吗",
        "这个领导真的会看吗",
        "给谁看",
        "组织部要看吗",
    ),
    *("这个写上合适吗", "这么写行不行", "写这里行吗", "要不要写", "必须写吗", "这个要报吗"),
    *("学习照片", "防汛现场图", "入户合影", "开会照片2"),
    *("我先去开个会，回来接着说", "书记叫我，先放一放", "我上个厕所马上回来", "稍等，来人了"),
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "words",
    [
        *("等" * 23 + "村", "好的" * 11 + "村", "先放着" * 7 + "村", "一会" * 11 + "村"),
        *("哈" * 23 + "村", "你您" * 11 + "村", "谢" * 23 + "村", "哦" * 22 + "村民"),
    ],
)
def test_words_that_begin_alike_over_and_over_are_read_at_once(words: str) -> None:
    begun = time.perf_counter()
    assert not is_talk(words)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "words",
    [
        *("开了个会", "去县里开会3次", "到村里去", "接访群众", "领导找我谈话1次", "群众来访", "回家看老人"),
        *("先进村3个", "先建后补", "先后下村12次", "找人修路", "马上就办", "下村走访", "不好意思向群众收钱"),
    ],
)
def test_what_was_done_away_from_the_desk_is_a_note(words: str) -> None:
    assert not is_talk(words)


@pytest.mark.parametrize("words", TALK)
def test_words_for_whoever_asks_are_known(words: str) -> None:
    assert is_talk(words)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "没有",
            "没有发生事故",
            "没有新的隐患",
            "没有收过",
            "明天",
            "下周三",
            "12月20日",
            "林致远",
            "包东沟村",
            "改厕120户",
        ),
        *(
            "群众的事过几天再说不行，当天就办了",
            "今天先写到这，修路3公里",
            "看望老人",
            "继续学习",
            "核对数据不够细",
            "讲党课",
        ),
        *(
            "想得多做得少",
            "都改完了",
            "补齐了",
            "明年再搞",
            "没改完",
            "谢家村",
            "早稻",
            "回答群众",
            "回头看整改",
            "问责",
            "从没想过先这样吧的事",
            "不会写材料",
            "字写得怎么样不重要",
            "到今天还没完成",
        ),
        *("怎么改的：先拆后建", "产量跟去年一样", "上面写了3篇", "领导要求写的材料都交了", "帮助群众写材料"),
        *("提交了3件议案", "任务都完成了", "回来的大学生有12人", "没有重复建设", "保存档案120卷"),
        *("整理老照片", "拍了照片", "县里要看现场", "领导小组会看了现场", "领导会来检查", "征集照片"),
        *("问题太多，整改慢", "不太懂种地", "查看台账", "撤销处分1人", "以前没抓过", "刚上任"),
    ],
)
def test_notes_that_only_contain_them_are_notes(words: str) -> None:
    assert not is_talk(words)
    assert not is_only_yes_or_no(words)


async def test_talk_is_in_no_report_and_asks_nothing_once_the_person_goes_on(user: Interview) -> None:
    await user.begins()
    card = await user.says("我想想")
    assert card.shows(f"“我想想”{OUT}")
    assert (await user.says("林致远")).said == ["· 林致远"]
    await user.reaches("粮食")
    await user.says("生猪存栏7600头", "没有了")
    assert user.card.shows("不用写的话不必管它，接着答或者点“下一题”就行。")
    assert (await user.presses("下一题")).shows("修路多少公里？")
    assert (await user.says("群众的事过几天再说不行，当天就办", "先这样吧")).offers("暂停")
    await user.presses("暂停")
    user.restarts()
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert not user.card.shows("没定放在哪里")
    assert "生猪存栏7600头" in report
    assert "群众的事过几天再说不行" in report
    assert not any(words in report for words in ("没有了", "先这样吧", "我想想"))
    assert (await user.commands("undo")).shows(f"“先这样吧”{OUT}")
    await user.presses("按原样写进“道路”")
    assert "先这样吧" in await user.finishes(), "who wants it in the report may have it"


async def test_thanks_for_the_report_leave_it_as_it_is(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("生猪存栏7600头")
    await user.finishes()
    assert (await user.says("辛苦了")).shows(f"“辛苦了”{OUT}")
    assert (await user.presses("回到当前题")).shows("粮食产量多少？")
    await user.commands("export")
    assert "辛苦" not in await user.receives()
    await user.reaches("其他情况")
    await user.presses("下一题")
    assert (await user.says("没有了")).shows(OUT)
    assert "没有了" not in await user.finishes()


async def test_talk_fills_no_gap_and_is_no_reply(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    await user.says("中心组12次，讲党课XX次")
    first = user.messages
    await user.reaches("其他情况")
    await user.presses("下一题", "补上待补的内容")
    assert (await user.says("等会儿再写")).shows(OUT)
    await user.presses("回到当前题", "补上待补的内容")
    await user.presses(next(label for label in user.card.labels if "集中学习" in label))
    assert (await user.says("我查一下")).shows(OUT)
    assert (await user.does(Say("好的", 90, reply_to=first), 90)).shows(OUT)
    report = await user.finishes()
    assert "【待补" in report
    assert not any(words in report for words in ("等会儿", "查一下", "好的"))


@pytest.mark.parametrize(
    ("words", "why"),
    [("你能不能帮我写点好听的", OUT), ("帮我写漂亮点", OUT), ("0", "“0”太简单，看不出要写什么")],
)
async def test_a_wish_and_a_nought_are_no_notes(user: Interview, words: str, why: str) -> None:
    await user.begins()
    await user.reaches("集中学习")
    await user.says("中心组12次")
    assert (await user.says(words)).shows(why)
    assert "中心组12次。" in await user.finishes()


async def test_a_greeting_before_any_report_is_no_note(user: Interview) -> None:
    user.restarts(shipped())
    assert (await user.says("您好")).shows("请先从下面选一种报告")
    await user.says("今年抓了三件事")
    await user.commands("new")
    assert (await user.says("农业")).shows("您先前发来的1条话，已放进“其他情况”。")
    report = await user.finishes()
    assert "今年抓了三件事" in report
    assert "您好" not in report


async def test_nothing_more_answers_whether_there_is_anything_else(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    assert (await user.says("我妻子在县医院工作", "没什么要补充的了")).said[-1] == "· 没什么要补充的了"
    report = await user.finishes()
    assert "妻子在县医院工作" in report
    assert "补充" not in report


async def test_behind_the_last_question_it_points_to_a_button_that_is_there(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    await user.says("修了2座桥")
    await user.presses("下一题")
    card = await user.says("先这样吧")
    assert card.shows("不用写的话不必管它，点“回到当前题”就行。")
    assert card.offers("回到当前题")
    assert not card.offers("下一题")


@pytest.mark.parametrize("words", ["还要多久", "还剩几题", "还有多少题没答", "总共多少题啊"])
async def test_who_asks_how_much_is_left_is_told(user: Interview, words: str) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.says("周晓梅")
    await user.reaches("集中学习")
    card = await user.says(words)
    assert card.shows("还有57题没看")
    assert not card.shows("不像")
    await user.says("中心组12次")
    assert words not in await user.finishes()


@pytest.mark.parametrize("words", ["能不能先看看", "先让我看看效果", "看看报告", "写得咋样了"])
async def test_who_asks_to_see_the_report_is_shown_the_way(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产3100吨")
    assert (await user.says(words)).shows("点“预览”")
    assert (await user.presses("预览")).shows("3100吨")


@pytest.mark.parametrize(
    "words",
    ["没有其他情况说明", "没有其他需要说明的情况", "没有需要说明的了", "无其他情况", "没有特别要说明的"],
)
def test_nothing_else_to_explain_is_nothing_more(words: str) -> None:
    assert is_nothing_more(words)


async def test_a_question_to_the_bot_is_no_open_matter_at_the_finish(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    await user.says("中心组12次", "这条算哪里")
    await user.presses("下一题")
    await user.commands("finish")
    assert not user.card.shows("没定放在哪里") and not user.card.offers("定一下放在哪里")
    assert not (await user.commands("overview")).shows("没定放在哪里")


@pytest.mark.parametrize(
    "words", ["这个填啥", "这是啥意思", "怎么写", "举个例子", "选哪个啊", "都有哪些选项？", "不懂"]
)
async def test_who_asks_how_at_choices_is_told_and_shown_them(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("职务层次")
    card = await user.says(words)
    assert card.shows("这一题问的是：您是哪一级？")
    assert card.shows("点下面的一项")
    assert card.offers("乡科级正职") and card.offers("县处级副职")
    card = await user.presses("乡科级正职")
    await user.reaches("职务层次")
    assert user.card.shows("您选的是：乡科级正职")


async def test_the_years_are_shown_too(user: Interview) -> None:
    await user.begins()
    await user.reaches("述职年度")
    card = await user.says("这个怎么填")
    assert card.offers("2026年")
    assert (await user.says("2026年")).card.question != "year"


async def test_who_asks_how_at_words_is_told_what_belongs_there(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    card = await user.says("这题咋写")
    assert card.shows("这一题问的是：粮食产量多少？")
    assert card.shows("总产、去年数")
    assert (await user.says("总产6100吨")).said == ["· 总产6100吨"]
    assert "咋写" not in await user.finishes()


async def test_who_asks_how_at_a_declaration_can_answer_there(user: Interview) -> None:
    await user.begins()
    await user.reaches("礼金")
    assert (await user.says("这个怎么填")).offers("是，写入报告")
    await user.presses("是，写入报告")
    assert "没有收受礼金" in await user.finishes()


async def test_questions_to_the_bot_are_no_words_that_wait(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("怎么写")
    assert (await user.commands("finish")).shows("先答几题吧")
