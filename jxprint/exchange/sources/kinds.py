"""What a file from outside is, by its bytes; what cannot be read is told by its name, with the way out."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from jxprint.errors import DescriptionError, Finding, Place

# Compound File Binary (MS-CFB 2.2): Word's and WPS's older files, and newer ones that are encrypted (MS-OFFCRYPTO 2.3).
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _WORD = "EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le")
# Names of Word's and WPS's documents: what is called so and is neither an archive nor a compound file is none.
_DOCUMENTS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt")
_MARKDOWN = (".md", ".markdown", ".mdown")
# A sentence may begin with a bracket as well.
_MARKUP, _JSON = re.compile(r"<[A-Za-z?!]"), re.compile(r'\{\s*"|\[\s*\{')
_SHORTEST_PDF_HEAD = 1024
_TEXT = re.compile(r"word/document\d*\.xml")
# Whose files an archive is, by what stands in it.
_ARCHIVES = {
    "xl/workbook.xml": "XLSX",
    "ppt/presentation.xml": "PPTX",
    "content.xml": "ODT",
    "META-INF/container.xml": "EPUB",
}
_ROOTS = {"nitf": "nitf", "CNML": "cnml"}


def kind_of(data: bytes, file: str) -> str:
    """The kind of a source. Raises DescriptionError for one that is none, with what it is."""
    if data.startswith(_COMPOUND):
        key = "exchange.encrypted" if _ENCRYPTED in data else "exchange.old_word"
        told = {"what": "DOC" if _WORD in data else "OLE"}
        raise DescriptionError(Finding(key, Place(file), told))
    if data.startswith(b"PK"):
        return _kind_of_archive(data, file)
    if b"%PDF-" in data[:_SHORTEST_PDF_HEAD]:
        raise DescriptionError(Finding("exchange.is_pdf", Place(file)))
    if data.startswith(b"{\\rtf"):
        raise DescriptionError(Finding("exchange.old_word", Place(file), {"what": "RTF"}))
    head, suffix = _head(data), PurePath(file).suffix.lower()
    if suffix in _DOCUMENTS and not _MARKUP.match(head):
        raise DescriptionError(Finding("exchange.no_document", Place(file), {"suffix": suffix}))
    if suffix in _MARKDOWN:
        return "markdown"
    if _MARKUP.match(head):
        return _kind_of_markup(data, file, head)
    return "ninjs" if suffix == ".json" or _JSON.match(head) else "text"


def _head(data: bytes) -> str:
    """The first characters behind blanks, as far as ASCII tells."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data[:8192].decode("utf-16", "ignore").lstrip()
    return data[:4096].removeprefix(codecs.BOM_UTF8).decode("ascii", "replace").lstrip()


def _kind_of_archive(data: bytes, file: str) -> str:
    import zipfile  # most copy is no archive
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
            is_encrypted = any(one.flag_bits & 1 for one in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DescriptionError(Finding("sources.damaged", Place(file), {"reason": str(error)})) from error
    if is_encrypted:
        raise DescriptionError(Finding("exchange.encrypted", Place(file), {"what": "ZIP"}))
    if any(_TEXT.fullmatch(one) for one in members):
        return "docx"
    what = next((kind for member, kind in _ARCHIVES.items() if member in members), "ZIP")
    raise DescriptionError(Finding("exchange.other_archive", Place(file), {"what": what}))


def _kind_of_markup(data: bytes, file: str, head: str) -> str:
    if head[:1024].lower().startswith(("<!doctype html", "<html")):
        raise DescriptionError(
            Finding("exchange.other_markup", Place(file, 1), {"root": "html", "known": tuple(_ROOTS)})
        )
    from jxprint.intake.xml_tree import parsed  # and no markup

    root = parsed(data, file, named_type=True)
    if root.name in _ROOTS:
        return _ROOTS[root.name]
    told = {"root": root.name, "known": tuple(_ROOTS)}
    raise DescriptionError(Finding("exchange.other_markup", Place(file, root.line), told))
