"""Arrows point one way: a room imports from lower rooms alone (ARCHITECTURE.md, the ranks)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
PACKAGE = TREE / "jxprint"

RANKS = {
    "errors": 0, "messages": 0, "geometry": 0, "ink": 0, "artwork": 0, "text": 0, "resources": 0,
    "web_page": 0, "beside": 0, "interrupts": 0,
    "intake": 0, "colour": 0,
    "model": 1, "placed": 1,
    "description": 2, "fonts": 2, "lint": 2, "night_desk": 2, "profile": 2,
    "composition": 3, "exchange": 3,
    "writers": 4, "proof": 4, "press": 4, "reconstruct": 4,
    "checker": 5, "preflight": 5,
    "edition": 6, "diff": 6, "seal": 6,
    "golden": 7,
    "cli": 8,
}  # fmt: skip

# The public API and `python -m jxprint` stand above all rooms; what everybody may ask of them is the version.
TOP = 9
VERSION = "jxprint.__version__"

# Rank alone would let these through. The checker is worth its name only if it knows nothing of how a page is made,
# and the pure rooms only if no library of a file format is in them.
NEVER = {
    "checker": {"jxprint.composition", "jxprint.placed", "jxprint.fonts", "jxprint.writers", "reportlab"},
    "preflight": {
        "jxprint.composition",
        "jxprint.placed",
        "jxprint.fonts",
        "jxprint.writers",
        "jxprint.checker",
        "jxprint.colour",
        "reportlab",
    },
    "model": {"jxprint.placed", "reportlab", "fontTools", "uharfbuzz", "pikepdf", "PIL"},
    "placed": {"jxprint.model", "reportlab", "fontTools", "uharfbuzz", "pikepdf", "PIL"},
    "composition": {"reportlab", "pikepdf", "pypdfium2"},
    "description": {"jxprint.fonts", "reportlab", "pikepdf", "pypdfium2"},
    "lint": {"jxprint.description", "jxprint.placed", "reportlab", "fontTools", "uharfbuzz", "pikepdf", "PIL"},
    "profile": {"jxprint.description", "reportlab", "fontTools", "uharfbuzz", "pikepdf", "pypdfium2"},
    "press": {"reportlab", "fontTools", "uharfbuzz", "pikepdf", "pypdfium2", "PIL"},
    "night_desk": {"jxprint.description", "jxprint.lint", "reportlab", "fontTools", "uharfbuzz", "pikepdf", "PIL"},
    "fonts": {"jxprint.description", "reportlab", "pikepdf", "pypdfium2"},
}
# All contact with reportlab goes through one seam.
REPORTLAB_SEAM = "jxprint.writers.pdf.seam"


def module_name(path: Path) -> str:
    """The dotted name of a source file."""
    parts = path.relative_to(TREE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """`jxprint.writers.pdf` stands in the room `writers`; `jxprint` itself in none."""
    return module.split(".")[1] if "." in module else ""


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and imported module of every import, also of those inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            if module == "jxprint":
                # `from jxprint import model` names a room, anything but the version the public API.
                for alias in node.names:
                    named = f"jxprint.{alias.name}"
                    yield node.lineno, named if alias.name in RANKS or named == VERSION else "jxprint"
            else:
                yield node.lineno, module


def against_the_arrow(source: str, imported: str) -> str | None:
    """Why a module may not import another one; None where it may."""
    room = room_of(source)
    for banned in NEVER.get(room, ()):
        if imported == banned or imported.startswith(banned + "."):
            return f"{room} never imports {banned}"
    if imported.split(".")[0] == "reportlab" and source != REPORTLAB_SEAM:
        return f"reportlab is touched in {REPORTLAB_SEAM} alone"
    if imported.split(".")[0] != "jxprint" or room_of(imported) == room or imported == VERSION:
        return None
    own, theirs = RANKS.get(room, TOP), RANKS.get(room_of(imported), TOP)
    if theirs > own:
        return f"{imported} has rank {theirs}, {source} has {own}"
    if theirs == own and own > 0:
        return f"{imported} and {source} have the same rank, {own}, and do not know each other"
    return None


def test_modules_import_from_lower_rooms_alone() -> None:
    """The offending lines are printed, as file:line."""
    offences = [
        f"{path.relative_to(TREE)}:{line}: {reason}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, imported in imports(ast.parse(path.read_text(encoding="utf-8")))
        if (reason := against_the_arrow(module_name(path), imported)) is not None
    ]
    assert not offences, "\n".join(offences)


def test_every_room_has_its_rank() -> None:
    """A new room is a decision: it gets a rank here and in ARCHITECTURE.md, in the same change."""
    rooms = {
        path.stem
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" and not path.stem.startswith("__")) or (path / "__init__.py").exists()
    }
    assert rooms == set(RANKS)


def test_an_import_against_the_arrow_is_seen() -> None:
    """The judge is tried on what it must refuse, so that its silence means something."""
    assert against_the_arrow("jxprint.model.page", "jxprint.composition") is not None
    assert against_the_arrow("jxprint.checker.reader", "jxprint.writers.pdf") is not None
    assert against_the_arrow("jxprint.writers.pdf.text", "reportlab.pdfbase.pdfdoc") is not None
    assert against_the_arrow("jxprint.model.page", "jxprint.placed") is not None
    assert against_the_arrow("jxprint.composition.desk", "jxprint.model") is None
