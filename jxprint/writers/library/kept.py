"""Files that are kept together: what each is for, where it stands in the archive, and what wraps know of it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from jxprint.writers.library.about import About
from jxprint.writers.library.leaf import Leaf
from jxprint.writers.library.stories import Whole, articles_of

Use = Literal["pdf", "png", "alto", "page", "hocr", "text", "json", "articles", "articles_text", "iiif"]
# By use: the end of the file's name, its media type, the name and version of its format, the URI that says what it is.
FORMATS: dict[Use, tuple[str, str, str, str, str]] = {
    "pdf": (".pdf", "application/pdf", "PDF", "", ""),
    "png": (".png", "image/png", "PNG", "", ""),
    "alto": (".xml", "application/xml", "ALTO", "4.4", "http://www.loc.gov/standards/alto/ns-v4#"),
    "page": (
        ".xml", "application/vnd.prima.page+xml", "PAGE XML", "2019-07-15",
        "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15",
    ),
    "hocr": (".html", "text/vnd.hocr+html", "hOCR", "1.2", "http://kba.cloud/hocr-spec/1.2/"),
    "text": (".txt", "text/plain", "plain text", "", ""),
    "json": (".json", "application/json", "jxprint articles", "1", ""),
    "articles": (".json", "application/json", "jxprint edition", "1", ""),
    "articles_text": (".txt", "text/plain", "plain text", "", ""),
    "iiif": (
        ".json", "application/ld+json", "IIIF Presentation", "3", "http://iiif.io/api/presentation/3/context.json",
    ),
}  # fmt: skip


class KeptFile(Struct, frozen=True):
    """A file: its use, its path from the archive's folder (with /), its bytes, the number of the page that it is of
    (from 1; 0 of the edition).
    """

    use: Use
    path: str
    data: bytes
    page: int = 0

    @property
    def id(self) -> str:
        """Its name within the wraps."""
        return f"{self.use.upper()}{self.page}" if self.page else self.use.upper()

    @property
    def sha256(self) -> str:
        """The digest of its bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


class Edition(Struct, frozen=True):
    """What wraps are made of: the edition's name and title, where and when it appeared (empty where nobody said), its
    leaves in order with what stands beside each, and its files. `base` is the address that the archive's folder will
    have, `profile` the kind of PDF. `checked`: all of it was read back and is the copy.
    """

    name: str
    title: str
    language: str
    leaves: Sequence[Leaf]
    files: Sequence[KeptFile]
    about: About
    paper: str = ""
    day: str = ""
    number: str = ""
    base: str = ""
    profile: str = ""
    checked: bool = False

    @property
    def articles(self) -> list[Whole]:
        """Its articles in order, a story that jumps once and whole."""
        return articles_of(self.leaves)

    def of(self, page: int) -> list[KeptFile]:
        """The files of a page."""
        return [file for file in self.files if file.page == page]

    def file(self, use: Use, page: int) -> KeptFile | None:
        """A page's file for some use; None where it is not kept."""
        return next((file for file in self.files if file.use == use and file.page == page), None)
