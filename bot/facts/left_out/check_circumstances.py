"""When, how, with whom something was done, and with what success, left out: 晚上查酒驾 told as 查酒驾."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..finding import Finding
from ..text.reading import SENTENCE
from ..trial import Trial


class _Circumstance(NamedTuple):
    given: re.Pattern[str]
    told: re.Pattern[str]


_CIRCUMSTANCES = tuple(
    _Circumstance(re.compile(given), re.compile(told))
    for given, told in (
        (
            "递了?[^,。;]{0,14}申请|打了?[^,。;]{0,8}(?:报告|申请)|写了?[^,。;]{0,8}(?:申请|请示)",
            "[申报请提呈递争批求拟待]|反映|建议|协调",
        ),
        ("凑[的了]?钱|自己出钱|掏钱|集资|捐[的了]?钱|捐款", "[筹资捐凑钱款费投出]|分文"),
        (
            "没[有]?人(?:顶|接|管|干|来|报|要|学|买|租|住|问|应|去|肯)",
            "[无没未缺空不难少零]|寥|流[标失]|尚|待|停|荒|废|闲",
        ),
        (
            "晚上|夜里|半夜|连夜|深夜|夜间",
            "[夜晚宵]|凌晨|傍|昼|24小时|[二两]十四小时|挑灯|披星|深更|\\d[点时]",
        ),
        (
            "早上|清早|一早|大早|天不亮|天没亮|起早|凌晨",
            "[早晨凌]|黎明|拂晓|天亮|\\d[点时]|披星|[五六七八]时|上午",
        ),
        ("晌午|中午", "[午晌]|\\d[点时]"),
        ("周末|双休|(?:礼拜|星期|周)[六日天]", "周末|周[六日天]|星期|礼拜|双休|休息|假|每周"),
        ("夏天|热天|大热天|三伏|伏天", "[夏暑热伏]|高温|烈日|酷|炎|[678七八]月"),
        ("冬天|冷天|寒冬|三九天", "[冬寒冷冰雪]|低温|腊|1[12]月"),
        ("开春|春上|春天", "春"),
        ("秋上|秋天|入秋", "秋"),
        ("过年|大年|除夕|年三十|春节", "年(?![度月内终])|春节|节|除夕|新春"),
        ("农闲|冬闲", "闲|淡季|冬"),
        ("农忙|大忙时", "忙|抢|季"),
        ("赶集|逢集|赶场|赶圩|圩日", "[集圩墟]|赶场|市场"),
        ("放假|假期|暑假|寒假|长假", "[假暑寒]|节"),
        ("当场", "当场|现场|即|当面|立刻|[随同]时"),
        ("当天|当晚", "当[天日晚夜]|即|同日|夜|第一时间|及时|随|迅速|立|\\d[日号]"),
        ("当面|面对面", "面|现场|直接|亲口|亲自"),
        ("手把手", "手把手|面对面|一对一|示范|亲手|逐|现场|指导"),
        ("冒着?雨|[淋顶]着雨|下着雨|大雨天", "雨"),
        ("顶着(?:大?太阳|日头)|大太阳", "烈日|高温|太阳|酷|日头|炎|曝|晒"),
        ("摸黑", "[夜黑晚]"),
        (
            "挨家|挨户|一家一家|一户一户",
            "逐|挨|每[户家]|户户|入户|上门|各[户家]|家家|遍|[到进]户|走访|登门|全覆盖|分别",
        ),
        ("挨个|一个一个|一个个", "逐|挨|一一|分别|每|各|均|全|都|依次"),
        ("轮流|轮着", "轮|分片|排班|交替"),
        ("偷偷|私下|悄悄|背着人", "偷|私|暗|擅|悄|背|违规|隐"),
        ("(?<![外里])头一?[回次](?!来)|第一[回次]", "首|第一|头一?[回次]|率先|开创|零的突破|初"),
        (
            "突击|不打招呼|没打招呼",
            "突击|四不两直|暗|不打|未打|没打|[未不无](?:提前|事先|预先|经|作|发)|不定期|随机|飞行",
        ),
        ("抽查", "抽|随机|检查|核查"),
        ("摆摊", "摊|设点|现场|台|咨询点|[集街]|摆|设"),
        ("大?喇叭|用广播", "广播|喇叭|喊|村村响|播|音|话筒"),
        ("无人机", "无人机|飞防|航拍|空中|飞"),
        ("坐船|用船|开船|划船", "船|艇|舟|水路|水上"),
        ("骑摩托|骑车|骑电动", "骑|车"),
        ("打电话|电话", "电话|热线|致电|通话|来电|去电|线上|联系|连线|接报|接警|回访|号"),
        ("微信|群里", "微信|群|线上|网|信息化|平台|线"),
        ("直播", "直播|电商|线上|网|播"),
        ("短视频|抖音|快手", "抖音|快手|视频|网|直播|新媒体|平台|线上"),
        ("横幅", "横幅|标语|条幅|幅"),
        ("传单|宣传单|明白纸", "单|册|资料|材料|页|纸|宣传品|宣传"),
        ("土话|方言", "方言|土话|乡音|[话语言]|通俗"),
        ("地头|田埂|田间", "田|地头|一线|现场|[垄埂]|农技|[农地]"),
        ("院子里?", "院|庭"),
        (
            "都说好|叫好|[都直一]夸|说[^,。;]{0,2}好话|都高兴|都欢喜|拍手",
            "[好赞喜欢谢夸]|满意|认可|肯定|高兴|服|口碑|掌声|拥护|支持|信",
        ),
        ("感动|流泪|掉眼泪", "泪|哭|感|激|动|谢|情"),
        ("锦旗", "锦旗|旗"),
        ("送了?[封块]?感谢信", "谢"),
        (
            "(?:党员|干部|我|自己)[^,。;]{0,3}(?:带头|打头|先掏|先出|先上|先拆|先捐|先搬)",
            "带头|率先|先|领|首|牵头|带动|示范|表率|做起",
        ),
        ("临时", "临时|应急|暂|紧急|过渡"),
        ("提前|早早", "提前|[先早预前]|赶在|及时"),
        ("省[了钱]?(?:工|事|力|钱)", "省|节|降|减|效|轻|便|少"),
        (
            "没证不[许准让]|没[^,。;]{1,4}不[许准让]",
            "不得|禁|不准|不许|不予|方可|才|杜绝|必须|须|一律|不能|不让|严",
        ),
        (
            "不(?:淹|堵|臭|漏|脏|滑|吵|挤|停电|断水|缺水|占道|摸黑|愁|怕|闹)了",
            "解决|消除|改善|缓解|杜绝|避免|不|根治|未|无|零|防|告别|摆脱|保障|得到|好转|净|畅|通|减|降|化|除|稳|安|顺|清|治|结|终|亮|新|美|优",
        ),
        ("水[也变]?清了", "清[^理淤运扫除障掏]|水质|清澈|净|好转|改善|洁|变"),
        ("干净了", "[净洁美新清]|改善|整|卫生|好转|清爽"),
        ("亮了|亮堂了", "[亮明光灯]"),
        ("好走了|能走车了|车能[进开过]", "通|畅|走|行|便|改善|达|车"),
    )
)
_PARTICULARS = (
    re.compile(
        "(?:跟|和|同|与|陪着?|会同|联合)(?P<what>[\u4e00-\u9fff]{2,6}?)(?:一起|一块儿?|一道|一同|共同|联手|合伙)(?![两三]案|事|路)"
    ),
    re.compile("(?:因为|由于|主要是因)(?P<what>[\u4e00-\u9fff]{2,12})(?=[,。;\n])"),
    re.compile(
        "(?<![^,。;\n])(?:怕|防着|免得|省得|以免|为的是|为了)(?P<what>[\u4e00-\u9fff]{2,12})(?=$|[,。;\n])"
    ),
    re.compile("(?<![^,。;\n])(?:凡是|只要是?|只有)(?P<what>[\u4e00-\u9fff]{2,8}?)的(?=[\u4e00-\u9fff,])"),
    re.compile(
        "(?<![不没费使利作实信专公家药租录引雇聘启停占适动通享共采征惯挪效受])用(?P<what>(?![起剩掉完好了过在到途户工来于去得的上着不水电地人餐药车心情力时料材肥油气火语功品作就])[\u4e00-\u9fff]{2})"
    ),
)
"""With whom, why, for whom and with what: 跟派出所一块查的, 因为雨大, 用广播喊."""
_REASONS = frozenset(_PARTICULARS[1:3])
_REASON = re.compile("[因由受为防避免怕忧虑缘致使故求确保]|无需|不必")
_OF_WHOM = re.compile("的(?:那|这)[家户个位人]?")
"""夜里翻车的那家: no more than who it was."""
_LEAST = 2


def check_circumstances(trial: Trial) -> Iterator[Finding]:
    """A circumstance that must be told by some word of the sentences that tell the rest of its clause.

    So must the words that say with whom, why and with what.
    """
    prose = trial.prose
    given = [(found, told) for given, told in _CIRCUMSTANCES for found in given.finditer(trial.notes.text)]
    particulars = [found for shape in _PARTICULARS for found in shape.finditer(trial.notes.text)]
    if not (given or particulars):
        return
    sentences = [(one.group(), prose.signs_of(*one.span())) for one in SENTENCE.finditer(prose.text)]
    for found, told in given:
        if _OF_WHOM.search(trial.notes.text, found.end(), trial.notes.clause_at(found.start()).end):
            continue
        telling = _telling(trial, *found.span(), sentences)
        if telling and found.group() not in prose.text and not any(told.search(text) for text, _ in telling):
            yield trial.missing(*found.span())
    for found in particulars:
        telling = _telling(trial, *found.span("what"), sentences)
        signs = trial.notes.signs_of(*found.span("what"))
        gives_reason = found.re in _REASONS and any(_REASON.search(text) for text, _ in telling)
        if signs and telling and not gives_reason and all(signs.isdisjoint(known) for _, known in telling):
            yield trial.missing(*found.span())


def _telling(
    trial: Trial, start: int, end: int, sentences: list[tuple[str, frozenset[str]]]
) -> list[tuple[str, frozenset[str]]]:
    """The sentences that tell anything of what stands around a span in its clause, or else in its note.

    None where none of them tells enough of it.
    """
    notes = trial.notes
    for first, last in (notes.clause_at(start)[:2], notes.line_at(start)):
        around = notes.signs_of(first, start) | notes.signs_of(end, last)
        most = max([len(around & known) for _, known in sentences], default=0)
        if most >= max(1, min(_LEAST, len(around))):
            return [one for one in sentences if around & one[1]]
    return []
