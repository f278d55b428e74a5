"""Other forms of a character: what programs write into a PDF in place of the character that was set.

A program that finds the text of a glyph backwards, by the glyph, takes the first of several characters that share it: a
Kangxi radical for 一, a compatibility ideograph for 立, a half-width dot for ·. Both sides are folded to one form, so
that texts still meet, and every form that was folded on one side alone is told by its name.

The fold is Unicode's compatibility decomposition (UAX #15), the radicals of EquivalentUnifiedIdeograph.txt, and marks
that faces draw with one outline. White is folded away; so is what is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category, normalize

from msgspec import Struct
from msgspec.structs import force_setattr

# CJK Radicals Supplement, and one more, each with the ideograph that it is a form of (Unicode 15,
# EquivalentUnifiedIdeograph.txt).
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵"
    "⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎"
    "⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
    # Decomposed by Unicode to 戶, and drawn as 户 in faces of the mainland.
    "⼾户"
)
# Marks that share an outline in common faces (measured in Noto): the first of each stands for all.
_TWINS = ("·•‧・⋅", "—―─", "-‐‑−", "…⋯", "～〜∼", "〈⟨", "〉⟩")
# What is not seen and joins or parts nothing in Chinese.
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"

_BLOCKS = (
    ("radical", 0x2E80, 0x2FDF),
    ("compatibility", 0xF900, 0xFAFF),
    ("compatibility", 0x2F800, 0x2FA1F),
    ("vertical", 0xFE10, 0xFE1F),
    ("vertical", 0xFE30, 0xFE4F),
    ("width", 0xFF01, 0xFFEF),
    ("width", 0xFE50, 0xFE6F),
    ("ligature", 0xFB00, 0xFB06),
    ("presentation", 0xFB07, 0xFDFF),
    ("presentation", 0xFE70, 0xFEFC),
    ("selector", 0xFE00, 0xFE0F),
    ("selector", 0xE0100, 0xE01EF),
    ("soft_hyphen", 0xAD, 0xAD),
)


class _Fold(dict[str, str]):
    """What a character is folded to, worked out when it is first met."""

    def __missing__(self, char: str) -> str:
        if char.isspace() or kind_of(char) in ("selector", "soft_hyphen") or char in _UNSEEN:
            told = ""
        else:
            plain = normalize("NFKD", _OF_RADICAL.get(char) or _OF_TWIN.get(char, char))
            told = "".join([_OF_TWIN.get(one, one) for one in plain if not one.isspace()])
        self[char] = told
        return told


_OF_RADICAL = {pair[0]: pair[1] for pair in zip("".join(_RADICALS)[::2], "".join(_RADICALS)[1::2], strict=True)}
_OF_TWIN = {twin: twins[0] for twins in reversed(_TWINS) for twin in twins[1:]}
_ALL_TWINS = frozenset("".join(_TWINS))
_FOLD = _Fold()


class Folded(Struct, frozen=True):
    """A text folded: `text`, and for each of its code points the offset in `raw` that it comes from."""

    raw: str
    text: str = ""
    at: Sequence[int] = ()

    def __post_init__(self) -> None:
        texts: list[str] = []
        at: list[int] = []
        for offset, char in enumerate(self.raw):
            told = _FOLD[char]
            if told:
                texts.append(told)
                at.extend([offset] * len(told))
        force_setattr(self, "text", "".join(texts))
        force_setattr(self, "at", at)

    def stretch(self, start: int, end: int) -> str:
        """The raw text, white and all, of a stretch of the folded one."""
        return self.raw[self.at[start] : self.at[end - 1] + 1] if start < end else ""

    def unseen(self, start: int, end: int) -> list[int]:
        """Offsets in the raw text of what is not seen in or right behind a stretch, white left out."""
        if start >= end:
            return []
        behind = self.at[end] if end < len(self.at) else len(self.raw)
        inside = range(self.at[start], behind)
        return [at for at in inside if not self.raw[at].isspace() and not _FOLD[self.raw[at]]]


def kind_of(char: str) -> str | None:
    """The name of a form that a character is by its block; None for a plain one."""
    code = ord(char)
    return next((kind for kind, first, last in _BLOCKS if first <= code <= last), None)


def named(expected: str, read: str) -> str:
    """The name of the difference between two spellings that are folded alike."""
    kinds = [kind for char in read + expected if (kind := kind_of(char)) is not None]
    if kinds:
        return kinds[0]
    if any(char in _UNSEEN for char in read + expected):
        return "invisible"
    if normalize("NFC", expected) == normalize("NFC", read):
        return "normal"
    return "twin" if all(char in _ALL_TWINS for char in read + expected) else "form"


def is_private(text: str) -> bool:
    """Whether a text has characters of private use, which say nothing to anybody else."""
    return any(category(char) == "Co" for char in text)


def other_forms(copy: Folded, start: int, read: Folded, there: int, length: int) -> Iterator[tuple[int, int, str, str]]:
    """Where two stretches that are folded alike are spelt in different ways: the offsets in both (folded) and the
    spellings; a character that is several once folded is told once.
    """
    at = 0
    while at < length:
        own, other = copy.at[start + at], read.at[there + at]
        end = at + 1
        while end < length and (copy.at[start + end] == copy.at[start + end - 1] or
                                read.at[there + end] == read.at[there + end - 1]):  # fmt: skip
            end += 1
        expected, said = copy.raw[own : copy.at[start + end - 1] + 1], read.raw[other : read.at[there + end - 1] + 1]
        if expected != said and _bare(expected) != _bare(said):
            yield start + at, there + at, _bare(expected), _bare(said)
        at = end


def _bare(text: str) -> str:
    """Without white and what is not seen: of those other rules tell."""
    return "".join([char for char in text if _FOLD[char]])
