"""Output intents (ISO 32000-1, 14.11.5): the press that a file's inks are meant for."""

from __future__ import annotations

from jxprint.writers.pdf.seam import File, Value, reference
from jxprint.writers.pdf.strings import text_string

_COMPONENTS = 4


def output_intents(file: File) -> dict[str, Value]:
    """The entry of the catalog; PDF/X and PDF/A each ask for one of their own, and both name one profile."""
    manner = file.manner
    if not manner.profile.has_intent or manner.press is None:
        return {}
    stream = file.icc(manner.press.data, _COMPONENTS)
    # A plant's own profile is in no registry: what it is is told in words and carried whole.
    name = text_string(manner.press.registered or "Custom")
    registry = b"/RegistryName(http://www.color.org)" if manner.press.registered else b""
    told = b"/OutputConditionIdentifier%b%b/Info%b/DestOutputProfile %d 0 R" % (
        (name, registry, text_string(manner.press.description), stream)
    )
    kinds = [b"GTS_PDFX"] if manner.profile.pdfx else []
    kinds += [b"GTS_PDFA1"] if manner.profile.pdfa else []
    intents = [file.add(b"<</Type/OutputIntent/S/%b%b>>" % (kind, told)) for kind in kinds]
    return {"OutputIntents": b"[" + b" ".join(map(reference, intents)) + b"]"}
