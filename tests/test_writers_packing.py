"""Files laid out in object streams are read back object by object by a library that has never seen our source."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.writers.pdf.deflate import at_once
from jxprint.writers.pdf.packing import Packed, lay_out, stream_object
from jxprint.writers.pdf.strings import literal, text_string

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[4 0 R]/Count 1/MediaBox[0 0 9 9]>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/Resources<<>>>>"


def _file(*more: Packed) -> bytes:
    first = [Packed(number, data, False) for number, data in enumerate((_CATALOG, _PAGES, b"<<>>", _PAGE), 1)]
    return lay_out([*first, *more], root=1, info=3, deflate=at_once)


def _string(data: bytes) -> bytes:
    return f"({literal(data)})".encode("latin-1")


@given(st.lists(st.binary(max_size=60), max_size=450), st.data())
def test_every_object_comes_back(values: list[bytes], data: st.DataObject) -> None:
    """Streams and others, however many and in whatever mixture, under the numbers they were given."""
    kinds = [data.draw(st.booleans()) for _ in values[:20]] + [False] * len(values[20:])
    packed = [
        Packed(number, stream_object(b"/X 1", value) if stream else _string(value), stream)
        for number, (value, stream) in enumerate(zip(values, kinds, strict=True), 5)
    ]
    with pikepdf.open(BytesIO(_file(*packed))) as pdf:
        for one, value in zip(packed, values, strict=True):
            read = pdf.get_object(one.number, 0)
            assert (read.read_bytes() if isinstance(read, pikepdf.Stream) else bytes(read)) == value


def test_the_identifier_knows_the_content() -> None:
    """Two files that differ in one object have two identifiers; two equal files have one."""

    def identifier(data: bytes) -> bytes:
        with pikepdf.open(BytesIO(_file(Packed(5, data, False)))) as pdf:
            first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)

    assert identifier(b"(a)") == identifier(b"(a)")
    assert identifier(b"(a)") != identifier(b"(b)")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("a(b)\\", b"(a\\(b\\)\\\\)"),
        ("嘉", b"(\xfe\xff\x56\x09)"),
        ("𠮷", b"(\xfe\xff\xd8\x42\xdf\xb7)"),
        ("", b"()"),
    ],
)
def test_text_strings(text: str, there: bytes) -> None:
    """ASCII is written plainly with its escapes, anything else as UTF-16BE with surrogate pairs."""
    assert text_string(text) == there


@given(st.text())
def test_text_strings_are_read_back(text: str) -> None:
    """Parentheses, backslashes and carriage returns included."""
    with pikepdf.open(BytesIO(_file(Packed(5, text_string(text), False)))) as pdf:
        assert str(pdf.get_object(5, 0)) == text
