"""Names of things of one kind set side by side with blanks: 党章 准则 条例 is 党章、准则、条例.

Elsewhere a blank between nouns may stand for anything, and is left to `blanks`.
"""

import re

LISTED = "\ue001"
"""Stands, while a line is worked on, for 、 between names that are one stretch."""
_HAN = "[\u3400-\u9fff]"
_NO_NAME = "了过的在到给把被将是有没去来和与及跟同我他她这那各等都也还又就着"
_DOES = (
    r"(?:[学习读看讲写抄考听收种养卖买修查跑找请帮包抓管签搞按对]|遵守|违反|落实|执行|制[定订]|出台|宣[传讲]|贯彻|传达|违"
    r"|检[查测]|走访|慰问|联系|服务|带[动领]|引进|办理|整[治改]|处理|巡[查视]|新建|发展|推[广进]|扶持|规范|组织|动员|联合)"
)
"""A verb that begins a clause: what has one is no name in a list."""
_PART = f"(?:(?![{_NO_NAME}]){_HAN})"
_PART_BEHIND = f"(?:{_HAN}(?<![{_NO_NAME}]))"
_KINDS = (
    # what is studied
    rf"(?:党章|准则|条例|章程|细则|规定|规则|规程|法典|宪法|民法|刑法|{_PART}{{2,6}}(?<![想方说做看语书用手])法|讲话|决议|决定|公报|意见|简史|选编|论述)",
    # villages, and whom one visits or works with
    r"(?:村|社区|居委会)",
    r"(?:局|所|站|办|厅|委|科|股|中心|法庭|派出所|供电所|卫生院|学校|小学|中学|幼儿园|敬老院)",
    r"(?:老党员|党员|困难户|贫困户|脱贫户|监测户|五保户|低保户|军属|烈属|退役军人|老人|老干部|儿童|残疾人|特困户|妈妈|母亲|妇女|孤儿|学生|老师|教师|家庭|青年|民工|职工|大户|能人|乡贤)",
    r"(?:饭店|餐馆|超市|商店|市场|学校|工地|企业|加油站|养老院|敬老院|网吧|宾馆|药店|诊所|食堂|作坊)",
    r"(?:书屋|文化站|文化室|活动室|文化广场|宣传栏|文化墙|公众号|微信群|祠堂|教堂|寺庙)",
    r"(?:书记|[镇乡]长|委员|主任|[所站]长|村?会计|村?支书|网格员|负责人|中层)",
    # crops and stock
    r"(?:小麦|玉米|大豆|水稻|稻谷|花生|油菜|土豆|马铃薯|红薯|谷子|高粱|棉花|烟叶|药材|白菜|萝卜|辣椒|番茄|西红柿|豆角|韭菜|菠菜|黄瓜|茄子|大蒜|生姜|西瓜|苹果|葡萄|桃|梨|李子|柑橘|茶叶|食用菌|蔬菜|果树|大葱|洋葱|芹菜)",
    r"(?:生猪|肉牛|奶牛|黄牛|牛|羊|肉羊|猪|鸡|蛋鸡|肉鸡|鸭|鹅|鱼|兔)",
)
_BLANK = r"[ \t\u3000]+"
_ALL_OF_THEM = rf"[都均全也等](?!{_HAN}?村)|(?:一共|总共|合计|共)[\d一二三四五六七八九十百]"
_END = rf"(?={_BLANK}|$|[，。；：、,;！？）\d]|{_ALL_OF_THEM}|[都各]?谈|汇报|请示)"
_NAME = rf"(?:{{kind}}|(?!{_DOES}){_PART}{{{{1,5}}}}?{{kind}})"
_SIDE_BY_SIDE = tuple(
    re.compile(rf"(?P<before>{kind}){_BLANK}(?={_NAME.format(kind=kind)}{_END})") for kind in _KINDS
)
_OF_A_SORT = (
    r"(?:[这那]些|[这那]?(?:几|\d+|[两三四五六七八九])[个项](?:题目|课题|方面|领域|行业|门类|制度|专题))"
)
_NOUN = rf"(?!{_DOES}){_PART}{{2,6}}?"
_OF_ONE_SORT = re.compile(rf"(?<={_PART_BEHIND}{{2}}){_BLANK}(?={_NOUN}(?:{_BLANK}{_NOUN})*{_OF_A_SORT})")
"""Between words that are called one sort of thing behind them: 财务 公车 接待3项制度, 冷链 药材这些行业."""


def listed_names(line: str) -> str:
    """The line with LISTED for each blank between two names of one kind; what does something is no name."""
    for between in _SIDE_BY_SIDE:
        line = between.sub(rf"\g<before>{LISTED}", line)
    return _OF_ONE_SORT.sub(LISTED, line)
