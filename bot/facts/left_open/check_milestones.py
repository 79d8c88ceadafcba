"""Milestones that nobody reported: 双方现已签约, where the notes only say that talks went on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.open_words import LEFT_OPEN, Says
from ..trial import Trial
from .open_parts import OpenParts, is_ahead

MILESTONES = tuple(
    (marks, re.compile(said), re.compile(backing), re.compile(said.rstrip("$")))
    for marks, said, backing in (
        ("签", "签约(?!意|率)|签订|签署|正式签|签下", "签|协议|合同|约|订|责任[书状]|承诺书"),
        (
            "工破启",
            "动工|开工(?<!公开工)(?!率|才)|破土|启动建设|启动实施|进场施工",
            "工|开建|破土|开挖|进的?了?场|启动|动起来|干起来|建|修|[又再重]新?开",
        ),
        ("产", "投产", "产|开机|投"),
        (
            "用投运",
            "投用|启用|投入使用|投入运行|投入运营|投运|正式运行|正式运营|建成使用",
            "用|启|顶上|开(?!展|始)|营业|运行|运营|投|搬|住|通了|[起在]跑|跑起来|跑上",
        ),
        (
            "批准",
            "获批(?<!是否..)|获准(?<!是否..)|批准(?<!是否..)|已批复|获批复|得到批复|获得批复",
            "批|准|下来(?:了|\\d|[一两几])|办[好成妥]了",
        ),
        ("车", "通车(?<!直通车)", "通"),
        ("电", "通电", "通|电"),
        ("水", "通水", "通|水"),
        (
            "竣工成",
            "(?:已|全面|全部|均|顺利|如期)(?:竣工|完工|建成|落成)|建成投用",
            "(?<![谈学看查访讲签发])[完好]|[竣建成修弄盖做装搞新打挖铺起开用通]|投产",
        ),
        ("落拔", "落成(?![后典仪])|拔地而起", "(?<![谈学看查访讲签发])[完好]|[竣建成修弄盖做装搞挖打铺]"),
        ("线", "上线(?<![搭科段]上线)(?![率下])", "线|上了|上平台|开通|用|运行|跑起来"),
        ("成", "建成[^,。;]{2,8}(?:中心|驿站|基地|广场|市场)$", "[竣完建成好修弄盖做装搞新打挖铺起开用]"),
        ("付", "交付使用|已交付", "交|住|搬"),
        ("验", "通过验收|完成验收|验收合格", "验|审|过"),
        ("通", "(?:已|均|顺利)通过(?:审查|评审|审批|审核|论证|备案)", "过|批|准|合格"),
        ("齐满", "已[补配招]齐|均[补配招]齐|全部[补配招]齐|招满", "[齐满够补全配]|招到|到位"),
        ("封", "主体封顶|全部封顶|已封顶", "封"),
        ("牌", "挂牌|揭牌", "牌|成立"),
        (
            "致谈达",
            "协商一致|达成一致|谈妥|达成协议",
            "谈好|谈下|商量好|商量着|说好|讲好|谈妥|谈成|谈拢|协|一致|成了|签|定|妥|同意|统一|拢|说通|点头|答应|没意见|和好|和解",
        ),
        ("引", "(?:成功|已|仅|顺利)(?:引入|引进|引来)", "引|来了|招商|招了|招来|进来|签|落户|入驻|回来|落了"),
        (
            "恢",
            "已(?:经)?恢复|均[已]?恢复|全部恢复",
            "复|好|又|水[^,。;\n]{0,3}清|通|回来|回到|重新|[接续]上|接着",
        ),
    )
)
"""Characters of which every one has one, how a milestone is told, and the words of notes that back it."""
_STAGES = re.compile("正在调试|调试运行|试运行|正在施工|正在安装")

_UNDER_WORK = frozenset(("正在施工", "正在安装"))
_HOPED = LEFT_OPEN & ~(Says.HALFWAY | Says.REST | Says.ONLY | Says.KEEPS)
_AT_WORK = re.compile(
    "在[建修做弄搞装铺挖改打钻盖砌浇焊埋栽架](?![工击仗])|(?<=[座条个处段期项栋家])在干(?![部旱净洁群流])|正[建修做弄搞装铺挖改]|[修做铺挖装建改搞弄][了到].{0,4}?[成半期%]"
)
"""What is being done is under work: 二期在修, 路面铺了六成."""


def check_milestones(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A milestone needs a note that tells of it, in whatever words, and does not call it open."""
    text = trial.prose.text
    letters = frozenset(trial.prose.letters)
    milestones = [
        (said, backing)
        for marks, said, backing, anywhere in MILESTONES
        if not letters.isdisjoint(marks) and anywhere.search(text)
    ]
    if not milestones and not _STAGES.search(text):
        return
    reached = "\n".join([*opened.closed, *opened.reached])
    for clause in trial.prose.clauses:
        words = text[clause.start : clause.end]
        stage = _STAGES.search(words)
        if (
            stage is not None
            and set(stage.group()[-2:] + stage.group()[:1].replace("正", "")).isdisjoint(trial.notes.text)
            and not (stage.group() in _UNDER_WORK and _AT_WORK.search(trial.notes.text))
        ):
            yield trial.told(
                FindingKind.STATUS_CHANGED, clause.start + stage.start(), clause.start + stage.end()
            )
        for said, backing in milestones:
            found = said.search(words)
            if (
                found is not None
                and not backing.search(reached)
                and not trial.prose.says(clause.start, clause.end, _HOPED)
                and not is_ahead(trial, clause)
            ):
                yield trial.told(
                    FindingKind.STATUS_CHANGED, clause.start + found.start(), clause.start + found.end()
                )
