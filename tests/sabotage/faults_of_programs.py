"""Font programs that draw something else than the codes say, and fonts that are not what they were."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from spoiling import Opened, kind

_INK = ("ink", "ink_missing", "ink_unknown")


def cff_fonts(file: Opened) -> list[str]:
    """Fonts with a program of charstrings, in which two characters and more are shown."""
    shown = {one.font for one in file.shown() if one.mcid is not None}
    return [
        name for name in sorted(shown) if "/FontFile3" in descriptor_of(file, name) and len(codes_of(file, name)) > 2
    ]


def descriptor_of(file: Opened, name: str) -> Any:
    """What describes a font, with its program."""
    return file.fonts[name]["/DescendantFonts"][0]["/FontDescriptor"]


def codes_of(file: Opened, name: str) -> list[int]:
    """Codes of a font that are shown and say something."""
    said = file.texts[name]
    met = {code for one in file.shown() if one.font == name and one.mcid is not None for code in file.codes(one)}
    return sorted(code for code in met if said.get(code, "").strip())


class Program:
    """The program of one of the page's fonts, opened; its glyphs are named for their CIDs."""

    def __init__(self, file: Opened, name: str) -> None:
        from fontTools.cffLib import CFFFontSet
        from fontTools.ttLib import TTFont

        self._around = TTFont(recalcBBoxes=False)
        self._file = file
        self._descriptor = descriptor_of(file, name)
        self._set = CFFFontSet()
        self._set.decompile(BytesIO(self._descriptor["/FontFile3"].read_bytes()), self._around)
        self.glyphs = self._set[0].CharStrings

    def name_of(self, cid: int) -> str:
        """What the program calls a CID."""
        return f"cid{cid:05d}"

    def saved(self) -> bytes:
        """The program as it is now."""
        sink = BytesIO()
        self._set.compile(sink, self._around, isCFF2=False)
        return sink.getvalue()

    def save(self) -> None:
        """Put the program back."""
        stream = self._file.document.make_stream(self.saved(), Subtype=pikepdf.Name.CIDFontType0C)
        self._descriptor["/FontFile3"] = stream


def _spoiled(file: Opened, edit: Any) -> bool:
    name = file.choose(cff_fonts(file))
    if name is None:
        return False
    program = Program(file, name)
    codes = [code for code in codes_of(file, name) if program.name_of(code) in program.glyphs]
    if len(codes) < 2:
        return False
    one, two = (program.name_of(code) for code in file.random.sample(codes, 2))
    edit(program.glyphs, one, two)
    program.save()
    return True


@kind("two glyphs swapped in the program", *_INK)
def swapped(file: Opened) -> bool:
    """The text is exact, and the paper shows something else."""

    def edit(glyphs: Any, one: str, two: str) -> None:
        first, second = glyphs[one], glyphs[two]
        first.decompile()
        second.decompile()
        first.program, second.program = second.program, first.program

    return _spoiled(file, edit)


@kind("glyph emptied in the program", *_INK)
def emptied(file: Opened) -> bool:
    """Nothing is drawn for a character."""

    def edit(glyphs: Any, one: str, two: str) -> None:
        glyphs[one].decompile()
        glyphs[one].program = ["endchar"]

    return _spoiled(file, edit)


@kind("glyph deformed in the program", *_INK)
def deformed(file: Opened) -> bool:
    """A point of an outline stands elsewhere."""

    def edit(glyphs: Any, one: str, two: str) -> None:
        glyphs[one].decompile()
        program = glyphs[one].program
        numbers = [
            at
            for at, each in enumerate(program[1:], 1)
            if isinstance(each, int) and program[at - 1] not in ("callsubr",)
        ]
        at = file.random.choice(numbers[len(numbers) // 2 :] or [0])
        program[at] = program[at] + 60 if isinstance(program[at], int) else program[at]

    return _spoiled(file, edit)


def _pair(file: Opened) -> tuple[str, str] | None:
    names = [name for name in cff_fonts(file) if str(file.fonts[name]["/Encoding"]) == "/Identity-H"]
    return tuple(file.random.sample(names, 2)) if len(names) > 1 else None  # type: ignore[return-value]


@kind("font program replaced", *_INK, "ink_damaged")
def program_replaced(file: Opened) -> bool:
    """The program of another face under the old name."""
    pair = _pair(file)
    if pair is None:
        return False
    descriptor_of(file, pair[0])["/FontFile3"] = descriptor_of(file, pair[1])["/FontFile3"]
    return True


@kind("font program removed", "ink_damaged")
def program_removed(file: Opened) -> bool:
    """Every viewer takes a face of its own."""
    name = file.choose(cff_fonts(file))
    if name is None:
        return False
    del descriptor_of(file, name)["/FontFile3"]
    return True


@kind("font replaced", "altered", "ink", "ink_missing", "no_text", "missing", views=("text",))
def font_replaced(file: Opened) -> bool:
    """A font stands under the name of another."""
    pair = _pair(file)
    if pair is None:
        return False
    file.sheet["/Resources"]["/Font"][pair[0]] = file.fonts[pair[1]]
    return True


@kind("font renamed and glyphs swapped", "face", *_INK)
def renamed(file: Opened) -> bool:
    """Nobody knows the face by that name, and so nobody knows how its glyphs look."""
    name = file.choose(cff_fonts(file))
    if name is None:
        return False
    program = Program(file, name)
    codes = [code for code in codes_of(file, name) if program.name_of(code) in program.glyphs]
    one, two = (program.glyphs[program.name_of(code)] for code in file.random.sample(codes, 2))
    one.decompile()
    two.decompile()
    one.program, two.program = two.program, one.program
    program.save()
    for described in (file.fonts[name], file.fonts[name]["/DescendantFonts"][0]):
        described["/BaseFont"] = pikepdf.Name("/ABCDEF+Unheard-Of")
    descriptor_of(file, name)["/FontName"] = pikepdf.Name("/ABCDEF+Unheard-Of")
    return True


@kind("codes remapped by a CMap", *_INK)
def remapped(file: Opened) -> bool:
    """Two codes draw each other's glyph; the program and ToUnicode are as they were."""
    names = [name for name in cff_fonts(file) if str(file.fonts[name]["/Encoding"]) == "/Identity-H"]
    name = file.choose(names)
    if name is None:
        return False
    one, two = file.random.sample(codes_of(file, name), 2)
    entries = f"2 begincidrange\n<{one:04X}> <{one:04X}> {two}\n<{two:04X}> <{two:04X}> {one}\nendcidrange"
    put_encoding(file, name, entries)
    return True


def put_encoding(file: Opened, name: str, entries: str) -> None:
    """Give a font a CMap of its own: Identity, and some entries more."""
    cmap = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Other def\n/CMapType 1 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"1 begincidrange\n<0000> <FFFF> 0\nendcidrange\n{entries}\nendcmap\nend\nend"
    )
    system = pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
    stream = file.document.make_stream(cmap.encode(), Type=pikepdf.Name.CMap, CMapName=pikepdf.Name.Other)
    stream["/CIDSystemInfo"] = system
    file.fonts[name]["/Encoding"] = stream


@kind("glyphs remapped by CIDToGIDMap", "remapped", *_INK)
def other_glyphs(file: Opened) -> bool:
    """A TrueType font shows other glyphs than its codes say."""
    names = [name for name in sorted({one.font for one in file.shown()}) if "/FontFile2" in descriptor_of(file, name)]
    names = [name for name in names if len(codes_of(file, name)) > 2]
    name = file.choose(names)
    if name is None:
        return False
    table = list(range(max(file.texts[name]) + 1))
    one, two = file.random.sample(codes_of(file, name), 2)
    table[one], table[two] = table[two], table[one]
    data = b"".join(gid.to_bytes(2, "big") for gid in table)
    file.fonts[name]["/DescendantFonts"][0]["/CIDToGIDMap"] = file.document.make_stream(data)
    return True


@kind("width of a character changed", "width", "overlapping", "out_of_frame")
def width(file: Opened) -> bool:
    """The pen moves half an em where the glyph has a whole one: the next glyph stands in it."""
    name = file.choose(name for name in cff_fonts(file) if str(file.fonts[name]["/Encoding"]) == "/Identity-H")
    if name is None:
        return False
    texts = file.texts[name]
    inner = {code for one in file.shown(2) if one.font == name for code in file.codes(one)[:-1]}
    inner = {code for code in inner if "\u4e00" <= texts.get(code, "") <= "\u9fff"}
    code = file.choose(code for code in codes_of(file, name) if code in inner)
    if code is None:
        return False
    descendant = file.fonts[name]["/DescendantFonts"][0]
    descendant["/W"] = pikepdf.Array(
        [*descendant.get("/W", []), code, pikepdf.Array([file.random.choice((300, 1600))])]
    )
    return True


@kind("side bearing of a glyph changed", *_INK)
def bearing(file: Opened) -> bool:
    """A TrueType font draws a character beside its place: its box begins where hmtx says, not where its points are."""
    names = [name for name in sorted({one.font for one in file.shown()}) if "/FontFile2" in descriptor_of(file, name)]
    name = file.choose(name for name in names if codes_of(file, name))
    if name is None:
        return False
    from fontTools.ttLib import TTFont

    descriptor = descriptor_of(file, name)
    program = TTFont(BytesIO(descriptor["/FontFile2"].read_bytes()), recalcBBoxes=False)
    glyph = program.getGlyphName(file.choose(codes_of(file, name)))
    advance, before = program["hmtx"][glyph]
    program["hmtx"][glyph] = advance, before + file.random.choice((-1, 1)) * file.random.randrange(40, 300)
    sink = BytesIO()
    program.save(sink)
    descriptor["/FontFile2"] = file.document.make_stream(sink.getvalue())
    return True
