"""Why a file cannot be read or made. The sentences that a person reads stand in prompts/chat/."""

from enum import StrEnum


class Refusal(StrEnum):
    """One reason each; the chat's texts have a sentence for it under its value."""

    NO_CHINESE_FONT = "refused_no_chinese_font"
    PDF_TOO_SLOW = "refused_pdf_too_slow"
    EMPTY = "refused_empty"
    TOO_BIG = "refused_too_big"
    TOO_LONG = "refused_too_long"
    PASSWORD = "refused_password"
    BROKEN = "refused_broken"
    BOMB = "refused_bomb"
    OLD_FORMAT = "refused_old_format"
    NOT_WORD = "refused_not_word"
    NO_TEXT = "refused_no_text"
    PDF_NO_TEXT = "refused_pdf_no_text"
    NOT_TEXT = "refused_not_text"
    UNKNOWN = "refused_unknown"


class Unreadable(Exception):
    """The file cannot be read; `reason` says why."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason
