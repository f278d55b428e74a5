"""Documents of other programs, made in memory: DOCX of its parts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

_OPEN = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>'
)


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A DOCX file of a body, and other parts by their names below word/."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{_OPEN}{body}</w:body></w:document>")
        for name, text in (parts or {}).items():
            archive.writestr(f"word/{name}", text)
    return out.getvalue()


def part(root: str, within: str) -> str:
    """A part beside the document: footnotes, comments, styles."""
    return f'<w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{within}</w:{root}>'


def run(text: str, said: str = "") -> str:
    """A run of text; `said` are its properties."""
    return f"<w:r><w:rPr>{said}</w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def paragraph(*runs: str, said: str = "") -> str:
    """A paragraph of runs, or of plain text; `said` are its properties."""
    within = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{said}</w:pPr>{within}</w:p>"


def deleted(text: str) -> str:
    """Text that a tracked change took out."""
    return f'<w:del w:id="1" w:author="a"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """Text that a tracked change put in."""
    return f'<w:ins w:id="2" w:author="a">{run(text)}</w:ins>'
