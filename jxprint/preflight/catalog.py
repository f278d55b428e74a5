"""The document catalog (ISO 32000-1, 7.7.2): forms, layers, permissions, preferences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.preflight.subject import Subject
from jxprint.preflight.values import array, dictionary, is_true

# The areas that a viewer's preferences name (12.2); within PDF/X only what holds the whole sheet.
_AREAS = ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip")
_WHOLE = ("/MediaBox", "/BleedBox")
_LAYERS = 1000


def ask_catalog(subject: Subject) -> None:
    """What the catalog has that a standard forbids."""
    root, told = subject.document.Root, subject.told
    form = dictionary(root.get("/AcroForm"))
    if "/XFA" in form:
        told.tell("preflight.catalog.dynamic_form")
    if is_true(form.get("/NeedAppearances")):
        told.tell("preflight.catalog.need_appearances")
    if is_true(root.get("/NeedsRendering")):
        told.tell("preflight.catalog.needs_rendering")
    if "/Requirements" in root:
        told.tell("preflight.catalog.requirements")
    names = dictionary(root.get("/Names"))
    if "/AlternatePresentations" in names or any("/PresSteps" in page.obj for page in subject.document.pages):
        told.tell("preflight.catalog.presentations")
    if "/JavaScript" in names:
        told.tell("preflight.actions.script")
    if "/EmbeddedFiles" not in names:
        told.tell("preflight.attached.none")
    allowed = ("/UR3", "/DocMDP") if subject.among("a2", "a3") else ("/DocMDP",)
    for key in dictionary(root.get("/Perms")):
        if key not in allowed:
            told.tell("preflight.catalog.permissions", name=key.lstrip("/"))
    preferences = dictionary(root.get("/ViewerPreferences"))
    for key in _AREAS:
        if key in preferences and str(preferences[key]) not in _WHOLE:
            told.tell("preflight.catalog.view_area", name=key.lstrip("/"), box=str(preferences[key]).lstrip("/"))
    if not is_true(preferences.get("/DisplayDocTitle")):
        told.tell("preflight.tags.title_not_shown")
    _ask_layers(subject, dictionary(root.get("/OCProperties")))


def _ask_layers(subject: Subject, layers: Any) -> None:
    """Optional content (8.11)."""
    told = subject.told
    if not len(layers):
        return
    told.tell("preflight.layers.any")
    groups = {one.objgen for one in array(layers.get("/OCGs"))}
    names: set[str] = set()
    for one in [layers.get("/D"), *array(layers.get("/Configs"))][:_LAYERS]:
        configuration = dictionary(one)
        name = str(configuration.get("/Name", ""))
        if not name:
            told.tell("preflight.layers.unnamed")
        elif name in names:
            told.tell("preflight.layers.named_twice", name=name)
        names.add(name)
        if "/AS" in configuration:
            told.tell("preflight.layers.automatic")
        if "/Order" in configuration and groups - set(_ordered(configuration["/Order"], 0)):
            told.tell("preflight.layers.unordered")


def _ordered(order: Any, depth: int) -> Iterator[tuple[int, int]]:
    import pikepdf

    for one in array(order) if depth < 32 else ():
        if isinstance(one, pikepdf.Array):
            yield from _ordered(one, depth + 1)
        elif isinstance(one, pikepdf.Dictionary):
            yield one.objgen
