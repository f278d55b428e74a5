"""The zip archive of a DOCX file: parts by name, each bounded before it is unpacked and while it is."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.xml_tree import MOST_BYTES, Element, parsed

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_RELATIONS, _IS_DOCUMENT = "_rels/.rels", "/officeDocument"
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Archive:
    """An archive that is open. Whatever is wrong with it raises DescriptionError."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.members = frozenset(self._zip.namelist())
        except _TORN as error:
            raise self._damaged(error) from error

    @property
    def document(self) -> str:
        """The member that is the text: the one that the archive names so, which some programs call document2.xml."""
        root = self.part(_RELATIONS)
        links = root.named("Relationship") if root is not None else ()
        named = (one.attributes for one in links)
        found = (one.get("Target", "").lstrip("/") for one in named if one.get("Type", "").endswith(_IS_DOCUMENT))
        return next((one for one in found if one in self.members), DOCUMENT)

    def part(self, member: str) -> Element | None:
        """The root of a part; None where the archive has no such part."""
        if member not in self.members:
            return None
        return parsed(self.bytes_of(member), f"{self._name}/{member}")

    def bytes_of(self, member: str) -> bytes:
        """What a member holds. Its header says how much that is, and may lie: no more than may be is unpacked."""
        try:
            said = self._zip.getinfo(member).file_size
            if said <= MOST_BYTES:
                with self._zip.open(member) as file:
                    data = file.read(MOST_BYTES + 1)
                if len(data) <= MOST_BYTES:
                    return data
                said = len(data)
        except _TORN as error:
            raise self._damaged(error) from error
        raise DescriptionError(Finding("sources.too_large", Place(self._name), {"what": f"{said >> 20} MiB"}))

    def _damaged(self, error: Exception) -> DescriptionError:
        return DescriptionError(Finding("sources.damaged", Place(self._name), {"reason": str(error)}))
