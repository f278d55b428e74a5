"""Who made the file, what it is called, when: the information dictionary and XMP, which agree.

Same inputs and versions give the same bytes, so the clock is never read: a file carries dates when
SOURCE_DATE_EPOCH gives one (seconds since 1970, UTC), and none otherwise.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

from msgspec import Struct

from jxprint import __version__
from jxprint.errors import Finding, OutputError
from jxprint.writers.pdf.strings import text_string

PRODUCER = f"jxprint {__version__}"


class Metadata(Struct, frozen=True):
    """Title, language (BCP 47) and time of making in seconds since 1970, None for no date. `is_tagged` tells that all
    text of the file is: pages of other files that are placed in it are not. `statement` is what else there is to say.
    """

    title: str
    language: str
    epoch: int | None = None
    is_tagged: bool = True
    statement: str = ""


def epoch_of(environment: Mapping[str, str] = os.environ) -> int | None:
    """SOURCE_DATE_EPOCH as a number. Raises OutputError where it is none that a date can be made of."""
    value = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not value:
        return None
    try:
        epoch = int(value)
        if time.gmtime(epoch).tm_year > 9999:
            raise ValueError(value)
    except (ValueError, OverflowError, OSError):
        raise OutputError(Finding("output.bad_epoch", args={"value": value})) from None
    return epoch


def information(metadata: Metadata) -> dict[str, bytes]:
    """The entries of the information dictionary."""
    entries = {"Title": text_string(metadata.title), "Producer": text_string(PRODUCER)}
    if metadata.statement:
        entries["Subject"] = text_string(metadata.statement)
    if metadata.epoch is not None:
        stamp = time.strftime("(D:%Y%m%d%H%M%SZ)", time.gmtime(metadata.epoch)).encode("ascii")
        entries |= {"CreationDate": stamp, "ModDate": stamp}
    return entries


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet, saying the same and that the file claims PDF/UA-1, where it may."""
    dates = ""
    if metadata.epoch is not None:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(metadata.epoch))
        dates = f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n"
    said = ""
    if metadata.statement:  # ISO 19005-1, table 1: what Subject says, dc:description says
        told = _escaped(metadata.statement)
        said = f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{told}</rdf:li></rdf:Alt></dc:description>\n'
    claim = "<pdfuaid:part>1</pdfuaid:part>\n" if metadata.is_tagged else ""
    title, language = _escaped(metadata.title), _escaped(metadata.language)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{said}<pdf:Producer>{_escaped(PRODUCER)}</pdf:Producer>
{dates}{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _escaped(text: str) -> str:
    """Text as XML says it (the library's own escapes cost two milliseconds of start-up)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
