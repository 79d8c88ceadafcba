"""Why a file cannot be read or made, in the words that the person reads."""

from enum import Enum


class Refusal(Enum):
    """One reason each, with its sentence."""

    NO_CHINESE_FONT = (
        "这台机器上没有中文字体，做不出 PDF。请管理员安装一种（如 fonts-noto-cjk），其他文件照常。"
    )
    EMPTY = "这个文件是空的，请检查后重新发送。"
    TOO_BIG = "这个文件太大了，请只保留文字后重新发送。"
    TOO_LONG = "这个文件的文字太多了，请只发送述职报告这一部分。"
    PASSWORD = "这个文件设了密码，打不开。请取消密码后重新发送。"
    BROKEN = "这个文件已损坏，打不开。请用 Word 或 WPS 打开，另存为 .docx 后重新发送。"
    BOMB = "这个文件解压后大得不正常，为安全起见没有打开。"
    OLD_FORMAT = "这是旧格式的文件（.doc、.wps 或 .rtf），读不了。请用 Word 或 WPS 另存为 .docx 后重新发送。"
    NOT_WORD = "这个文件不是 Word 文档，读不了。请发送 .docx 或 .txt 文件。"
    NO_TEXT = "这个文件里没有文字。如果是扫描件或图片，请把文字直接发来。"
    PDF_NO_TEXT = "这个 PDF 里没有文字，可能是扫描件。请发送 Word 文件，或把文字直接发来。"
    NOT_TEXT = "这个文件认不出文字编码，读不了。请另存为 UTF-8 编码的 .txt，或发送 .docx 文件。"
    UNKNOWN = "这种文件读不了。请发送 .docx、.txt 或 .pdf 文件。"


class Unreadable(Exception):
    """The file cannot be read; the message is a sentence for the person who sent it."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason
