"""Pages that other programs make of the same copy, each checked against it: what is found in which.

    python benchmarks/peers_checked.py [PAGE] [WORK]

Programs that are not at hand are left out and named. Prints a table for benchmarks/README.md.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from jxprint import compose, open_library, read_page, write
from jxprint.checker.others import OtherReport, check_other
from peer import copy_faces, known_faces, write_sources
from peer_pages import copy_of, fodt_of, html_of

HERE = Path(__file__).resolve().parent
Maker = Callable[[Path], list[str] | None]
_SECONDS = 180


def prepared(page: Path, work: Path) -> None:
    """Our page, the copy, the faces and the sources of all programs."""
    read = read_page(page)
    library = open_library(read.style.fonts, base=page)
    placed = compose(read, library)
    work.mkdir(parents=True, exist_ok=True)
    copy_faces([placed], library, work / "fonts")
    write_sources([(read, placed)], library, work / "fonts", work)
    sheet = json.loads((work / "pages.json").read_text("utf-8"))[0]
    (work / "copy.txt").write_text(copy_of(sheet), "utf-8")
    faces = {known: work / "fonts" / path for known, path in _files(work / "fonts")}
    (work / "page.html").write_text(html_of(sheet, faces), "utf-8")
    (work / "system.html").write_text(html_of(sheet, {}), "utf-8")
    (work / "page.fodt").write_text(fodt_of(sheet), "utf-8")
    write([placed], library, work / "ours.pdf")


def _files(fonts: Path) -> Iterator[tuple[tuple[str, int], str]]:
    """Family and weight of each font file of a folder."""
    for path in sorted(fonts.iterdir()):
        for one in (path,):
            alone = fonts.parent / "one"
            shutil.rmtree(alone, ignore_errors=True)
            alone.mkdir()
            shutil.copy(one, alone)
            yield from ((known, path.name) for known in known_faces(alone).values())


def _found(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def published_faces() -> Path | None:
    """A folder with Noto CJK as its makers publish it (Debian: fonts-noto-cjk): PEER_FONTS names it."""
    folder = Path(os.environ.get("PEER_FONTS", "/usr/share/fonts/opentype/noto"))
    return folder if any(folder.rglob("NotoSerifCJK-*")) else None


def _typst(name: str, fonts: Callable[[Path], Path | None]) -> Maker:
    def make(work: Path) -> list[str] | None:
        folder = fonts(work)
        if folder is None or not find_spec("typst"):
            return None
        import typst

        typst.compile(str(work / "page.typ"), output=str(work / f"{name}.pdf"), font_paths=[str(folder)])
        return []

    return make


def _chromium(name: str, page: str, has_faces: Callable[[], object]) -> Maker:
    def make(work: Path) -> list[str] | None:
        program = _found("chromium", "google-chrome", "chromium-browser")
        if program is None or not has_faces():
            return None
        return [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
            "--no-pdf-header-footer", f"--user-data-dir={work / 'chromium'}", f"--print-to-pdf={work / name}.pdf",
            (work / page).as_uri(),
        ]  # fmt: skip

    return make


def _weasyprint(work: Path) -> list[str] | None:
    program = os.environ.get("WEASYPRINT") or _found("weasyprint")
    return [program, str(work / "page.html"), str(work / "weasyprint.pdf")] if program else None


def _libreoffice(work: Path) -> list[str] | None:
    program = _found("soffice", "libreoffice")
    if program is None:
        return None
    shutil.copy(work / "page.fodt", work / "libreoffice.fodt")
    return [
        program, f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", str(work), str(work / "libreoffice.fodt"),
    ]  # fmt: skip


def _rewriter(name: str, *arguments: str) -> Callable[[str], Maker]:
    """A program that writes a PDF anew; `{in}` and `{out}` stand for the files."""

    def of(source: str) -> Maker:
        def make(work: Path) -> list[str] | None:
            program = _found(name)
            if program is None or not (work / source).exists():
                return None
            out = work / f"{source.removesuffix('.pdf')}-{name}.pdf"
            return [program, *(one.replace("{in}", str(work / source)).replace("{out}", str(out)) for one in arguments)]

        return make

    return of


_REWRITERS = {
    "gs": _rewriter("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile={out}", "{in}"),
    "qpdf": _rewriter("qpdf", "--object-streams=generate", "--linearize", "{in}", "{out}"),
    "mutool": _rewriter("mutool", "clean", "-gggg", "-s", "-z", "{in}", "{out}"),
    "pdftocairo": _rewriter("pdftocairo", "-pdf", "{in}", "{out}"),
}
MAKERS: dict[str, Maker] = {
    "typst": _typst("typst", lambda work: work / "fonts"),
    "typst-noto": _typst("typst-noto", lambda work: published_faces()),
    "chromium": _chromium("chromium", "page.html", lambda: True),
    "chromium-noto": _chromium("chromium-noto", "system.html", published_faces),
    "weasyprint": _weasyprint,
    "libreoffice": _libreoffice,
    **{f"ours-{name}": of("ours.pdf") for name, of in _REWRITERS.items()},
    **{f"typst-{name}": of("typst.pdf") for name, of in _REWRITERS.items()},
    **{f"chromium-{name}": of("chromium.pdf") for name, of in _REWRITERS.items() if name in ("gs", "pdftocairo")},
}


def made(work: Path) -> list[str]:
    """Run every program; the names of those that made a page."""
    done = ["ours"]
    for name, make in MAKERS.items():
        command = make(work)
        if command is None:
            print(f"{name}: not at hand", file=sys.stderr)
            continue
        if command:
            faces = published_faces() if name.endswith("-noto") else work / "fonts"
            environment = {**os.environ, "FONTCONFIG_FILE": str(_listed(work, faces))}
            subprocess.run(command, timeout=_SECONDS, capture_output=True, env=environment)
        if (work / f"{name}.pdf").exists():
            done.append(name)
        else:
            print(f"{name}: made no page", file=sys.stderr)
    return done


def _listed(work: Path, faces: Path | None) -> Path:
    """A list of faces for programs that take them from the system's: that, and a folder of others."""
    file = work / "fonts.conf"
    shown = f"<include>/etc/fonts/fonts.conf</include><dir>{faces}</dir>"
    file.write_text(f'<?xml version="1.0"?><fontconfig>{shown}</fontconfig>', "utf-8")
    return file


def table(work: Path, names: list[str]) -> Iterator[str]:
    """A row for each file."""
    yield "| file | made by | tagged | faults | what was found | seconds |"
    yield "|---|---|---|---|---|---|"
    for name in names:
        start = perf_counter()
        report = check_other(work / f"{name}.pdf", [work / "copy.txt"])
        taken = perf_counter() - start
        faults = sum(one.severity == "error" for one in report.findings)
        tagged = "yes" if report.is_tagged else "no"
        yield f"| {name} | {report.producer} | {tagged} | {faults} | {_told(report)} | {taken:.2f} |"


def _told(report: OtherReport) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for one in report.findings:
        kind = one.key.removeprefix("checks.").removeprefix("other.")
        if "form" in one.args:
            kind = f"{one.args['form']} × {one.args['count']}"
        counts[one.severity, kind] += 1
    return "; ".join(f"{severity}: {kind} ({count})" for (severity, kind), count in sorted(counts.items())) or "nothing"


def main() -> None:
    """Build, check, print."""
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "layout" / "jiaxing"
    work = (Path(sys.argv[2]) if len(sys.argv) > 2 else Path("out") / "peers").resolve()
    prepared(page, work)
    for row in table(work, made(work)):
        print(row)


if __name__ == "__main__":
    main()
