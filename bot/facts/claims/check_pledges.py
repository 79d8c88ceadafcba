"""Pledges of one's own that nobody made: 并郑重承诺绝不再犯."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..trial import Trial

_PLEDGE = re.compile(
    r"(?:郑重|庄严|公开|在此|作出|做出|立下|本人|[我并也])(?:向组织|向群众|向全体[\u4e00-\u9fff]{2,4}|在此|再次|郑重)*"
    r"(?:承诺(?![书践制卡牌栏])|保证(?=今后|绝不|决不|不再|自己|本人))"
    r"|承诺(?=[,:]?(?:本人|自己|亲[属友]|家[人属]|今后|绝不|决不|坚决|始终|自觉|不再|严格))"
    r"|[作做]出[\u4e00-\u9fff]{0,4}承诺|(?<![^,。;!?:\n])保证(?=今后|绝不|决不|不再|自己|本人)"
    r"|(?:绝不|决不|保证不)再犯"
)
_GIVEN = re.compile(
    "诺|保证|答应|应承|立了|立下|胸脯|我说[^,。;\n]{0,8}[天月年内]|军令状|说好|再犯|表[了过]?态"
)
"""What notes say of who gave a word."""


def check_pledges(trial: Trial) -> Iterator[Finding]:
    """The prose gives no word for the person that the notes do not give."""
    if _GIVEN.search(trial.notes.text):
        return
    text = trial.prose.text
    for found in _PLEDGE.finditer(text) if any(word in text for word in ("承诺", "保证", "再犯")) else ():
        yield trial.told(FindingKind.DECLARATION_INVENTED, *found.span())
