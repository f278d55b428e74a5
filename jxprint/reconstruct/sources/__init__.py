"""Sources of a reconstruction: what a file is, told by its first bytes and never by its name, and how it is read.

A reader takes bytes and gives evidence; each is loaded when a file of its kind is met.
"""

from __future__ import annotations

from importlib import import_module

from jxprint.errors import DescriptionError, Finding, Place, UsageError
from jxprint.reconstruct.evidence import Asked, Evidence, Source

# By kind: the module and the function that reads it.
_READERS = {
    "dump": ("jxprint.reconstruct.dump", "read_source"),
    "pdf": ("jxprint.reconstruct.sources.pdf", "read_pdf"),
    "alto": ("jxprint.reconstruct.sources.alto", "read_alto"),
    "page": ("jxprint.reconstruct.sources.page_xml", "read_page_xml"),
    "hocr": ("jxprint.reconstruct.sources.hocr", "read_hocr"),
    "docx": ("jxprint.reconstruct.sources.docx", "read_docx"),
}
KINDS = tuple(_READERS)
# So much of a file says what it is.
_HEAD = 4096


def kind_of(data: bytes) -> str:
    """The kind of a source by its content; a text dump where nothing else is known."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data or b"[Content_Types].xml" in data[:_HEAD] else "dump"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = data[: _HEAD * 2].decode("utf-16", "ignore").encode("utf-8", "ignore").lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"<"):
        return "dump"
    lower = head.lower()
    if b"ocr_page" in lower or b"ocr-system" in lower:
        return "hocr"
    if b"<alto" in lower or b":alto" in lower:
        return "alto"
    return "page" if b"<pcgts" in lower or b":pcgts" in lower else "dump"


def read_source(data: bytes, name: str, asked: Asked, kind: str | None = None) -> Evidence:
    """The evidence of a file; `kind` says what it is to be read as. Raises DescriptionError where it cannot be."""
    if kind is not None and kind not in _READERS:
        raise UsageError(Finding("sources.unknown_kind", Place(name), {"kind": kind, "known": KINDS}))
    found = kind or kind_of(data)
    if found != "dump" and asked.encoding is not None:
        raise DescriptionError(Finding("sources.own_encoding", Place(name), {"kind": found}))
    module, function = _READERS[found]
    reader: Source = getattr(import_module(module), function)
    return reader(data, name, asked)
