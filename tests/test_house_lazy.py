"""A command loads what it needs and no more: half of a cold start is imports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent

# What the command imported, to standard error; its own output goes its own way.
PROBE = """
import json, sys
from jxprint.cli import main
code = main({arguments!r})
print(json.dumps([code, sorted({{name.partition(".")[0] for name in sys.modules}})]), file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    """Top-level names of all modules that a command has loaded when it is done."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=list(arguments))],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    code, names = json.loads(run.stderr.splitlines()[-1])
    assert code == 0, run.stderr
    return set(names)


def test_help_loads_no_library_of_any_format() -> None:
    """Help is text: no PDF, no font, no picture is near."""
    unwanted = {"reportlab", "uharfbuzz", "fontTools", "pikepdf", "pypdfium2", "PIL", "numpy"}
    assert not imported_by("--help") & unwanted


def test_help_of_a_command_loads_no_library_either() -> None:
    """`build --help` names what build does and does none of it."""
    unwanted = {"reportlab", "uharfbuzz", "fontTools", "pikepdf", "pypdfium2", "PIL", "numpy"}
    assert not imported_by("build", "--help") & unwanted


def test_help_of_archive_loads_no_library_either() -> None:
    """`archive --help` names what it does and does none of it."""
    unwanted = {"reportlab", "uharfbuzz", "fontTools", "pikepdf", "pypdfium2", "PIL", "numpy", "lxml"}
    assert not imported_by("archive", "--help") & unwanted


def test_proof_reading_loads_no_library_of_any_format() -> None:
    """`lint` reads words: no font is opened, nothing is composed."""
    unwanted = {"reportlab", "uharfbuzz", "fontTools", "pikepdf", "pypdfium2", "PIL", "numpy"}
    assert not imported_by("lint", "--help") & unwanted
    assert not imported_by("lint", str(TREE / "layout" / "jiaxing")) & unwanted


def test_comparing_equal_pages_loads_no_composition(tmp_path: Path) -> None:
    """Two readers and no more: nothing is composed and nothing written; numpy stays away whatever is compared."""
    assert not imported_by("golden", "compare", "--help") & {"pikepdf", "pypdfium2", "PIL", "numpy"}
    page = tmp_path / "page.pdf"
    command = ["build", str(TREE / "layout" / "jiaxing"), "-o", str(page)]
    subprocess.run([sys.executable, "-c", f"from jxprint.cli import main; main({command!r})"], check=True)
    (tmp_path / "same.pdf").write_bytes(page.read_bytes() + b"% other bytes\n")
    unwanted = {"numpy", "reportlab", "uharfbuzz", "fontTools", "html"}
    assert not imported_by("golden", "compare", str(page), str(tmp_path / "same.pdf")) & unwanted


def test_looking_at_a_page_loads_no_pdf_library() -> None:
    """`makeup` composes and writes nothing."""
    unwanted = {"reportlab", "pikepdf", "pypdfium2", "PIL", "numpy"}
    assert not imported_by("makeup", "--help") & {*unwanted, "uharfbuzz"}
    assert not imported_by("makeup", str(TREE / "layout" / "jiaxing")) & unwanted


def test_building_loads_no_reader(tmp_path: Path) -> None:
    """A plain build writes and does not read back: the readers are loaded by --check and check."""
    unwanted = {"pikepdf", "pypdfium2", "numpy", "lxml"}
    assert not imported_by("build", str(TREE / "layout" / "jiaxing"), "-o", str(tmp_path / "page.pdf")) & unwanted


def test_a_horizontal_page_loads_no_vertical_room(tmp_path: Path) -> None:
    """Nor what breaks heads, for none of the first page's is too long, nor what is wanted where something is wrong."""
    build = ["build", str(TREE / "layout" / "jiaxing"), "-o", str(tmp_path / "page.pdf")]
    program = f"import sys; from jxprint.cli import main; main({build!r}); print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = run.stdout.split()
    assert "jxprint.composition.stories" in loaded
    assert not [name for name in loaded if "vertical" in name or "downward" in name]
    furniture = {f"jxprint.composition.{name}" for name in ("boxes", "ears", "lists", "nameplates", "tables")}
    assert not ({*furniture, "jxprint.description.furniture", "jxprint.messages.furniture"}) & set(loaded)
    assert not [name for name in loaded if "composition.sense" in name or name == "budoux"]
    assert not {"jxprint.composition.overset", "jxprint.messages.page", "pyphen"} & set(loaded)
    assert not [name for name in loaded if ".svg" in name or "composition.advertisements" in name]
    assert not {"jxprint.intake.placeable", "jxprint.writers.pdf.drawings"} & set(loaded)
    assert not [name for name in loaded if "faithful" in name or "evidence" in name or name.endswith(".notices")]
    assert not {"jxprint.edition.joints", "jxprint.cli.joints", "jxprint.composition.level_legs"} & set(loaded)
    assert not [name for name in loaded if name.startswith("jxprint.colour")]  # it has no picture


def test_a_page_for_the_press_loads_no_other_view(tmp_path: Path) -> None:
    """Nor what compares proofs."""
    build = ["build", str(TREE / "layout" / "jiaxing"), "-o", str(tmp_path / "page.pdf")]
    program = f"import sys; from jxprint.cli import main; main({build!r}); print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    unwanted = ("jxprint.proof", "jxprint.writers.screen", "jxprint.diff", "jxprint.seal", "cryptography", "fontTools")
    assert not [name for name in run.stdout.split() if name.startswith(unwanted)]


def test_a_check_that_asks_for_no_report_loads_none(tmp_path: Path) -> None:
    """Nor seals, nor what signs them."""
    page = tmp_path / "page.pdf"
    folder = str(TREE / "layout" / "jiaxing")
    program = (
        f"import sys; from jxprint.cli import main; main(['build', {folder!r}, '-o', {str(page)!r}]); "
        f"assert main(['check', {str(page)!r}, {folder!r}]) == 0; print(*sorted(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    unwanted = ("jxprint.seal", "jxprint.checker.html", "jxprint.checker.pictured", "cryptography")
    assert not [name for name in run.stdout.split() if name.startswith(unwanted)]


def test_reconstructing_one_page_loads_no_batch_and_no_review(tmp_path: Path) -> None:
    """Nor a library of any format, nor what keeps a person's changes, nor the rules of proof-reading."""
    source = str(TREE / "layout" / "jiaxing" / "source.txt")
    command = ["reconstruct", source, "-o", str(tmp_path / "page")]
    program = f"import sys; from jxprint.cli import main; main({command!r}); print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = run.stdout.split()
    assert "jxprint.reconstruct.making" in loaded
    unwanted = {"reportlab", "pikepdf", "pypdfium2", "PIL", "numpy", "multiprocessing", "concurrent", "html"}
    assert not unwanted & set(loaded)
    within = ("review", "reviewed", "doubtful", "hypotheses", "batch", "standing", "answers")
    assert not {f"jxprint.reconstruct.{name}" for name in within} & set(loaded)
    assert not {"jxprint.lint.rules", "jxprint.lint.names", "jxprint.lint.spaces"} & set(loaded)


def test_printing_a_proposal_loads_no_page() -> None:
    """Reading a dump asks for nothing of what a folder is made of: it is half of the time that one dump takes."""
    command = ["reconstruct", str(TREE / "layout" / "jiaxing" / "source.txt"), "--json"]
    program = f"import sys; from jxprint.cli import main; main({command!r}); print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = run.stdout.split()
    assert "jxprint.reconstruct.structure" in loaded
    unwanted = ("jxprint.model", "jxprint.lint", "jxprint.description", "jxprint.fonts", "jxprint.composition")
    assert not [name for name in loaded if name.startswith(unwanted)]
    assert not {f"jxprint.reconstruct.{name}" for name in ("copying", "recipe", "making")} & set(loaded)


def test_importing_the_package_costs_nothing() -> None:
    """`import jxprint` loads none of its rooms; a public name loads its room when it is used."""
    probe = "import sys, jxprint; print([name for name in sys.modules if name.startswith('jxprint.')])"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_importing_copy_loads_what_its_kind_needs(tmp_path: Path) -> None:
    """A text is read without a parser of anything else; nothing is drawn, and no page is read."""
    source = tmp_path / "a.txt"
    source.write_text("标题\n" + "正文一句话。" * 12, encoding="utf-8")
    unwanted = {"reportlab", "uharfbuzz", "fontTools", "pikepdf", "pypdfium2", "PIL", "numpy", "lxml", "markdown_it"}
    assert not imported_by("import", str(source), "-o", str(tmp_path / "page")) & {*unwanted, "html", "xml"}
    assert not imported_by("import", "--help") & unwanted
    assert not imported_by("export", str(TREE / "layout" / "jiaxing"), "-o", str(tmp_path / "a.json")) & unwanted
