"""Whose report it is by the post that was told: a 副书记 heads no government, whatever was chosen."""

import re

from bot.interview.outline import Role
from bot.interview.particulars import value_of
from bot.interview.state import DraftState

_APART = re.compile(r"[、，,；;（(）)和兼\s]+")
_DEPUTY = re.compile(r"副(?!科|处|县)|助理")
_SECRETARY = re.compile(r"(?:党委|党工委|^)书记$|^[^纪村社团支]*(?:镇|乡|街道|区|农场)书记$")
_MAYOR = re.compile(r"(?:镇|乡|区|场)长$|(?:街道办事处|街道办|办事处|管委会)主任$")


def role_of(state: DraftState) -> Role | None:
    """Deputy, head of the government or of the party, by the posts told; the outline's while none is told.

    None where the post is none of these: then nothing may be said that only holds for one of them.
    """
    post = value_of("post", state.answer("post"))
    if not post:
        return state.outline.role
    held = [part for part in _APART.split(post) if part]
    own = [part for part in held if not _DEPUTY.search(part)]
    if any(_SECRETARY.search(part) for part in own):
        return "secretary"
    if any(_MAYOR.search(part) for part in own):
        return "mayor"
    return "deputy" if len(own) < len(held) else None
