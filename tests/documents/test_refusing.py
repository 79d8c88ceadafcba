"""Files that cannot be read: each is refused with its sentence, quickly and without eating the machine."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from bot.documents import pdf_text
from bot.documents.archive import MOST_ENTRIES, MOST_UNPACKED
from bot.documents.reading import MOST_BYTES, MOST_CHARACTERS, Refusal, Unreadable, read_document
from bot.documents.word_text import MOST_NODES, MOST_PARAGRAPHS
from tests.documents.odd_files import OLE, RELS, paragraph, word_file, zip_of
from tests.office import shipped


def refusal(name: str, data: bytes) -> Refusal:
    with pytest.raises(Unreadable) as caught:
        read_document(name, data)
    assert shipped().texts(caught.value.reason).endswith("。")
    return caught.value.reason


def test_empty_and_too_big() -> None:
    assert refusal("a.docx", b"") is Refusal.EMPTY
    assert refusal("a.txt", b"a" * (MOST_BYTES + 1)) is Refusal.TOO_BIG


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_broken_zip(kept: float) -> None:
    whole = word_file(paragraph("正文" * 500))
    assert refusal("a.docx", whole[: int(len(whole) * kept)]) is Refusal.BROKEN


def test_broken_inside() -> None:
    whole = bytearray(word_file("".join(paragraph(f"正文{n * 7919}") for n in range(300))))
    whole[len(whole) // 2] ^= 0xFF
    assert refusal("a.docx", bytes(whole)) is Refusal.BROKEN
    assert refusal("a.docx", word_file("<w:p>")) is Refusal.BROKEN
    assert refusal("a.docx", b"this is no zip") is Refusal.BROKEN
    assert refusal("a.docx", word_file("<w:p/>", numbering="<<")) is Refusal.BROKEN


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = zip_of({"_rels/.rels": RELS, "word/document.xml": b"<a>" + b" " * (MOST_UNPACKED + 1)})
    assert len(bomb) < 1024 * 1024
    assert refusal("a.docx", bomb) is Refusal.BOMB


def test_a_zip_that_lies_about_its_size() -> None:
    bomb = bytearray(zip_of({"_rels/.rels": RELS, "word/document.xml": b"<a>" + b" " * (MOST_UNPACKED + 1)}))
    size = struct.pack("<I", MOST_UNPACKED + 4)
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = struct.pack("<I", 100)
    assert refusal("a.docx", bytes(bomb)) is Refusal.BROKEN


def test_many_entries_and_many_paragraphs() -> None:
    assert refusal("a.docx", zip_of({str(n): b"" for n in range(MOST_ENTRIES + 1)})) is Refusal.BOMB
    assert refusal("a.docx", word_file("<w:p/>" * (MOST_PARAGRAPHS + 1))) is Refusal.TOO_LONG
    assert refusal("a.txt", "长".encode() * (MOST_CHARACTERS + 1)) is Refusal.TOO_LONG


def test_a_paragraph_of_a_million_empty_runs() -> None:
    runs = "<w:p>" + "<w:r/>" * (MOST_NODES + 1) + "</w:p>"
    assert refusal("a.docx", word_file(runs)) is Refusal.BOMB
    styles = f"<a>{'<b/>' * (MOST_NODES + 1)}</a>"
    assert refusal("a.docx", word_file("<w:p/>", styles=styles)) is Refusal.BOMB


def test_entities_and_depth() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert refusal("a.docx", zip_of({"_rels/.rels": RELS, "word/document.xml": laughs})) is Refusal.BROKEN
    assert refusal("a.docx", word_file("<w:sdt>" * 5000 + "</w:sdt>" * 5000)) is Refusal.BROKEN


def test_passwords() -> None:
    assert refusal("a.docx", OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le")) is Refusal.PASSWORD
    locked = bytearray(word_file(paragraph("正文")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(mark, at + 4)
    assert refusal("a.docx", bytes(locked)) is Refusal.PASSWORD
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert refusal("a.pdf", out.getvalue()) is Refusal.PASSWORD


def test_old_formats() -> None:
    assert refusal("a.doc", OLE + bytes(500)) is Refusal.OLD_FORMAT
    assert refusal("a.docx", b"{\\rtf1 }") is Refusal.OLD_FORMAT
    assert refusal("a.wps", b"whatever") is Refusal.OLD_FORMAT
    assert refusal("a.xls", OLE + bytes(500)) is Refusal.UNKNOWN


def test_other_files() -> None:
    assert refusal("a.xlsx", zip_of({"xl/workbook.xml": "<a/>"})) is Refusal.NOT_WORD
    assert refusal("a.odt", zip_of({"content.xml": "<a/>"})) is Refusal.NOT_WORD
    assert refusal("a.jpg", b"\xff\xd8\xff\xe0") is Refusal.UNKNOWN
    assert refusal("a.txt", zlib.compress(bytes(range(256)) * 9)) is Refusal.NOT_TEXT


def test_files_without_text() -> None:
    assert refusal("a.docx", word_file("<w:p/>")) is Refusal.NO_TEXT
    assert refusal("a.txt", b" \r\n\t\n") is Refusal.NO_TEXT
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    assert refusal("a.pdf", out.getvalue()) is Refusal.PDF_NO_TEXT
    assert refusal("a.pdf", out.getvalue()[:60]) is Refusal.BROKEN
    assert refusal("a.pdf", b"no pdf") is Refusal.BROKEN


def pdf_of(content: bytes, pages: int) -> bytes:
    """A PDF whose pages all show the same content."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj%sendobj\n" % (number, one)
    table = b"xref\n0 6\n0000000000 65535 f \n%s" % b"".join(places)
    return b"%s%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (body, table, len(body))


def test_a_small_pdf_of_many_operations_and_one_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"BT /F 12 Tf " + b"(abc) Tj " * 900 + b"ET"
    assert read_document("a.pdf", pdf_of(text, 2)).startswith("abcabc")
    monkeypatch.setattr(pdf_text, "MOST_OPERATIONS", 2000)
    assert refusal("a.pdf", pdf_of(text, 300)) is Refusal.TOO_LONG
    assert len(pdf_of(text, 300)) < 5000
    swollen = pdf_of(text + b" " * (pdf_text.MOST_STREAM + 1), 1)
    assert len(swollen) < 20_000
    assert refusal("a.pdf", swollen) is Refusal.BOMB
    monkeypatch.setattr(pdf_text, "MOST_SECONDS", 0.0)
    assert refusal("a.pdf", pdf_of(text, 2)) is Refusal.TOO_LONG


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.pdf", "a.txt", "a", "a.doc"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-1.4\n"):
        try:
            assert read_document(name, start + data).strip("\n")
        except Unreadable as error:
            assert str(error)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 255))
def test_any_damage_to_a_word_file_is_read_or_refused(at: int, value: int) -> None:
    data = bytearray(word_file(paragraph("正文" * 50) * 3))
    data[at % len(data)] = value
    try:
        read_document("a.docx", bytes(data))
    except Unreadable as error:
        assert str(error)
