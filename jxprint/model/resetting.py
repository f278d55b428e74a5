"""A re-setting (重排): a page set anew from the text of a printed one says that it is no facsimile.

The sentence is in the page's own language. Composition sets it, the PDF's metadata carry it, the checker wants both.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.errors import Place
from jxprint.model.copy import Passage

# From what it was set, without and with a name; what was inferred; what is lost.
_WORDS = {
    "en": ("A re-setting, no facsimile.", "Re-set from {of}, no facsimile.", " Inferred: {}.", " Lost: {}."),
    "hans": ("本版为重排，非原版影印。", "本版据{of}重排，非原版影印。", "推断所得：{}。", "原貌已失：{}。"),
    "hant": ("本版為重排，非原版影印。", "本版據{of}重排，非原版影印。", "推斷所得：{}。", "原貌已失：{}。"),
}
_LABELS = {"en": "Note on the re-setting", "hans": "重排说明", "hant": "重排說明"}
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


class Resetting(Struct, frozen=True):
    """What a page was set anew from (`of`, may be empty), what was inferred to do so, and what of the printed page is
    lost. `visible`: it is said on paper too, in the foot margin. `place` is where the page says so.
    """

    inferred: str
    lost: str
    of: str = ""
    visible: bool = True
    place: Place = Place()

    def statement(self, language: str) -> str:
        """All of it in sentences of a page's language (BCP 47)."""
        bare, named, inferred, lost = _WORDS[_manner(language)]
        begins = named.format(of=self.of) if self.of else bare
        return begins + inferred.format(_open(self.inferred)) + lost.format(_open(self.lost))

    def notice(self, language: str) -> Passage | None:
        """The same as copy of the page; None where nothing is said on paper."""
        return Passage(self.statement(language), self.place) if self.visible else None


def label_of(language: str) -> str:
    """What the notice is called."""
    return _LABELS[_manner(language)]


def _manner(language: str) -> str:
    parts = language.lower().split("-")
    if parts[0] != "zh":
        return "en"
    return "hans" if _TRADITIONAL.isdisjoint(parts) else "hant"


def _open(words: str) -> str:
    """Words that a sentence goes on behind: without a full stop of their own."""
    return words.strip().rstrip("。.")
