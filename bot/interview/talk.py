"""Words meant for whoever asks, and not for the report: 过几天再说, 先这样吧, 没有了, 怎么写, 不归我管.

They are told by what the whole message says: it is nothing but such words. A note that contains some of them
says something else too, and is a note.
"""

import re

from bot.interview.made_up import is_made_up
from bot.interview.not_mine import is_not_mine

LONGEST = 24
"""Characters beyond which nobody says only that."""

_TELL = r"(?:写|说|答|讲|填|补充?|聊|谈|记|回答?|回复)"
_SAY = rf"(?:{_TELL}|弄|想|看|发|报|改)"
_LATER = (
    r"(?:过(?:个?几|两|些|几)(?:天|个?小时|分钟|个?月)|过(?:一?会儿?|一?阵子?|后)|等?(?:一|待|等|过)会儿?|稍后|等下"
    r"|等?我?有(?:空|时间)了?|[得抽]空|忙完|回头|赶?改?明儿个?|改[天日]|[下改]次|下回|以后|之后|后面|晚[点些上]|今晚|明[天早晚]|后天"
    r"|中午|下午|下周|周末|下班(?:后|以后)?|到(?:时候?|后面)|等.{1,10}?)"
)
_CHECK = r"(?:想|考虑|琢磨|回忆|查|问|看|翻|核实|核对|找|确认|了解|数|算|捋|统计|对)"
_SOURCE = r"(?:台账|账|资料|材料|文件|记录|笔记|数据|数字|数|本子|表格?|报表|日记|办公室|同事)"
_MORE = r"(?:别的|其他的?|其它的?|更多的?|另外的?|新的)"
_NOTHING_MORE = (
    rf"(?:没有?|没得|莫得)(?:啥|什么)?(?:{_MORE})?(?:[可要想好]|需要|值得)?(?:{_TELL}的?)?[了啦咯喽]",
    rf"没有?(?:啥|什么)?(?:{_MORE}|(?:[可要想好]|需要|值得){_TELL}的?|补充的?|事了)",
    rf"{_MORE}[就也都]?没有?了?|(?:不用|不需要|无需|无)补充|无其[他它]",
    r"(?:写|说|答|讲|填|聊|回答)[完好全齐够]了|(?:完|好|行|够|齐|差不多|可以|OK|ok|完事)了|完毕|打住|算了|(?:不用|不必|不需要)了",
    r"(?:就|只有?|也就|就只有|就是)(?:这些|这么[多些]|这[一]?点|这[几一][条样件个])了?",
)
_ELSE = r"(?:其[他它]|别的|另外|特殊|特别)"
_EXPLAINED = r"(?:需要?|要)?(?:向组织)?(?:说明|补充|汇报|报告|交代)"
_MATTER = r"(?:情况|事项|事情|内容|事)"
_NO_OTHER_MATTER = (
    rf"(?:没有?|没得|暂?无)(?:啥|什么)?(?:{_ELSE}的?{_MATTER}?{_EXPLAINED}?|{_ELSE}?的?{_EXPLAINED}的{_ELSE}?)"
    rf"的?{_MATTER}?了?",
)
_HOW_MUCH = (
    r"(?:大概|大约|一共|总共|全部|后面|还)*(?:有|要|得|需要|需|剩下?|差)?(?:答|写|填|弄)?(?:完)?(?:有|要|得|需要|还)*"
    r"(?:多久|多长时间|多少时间|几分钟|(?:几|多少)(?:个|道)?(?:题目?|道|问题|条))"
    r"(?:[才能可以]*(?:写|答|填|弄|说|完|结束|好)+)?(?:没[写答填有])?"
)
"""Asking how much is left: 还要多久, 还剩几题, 总共多少题."""
_SO_FAR = r"(?:报告|稿子|现在)?(?:[写弄]得?|效果)(?:怎么?样|咋样|啥样|如何)了?"
_LOOK = (
    r"(?:先|给我|让我|现在|可以|能|能不能|可不可以|怎么|想|要|我)*(?:看一?看|看一?下|看下|预览)(?:一下|一?看)?"
    r"(?:报告|稿子|效果|全文|成稿|样子)?"
)
_POINTED = (
    r"(?:[这那上前](?:一|面)?[条句个题段块]*|刚[才刚](?:那|这)?一?[条句个题段]?)(?:的|话|内容|部分|目)*"
)
_READER = r"(?:领导|书记|镇长|组织部|纪委|考核组|县里|镇里|上[级面]|谁|别人|他们|大家|人家)们?"
_WHERE = r"哪(?:一?[题条个块项]|部分|里边|里|儿)?"
_SO = rf"(?:{_POINTED}|这[么样]|那[么样]|这|那)"
_FITS = r"(?:合不合适|合适|行不行|可不可以|妥不妥当?|妥当?|对不对|好不好|要不要紧|算不算|多余)"
_WHAT_FOR = (
    # who reads it, where it belongs, whether it fits, whether it must be told
    rf"{_READER}(?:都|也|真的?|到底|是不是|还|会|要|能|可以|真会)*(?:会|要|能|是不是)(?:不会|不要)?(?:真的?)?看(?:得?到|见|不看|的)?(?:这些?|这个|报告|这报告)?",
    r"谁(?:来|会|要)?(?:看|审|查)|给谁看",
    rf"{_SO}?(?:应该?|该|能|要)?(?:算|放|写|归|填|记|属于)(?:在|到|进|入|给)?{_WHERE}(?:啊|呢|合适|好)?",
    rf"{_SO}?(?:{_TELL}|放|算|报)?(?:上去?|进去?|在?这[里儿]|里面?)?{_FITS}(?:{_TELL}|算)?(?:在?这[里儿]|上|进去?|数)?",
    rf"{_SO}?(?:写|放|算|报)(?:在|到)?这[里儿个](?:行|可以|对)?[吗么]",
    rf"{_SO}?(?:要不要|用不用|需不需要|该不该|必须|一定要?|非得?|用得着|要|得)+(?:{_TELL}|报|放)(?:上去?|进去?|这个)?[吗么嘛不]?",
)
_HOW = (
    rf"(?:这[个题条]?|到底|具体|该|应该)*(?:怎么|咋|如何|怎样)(?:{_SAY}|选)|(?:{_SAY}|选)[点些]?(?:什么|啥|哪些?|哪个)(?:好|合适)?",
    r"(?:[这那](?:句话?|个|题)?)?是?[什啥]么?意思|(?:有|都有)(?:哪些|哪几个|什么)(?:选项|可选的?)|选项(?:有哪些|在哪|呢)|(?:能|可以)选(?:什么|哪些)",
    rf"不(?:会|懂|知道|晓得)(?:怎么|咋|该怎么)?{_SAY}(?:什么|啥)?|不太?懂|[没看听]不?[看听]?懂|[没不]太?[看听读搞弄][懂明]白?|[看听读搞弄]不太?(?:明白|懂)",
    r"(?:给|来|有没有|举|要)一?[个点些份]?(?:建议|思路|提示|范文|模板|样本|例子?|参考|主意)(?:吗|没有|看看)?",
)
"""Asking what a question means and how it is answered: 这个填啥, 怎么写, 举个例子."""
_PICTURE = (
    r"(?![^\n]*(?:[拍办展修洗]了|征集|整理|制作|展出|展览|摄影))[\u4e00-\u9fff]{0,12}?"
    r"(?:照片|图片|相片|合影|合照|截图|截屏|留影|剪影|现场图|配图|佐证图?)[一二三四五六七八九\d]{0,2}"
)
"""What is written below a picture and only says that it is one: 学习照片, 防汛现场图."""
_WORKS = (
    r"(?:删除?|撤[销回]?|退[回出]?|返回|修改|更正|改|补充?|保存|存|提交|生成|导出|下载|打印|发送?|换"
    r"|跳过|重写|重来|操作|查看|看|回去|找)"
)
_THINGS = rf"(?:{_POINTED}|它|报告|稿子|文件|回答|答案|[说写]过的话?|[说写]?错的?字?|姓名|名字)?"
_TALK = (
    *_NOTHING_MORE,
    *_NO_OTHER_MATTER,
    _HOW_MUCH,
    _SO_FAR,
    *_WHAT_FOR,
    _PICTURE,
    # how it works here, and that it is saved
    rf"(?:怎么|咋|如何|怎样|能不能|可不可以)(?:才能)?(?:把{_THINGS})?{_WORKS}(?:掉|一下|回去|回来|回)?{_THINGS}",
    r"(?:[帮给替]我)?(?:保存|存(?:一下|好|档|盘|上)|提交|发送)(?:一下|好)?|写(?:入|进去?|上)(?:报告)?里?",
    # that it was asked or said before, or need not be written, or somebody wants it written
    rf"(?:{_POINTED}|{_TELL}|[跟和与都已又]|已经|有点)*重复(?:了|的)?|(?:{_POINTED}|已经|都)*(?:问|{_TELL})过了",
    rf"{_POINTED}[都已]?(?:经|有)?{_TELL}过?了",
    rf"[\u4e00-\u9fff]{{2,4}}(?:刚才|刚刚|前面|上面)(?:已经|都|也)?{_TELL}过?了",
    r"就那么?[一几两]?[次个件项场回些]",
    rf"(?:{_POINTED})?(?:别|不用|不要|不必|甭|无需|不需要){_TELL}(?:进?去|进报告|上)?了?(?:也行|也可以)?",
    rf"{_TELL}不{_TELL}(?:都行|都可以|都成|无所谓|两可)?|{_TELL}也行|不{_TELL}也(?:行|可以)|无所谓|可写可不写|随[意您你便]",
    rf"(?:领导|上[级面]|[县市镇乡]里|组织部|纪委|办公室|单位|人家|他们)(?:让|叫|要求?|规定|安排)(?:我们?|必须|一定)*{_SAY}的?",
    # too many questions
    r"(?:少|别|不要|不用|不)再?追?问(?:[这那]么[多细]|太多|点儿?|一点|几[个题句道]|了|我)*",
    r"(?:问?题目?|问得?)?(?:太|真|好)(?:多|细|长|难|啰嗦|复杂|麻烦)了|怎么[这那]么(?:多|细|长|难|啰嗦|麻烦)(?:题目?|问题|字)?",
    # hesitating, coming and going
    r"[这那]个[嘛啥么呢]+|[怎咋][么]?说呢|说来话长|一言难尽",
    r"(?:刚|才|刚刚|正在?)(?:[上下]车|到家|到单位|起床|睡醒|[上下]班|散会|开完?会|吃完?饭|忙完|回来|开车|坐车|接电话)[呢着]?|回来",
    # later
    rf"(?:{_LATER})?(?:我|就|你|您)*(?:再|接着|继续){_SAY}上?|{_LATER}我?(?:{_TELL}上?|再来|给[你您])",
    r"等[一等]下?|等一?会儿?|待会儿?|一会儿|稍后|回头|改天|稍等(?:一?下|片刻)?|等等|等我(?:一下)?|马上就?来?|别急|不急|慢慢来",
    # stopping here
    rf"{_SAY}?到(?:这里|这儿|这|此|今天|现在)(?:为止)?",
    rf"[先就]{_SAY}?(?:这样|这么[着办多写]着?|这些|这[一]?点|一点|一部分)",
    r"[先我](?:停|歇|缓|放|搁|空|留)(?:[一]?[停歇放缓]|一下|一?会儿?|着)?|歇一?会儿?|休息(?:一下|一会儿?|会儿)",
    rf"(?:先|今天|这[一]?[题条个])不(?:{_TELL}|弄|想)|不(?:{_TELL}|弄|想|改)了|[写想编答]不(?:动|下去|出来|上来)了?|缓缓|歇歇",
    r"先(?:吃饭|睡觉|开会|忙)|(?:吃饭|睡觉|开会|接电话|忙)去了?|先走了?|下班了|下线了|[在去要]开个?会(?:去|了|呢)*|来电话了|有事先走",
    r"(?:有点|太|好|真|不)?(?:累|困|晚|早|忙|饿)了|到站了|下车了|(?:手机)?没电了|(?:信号|网)不好",
    r"(?:接|打|回)(?:一?个|下)电话|(?:[吃喝]口|[吃喝]个|上个|上趟)(?:[早午晚]?饭|水|茶|厕所)|出去(?:一下|一?趟)",
    r"跳过(?:这[个题条])?|略过?|先过|这[个题条]不会",
    # thinking
    rf"(?P<check>{_CHECK})一?(?P=check)(?:{_SOURCE})?(?:.{{0,8}}再{_SAY})?",
    rf"{_CHECK}(?:一下|下|会儿|一会儿?)(?:{_SOURCE})?(?:.{{0,8}}再{_SAY})?",
    # asking how
    *_HOW,
    rf"(?:可以|能)不{_SAY}|不{_SAY}行",
    rf"怎么用|(?:要|得)?{_TELL}?多少字|{_TELL}多[少久长]|还有(?:几|多少)[题道]|[你您](?:是谁|是什么|是机器人|叫什么)",
    rf"(?:能不能|可不可以|能否)?[帮给替]我{_SAY}{{1,2}}一?[点些]?(?:好听|好看|漂亮|像样|正式|官方)一?点?的?(?:话|句子|词)?",
    rf"(?:[能可会]以?)?[帮替]我{_SAY}{{1,2}}(?:一下|一?[点个]|几句|办法)?|随便{_TELL}?|看着[写办编]|[你您][定说]了?算?|[都]行|都可以",
    # politeness
    r"好[的吧嘞滴呀啊]?|行[吧的啊]?|可以|没问题|收到|嗯|哦|噢|喔|哈|呵|唉|哎|额|呃|OK|Ok|ok|okay",
    r"(?:知道|明白|了解|懂|清楚)了|明白",
    r"[太多]?(?:谢谢|感谢|多谢|谢|辛苦|打扰|麻烦)(?:您|你|大家|老师|同志)?了?",
    r"[你您早]好?|(?:大家|早上|上午|中午|下午|晚上)好|早安|晚安|再见|拜拜|回见|在[吗的]|在不在|有人吗|hello|hi|测试|试[试一]下?",
    r"开始|接着来|继续|往下|来吧|下一[个条问]|接着问?|问吧",
)
_AROUND = (
    r"我们?|让我|容我|等我|那么?|就|先|再|咱们?|今[天晚]|现在|这[会次]儿?|这[一个]?[题条]目?|题目?|这个|[你您](?:觉得|认为|说|看)|暂时|目前|还是|要不|只[好能]|真的|实在"
    r"|不好意思|对不起|抱歉|反正|大概|应该|可能|好像|差不多|基本上?|能不能|[也都还得要去请该]|[了吧啊呀呢哈哦喽咯啦呗嘛吗的哟您你]|行不行|好不好"
)
_HOLD_ON = (
    r"(?:稍|请?等)(?:一|等|候)?(?:下|会儿?|片刻|我(?:一下|一?会儿?)?)?|(?:[待过]一?|一)会儿?(?:就|再)?|马上(?:就)?(?:回|来|回来|好)?|去去就[来回]"
    rf"|回[头来]再?(?:接着|继续)?{_SAY}?|先(?:[放搁停撂缓](?:着|一下|这儿?|这里|下|一?[放搁停缓])|打住|不{_SAY}|到这[儿里]?|这样|忙)?|失陪(?:一下)?|抱歉|不好意思"
)
_ONE = r"(?:一?[个下口点趟杯圈把根支]|一下|几口|口?气)?"
_ERRAND = (
    rf"[接打回听](?:{_ONE})(?:电话|微信|视频|消息|短信)|(?:来|有)(?:{_ONE})(?:电话|急事|点?事儿?|人|客人?)(?:找我?|来)?"
    rf"|[开去赶参加]{{1,2}}(?:{_ONE})(?:视频|例|调度|推进|紧急|[县镇村]里的?)?会议?|[上去](?:{_ONE})(?:厕所|卫生间|洗手间)"
    rf"|[吃扒喝倒抽买](?:{_ONE})(?:[早午中晚]?饭|饭|水|茶|烟|药|菜)|[送接陪见找](?:{_ONE})(?:孩子|娃|小孩|老婆|人|客人?|领导|同事)"
    rf"|[去到回](?:{_ONE})(?:县里|县城|镇上|村里|家|单位|办公室|楼下|隔壁|食堂)(?:{_ONE})"
    r"|(?:领导|书记|镇长|主任|有人|门口有人|群众|老百姓|同事|家里)(?:来人|来|叫我?|喊我?|找我?|有事)|出(?:去|门)|上楼|下楼|开(?:个|会儿)?车|充(?:个|会儿)?电|下村|出差"
)
"""What somebody goes to do who stops talking; whatever was done (开了会, 接了电话) is none of it."""
_TALKS, _ASIDE = re.compile("|".join(_TALK)), re.compile(_AROUND)
_ASKING = re.compile("|".join(_HOW))
_HOLDS_ON = re.compile(_HOLD_ON)
_BESIDE_IT = re.compile(rf"(?:{_ERRAND})(?:去了?|[了啦])?|{'|'.join(_TALK)}|{_AROUND}")
_ENDING = re.compile("|".join((*_NOTHING_MORE, *_NO_OTHER_MATTER)))
_ASKS_HOW_MUCH = re.compile(rf"(?:{_AROUND})*{_HOW_MUCH}(?:{_AROUND})*")
_ASKS_TO_LOOK = re.compile(rf"(?:{_AROUND})*(?:{_LOOK}|{_SO_FAR})(?:{_AROUND})*")
_MARKS = re.compile(r"[\W_]+")


def is_talk(text: str) -> bool:
    """Whether a message says nothing but what is meant for whoever asks."""
    said = _MARKS.sub("", text)
    if len(said) > LONGEST:
        return is_not_mine(text)
    return is_made_up(said, _TALKS, _ASIDE) or _goes_away(said) or is_not_mine(text) or _looks(said)


def is_nothing_more(text: str) -> bool:
    """Whether a message says only that there is nothing more to tell."""
    return _is_only(_ENDING, _ASIDE, _MARKS.sub("", text))


def asks_how_much(text: str) -> bool:
    """Whether a message asks how much is left to do: 还要多久, 还剩几题."""
    said = _MARKS.sub("", text)
    return len(said) <= LONGEST and _ASKS_HOW_MUCH.fullmatch(said) is not None


def asks_how(text: str) -> bool:
    """Whether a message asks what the question means or how it is answered: 这个填啥, 怎么写, 举个例子."""
    return _is_only(_ASKING, _ASIDE, _MARKS.sub("", text))


def asks_to_look(text: str) -> bool:
    """Whether a message asks to see the report as it is so far: 能不能先看看, 看看效果."""
    return _looks(_MARKS.sub("", text))


def _looks(said: str) -> bool:
    return len(said) <= LONGEST and _ASKS_TO_LOOK.fullmatch(said) is not None


def _goes_away(said: str) -> bool:
    """Whether somebody asks to wait, and says at most what for."""
    return _HOLDS_ON.search(said) is not None and _is_only(_HOLDS_ON, _BESIDE_IT, said)


def _is_only(telling: re.Pattern[str], beside: re.Pattern[str], said: str) -> bool:
    return len(said) <= LONGEST and is_made_up(said, telling, beside)
