"""Make the faces that jxprint carries, with their licences and catalogue.toml, from Debian's packages.

    python fonts/build.py [--packages DIR] [--into DIR]

Run where `apt-get` and `dpkg-deb` are (Debian, Ubuntu) with uharfbuzz and fonttools; `--packages` takes the .deb files
of an earlier download. The same packages and the same HarfBuzz give the same bytes. The packages are listed in
_SOURCES; a version other than the one in catalogue.toml works and is recorded.

Hinting is dropped: presses and PDF readers do not use it, and it is a tenth of every face.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

_FEATURES = (
    "halt",
    "vhal",
    "hwid",
    "fwid",
    "pwid",
    "ccmp",
    "vert",
    "vrt2",
    "kern",
    "vkrn",
    "palt",
    "vpal",
    "locl",
    "liga",
)
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17)
_NOTO = "usr/share/fonts/opentype/noto/"
_KAI = "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
# The collections hold Japanese, Korean, Simplified, Traditional and Hong Kong Chinese, in this order.
_SC = 2

_SOURCES = {
    "fonts-noto-cjk": "OFL-noto-cjk.txt",
    "fonts-noto-cjk-extra": "OFL-noto-cjk.txt",
    "fonts-lxgw-wenkai": "OFL-lxgw-wenkai.txt",
    "unicode-data": "",
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """One face: `sets` name the characters (see `character_sets`), `marks` the face that sets its punctuation."""

    id: str
    role: str
    weight: str
    package: str
    member: str
    sets: tuple[str, ...] = ("gb2312", "tgh", "symbols")
    index: int = 0
    rename: str = ""
    marks: str = ""
    fallback: bool = False


_RECIPES = (
    Recipe("song-regular", "song", "regular", "fonts-noto-cjk", _NOTO + "NotoSerifCJK-Regular.ttc", index=_SC),
    Recipe("song-bold", "song", "bold", "fonts-noto-cjk", _NOTO + "NotoSerifCJK-Bold.ttc", index=_SC),
    Recipe("song-black", "song", "black", "fonts-noto-cjk-extra", _NOTO + "NotoSerifCJK-Black.ttc", index=_SC),
    Recipe("hei-regular", "hei", "regular", "fonts-noto-cjk", _NOTO + "NotoSansCJK-Regular.ttc", index=_SC),
    Recipe("hei-bold", "hei", "bold", "fonts-noto-cjk", _NOTO + "NotoSansCJK-Bold.ttc", index=_SC),
    # The Reserved Font Names "LXGW" and "霞鹜" may not name a modified version (OFL 1.1, clause 3).
    Recipe("kai-regular", "kai", "regular", "fonts-lxgw-wenkai", _KAI, rename="JX Kai", marks="song-regular"),
    Recipe(
        "song-wide",
        "song",
        "regular",
        "fonts-noto-cjk",
        _NOTO + "NotoSerifCJK-Regular.ttc",
        ("gb2312", "tgh", "gbk", "big5", "names", "twins", "symbols"),
        index=_SC,
        fallback=True,
    ),
)

# Blocks and pieces of blocks that newspapers use beside the sets' own symbols; what a face lacks is left out.
_SYMBOLS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Latin-1 and Latin Extended-A
    (0x1CD, 0x1DC),  # pinyin
    (0x1E3E, 0x1E3F),
    (0x2C6, 0x2D9),
    (0x370, 0x3FF),
    (0x400, 0x45F),
    (0x2000, 0x206F),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2318, 0x2318),
    (0x2460, 0x24FF),  # ① and its kin
    (0x2500, 0x25FF),
    (0x2600, 0x266F),  # ★ ☆ ☎
    (0x2713, 0x2717),
    (0x2776, 0x2793),
    (0x2E3A, 0x2E3B),
    (0x3000, 0x303F),
    (0x3041, 0x30FF),
    (0x3105, 0x312F),
    (0x31A0, 0x31BF),
    (0x3220, 0x3243),
    (0x3280, 0x33FF),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE4F),
    (0xFE50, 0xFE6F),
    (0xFF01, 0xFFEE),
)

# Characters of given names and places that stand in no set above, met in newspaper copy.
_PEOPLE = "𠮷𠀋𡈽𣇄㛃䶮㙍𬤊𫖯𩽾𩾌𫚭"


def character_sets(unihan: str) -> dict[str, frozenset[int]]:
    """The named sets. `unihan` is the text of the Unihan tables (its property kTGH is 通用规范汉字表)."""
    tgh = frozenset(int(code, 16) for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", unihan, re.MULTILINE))
    if len(tgh) != 8105:
        raise SystemExit(f"kTGH names {len(tgh)} characters; the table has 8105")
    return {
        "gb2312": frozenset(_decoded("gb2312")),
        "tgh": tgh,
        "gbk": frozenset(_decoded("gbk")),
        "big5": frozenset(_decoded("big5")),
        "names": frozenset(map(ord, _PEOPLE)),
        # Radicals and compatibility forms look like other characters and mostly share their outlines.
        "twins": frozenset((*range(0x2E80, 0x2FD6), *range(0xF900, 0xFAFF))),
        "symbols": frozenset(code for first, last in _SYMBOLS for code in range(first, last + 1)),
    }


def _decoded(codec: str) -> Iterator[int]:
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                text = bytes((lead, trail)).decode(codec)
            except UnicodeDecodeError:
                continue
            # A pair that is no character of the set decodes as two, or as one of the private use area.
            if len(text) == 1 and not "\ue000" <= text <= "\uf8ff":
                yield ord(text)


def cut(program: bytes, recipe: Recipe, characters: frozenset[int]) -> tuple[bytes, int, int]:
    """A face's subset, with how many characters and glyphs it has."""
    face = hb.Face(hb.Blob(program), recipe.index)
    kept = characters & set(face.unicodes)
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(kept)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(_tag, _FEATURES))
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES)
    wanted.drop_table_tag_set.add(_tag("DSIG"))
    made = hb.subset(face, wanted)
    data = made.blob.data
    if recipe.rename:
        data = renamed(data, recipe.rename, recipe.weight.capitalize())
    return data, len(kept), made.glyph_count


def _tag(name: str) -> int:
    """An OpenType tag as the number that HarfBuzz's sets hold."""
    return int.from_bytes(name.encode("ascii"), "big")


def renamed(program: bytes, family: str, style: str) -> bytes:
    """The font under another name; its copyright and licence (names 0, 13, 14) stay."""
    font = TTFont(BytesIO(program), recalcTimestamp=False)
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14) and record.langID == 0x409]
    joined = f"{family.replace(' ', '')}-{style}"
    for number, text in (
        (1, family),
        (2, style),
        (3, joined),
        (4, f"{family} {style}"),
        (5, "Version 1.0"),
        (6, joined),
    ):
        table.setName(text, number, 3, 1, 0x409)
    out = BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def download(packages: Iterable[str], into: Path) -> None:
    """Fetch Debian packages into a folder."""
    subprocess.run(["apt-get", "download", *packages], cwd=into, check=True)


def unpack(folder: Path, into: Path) -> dict[str, tuple[str, str]]:
    """Unpack the packages of a folder; the version and sha256 of each."""
    found: dict[str, tuple[str, str]] = {}
    for package in _SOURCES:
        files = sorted(folder.glob(f"{package}_*.deb"))
        if not files:
            raise SystemExit(f"{folder} holds no {package}_*.deb")
        subprocess.run(["dpkg-deb", "-x", files[-1], into], check=True)
        version = subprocess.run(["dpkg-deb", "-f", files[-1], "Version"], check=True, capture_output=True, text=True)
        found[package] = version.stdout.strip(), hashlib.sha256(files[-1].read_bytes()).hexdigest()
    return found


def licence(copyright_file: Path, holder: str) -> str:
    """The font's own copyright line (its name 0), and the OFL's text out of Debian's copyright file."""
    told = copyright_file.read_text(encoding="utf-8")
    text = re.search(r"^License: (?:OFL|SIL)-1\.1\n((?: .*\n)+)", told, re.MULTILINE)
    if text is None:
        raise SystemExit(f"{copyright_file} has another form than expected")
    lines = ["" if line.strip() == "." else line[1:] for line in text.group(1).splitlines()]
    names = '\nWith Reserved Font Names "LXGW" and "霞鹜".' if "LXGW" in told else ""
    return f"{holder}{names}\n\n" + "\n".join(lines).strip() + "\n"


def unihan(folder: Path) -> str:
    """The Unihan tables of the package unicode-data."""
    told = [bz2.decompress(file.read_bytes()).decode() for file in sorted(folder.glob("**/Unihan*.bz2"))]
    told += [file.read_text(encoding="utf-8") for file in sorted(folder.glob("**/Unihan*.txt"))]
    return "".join(told)


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--into", type=Path, default=Path(__file__).parent)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch)
        packages = asked.packages
        if packages is None:
            packages = tree
            download(_SOURCES, packages)
        sources = unpack(packages, tree)
        write(tree, sources, asked.into)


def write(tree: Path, sources: dict[str, tuple[str, str]], into: Path) -> None:
    """Cut all faces and write them with licences and catalogue."""
    sets = character_sets(unihan(tree))
    rows = ["# Made by fonts/build.py; do not edit.", "format = 1", f'harfbuzz = "{hb.version_string()}"']
    for package, (version, digest) in sources.items():
        rows += ["", "[[source]]", f'package = "{package}"', f'version = "{version}"', f'sha256 = "{digest}"']
    for recipe in _RECIPES:
        characters = frozenset().union(*(sets[name] for name in recipe.sets))
        program = (tree / recipe.member).read_bytes()
        data, covered, glyphs = cut(program, recipe, characters)
        holder = hb.Face(hb.Blob(program), recipe.index).get_name(hb.OTNameIdPredefined.COPYRIGHT, "en")
        text = licence(tree / "usr/share/doc" / recipe.package / "copyright", holder)
        (into / _SOURCES[recipe.package]).write_text(text, encoding="utf-8")
        name = recipe.id + (".ttf" if recipe.member.endswith(".ttf") else ".otf")
        (into / name).write_bytes(data)
        rows += _entry(recipe, name, data, covered, glyphs)
        print(f"{name:20} {len(data) / 1e6:6.2f} MB  {covered} characters  {glyphs} glyphs")
    (into / "catalogue.toml").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _entry(recipe: Recipe, file: str, data: bytes, characters: int, glyphs: int) -> list[str]:
    rows = ["", "[[face]]", f'id = "{recipe.id}"', f'file = "{file}"', f'role = "{recipe.role}"']
    rows += [f'weight = "{recipe.weight}"']
    if recipe.marks:
        rows.append(f'marks = "{recipe.marks}"')
    if recipe.fallback:
        rows.append("fallback = true")
    rows += ['licence = "OFL-1.1"', f'licence_file = "{_SOURCES[recipe.package]}"', f'source = "{recipe.package}"']
    rows += [
        f'member = "{recipe.member}"',
        f"index = {recipe.index}",
        f"coverage = {list(recipe.sets)}".replace("'", '"'),
    ]
    rows += [f"characters = {characters}", f"glyphs = {glyphs}", f'sha256 = "{hashlib.sha256(data).hexdigest()}"']
    return rows


if __name__ == "__main__":
    main()
