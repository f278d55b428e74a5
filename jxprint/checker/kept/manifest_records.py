"""What a IIIF manifest consists of, as far as it is read."""

from __future__ import annotations

from msgspec import Struct, field

# Texts by their languages.
Said = dict[str, list[str]]


class Selector(Struct):
    """What of a canvas is meant, drawn in SVG."""

    type: str = ""
    value: str = ""


class Specific(Struct):
    """A canvas, and what of it is meant."""

    source: str
    selector: Selector = field(default_factory=Selector)


class Body(Struct):
    """What an annotation puts on its canvas: an image, or words."""

    value: str = ""
    language: str = ""
    id: str = ""
    width: float | None = None
    height: float | None = None


class Link(Struct):
    """Where a file is."""

    id: str


class Annotation(Struct):
    """Something on a canvas."""

    id: str
    target: str | Specific
    body: Body


class Notes(Struct):
    """Annotations together."""

    items: list[Annotation] = field(default_factory=list)


class Canvas(Struct):
    """A page."""

    id: str
    width: float
    height: float
    annotations: list[Notes] = field(default_factory=list)
    label: Said = field(default_factory=dict)
    items: list[Notes] = field(default_factory=list)
    seeAlso: list[Link] = field(default_factory=list)  # noqa: N815 IIIF's own name
    rendering: list[Link] = field(default_factory=list)


class Metadata(Struct):
    """What is said of the whole, under a label."""

    label: Said
    value: Said


class Range(Struct):
    """A page or an article: a label, and the canvases that it stands on."""

    type: str
    id: str
    label: Said = field(default_factory=dict)
    items: list[Range] = field(default_factory=list)


class Manifest(Struct):
    """The whole."""

    items: list[Canvas]
    id: str = ""
    label: Said = field(default_factory=dict)
    metadata: list[Metadata] = field(default_factory=list)
    navDate: str = ""  # noqa: N815 IIIF's own name
    seeAlso: list[Link] = field(default_factory=list)  # noqa: N815 IIIF's own name
    rendering: list[Link] = field(default_factory=list)
    structures: list[Range] = field(default_factory=list)
