"""Files that a PDF carries (ISO 32000-1, 7.11.4), as associated files of the document (ISO 19005-3, 6.8)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from hashlib import md5
from zlib import compress

from msgspec import Struct

from jxprint.writers.pdf.metadata import Published
from jxprint.writers.pdf.seam import File, Value, reference
from jxprint.writers.pdf.strings import text_string

_LEVEL = 6


class Attachment(Struct, frozen=True):
    """A file: its name, media type, bytes, what it is in words, and how it stands to the document (AFRelationship)."""

    name: str
    mime: str
    data: bytes
    description: str
    relationship: str


class Besides(Struct, frozen=True):
    """What a document carries beside its pages: files, comment lines behind the header, ends of lines included, and
    where its pages appeared.
    """

    attachments: tuple[Attachment, ...] = ()
    comment: bytes = b""
    published: Published = Published()


NOTHING = Besides()


def attached(file: File, attachments: Sequence[Attachment], epoch: int | None) -> dict[str, Value]:
    """Write files; the entries of the catalog that name them. `epoch` is their date in seconds, None for none."""
    if not attachments:
        return {}
    ordered = sorted(attachments, key=lambda one: one.name)
    specs = [(text_string(one.name), _written(file, one, epoch)) for one in ordered]
    names = b" ".join(b"%b %d 0 R" % row for row in specs)
    return {
        "AF": b"[" + b" ".join(reference(number) for _, number in specs) + b"]",
        "Names": b"<</EmbeddedFiles<</Names[%b]>>>>" % names,
    }


def _written(file: File, one: Attachment, epoch: int | None) -> int:
    dated = b"" if epoch is None else time.strftime("/ModDate(D:%Y%m%d%H%M%SZ)", time.gmtime(epoch)).encode("ascii")
    # CheckSum is MD5 by the standard's word (table 46); it guards against accidents and proves nothing.
    digest = md5(one.data, usedforsecurity=False).hexdigest().encode("ascii")
    kind = one.mime.replace("/", "#2F").encode("ascii")
    entries = b"/Type/EmbeddedFile/Subtype/%b/Params<</Size %d/CheckSum<%b>%b>>/Filter/FlateDecode" % (
        (kind, len(one.data), digest, dated)
    )
    stream = file.stream(entries, compress(one.data, _LEVEL))
    name = text_string(one.name)
    spec = b"<</Type/Filespec/F%b/UF%b/Desc%b/AFRelationship/%b/EF<</F %d 0 R/UF %d 0 R>>>>" % (
        (name, name, text_string(one.description), one.relationship.encode("ascii"), stream, stream)
    )
    return file.add(spec)
