"""An SVG file as a tree of elements. Whatever could reach out of the file, or never end, is refused here.

Python's own parser (expat) is asked for nothing but elements: a document type may name short texts and say nothing
else, so nothing grows without end and nothing is fetched.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from msgspec import Struct, field

from jxprint.errors import Phrase
from jxprint.intake.svg.declared import RefusedError, allow_names, text_of
from jxprint.intake.svg.faults import Faults

SVG = "http://www.w3.org/2000/svg"
MOST_BYTES = 8 << 20
MOST_ELEMENTS = 50_000
DEEPEST = 64
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_URL = re.compile(r"url\(\s*(['\"]?)\s*([^'\")]*)['\"]?\s*\)?", re.I)
_IMPORT = re.compile(r"@import\s+(?:url\()?\s*['\"]?([^'\");]*)[^;]*;?", re.I)
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}?", re.I)
_MOVING = ("animate", "animateColor", "animateMotion", "animateTransform", "discard", "set")
# Elements that do what no paper can, wherever they stand; and those that bring in another picture, where it is drawn.
REFUSED = {"script": "page.svg_script", "handler": "page.svg_script", **dict.fromkeys(_MOVING, "page.svg_moves")}
FOREIGN = {"foreignObject": "page.svg_foreign", "image": "page.svg_image", "feImage": "page.svg_image"}


class Element(Struct, eq=False):
    """An element: its name and attributes without namespaces (`href` of either kind), what stands in it, its line, and
    the element that it stands in; what is declared for it and all its properties, once they were looked up. Each is
    one of its own.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""
    parent: Element | None = None
    declared: dict[str, str] | None = None
    standing: dict[str, str] | None = None


class _Enough(Exception):
    """Reading on would say nothing more."""


def parse(data: bytes, faults: Faults) -> Element | None:
    """The root element, None where there is none to be had; what is wrong is among the faults."""
    if not data.strip():
        faults.add("page.picture_blank", 1)
        return None
    if len(data) > MOST_BYTES:
        faults.add("page.svg_too_large", 1, what=f"{len(data) >> 20} MiB", most=f"{MOST_BYTES >> 20} MiB")
        return None
    reader = _Reader(faults)
    try:
        allow_names(reader.parser, data)
        reader.parser.Parse(text_of(data), True)
    except _Enough:
        return None
    except RefusedError:
        faults.add("page.svg_doctype", reader.doctype)
        return None
    except expat.ExpatError as error:
        faults.add("page.svg_damaged", error.lineno, reason=expat.ErrorString(error.code))
        return None
    except (ValueError, LookupError) as error:  # an encoding that nobody knows, or that it is not
        faults.add("page.svg_damaged", 1, reason=str(error))
        return None
    root = reader.root
    if root is None or root.name != "svg":
        faults.add("page.svg_no_svg", 1)
        return None
    return root


class _Reader:
    def __init__(self, faults: Faults) -> None:
        self.root: Element | None = None
        self.doctype = 1
        self._faults = faults
        self._open: list[Element | None] = []
        self._count = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 1 << 20
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self.parser = parser

    def _doctype(self, *_: object) -> None:
        """One that only names what is known anyhow is never read."""
        self.doctype = self.parser.CurrentLineNumber

    def _entity(self, name: str, _: bool) -> None:
        """What only the document type could tell."""
        self._faults.add("page.svg_no_value", self.parser.CurrentLineNumber, what=f"&{name};")

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._faults.add("page.svg_link", self.parser.CurrentLineNumber, what="xml-stylesheet")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self._count += 1
        if self._count > MOST_ELEMENTS:
            self._stop(line, Phrase("page.svg_elements", {"count": self._count}), f"{MOST_ELEMENTS}")
        if len(self._open) >= DEEPEST:
            self._stop(line, Phrase("page.svg_deep", {"deep": DEEPEST + 1}), f"{DEEPEST}")
        space, _, local = name.rpartition(" ")
        inside = self._open[-1] if self._open else None
        # What editors keep for themselves, in namespaces of their own, is never drawn, nor is what stands in it.
        if space != SVG or (self._open and inside is None):
            self._open.append(None)
            return
        element = Element(local, {}, line)
        if local in REFUSED:  # and nothing more about it
            what = {"what": f"<{local}>"} if local in _MOVING else {}
            self._faults.add(REFUSED[local], line, **what)
        elif local in FOREIGN:
            element.attributes = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        else:
            for key, value in attributes.items():
                self._attribute(element, key, value)
        if inside is not None:
            element.parent = inside
            inside.children.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def _attribute(self, element: Element, key: str, value: str) -> None:
        space, _, local = key.rpartition(" ")
        is_link = local == "href" and space in ("", _XLINK)
        if not space and local[:2].lower() == "on":
            self._faults.add("page.svg_script", element.line)
        elif (is_link and not value.strip().startswith("#")) or (local == "base" and space == _XML):
            self._faults.add("page.svg_link", element.line, what=value.strip())
            if is_link:  # what it names is not missed as well
                element.attributes[local] = ""
        elif not space or is_link:
            element.attributes[local] = self._within(value, element.line)

    def _within(self, value: str, line: int) -> str:
        """A value without url(…) of other files, which are told here."""
        if "url(" not in value.lower():
            return value

        def own(match: re.Match[str]) -> str:
            if match[2].startswith("#"):
                return match[0]
            self._faults.add("page.svg_link", line, what=match[2].strip())
            return "none"

        return _URL.sub(own, value)

    def _sheet(self, text: str, line: int) -> str:
        """A style sheet without what it imports; faces are for text, which is told where it stands."""
        for match in _IMPORT.finditer(text):
            self._faults.add("page.svg_link", line, what=match[1].strip())
        return self._within(_FONT_FACE.sub("", _IMPORT.sub("", text)), line)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if element is not None and element.name == "style":
            element.text = self._sheet(element.text, element.line)

    def _characters(self, text: str) -> None:
        if self._open and self._open[-1] is not None:
            self._open[-1].text += text

    def _stop(self, line: int, what: Phrase, most: str) -> None:
        self._faults.add("page.svg_too_large", line, what=what, most=most)
        raise _Enough
