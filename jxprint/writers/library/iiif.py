"""IIIF Presentation 3 (https://iiif.io/api/presentation/3.0/): an edition as a manifest, a page a canvas, an article a
range with its place on the canvas and its words.

A canvas has the size of the page's image. Words are supplementing annotations, one an article, so that an e-paper can
open an article where it is touched; characters with their boxes stand in ALTO, to which the canvas leads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from jxprint.writers.library.kept import FORMATS, Edition, KeptFile
from jxprint.writers.library.leaf import Leaf, Part
from jxprint.writers.library.signs import Box
from jxprint.writers.library.stories import Whole

_CONTEXT = "http://iiif.io/api/presentation/3/context.json"
_METS = "http://www.loc.gov/METS/"
# Kinds of articles that are no reading of their own: furniture of the page.
_FURNITURE = ("folio", "ornament")

# What a person reads.
_READ = ("pdf", "text", "hocr", "articles_text")

Json = dict[str, object]


def iiif(edition: Edition, has_mets: bool = True) -> bytes:
    """The manifest, as it will stand at the archive's address as manifest.json; `has_mets`: a METS stands beside it."""
    writer = _Writer(edition, has_mets)
    return (json.dumps(writer.manifest(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class _Writer:
    def __init__(self, edition: Edition, has_mets: bool) -> None:
        self._edition = edition
        self._has_mets = has_mets
        self._base = edition.base.rstrip("/") + "/"
        self._language = edition.language

    def manifest(self) -> Json:
        """The whole manifest."""
        edition = self._edition
        told: Json = {"@context": _CONTEXT, "id": f"{self._base}manifest.json", "type": "Manifest"}
        told["label"] = self._said(edition.title)
        facts = {("报纸", "Newspaper"): self._said(edition.paper)} if edition.paper else {}
        plain = {("日期", "Date"): edition.day, ("期号", "Issue"): edition.number}
        facts |= {label: {"none": [value]} for label, value in plain.items() if value}
        if facts:
            told["metadata"] = [{"label": _labels(*label), "value": value} for label, value in facts.items()]
        if edition.day:
            told["navDate"] = f"{edition.day}T00:00:00Z"
        beside = [file for file in edition.of(0) if file.use == "articles"]
        wraps: list[Json] = []
        if self._has_mets:
            label = {"none": ["METS 1.12"]}
            wraps = [{"id": f"{self._base}mets.xml", "type": "Dataset", "label": label, "format": "application/xml",
                      "profile": _METS}]  # fmt: skip
        if wraps or beside:
            told["seeAlso"] = [*wraps, *(self._linked(file) for file in beside)]
        whole = [self._linked(file) for file in edition.of(0) if file not in beside]
        if whole:
            told["rendering"] = whole
        told["behavior"] = ["individuals"]
        told["items"] = [self._canvas(leaf) for leaf in edition.leaves]
        ranges = list(self._ranges())
        if ranges:
            told["structures"] = ranges
        return told

    def _said(self, text: str) -> Json:
        return {self._language: [text]}

    def _linked(self, file: KeptFile) -> Json:
        _, media, name, numbered, profile = FORMATS[file.use]
        kind = "Text" if file.use in _READ else "Dataset"
        is_plain = media == "text/plain"
        label = _labels("纯文本", "Plain text") if is_plain else {"none": [f"{name} {numbered}".strip()]}
        told: Json = {"id": self._base + quote(file.path), "type": kind, "label": label}
        told["format"] = media
        return told | ({"profile": profile} if profile else {})

    def _id(self, leaf: Leaf) -> str:
        return f"{self._base}canvas/{leaf.number}"

    def _canvas(self, leaf: Leaf) -> Json:
        name = self._id(leaf)
        told: Json = {"id": name, "type": "Canvas", "label": {"none": [leaf.label or str(leaf.number)]}}
        told |= {"height": leaf.height, "width": leaf.width}
        image = self._edition.file("png", leaf.number)
        painted = [] if image is None else [self._painting(leaf, image)]
        told["items"] = [{"id": f"{name}/painting", "type": "AnnotationPage", "items": painted}]
        beside = [self._linked(file) for file in self._edition.of(leaf.number) if file.use not in ("png", "text")]
        if beside:
            told["seeAlso"] = beside
        plain = self._edition.file("text", leaf.number)
        if plain is not None:
            told["rendering"] = [self._linked(plain)]
        words = [self._words(leaf, part) for part in leaf.parts if part.text]
        if words:
            told["annotations"] = [{"id": f"{name}/words", "type": "AnnotationPage", "items": words}]
        return told

    def _painting(self, leaf: Leaf, image: KeptFile) -> Json:
        body: Json = {"id": self._base + quote(image.path), "type": "Image", "format": "image/png"}
        body |= {"height": leaf.height, "width": leaf.width}
        name = self._id(leaf)
        return {"id": f"{name}/image", "type": "Annotation", "motivation": "painting", "body": body, "target": name}

    def _words(self, leaf: Leaf, part: Part) -> Json:
        name = self._id(leaf)
        body: Json = {"type": "TextualBody", "value": part.text, "format": "text/plain", "language": leaf.language}
        told: Json = {"id": f"{name}/words/{part.id}", "type": "Annotation", "motivation": "supplementing"}
        return told | {"body": body, "target": _target(name, leaf, part)}

    def _ranges(self) -> Iterator[Json]:
        wholes = self._edition.articles
        for leaf in self._edition.leaves:
            name = self._id(leaf)
            inner = [
                self._range(whole)
                for whole in wholes
                if whole.first.leaf is leaf and whole.kind not in _FURNITURE and whole.first.part.items
            ]
            label = self._said(leaf.title) if not leaf.label else self._said(f"{leaf.label} {leaf.title}")
            told: Json = {"id": f"{self._base}range/{leaf.number}", "type": "Range", "label": label}
            yield told | {"items": [{"id": name, "type": "Canvas"}, *inner]}

    def _range(self, whole: Whole) -> Json:
        """An article with its places on all its canvases, in the order in which they are read."""
        places = [
            {"id": f"{self._id(standing.leaf)}#{_place(tile)}", "type": "Canvas"}
            for standing in whole.parts
            for tile in standing.part.tiles
        ]
        first = whole.first
        told: Json = {"id": f"{self._base}range/{first.leaf.number}/{first.part.id}", "type": "Range"}
        return told | {"label": self._said(whole.heading), "items": places}


def _target(canvas: str, leaf: Leaf, part: Part) -> object:
    """Where on its canvas an article stands: a box, or its outline where it has corners."""
    if not part.edge:
        return f"{canvas}#{_place(part.box)}"
    drawn = " ".join("M" + " L".join(f"{x},{y}" for x, y in loop) + " Z" for loop in part.edge)
    # Loops about holes run the other way round, so both of SVG's fill rules leave them out.
    value = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{leaf.width}" height="{leaf.height}"><path d="{drawn}"/></svg>'
    )
    return {"type": "SpecificResource", "source": canvas, "selector": {"type": "SvgSelector", "value": value}}


def _labels(chinese: str, english: str) -> Json:
    """A label of ours in both languages; a viewer shows its reader's."""
    return {"zh": [chinese], "en": [english]}


def _place(box: Box) -> str:
    return "xywh=" + ",".join(map(str, box))
