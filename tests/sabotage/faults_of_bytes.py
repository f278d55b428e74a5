"""Bytes: an update on top of the file, damage in its streams."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from spoiling import Opened, kind

_CHANGED = ("missing", "extra", "altered", "moved", "no_text", "damaged", "out_of_frame")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_ANY = (
    *_CHANGED, "ink", "ink_missing", "ink_unknown", "ink_damaged", "no_font", "invisible", "off_page", "unseen",
    "overlapping", "turned", "stretched", "untagged_text", "unowned", "owned_twice", "bad_entry", "white", "too_large",
    "role", "drawn_text", "face", "page_count", "untagged", "no_pages", "encrypted", "parent_tree", "title",
    "bad_operands", "mark_tag",
)  # fmt: skip


def _updated(data: bytes, number: int, body: bytes) -> bytes:
    """A new body for an object, appended with a table and a trailer of its own (ISO 32000-1, 7.5.6)."""
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    with pikepdf.Pdf.open(BytesIO(data)) as document:
        root, size = document.trailer["/Root"].objgen[0], int(document.trailer["/Size"])
        info = document.trailer["/Info"].objgen[0] if "/Info" in document.trailer else 0
    start = len(data) + 1
    table = start + len(b"%d 0 obj\n" % number) + len(body) + len(b"\nendobj\n")
    more = b" /Info %d 0 R" % info if info else b""
    entry = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    trailer = b"trailer\n<</Size %d /Root %d 0 R%b /Prev %d>>\n" % (size, root, more, before)
    return b"%b\n%d 0 obj\n%b\nendobj\n%b%bstartxref\n%d\n%%%%EOF\n" % (data, number, body, entry, trailer, table)


@kind("incremental update drops a character", "missing", "altered")
def update(file: Opened) -> bool:
    """The old content is still in the file, under a new one."""
    one = file.choose(one for one in file.shown(3) if one.mcid is not None and _is_han(file.said(one)))
    if one is None:
        return False
    codes = file.codes(one)
    file.show(one, codes[1:])
    content = bytes(
        pikepdf.unparse_content_stream([(each.operands, pikepdf.Operator(each.operator)) for each in file.ops])
    )
    file.show(one, codes)

    def then(data: bytes) -> bytes:
        with pikepdf.Pdf.open(BytesIO(data)) as document:
            number = document.pages[0].obj["/Contents"].objgen[0]
        return _updated(data, number, b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content))

    file.then = then
    return True


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


@kind("incremental update lays a note over", "annotation")
def update_with_note(file: Opened) -> bool:
    """The page gets an annotation behind everybody's back."""
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])

    def then(data: bytes) -> bytes:
        with pikepdf.Pdf.open(BytesIO(data)) as document:
            page = document.pages[0].obj
            number = page.objgen[0]
            body = page.unparse(resolved=True)
        note = b"<</Type/Annot/Subtype/FreeText/F 4/Rect[%d %d %d %d]/DA(/Helv 12 Tf)/Contents(SOLD)>>" % (
            left + 40, low + 40, left + 140, low + 60,
        )  # fmt: skip
        if b"/Annots" in body:
            body = re.sub(rb"/Annots\s*\[", b"/Annots [" + note, body)
        else:
            body = body[: body.rindex(b">>")] + b"/Annots[" + note + b"]>>"
        return _updated(data, number, body)

    file.then = then
    return "/Annots" not in file.sheet or isinstance(file.sheet["/Annots"], pikepdf.Array)


@kind("content damaged", *_ANY)
def content(file: Opened) -> bool:
    """One byte of a shown string is another one."""
    strings = [one for one in file.shown() if one.mcid is not None and file.said(one).strip()]
    one = file.choose(strings)
    if one is None:
        return False
    codes = file.codes(one)
    at = file.random.randrange(len(codes))
    codes[at] ^= 1 << file.random.randrange(16)
    file.show(one, codes)
    return True


@kind("number damaged", *_ANY)
def number(file: Opened) -> bool:
    """A digit of where a pen goes is another one: the most significant."""
    moves = [at for at, one in enumerate(file.ops) if one.operator == "Td" and abs(float(one.operands[1])) > 5]
    at = file.choose(moves)
    if at is None:
        return False
    x, y = (float(one) for one in file.ops[at].operands)
    file.ops[at].operands = [x, round(y * 5, 3)]
    return True


def _damaged(file: Opened, stream: pikepdf.Stream) -> None:
    data = bytearray(stream.read_bytes())
    at = file.random.randrange(len(data) // 3, len(data))
    data[at] ^= 1 << file.random.randrange(8)
    stream.write(bytes(data))


@kind("font program damaged", "ink", "ink_missing", "ink_unknown", "ink_damaged", "damaged")
def program(file: Opened) -> bool:
    """One bit of an embedded program."""
    shown = {one.font for one in file.shown(4) if one.mcid is not None}
    name = file.choose(sorted(shown))
    if name is None:
        return False
    descriptor = file.fonts[name]["/DescendantFonts"][0]["/FontDescriptor"]
    _damaged(file, descriptor["/FontFile3" if "/FontFile3" in descriptor else "/FontFile2"])
    return True


@kind("ToUnicode damaged", *_ANY)
def unicode_map(file: Opened) -> bool:
    """One bit of a map."""
    shown = {one.font for one in file.shown(4) if one.mcid is not None}
    name = file.choose(sorted(shown))
    if name is None:
        return False
    _damaged(file, file.fonts[name]["/ToUnicode"])
    return True


@kind("compressed bytes damaged", *_ANY, views=("text", "damage"))
def compressed(file: Opened) -> bool:
    """One byte of the file, within the stream of the page's content. What it changes has to be text: of rules and tints
    nothing is known from the copy, and a seal has to say that they are as they were.
    """
    raw = bytes(file.sheet["/Contents"].read_raw_bytes())
    place, bit = file.random.randrange(len(raw)), 1 << file.random.randrange(8)

    def then(data: bytes) -> bytes:
        longest = max(_STREAM.finditer(data), key=lambda found: raw[:64] in found[1])
        at = longest.start(1) + min(place, len(longest[1]) - 2)
        return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]

    file.then = then
    return True
