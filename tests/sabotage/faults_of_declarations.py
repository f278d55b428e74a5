"""What a file says of itself: title, language, tags, links, bookmarks."""

from __future__ import annotations

import pikepdf

from spoiling import Opened, kind


@kind("title changed", "title")
def title(file: Opened) -> bool:
    """In the information dictionary."""
    file.document.trailer["/Info"]["/Title"] = pikepdf.String("别的版面")
    return True


@kind("title removed", "title")
def no_title(file: Opened) -> bool:
    """No title at all."""
    del file.document.trailer["/Info"]["/Title"]
    return True


@kind("title in XMP changed", "title")
def xmp_title(file: Opened) -> bool:
    """Only archives notice."""
    packet = file.document.Root["/Metadata"].read_bytes()
    said = str(file.document.trailer["/Info"]["/Title"]).encode()
    made = file.document.make_stream(packet.replace(said, "别的版面".encode(), 1))
    made["/Type"], made["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
    file.document.Root["/Metadata"] = made
    return said in packet


@kind("language changed", "language")
def language(file: Opened) -> bool:
    """Chinese is read out as if it were English."""
    file.document.Root["/Lang"] = pikepdf.String(file.random.choice(("en-US", "ja", "zh-TW")))
    return True


@kind("language removed", "language")
def no_language(file: Opened) -> bool:
    """Nobody knows in which language to read it out."""
    del file.document.Root["/Lang"]
    return True


@kind("mark of tags removed", "unmarked")
def unmarked(file: Opened) -> bool:
    """The tree is there, and the file does not say so."""
    file.document.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=False)
    return True


@kind("tags called suspect", "unmarked")
def suspect(file: Opened) -> bool:
    """The file says that its tags may be wrong."""
    file.document.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True, Suspects=True)
    return True


@kind("link leads elsewhere", "link")
def link(file: Opened) -> bool:
    """The words are right, and the address is another one."""
    linked = [one for one in file.sheet.get("/Annots", []) if "/A" in one and "/URI" in one["/A"]]
    one = file.choose(linked)
    if one is None:
        return False
    one["/A"]["/URI"] = pikepdf.String("https://example.net/elsewhere")
    return True


@kind("link more", "link")
def more_link(file: Opened) -> bool:
    """A part of the page leads to an address that no copy has."""
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.net/more")
    one = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[left, low, left + 300, low + 300],
        A=action,
        Border=[0, 0, 0],
    )
    kept = list(file.sheet.get("/Annots", []))
    file.sheet["/Annots"] = pikepdf.Array([*kept, file.document.make_indirect(one)])
    return True


@kind("bookmark changed", "bookmark")
def bookmark(file: Opened) -> bool:
    """The list of stories says another title."""
    told = []
    one = file.document.Root["/Outlines"].get("/First")
    while one is not None:
        told.append(one)
        one = one.get("/Next")
    one = file.choose(told)
    if one is None:
        return False
    one["/Title"] = pikepdf.String("别的标题")
    return True
