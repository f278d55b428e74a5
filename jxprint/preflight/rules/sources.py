"""The public texts that rules rest on, by short names, and who asks."""

from __future__ import annotations

from jxprint.preflight.rule import UNVERIFIED

# PDF/X: makers of workflows and judges say in public what the paid standard demands.
KODAK = "Kodak workflow help, Technical characteristics of PDF/X-1a"
PRINECT = "Heidelberg Prinect help, PDF report, tab PDF/X"
PADAM = "Padam87/pdf-preflight, Standard/X1a, list of demands"
JHOVE = "JHOVE pdf-hul, X1Profile and XProfileBase"
PDFLIB = "PDFlib 8 tutorial, tables 10.2 and 10.3"
CGATS = "CGATS, Application Notes for PDF/X, 2.9"
ESKO = "Esko WebCenter help, PDF/X-4.0"
X4_PAGE = "The PDF/X-4 file format (smartpdf.org)"
FULLBLEED = "fullbleed 2.4 release notes, PDF/X-4 requirements"
OFFICE = "EvotecIT/OfficeIMO #2394, readback of PDF/X"
GWG = "Ghent Workgroup, GWG2015, list of requirements"
CALLAS = "callas pdfToolbox help, Ink coverage Check properties"
# Newspapers and their printers.
NIAD = "NIAD Ireland, file creation guide"
USA = "USA Today media kit, typography"
TRIBUNE = "Tribune, newspaper reproduction: typography"
WBJ = "Washington Business Journal, newspaper specifications"
GREAT_WEST = "Great West Newspapers, constructing files for newsprint"
CONSOLIDATED = "Consolidated Press, lines and fills"
CNEWS = "CNews, ad submission guidelines"

X = ("x",)
X1A = ("x1a",)
X4 = ("x4",)
A = ("a",)
A123 = ("a2", "a3")
A4 = ("a4",)
TAGGED = ("tagged",)
UA = ("ua",)
UA1 = ("ua1",)
UA2 = ("ua2",)
PRESS = ("press",)
ALL = ("all",)


def vera(a2: str = "", a4: str = "", ua1: str = "", ua2: str = "", a1: str = "") -> str:
    """Rules of veraPDF by clause and test, as its validation profiles number them."""
    named = (("PDF/A-1", a1), ("PDF/A-2", a2), ("PDF/A-4", a4), ("PDF/UA-1", ua1), ("PDF/UA-2", ua2))
    return "veraPDF " + ", ".join(f"{standard} {rule}" for standard, rule in named if rule)


def arlington(row: str) -> str:
    """A row of the PDF Association's Arlington model."""
    return f"Arlington PDF model, {row}"


def unverified(why: str) -> str:
    """No public text was read that says it."""
    return f"{UNVERIFIED}: {why}"
