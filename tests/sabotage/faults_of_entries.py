"""Entries by which a file leads readers elsewhere, or takes from elsewhere what it shows."""

from __future__ import annotations

from typing import Any

import pikepdf

from faults_of_hiding import before
from spoiling import Opened, kind


def _bookmarks(file: Opened) -> list[Any]:
    """Bookmarks that lead to a place on the page."""
    found: list[Any] = []
    root: Any = file.document.Root
    waiting = [root.get("/Outlines", {}).get("/First")]
    while waiting:
        one = waiting.pop()
        if one is not None:
            found += [one] if "/Dest" in one and len(one["/Dest"]) > 3 else []
            waiting += [one.get("/Next"), one.get("/First")]
    return found


@kind("bookmarks lead to each other's place", "bookmark_elsewhere")
def bookmark_elsewhere(file: Opened) -> bool:
    """Both say what they said."""
    found = _bookmarks(file)
    if len(found) < 2:
        return False
    one, other = file.random.sample(found, 2)
    one["/Dest"], other["/Dest"] = other["/Dest"], one["/Dest"]
    return True


@kind("page label more", "page_label")
def page_label(file: Opened) -> bool:
    """A page without a number is given one."""
    if "/PageLabels" in file.document.Root:
        return False
    style = pikepdf.Dictionary(S=pikepdf.Name.D, St=file.random.randint(2, 90), P=file.random.choice(("", "B")))
    file.document.Root["/PageLabels"] = pikepdf.Dictionary(Nums=[0, style])
    return True


@kind("border of a link", "annotation")
def bordered(file: Opened) -> bool:
    """Readers draw it over the words, or instead of them."""
    link = file.choose(file.sheet.get("/Annots", []))
    if link is None:
        return False
    width = file.random.choice((1, 20))
    if file.random.random() < 0.5:
        link["/Border"] = pikepdf.Array([0, 0, width])
    else:
        link["/BS"] = pikepdf.Dictionary(W=width)
    return True


@kind("link of no element", "link_parent")
def orphaned(file: Opened) -> bool:
    """Who hears the page does not meet it."""
    link = file.choose(file.sheet.get("/Annots", []))
    if link is None:
        return False
    link["/StructParent"] = 9999
    return True


@kind("file attached to an element", "attachment")
def attached(file: Opened) -> bool:
    """Associated with an article, and not with the file."""
    element = file.choose(file.elements())
    data = pikepdf.Dictionary(F=file.document.make_stream(b"another story"))
    named = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="other.txt", UF="other.txt", EF=data)
    element["/AF"] = pikepdf.Array([named])
    return True


@kind("cell in several columns", "table_cell")
def spanning(file: Opened) -> bool:
    """A cell of a table says that it is as wide as two, or heads a row."""
    cell = file.choose(file.elements("/TD", "/TH"))
    if cell is None:
        return False
    entries: dict[str, Any] = file.random.choice(
        ({"ColSpan": 2}, {"RowSpan": 3}, {"Scope": pikepdf.Name.Row}, {"Headers": ["other"]})
    )
    made = pikepdf.Dictionary(O=pikepdf.Name.Table, **entries)
    kept = cell.get("/A", pikepdf.Array())
    cell["/A"] = pikepdf.Array([*(kept if isinstance(kept, pikepdf.Array) else [kept]), made])
    return True


@kind("content from another file", "elsewhere")
def external(file: Opened) -> bool:
    """A stream that names a file which holds its data, a picture that prints as another one, a page of another file."""
    pictures = list(file.sheet["/Resources"].get("/XObject", {}).values())
    if not pictures or file.random.random() < 0.4:
        for stream in file.sheet.Contents if isinstance(file.sheet.Contents, pikepdf.Array) else [file.sheet.Contents]:
            stream["/F"] = "other.bin"
        return True
    picture = file.choose(pictures)
    if picture["/Subtype"] == "/Form":
        picture["/Ref"] = pikepdf.Dictionary(F="other.pdf", Page=0)
    else:
        picture["/Alternates"] = pikepdf.Array([pikepdf.Dictionary(Image=picture, DefaultForPrinting=True)])
    return True


@kind("inks turned into others", "transfer")
def transferred(file: Opened) -> bool:
    """A transfer function, of the state itself or of a halftone: white where there was black."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[1], N=1)
    halftone = pikepdf.Dictionary(
        Type=pikepdf.Name.Halftone, HalftoneType=1, Frequency=60, Angle=45, SpotFunction=pikepdf.Name.Round,
        TransferFunction=function,
    )  # fmt: skip
    key, value = file.random.choice((("TR", function), ("TR2", function), ("HT", halftone)))
    file.resource("/ExtGState", "/Turned", pikepdf.Dictionary({f"/{key}": value}))
    return before(file, "/Turned gs")
