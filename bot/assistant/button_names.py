"""Words that are the name of a button and nothing else: typed anywhere, they are no answer."""

import re

from bot.assistant.view_names import OVERVIEW
from bot.interview.cards.correction import choices
from bot.interview.cards.sections import sections
from bot.interview.corrections import correcting, undecided
from bot.interview.state import DraftState
from bot.interview.texts import Texts

NAMES = (
    *("to_corrections", "aside_decide", "aside_other", "aside_drop", "sort_other"),
    *("correction_yes", "correction_no", "files_again", "to_report", "to_short", "to_finished", "all_parts"),
    *("write_on", "write_plain", "rewrite", "mend", "leave_it", "compare", "keep_present", "keep_other"),
    *("wish_shorter", "wish_longer", "wish_plainer", "wish_again", "short_summary"),
    *("proof_see", "proof_again", "proof_accept", "proof_delete", "proof_mend", "proof_keep"),
    *("proof_later", "proof_leave", "returned_see", "returned_take_all", "returned_take"),
    *("returned_take_doubted", "returned_declare_yes", "returned_declare_out", "returned_leave"),
    *("returned_leave_out", "returned_leave_since", "returned_leave_doubted", "returned_later", "follow_on"),
    *("to_deadline", "deadline_quiet", "deadline_clear", "reminder_quiet", "cancel_yes", "cancel_no"),
    *("held_yes", "held_no", "forget_yes", "forget_no", "mydata", "more", "less", "new", "drafts"),
    *("retention_keep", "voice_keep", "voice_correct", "voice_again", "voice_retry", "voice_as_heard"),
    *("to_unfollowed", "note_holds", "hand_holds"),
)
"""By their key in the texts. What may also be said in answer to a question is not among them."""
NAMED = ("aside_here", "aside_as_it_is", "fill_this", "preview_change")
"""Those that name a question besides."""
TYPED_BUTTONS = {
    **{key: key for key in ("next", "back", "skip", "undo", "redo", "finish", "stop")},
    "overview": "view:overview",
    "pause": "view:paused",
    "preview": "view:preview:0",
    "check_facts": "view:facts:0",
    "to_gaps": "view:gaps:0",
    "to_question": "view:question",
    "resume": "view:question",
    "follow_pass": "follow:pass",
    "follow_off": "follow:off",
    "correction_yes": "instead:0",
    "correction_no": "instead:no",
}
"""Words on buttons, by their key in the texts, and what pressing them does."""
_EDGES = ' \t\r\n　。.！!“”"「」【】[]'
_LABEL = "\0"
_PRESSING = re.compile(
    r"(?:请|帮我|给我|我[要想]|再)*(?:回到|返回到?|退回到?|跳[转到]*|打开|进入|点击?(?:一下)?|按(?:一下)?|看一下|看看|[回去到看])?"
)


def named(text: str, texts: Texts) -> str:
    """The name of the button that these words are; empty if they say anything else."""
    names, said = texts.once(_names), text.strip(_EDGES)
    if name := next((one for one in (said, pressed(said)) if one in names), ""):
        return name
    whole = text.strip()
    fits = any(whole.startswith(before) and whole.endswith(after) for before, after in texts.once(_around))
    return whole if fits else ""


def _names(texts: Texts) -> frozenset[str]:
    return frozenset(map(texts, NAMES))


def _around(texts: Texts) -> list[tuple[str, str]]:
    """What stands before and behind the question's name on each of NAMED."""
    found = (texts(key, label=_LABEL, name=_LABEL).partition(_LABEL) for key in NAMED)
    return [(before, after) for before, _, after in found]


def pressed(text: str) -> str:
    """The words without what says that they are to be pressed: 点“下一题”, 回到上一题吧."""
    return _PRESSING.sub("", text, count=1).removesuffix("吧").strip(_EDGES)


def anywhere(name: str, state: DraftState, texts: Texts) -> str:
    """The action of one that leads to what waits for an answer, from wherever it is typed; else nothing."""
    if name in (texts("aside_decide"), texts("aside_drop"), texts("aside_other")) and state.aside:
        return "view:place"
    if name == texts("to_corrections") and (open_ := undecided(state)):
        return f"go:{open_[0].key}"
    return ""


def typed_action(text: str, state: DraftState | None, present_view: str, texts: Texts) -> str:
    """The action of a button whose words were typed instead of pressed; empty for other words."""
    text = text.lstrip("/／").rstrip("。.！!").removesuffix("吧")
    names = texts.once(_actions)
    typed = names.get(text) or names.get(pressed(text), "")
    if typed.startswith("instead:") and not (state and correcting(state)):
        return ""
    if not typed and state and (asked := correcting(state)):
        labels = choices(asked, texts) if len(asked.ways) > 1 else []
        typed = f"instead:{labels.index(text)}" if text in labels else ""
    if not typed and state and present_view == OVERVIEW:
        parts = (key for key, name, _ in sections(state, texts("profile_name")) if name == text)
        typed = next((f"view:section:{key}:0" for key in parts), "")
    return typed


def _actions(texts: Texts) -> dict[str, str]:
    """The words on TYPED_BUTTONS, and what pressing them does."""
    return {texts(key): action for key, action in TYPED_BUTTONS.items()}
