"""What a file says of itself: title, language, tags, links, bookmarks."""

from __future__ import annotations

from typing import Any

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


@kind("link over other words", "link", "link_elsewhere")
def link_over_other_words(file: Opened) -> bool:
    """The address is right, and lies somewhere else."""
    one = file.choose([one for one in file.sheet.get("/Annots", []) if "/A" in one and "/URI" in one["/A"]])
    if one is None:
        return False
    left, low, right, high = (float(edge) for edge in one["/Rect"])
    down = 3 * (high - low)
    one["/Rect"] = pikepdf.Array([left, low - down, right, high - down])
    return True


@kind("thread out of order", "thread")
def thread_out_of_order(file: Opened) -> bool:
    """Who follows a story comes by a later frame first."""
    one = file.choose([beads for beads in _threads(file) if len(beads) > 2])
    if one is None:
        return False
    at = file.random.randrange(1, len(one) - 1)
    one[at]["/R"], one[at + 1]["/R"] = list(one[at + 1]["/R"]), list(one[at]["/R"])
    return True


@kind("thread leaves a frame out", "thread")
def thread_leaves_out(file: Opened) -> bool:
    """Who follows a story never comes by one of its frames."""
    one = file.choose([beads for beads in _threads(file) if len(beads) > 2])
    if one is None:
        return False
    at = file.random.randrange(1, len(one))
    before, behind = one[at - 1], one[(at + 1) % len(one)]
    before["/N"], behind["/V"] = behind, before
    return True


def _threads(file: Opened) -> list[list[Any]]:
    """The beads of every thread, in order."""
    found: list[list[Any]] = []
    for thread in file.document.Root.get("/Threads", []):
        beads = [thread["/F"]]
        while beads[-1]["/N"].objgen != beads[0].objgen:
            beads.append(beads[-1]["/N"])
        found.append(beads)
    return found


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
