"""Pairs of how a file is written down: white, ends of streams, numbers, names; and of where it leads."""

from __future__ import annotations

import re
from typing import Any

from pairs import Edit, Pair, font, nothing, paint, root
from pairs_of_pages import link
from pairs_of_tags import bookmarked
from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def _moved(old: bytes, new: bytes, count: int = 1) -> Any:
    """Other bytes of the same number or not; where the objects stand is told anew."""

    def bend(data: bytes) -> bytes:
        assert old in data, old
        return retold(data.replace(old, new, count))

    return bend


def retold(data: bytes) -> bytes:
    """A file whose cross-reference table says where its objects stand."""
    table = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    places = {int(one[1]): one.start(1) for one in re.finditer(rb"(?<=[\s])(\d+)\s+0\s+obj", data[:table])}
    rows = data[table:].split(b"trailer", 1)
    count = int(rows[0].split()[2])
    said = b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, count))
    head = rows[0][: rows[0].index(b"00000")]
    trailer = re.sub(rb"startxref\n\d+", b"startxref\n%d" % table, rows[1])
    return data[:table] + head + b"0000000000 65535 f \n"[len(head.split(b"\n")[-1]) :] + said + b"trailer" + trailer


def _entry(value: Any) -> Edit:
    return root(Extra=value)


def _named(pdf: Pdf) -> None:
    """A font whose name is written in GBK, as programs of Windows do."""
    name = Object.parse(b"/ABCDEF+#CB#CE#CC#E5")
    for one in (font(pdf), font(pdf).DescendantFonts[0]):
        one.BaseFont = name
    font(pdf).DescendantFonts[0].FontDescriptor.FontName = name


def _label(first: int) -> Edit:
    return root(PageLabels=Dictionary(Nums=Array([first, Dictionary(S=Name.D)])))


SYNTAX = [
    Pair("file.spacing", "a2", nothing, bent=_moved(b"1 0 obj\n", b"1  0 obj\n")),
    Pair("file.spacing", "a4", nothing, bent=_moved(b"1 0 obj\n", b"1 0 obj ")),
    Pair("file.spacing", "a2", nothing, bent=_moved(b"\nendobj", b" endobj")),
    Pair("file.table-ends", "a2", nothing, bent=lambda data: data.replace(b"\nxref\n", b"\nxref \n")),
    Pair("file.stream-ends", "a2", nothing, bent=_moved(b"\nendstream", b"endstream")),
    Pair("file.stream-length", "a2", nothing, bent=_moved(b"\nendstream", b"\n\nendstream")),
    Pair("file.stream-length", "a4", nothing, bent=_moved(b"\nendstream", b"\n\nendstream")),
    Pair("file.hexadecimal", "a2", _entry(String("xxxx")), bent=_moved(b"(xxxx)", b"<ABC>")),
    Pair("file.hexadecimal", "a4", _entry(String("xxxx")), bent=_moved(b"(xxxx)", b"<A>")),
    Pair("file.integer", "a2", _entry(2**31)),
    Pair("file.integer", "a2", paint(f"{-(2**31) - 1} 0 m n")),
    Pair("file.real", "a2", _entry(Name.Real), bent=_moved(b"/Extra /Real", b"/Extra 1" + 39 * b"0" + b".5")),
    Pair("file.real", "a2", _entry(Name.Real), bent=_moved(b"/Extra /Real", b"/Extra 0." + 40 * b"0" + b"1")),
    Pair("file.string", "a2", _entry(String("a" * 32_768))),
    Pair("file.name", "a2", _entry(Name("/" + "a" * 128))),
    Pair("file.name-bytes", "a2", _named),
    Pair("file.name-bytes", "a4", _named),
    Pair("content.nested", "a2", paint("q " * 28 + "Q " * 28)),
    Pair("navigation.bookmark", "a2", bookmarked(Array([99, Name.Fit]))),
    Pair("navigation.bookmark", "x4", bookmarked(String("nowhere"))),
    Pair("navigation.link", "a2", link(A=None, Dest=Array([Dictionary(), Name.Fit]))),
    Pair("navigation.link", "a3", link(A=Dictionary(S=Name.GoTo, D=String("nowhere")))),
    Pair("navigation.opening", "a2", root(OpenAction=Array([7, Name.Fit]))),
    Pair("navigation.labels", "a2", _label(1)),
    Pair("navigation.labels", "x1a", _label(1)),
]
