"""The faces of some pages as a library is told of them: names, versions, digests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import uharfbuzz as hb

from jxprint.fonts import Library
from jxprint.fonts.catalogue import carried_faces
from jxprint.placed import PlacedPage
from jxprint.writers.library.about import Type

# Kinds of type (字体) by their roles, as far as a role says one.
_KINDS = {"song": "serif", "kai": "serif", "fangsong": "serif", "hei": "sans-serif"}


def types_of(pages: Sequence[PlacedPage], library: Library) -> dict[str, Type]:
    """The faces that set the text of some pages, by id, in the order of their ids."""
    used = sorted({run.face for page in pages for run in page.runs()})
    return {id_: _type(id_, library) for id_ in used}


def _type(id_: str, library: Library) -> Type:
    face = library.face(id_)
    version = face.hb_face.get_name(hb.OTNameIdPredefined.VERSION_STRING, "en") or ""
    row = carried_faces().get(id_)
    if row is None:
        bold = any(word in face.postscript_name.lower() for word in ("bold", "black", "heavy"))
        digest = sha256(face.path.read_bytes()).hexdigest()
        return Type(face.family, "", bold, face.postscript_name, version, digest)
    bold = row.weight != "regular"
    return Type(face.family, _KINDS.get(row.role, ""), bold, face.postscript_name, version, row.sha256)


def without_files(faces: Mapping[str, Type]) -> list[Type]:
    """Each face once, by name: two ids may be of one file."""
    return list({face.name or face.family: face for face in faces.values()}.values())
