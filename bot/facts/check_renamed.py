"""Another name for a place of the notes: 青龙山 told as 凤凰山."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .trial import Trial

_PLACE = re.compile(
    r"(?=(?P<core>[\u4e00-\u9fff]{2})(?P<ending>[山河湖岭塘坝坡沟桥街巷渠港湾]|水库)(?![长区道头上下里中边路面网段管委羊药地村林洪火体泉茶坳]))"
)
_SOUNDS = 2


def check_renamed(trial: Trial) -> Iterator[Finding]:
    """A place nobody gave, where one of the notes with the same ending is told nowhere."""
    lost = {
        found["ending"]
        for found in _PLACE.finditer(trial.notes.text)
        if found["core"] not in trial.prose.text and trial.sound(found["core"]) >= _SOUNDS
    }
    if not lost:
        return
    for found in _PLACE.finditer(trial.prose.text):
        core = found["core"]
        if (
            found["ending"] in lost
            and trial.sound(core) >= _SOUNDS
            and core not in trial.lexicon.common_verbs
            and core not in trial.lexicon.ordinary_verbs
            and core not in trial.lexicon.ordinary
            and not any(sign in trial.notes.text for sign in core)
        ):
            yield trial.told(FindingKind.NAME_INVENTED, found.start("core"), found.end("ending"))
