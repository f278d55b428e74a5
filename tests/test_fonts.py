"""Faces: what comes along covers what it promises; chains ask the right face; bad files are refused by name."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from jxprint.errors import FontError, Place
from jxprint.fonts import Library, open_library
from jxprint.fonts.catalogue import carried_faces
from jxprint.fonts.subsetting import subset
from jxprint.resources import fonts_folder

DATA = Path(__file__).parent / "data"
PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】『』「」—…·•‧・～％‰℃①⑩★☆●○■□▲△◆◇→〇"


@pytest.fixture(scope="session")
def library() -> Library:
    """The faces that come along."""
    return open_library()


def tiny_font(path: Path, characters: str = "一二A", family: str = "Tiny", fs_type: int = 0) -> Path:
    """A TrueType font whose every glyph is one em square."""
    names = [".notdef", *(f"g{index}" for index in range(len(characters)))]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 1000), (1000, 1000), (1000, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(char): names[index + 1] for index, char in enumerate(characters)})
    font.setupGlyf(dict.fromkeys(names, square))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type)
    font.setupPost()
    font.save(path)
    return path


def refused(names: tuple[str, ...], base: Path) -> str:
    """The key of the finding with which a newsroom's own face is refused."""
    with pytest.raises(FontError) as caught:
        open_library({"song": names}, base)
    return caught.value.findings[0].key


@pytest.mark.parametrize("row", carried_faces().values(), ids=lambda row: row.id)
def test_the_catalogue_says_what_each_file_is(row: object, library: Library) -> None:
    """Hash and number of characters of every face are those of the catalogue, and its licence stands beside it."""
    face = carried_faces()[row.id]  # type: ignore[attr-defined]
    assert hashlib.sha256(face.path.read_bytes()).hexdigest() == face.sha256
    assert len(library.face(face.id).characters) == face.characters
    assert library.face(face.id).permission == "installable"
    with (fonts_folder() / "catalogue.toml").open("rb") as file:
        told = {entry["id"]: entry for entry in tomllib.load(file)["face"]}[face.id]
    text = (fonts_folder() / told["licence_file"]).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("row", carried_faces().values(), ids=lambda row: row.id)
def test_every_face_sets_the_standard_characters(row: object, library: Library) -> None:
    """Each face has all of GB 2312, all 8,105 characters of the standard table, and newspaper punctuation."""
    face = library.face(row.id)  # type: ignore[attr-defined]
    table = set((DATA / "tgh.txt").read_text(encoding="utf-8")) - {"\n"}
    assert len(table) == 8105
    gb2312 = {
        bytes((lead, trail)).decode("gb2312", "ignore") for lead in range(0xA1, 0xF8) for trail in range(0xA1, 0xFF)
    } - {""}
    marks = set(PUNCTUATION) if face.id != "kai-regular" else set()  # Kai's marks come from Song
    assert not sorted(char for char in table | gb2312 | marks if ord(char) not in face.characters)


def test_the_wide_song_has_gbk_big5_and_personal_names(library: Library) -> None:
    """The last face of every chain has every hanzi of GBK and Big5; four signs (≒ ∼ ˍ ‾) are in no upstream face."""
    wide = library.face("song-wide").characters
    pairs = [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF)]
    for codec in ("gbk", "big5"):
        text = {pair.decode(codec, "ignore") for pair in pairs}
        single = {one for one in text if len(one) == 1 and one > "\x7f" and not "\ue000" <= one <= "\uf8ff"}
        assert {one for one in single if ord(one) not in wide} <= set("≒∼ˍ‾")
    assert ord("𠮷") in wide


@pytest.mark.parametrize("id_", [row.id for row in carried_faces().values() if row.id != "kai-regular"])
def test_the_features_of_chinese_setting_are_there(id_: str, library: Library) -> None:
    """halt, vhal, hwid, ccmp, vert, kern and palt survive the cut."""
    font = TTFont(carried_faces()[id_].path)
    tags = {record.FeatureTag for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord}
    assert {"halt", "vhal", "hwid", "ccmp", "vert", "kern", "palt"} <= tags


def test_dashes_take_their_chinese_form(library: Library) -> None:
    """A pair of dashes is two ems long and the full stop one, whatever the cmap's default form is."""
    song = library.face("song-regular")
    assert sum(song.shape("——").advances) == pytest.approx(2.0)
    assert song.shape("。").advances == (1.0,)


def test_set_downwards_marks_change_their_form(library: Library) -> None:
    """Vertical shaping gives brackets other glyphs, and every advance is an em."""
    song = library.face("song-regular")
    across, down = song.shape("（中）"), song.shape("（中）", vertical=True)
    assert down.advances == (1.0, 1.0, 1.0)
    assert down.glyphs[0] != across.glyphs[0]
    assert down.glyphs[1] == across.glyphs[1]


def test_kai_leaves_its_marks_to_song(library: Library) -> None:
    """In the chain of Kai a hanzi comes from Kai and a quotation mark from Song."""
    chain = library.chain("kai")
    hanzi, mark = chain.glyph("嘉"), chain.glyph("“")
    assert hanzi is not None
    assert mark is not None
    assert (hanzi[0].id, mark[0].id) == ("kai-regular", "song-regular")


def test_a_weight_that_is_not_there_is_stood_in_for(library: Library) -> None:
    """Black Hei is asked for and the bold one comes, being nearest; rare characters come from the wide Song."""
    chain = library.chain("hei", "black")
    first, rare = chain.glyph("嘉"), chain.glyph("𠮷")
    assert first is not None
    assert rare is not None
    assert (first[0].id, rare[0].id) == ("hei-bold", "song-wide")
    assert chain.glyph("\ue123") is None


def test_a_role_without_a_face_is_refused(library: Library) -> None:
    """No FangSong comes along; asking for it names the roles there are."""
    with pytest.raises(FontError) as caught:
        library.chain("fangsong")
    assert caught.value.findings[0].key == "fonts.no_face_for_role"


def test_a_newsrooms_own_face_comes_first(tmp_path: Path) -> None:
    """A face given by a path is asked before what comes along, which still stands behind it."""
    tiny_font(tmp_path / "own.ttf")
    library = open_library({"song": ("own.ttf",), "fangsong": ("own.ttf",)}, tmp_path)
    own, carried = library.chain("song").glyph("一"), library.chain("song").glyph("嘉")
    assert own is not None
    assert carried is not None
    assert (own[0].id, own[2], carried[0].id) == ("own", 1.0, "song-regular")
    assert library.chain("fangsong").faces[0].id == "own"
    assert open_library({"song": ("own.ttf",), "fangsong": ("own.ttf",)}, tmp_path) is library


def test_a_face_of_a_collection_is_named_by_its_number(tmp_path: Path) -> None:
    """`both.ttc#1` is the second face of a collection; there is no third."""
    collection = TTCollection()
    collection.fonts = [TTFont(tiny_font(tmp_path / f"{n}.ttf", "一二三"[: n + 1], f"T{n}")) for n in range(2)]
    collection.save(tmp_path / "both.ttc")
    face = open_library({"song": ("both.ttc#1",)}, tmp_path).chain("song").faces[0]
    assert (face.family, len(face.characters)) == ("T1", 2)
    assert refused(("both.ttc#2",), tmp_path) == "fonts.no_such_face"


def test_an_installed_family_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A family's name is looked for in the system's folders."""
    from jxprint.fonts import system

    (tmp_path / "fonts").mkdir()
    tiny_font(tmp_path / "fonts" / "x.ttf", family="Night Desk Song")
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"nothing")
    monkeypatch.setattr(system, "font_folders", lambda: (tmp_path / "fonts",))
    system._families.cache_clear()
    try:
        assert open_library({"song": ("night desk song",)}, tmp_path).chain("song").faces[0].family == "Night Desk Song"
        assert refused(("No Such Song",), tmp_path) == "fonts.no_family"
    finally:
        system._families.cache_clear()


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def _without_cmap(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"cmap", b"xmap", 1))


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (_cut_short, "fonts.damaged"),
        (_without_cmap, "fonts.damaged"),
        (lambda path: path.write_bytes(b"GIF89a" * 40), "fonts.unknown_kind"),
        (lambda path: path.write_bytes(b""), "fonts.unknown_kind"),
        (lambda path: path.write_bytes(b"wOF2" + bytes(60)), "fonts.web_font"),
        (lambda path: path.unlink(), "fonts.not_found"),
    ],
)
def test_a_broken_font_file_is_refused(spoil: Callable[[Path], None], key: str, tmp_path: Path) -> None:
    """Truncated, headless, foreign, empty, packed for the web, not there: each has its own sentence."""
    spoil(tiny_font(tmp_path / "own.ttf"))
    assert refused(("own.ttf",), tmp_path) == key


@pytest.mark.parametrize(
    ("fs_type", "key"), [(0x2, "fonts.restricted"), (0x100, "fonts.no_subsetting"), (0x200, "fonts.bitmap_only")]
)
def test_a_font_that_may_not_be_embedded_is_refused(fs_type: int, key: str, tmp_path: Path) -> None:
    """The maker's fsType is obeyed."""
    tiny_font(tmp_path / "own.ttf", fs_type=fs_type)
    assert refused(("own.ttf",), tmp_path) == key


def test_all_bad_fonts_are_told_at_once(tmp_path: Path) -> None:
    """Two faces are missing: two findings."""
    with pytest.raises(FontError) as caught:
        open_library({"song": ("a.ttf",), "hei": ("b.ttf",)}, tmp_path)
    assert [finding.key for finding in caught.value.findings] == ["fonts.not_found", "fonts.not_found"]


@pytest.mark.parametrize("id_", ["song-regular", "kai-regular"])
def test_a_subset_keeps_outlines_and_advances(id_: str, library: Library) -> None:
    """CFF or TrueType: the subset's advances are the face's, and each glyph asked for is in its map."""
    face = library.face(id_)
    glyphs = [glyph for glyph in map(face.glyph, "嘉兴人才A1") if glyph]
    cut = subset(face, frozenset(glyphs))
    assert cut.kind == ("glyf" if id_.startswith("kai") else "cff")
    assert [cut.advances[cut.glyph_map[glyph]] for glyph in glyphs] == pytest.approx(
        [face.advance(glyph) * 1000 for glyph in glyphs]
    )
    assert len(cut.program) < 20_000


def test_outlines_are_in_ems(library: Library) -> None:
    """Every coordinate of 一 lies in the em square, and the contour is closed."""
    for id_ in ("song-regular", "kai-regular"):
        face = library.face(id_)
        commands = face.outline(face.glyph("一") or 0)
        assert commands[0][0] == "M"
        assert commands[-1] == ("Z",)
        assert all(-0.2 < number < 1.2 for command in commands for number in command[1:] if isinstance(number, float))


@pytest.mark.parametrize(
    ("name", "key"),
    [("a.woff2", "fonts.web_font"), ("a.woff", "fonts.web_font"), ("a.pfb", "fonts.not_usable")],
)
def test_a_kind_of_font_that_cannot_be_set_is_told_as_that(name: str, key: str, tmp_path: Path) -> None:
    """Such files were looked for as families, and not found."""
    assert refused((name,), tmp_path) == key


def test_own_fonts_are_refused_where_the_style_names_them(tmp_path: Path) -> None:
    """There was no file, no line; the sentence names the font."""
    tiny_font(tmp_path / "own.ttf", fs_type=2)
    places = {"song": Place("style.toml", 3, 8), "hei": Place("style.toml", 4, 8)}
    with pytest.raises(FontError) as caught:
        open_library({"song": ("own.ttf",), "hei": ("none.ttf", "No Such Hei")}, tmp_path, places=places)
    told = [(one.key, str(one.place)) for one in caught.value.findings]
    assert told == [
        ("fonts.not_found", "style.toml:4:8"),
        ("fonts.no_family", "style.toml:4:8"),
        ("fonts.restricted", "style.toml:3:8"),
    ]
    assert "own.ttf" in str(caught.value)
