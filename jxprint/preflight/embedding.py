"""Embedded programs and what a font's dictionaries say of them (ISO 32000-1, 9.6 to 9.9)."""

from __future__ import annotations

import re
from typing import Any

from jxprint.intake.opening import decoded
from jxprint.preflight.cmaps import carried, collection_of
from jxprint.preflight.encodings import base_of, differences, is_symbolic
from jxprint.preflight.programs import DamagedProgramError, Program, embedded
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.values import array, dictionary

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_TAG = re.compile(r"/?[A-Z]{6}\+.")
_KINDS = frozenset(f"/{name}" for name in ("Type1", "MMType1", "TrueType", "Type3", "Type0"))
_COMPACT = frozenset(f"/{name}" for name in ("Type1C", "CIDFontType0C", "OpenType"))
_LATIN = ("/MacRomanEncoding", "/WinAnsiEncoding")
# Faces that every reader has (9.6.2.2) need no widths.
_STANDARD = re.compile(r"(?:Helvetica|Courier|Times-|Symbol|ZapfDingbats)")
_HIGHEST_CID = 0xFFFF
# Whose characters they are: CMaps that every reader has are Adobe's.
_REGISTRY = "Adobe"


def descendant(font: Any) -> Any:
    """Where a font's descriptor stands: with its descendant, where it has one."""
    return dictionary(next(iter(array(font.get("/DescendantFonts"))), None)) or font


def ask_program(page: PageSubject, font: Any, kind: str, name: str) -> Program | None:
    """All that is asked of a font's program; the program, where there is a sound one."""
    described = descendant(font)
    descriptor = dictionary(described.get("/FontDescriptor"))
    _ask_entries(page, font, kind, name)
    if kind == "/Type0":
        _ask_composite(page, font, described, name)
    key = next((one for one in _FILES if one in descriptor), None)
    if key is None or not len(decoded(descriptor[key], page.subject.name)):
        page.tell("preflight.fonts.not_embedded", None, name=name)
        return None
    if name and not _TAG.match(name):
        page.tell("preflight.fonts.no_tag", None, name=name)
    subtype = str(descriptor[key].get("/Subtype"))
    if key == "/FontFile3" and subtype == "/OpenType":
        page.tell("preflight.fonts.open_type", None, name=name)
    if key == "/FontFile3" and subtype not in _COMPACT:
        page.tell("preflight.fonts.program_kind", None, name=name, found=subtype.lstrip("/"))
    try:
        program = embedded(descriptor, page.subject.name)
    except DamagedProgramError as problem:
        page.tell("preflight.fonts.damaged", None, name=name, reason=str(problem))
        return None
    if program is not None:
        _ask_lists(page, descriptor, program, name)
        if kind == "/TrueType":
            _ask_latin(page, font, program, name)
    return program


def _ask_entries(page: PageSubject, font: Any, kind: str, name: str) -> None:
    """What each font's dictionary has, and a simple one's widths."""
    if str(font.get("/Type")) != "/Font" or kind not in _KINDS:
        page.tell("preflight.fonts.kind", None, name=name, found=kind.lstrip("/"))
    if kind in ("/Type0", "/Type3") or (_STANDARD.match(name) and "/FontDescriptor" not in font):
        return
    first, last = font.get("/FirstChar"), font.get("/LastChar")
    count = len(array(font.get("/Widths")))
    if not isinstance(first, int) or not isinstance(last, int) or count != last - first + 1:
        page.tell("preflight.fonts.width_count", None, name=name, count=count)


def _ask_composite(page: PageSubject, font: Any, described: Any, name: str) -> None:
    """The way from codes to glyphs of a composite font (9.7)."""
    import pikepdf

    if str(described.get("/Subtype")) == "/CIDFontType2" and "/CIDToGIDMap" not in described:
        page.tell("preflight.fonts.glyph_map", None, name=name)
    info = dictionary(described.get("/CIDSystemInfo"))
    own = str(info.get("/Registry", "")), str(info.get("/Ordering", ""))
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Stream):
        told = collection_of(str(encoding))
        if told is None:
            page.tell("preflight.fonts.cmap", None, name=name, encoding=str(encoding).lstrip("/"))
        elif told and (_REGISTRY, told) != own:
            page.tell("preflight.fonts.collection", None, name=name, font="-".join(own), cmap=f"{_REGISTRY}-{told}")
        return
    there = carried(encoding, page.subject.name)
    if there.mode != there.said:
        page.tell("preflight.fonts.writing_mode", None, name=name, program=there.mode, said=there.said)
    if there.uses and collection_of(there.uses) is None:
        page.tell("preflight.fonts.cmap", None, name=name, encoding=there.uses.lstrip("/"))
    if there.collection != own:
        page.tell("preflight.fonts.collection", None, name=name, font="-".join(own), cmap="-".join(there.collection))
    if there.highest > _HIGHEST_CID:
        page.tell("preflight.fonts.high_cid", None, name=name, cid=there.highest)


def _ask_lists(page: PageSubject, descriptor: Any, program: Program, name: str) -> None:
    """Lists of what a subset has: they may be left out, and may not be short (9.8.1, 9.8.3)."""
    if not _TAG.match(name):
        return
    if "/CIDSet" in descriptor:
        bits = decoded(descriptor["/CIDSet"], page.subject.name)
        absent = [cid for cid in program.cids() if cid >= 8 * len(bits) or not bits[cid >> 3] & (0x80 >> (cid & 7))]
        if absent:
            page.tell("preflight.fonts.cid_set", None, name=name, count=len(absent), first=absent[0])
    if "/CharSet" in descriptor:
        listed = set(str(descriptor["/CharSet"]).split("/"))
        unlisted = sorted(one for one in program.names() if one != ".notdef" and one not in listed)
        if unlisted:
            page.tell("preflight.fonts.char_set", None, name=name, count=len(unlisted), first=unlisted[0])


def _ask_latin(page: PageSubject, font: Any, program: Program, name: str) -> None:
    """TrueType fonts of Latin letters go by characters, those of symbols by codes (9.6.6.4)."""
    from jxprint.preflight.programs.sfnt import Sfnt

    if is_symbolic(font):
        if "/Encoding" in font:
            page.tell("preflight.fonts.encoding", None, name=name, encoding=base_of(font).lstrip("/"))
        elif isinstance(program, Sfnt) and len(program.maps) != 1 and (3, 0) not in program.maps:
            page.tell("preflight.fonts.character_map", None, name=name, count=len(program.maps))
        return
    if base_of(font) not in _LATIN:
        page.tell("preflight.fonts.encoding", None, name=name, encoding=base_of(font).lstrip("/"))
    elif (isinstance(program, Sfnt) and not set(program.maps) - {(3, 0)}) or (
        differences(font) and isinstance(program, Sfnt) and (3, 1) not in program.maps
    ):
        page.tell("preflight.fonts.character_map", None, name=name, count=len(program.maps))
