"""Elements that are called something else than they are."""

from __future__ import annotations

import pikepdf

from faults_of_orders import mcids_of
from spoiling import Opened, kids_of, kind


@kind("head called a paragraph", "role")
def head_as_text(file: Opened) -> bool:
    """H2 is a P."""
    return _called(file, ("/H1", "/H2", "/H3"), ("P",))


@kind("paragraph called a head", "role")
def text_as_head(file: Opened) -> bool:
    """A P is an H2."""
    return _called(file, ("/P",), ("H1", "H2", "H3"))


@kind("table cells called paragraphs", "role")
def cell_as_text(file: Opened) -> bool:
    """A cell or a list's item is none."""
    return _called(file, ("/TD", "/TH", "/LBody", "/Lbl", "/Table", "/L", "/TR"), ("P", "Div"))


@kind("caption called something else", "role")
def caption_as_text(file: Opened) -> bool:
    """A caption is a section."""
    return _called(file, ("/Caption",), ("Sect", "Div"))


@kind("reading and base exchanged", "role", "moved", "ruby")
def reading_as_base(file: Opened) -> bool:
    """What is read over a word is called the word."""
    ruby = file.choose(one for one in file.elements("/Ruby") if len(kids_of(one)) > 1)
    if ruby is None:
        return False
    base, reading = kids_of(ruby)[:2]
    base["/S"], reading["/S"] = pikepdf.Name.RT, pikepdf.Name.RB
    return True


def _called(file: Opened, tags: tuple[str, ...], names: tuple[str, ...]) -> bool:
    one = file.choose(one for one in file.elements(*tags) if mcids_of(one))
    if one is None:
        return False
    one["/S"] = pikepdf.Name(f"/{file.random.choice(names)}")
    return True


@kind("roles mapped to others", "role", "role_map")
def role_map(file: Opened) -> bool:
    """A map says that heads are paragraphs."""
    tag = file.choose({str(one["/S"]) for one in file.elements("/H1", "/H2", "/H3", "/P", "/Figure", "/Art")})
    other = "/Div" if tag == "/P" else "/P"
    file.document.Root["/StructTreeRoot"]["/RoleMap"] = pikepdf.Dictionary({tag: pikepdf.Name(other)})
    return True


@kind("element called an artifact", "role", "artifact", "unowned", "missing")
def as_artifact(file: Opened) -> bool:
    """PDF 2.0 lets elements be artifacts: nobody hears them."""
    return _called(file, ("/P", "/H1", "/H2", "/Art", "/Span"), ("Artifact",))
