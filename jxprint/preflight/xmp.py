"""The reader of XMP (ISO 16684-1): a packet's properties by namespace and name. It follows no reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from msgspec import Struct, field

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LIST = (f"{_RDF}Alt", f"{_RDF}Bag", f"{_RDF}Seq")
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
_PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
_DECLARATIONS = "{http://pdfa.org/declarations/}"
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")
# What a schema and a property of it have to have (ISO 19005-2, 6.6.2.3.3).
_OF_SCHEMA, _OF_PROPERTY = ("schema", "namespaceURI", "prefix"), ("name", "valueType", "category", "description")
_CATEGORIES = ("internal", "external")
_ENCODED = "utf-8-sig"

DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
XMP_MM = "http://ns.adobe.com/xap/1.0/mm/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFA_ID = "http://www.aiim.org/pdfa/ns/id/"
PDFUA_ID = "http://www.aiim.org/pdfua/ns/id/"
PDFX_ID = "http://www.npes.org/pdfx/ns/id/"


class NotXmpError(ValueError):
    """The packet is no well-formed XMP."""


class Packet(Struct, frozen=True):
    """`values` by namespace and name: the text, or the texts of a list. `declared` are the properties that extension
    schemas of PDF/A name; `conforms` are the standards that PDF declarations name; `wrapper` are the attributes of the
    packet's header. `kinds` say how each is written (`Alt`, `Bag`, `Seq`, `struct`; empty: as text), `prefixes` are
    namespaces with the prefixes that stand for them, `unfinished` what an extension schema lacks.
    """

    values: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    declared: frozenset[tuple[str, str]] = frozenset()
    conforms: frozenset[str] = frozenset()
    wrapper: frozenset[str] = frozenset()
    kinds: dict[tuple[str, str], str] = field(default_factory=dict)
    prefixes: tuple[tuple[str, str], ...] = ()
    unfinished: tuple[str, ...] = ()

    def one(self, namespace: str, name: str) -> str:
        """A property's first text; empty where there is none."""
        return next(iter(self.values.get((namespace, name), ())), "").strip()


def read_packet(data: bytes) -> Packet:
    """Read a packet of UTF-8. Raises NotXmpError for what is no XML, declares entities, or has no RDF."""
    try:
        text = data.decode(_ENCODED).strip()
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise NotXmpError("a document type is declared")
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, UnicodeDecodeError) as problem:
        raise NotXmpError(str(problem)) from None
    rdf = root if root.tag == f"{_RDF}RDF" else root.find(f"{_RDF}RDF")
    if rdf is None:
        raise NotXmpError("there is no RDF")
    header = re.match(r"<\?xpacket\s([^?]*)\?>", text)
    wrapper = re.findall(r"(\w+)\s*=", header[1]) if header else []
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    kinds: dict[tuple[str, str], str] = {}
    unfinished: list[str] = []
    declared: set[tuple[str, str]] = set()
    conforms: set[str] = set()
    for described in rdf.findall(f"{_RDF}Description"):
        for name, value in described.attrib.items():
            if not name.startswith(_RDF):
                values[_parted(name)], kinds[_parted(name)] = (value,), ""
        for element in described:
            key = _parted(element.tag)
            values[key], kinds[key] = tuple(_texts(element)), _kind(element)
            if key == (_EXTENSION, "schemas"):
                declared |= set(_declared(element))
                unfinished += _lacking(element)
            conforms |= {one.text or "" for one in element.iter(f"{_DECLARATIONS}conformsTo")}
    prefixes = tuple((space, prefix) for prefix, space in _PREFIX.findall(text))
    return Packet(
        values, frozenset(declared), frozenset(conforms), frozenset(wrapper), kinds, prefixes, tuple(unfinished)
    )


def _parted(name: str) -> tuple[str, str]:
    namespace, _, local = name.rpartition("}")
    return namespace.lstrip("{"), local


def _texts(element: ElementTree.Element) -> Iterator[str]:
    """The texts of a property: of a list its items, the default language first."""
    given = next((one for one in element if one.tag in _LIST), None)
    if given is None:
        yield element.text or ""
        return
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    items = sorted(given.findall(f"{_RDF}li"), key=lambda item: item.get(language) not in (None, "x-default"))
    yield from (item.text or "" for item in items)


def _declared(schemas: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for parent in schemas.iter():
        namespace = parent.findtext(f"{_SCHEMA}namespaceURI") or parent.get(f"{_SCHEMA}namespaceURI")
        properties = parent.find(f"{_SCHEMA}property")
        if namespace is None or properties is None:
            continue
        for one in properties.iter():
            name = one.text if one.tag == f"{_PROPERTY}name" else one.get(f"{_PROPERTY}name")
            if name:
                yield namespace.strip(), name.strip()


def _kind(element: ElementTree.Element) -> str:
    """How a property is written: a list of a kind, with parts of its own, or as text."""
    given = next((one for one in element if one.tag in _LIST), None)
    if given is not None:
        return given.tag.removeprefix(_RDF)
    return "struct" if len(element) or element.get(f"{_RDF}parseType") == "Resource" else ""


def _lacking(schemas: ElementTree.Element) -> Iterator[str]:
    """What schemas and their properties have to say and do not."""
    for schema in schemas.iterfind(f"{_RDF}Bag/{_RDF}li"):
        held = schema.find(f"{_RDF}Description") or schema
        name = _field(held, _SCHEMA, "prefix") or _field(held, _SCHEMA, "namespaceURI")
        yield from (f"{name}: {one}" for one in _OF_SCHEMA if not _field(held, _SCHEMA, one))
        for row in held.iterfind(f"{_SCHEMA}property/{_RDF}Seq/{_RDF}li"):
            fields = row.find(f"{_RDF}Description") or row
            called = f"{name}:{_field(fields, _PROPERTY, 'name')}"
            yield from (f"{called}: {one}" for one in _OF_PROPERTY if not _field(fields, _PROPERTY, one))
            if (category := _field(fields, _PROPERTY, "category")) and category not in _CATEGORIES:
                yield f"{called}: category {category}"


def _field(holder: ElementTree.Element, namespace: str, name: str) -> str:
    """A field of a structure, as an element or as an attribute."""
    return (holder.findtext(f"{namespace}{name}") or holder.get(f"{namespace}{name}") or "").strip()
