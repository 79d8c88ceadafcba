"""Text as editors on people's machines save it."""

GB18030 = "gb18030"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(raw: bytes) -> tuple[str, str]:
    """The text and its encoding: UTF-8, UTF-16 with its mark, else GB18030. Raises UnicodeDecodeError."""
    first = "utf-16" if raw.startswith(_UTF_16) else "utf-8-sig"
    try:
        return raw.decode(first), first
    except UnicodeDecodeError:
        return raw.decode(GB18030), GB18030
