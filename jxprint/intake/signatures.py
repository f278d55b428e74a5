"""What files that are no text begin with."""

from __future__ import annotations

# By first bytes; what they are called in messages. RTF is text to a computer, and to nobody else.
_BEGINNINGS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, EPUB"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "Word 97"),
    (b"{\\rtf", "RTF"),
)


def signed(data: bytes) -> str | None:
    """The kind of file that the first bytes of one tell, None where it may be text."""
    return next((kind for begins, kind in _BEGINNINGS if data.startswith(begins)), None)
