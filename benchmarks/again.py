"""Run as a process of its own: one page built again and again after an edit; each line on standard input asks for one.

    python again.py ours FOLDER OUTPUT
    python again.py ordinary|bracketed|same_faces SOURCES OUTPUT FONTS

A line holds the character that is put into the copy, at another place each time. The edit itself is made before the
clock starts; the clock runs from reading the files to the written PDF, and its seconds are printed.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from variants import story_files, with_character

Edit = Callable[[int, str], None]
Build = Callable[[], None]


def ours(folder: Path, output: Path) -> tuple[Edit, Build]:
    """Our page folder: an editor saves a story file, and what stays open is the library and the writer."""
    from jxprint import open_library, read_page
    from jxprint.composition import compose
    from jxprint.writers.pdf import PdfWriter

    story = story_files(folder)[0]
    copy = story.read_text(encoding="utf-8")
    library = open_library(read_page(folder).style.fonts, base=folder)
    writer = PdfWriter(library)

    def edit(number: int, char: str) -> None:
        story.write_text(with_character(copy, number, char), encoding="utf-8")

    def build() -> None:
        output.write_bytes(writer.write([compose(read_page(folder), library)]))

    return edit, build


def theirs(sources: Path, output: Path, fonts: str, bracketed: bool) -> tuple[Edit, Build]:
    """Typst's sources: one paragraph in pages.json changes, and the Compiler stays."""
    import typst

    data = sources / "pages.json"
    pages = json.loads(data.read_text(encoding="utf-8"))
    first = next(part for part in pages[0]["parts"] if part["kind"] == "legs")
    copy = "\n\n" + "\n".join(first["paragraphs"])
    compiler = typst.Compiler(str(sources / "page.typ"), font_paths=[fonts], ignore_system_fonts=bracketed)

    def edit(number: int, char: str) -> None:
        first["paragraphs"] = with_character(copy, number, char)[2:].split("\n")
        data.write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")

    def build() -> None:
        compiler.compile(output=str(output))

    return edit, build


def serve(edit: Edit, build: Build) -> None:
    """Answer each line with the seconds that the page took after its edit."""
    for number, line in enumerate(sys.stdin):
        edit(number, line.strip())
        started = time.perf_counter()
        build()
        print(time.perf_counter() - started, flush=True)


if __name__ == "__main__":
    side, source, target = sys.argv[1:4]
    if side == "ours":
        serve(*ours(Path(source), Path(target)))
    else:
        serve(*theirs(Path(source), Path(target), sys.argv[4], side != "ordinary"))
