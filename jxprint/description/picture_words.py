"""What is said of a picture: by its page first, and where that says nothing by the file itself (IPTC, XMP)."""

from __future__ import annotations

from jxprint.description.tables import Table
from jxprint.errors import Finding
from jxprint.intake.picture_facts import PictureFacts
from jxprint.model import Passage


class Said:
    """The words of one picture. A key that the page has is the page's, empty or not; the file is asked for others."""

    def __init__(self, table: Table, facts: PictureFacts) -> None:
        self._table = table
        self._facts = {
            "caption": facts.caption,
            "credit": facts.credited,
            "byline": facts.byline,
            "location": facts.location,
            "alt": facts.alt,
        }
        self._damaged = facts.damaged

    @property
    def known(self) -> tuple[str, ...]:
        """Keys that the page does not say and the file does."""
        return tuple(key for key, text in self._facts.items() if text and self._is_open(key))

    def _is_open(self, key: str) -> bool:
        return key not in self._table.values and not self._table.misspelt(key)

    def passage(self, key: str) -> Passage | None:
        """Words that are printed. Their place is that of the file's name: there they are to be changed."""
        if key in self.known:
            return Passage(self._facts[key], self._table.place("file"))
        return self._table.passage(key)

    def words(self, key: str) -> str | None:
        """Words that are read by programs."""
        return self._facts[key] if key in self.known else self._table.words(key)

    def tell(self, keys: tuple[str, ...]) -> None:
        """Say which words are the file's, and that some of them cannot be read."""
        name = str(self._table.values.get("file", ""))
        taken = tuple(key for key in self.known if key in keys)
        place = self._table.place("file")
        if taken:
            found = {"keys": taken, "name": name}
            self._table.findings.append(Finding("page.words_from_picture", place, found, "note"))
        if self._damaged:
            found = {"name": name, "what": self._damaged}
            self._table.findings.append(Finding("page.picture_words_damaged", place, found, "note"))
