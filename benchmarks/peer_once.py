"""Run as a process of its own: one compilation by Typst from nothing, as a script of its users does it.

Arguments: SOURCES FONTS OUTPUT ordinary|bracketed|same_faces.
"""

from __future__ import annotations

import sys

import typst

sources, fonts, output, way = sys.argv[1:]
typst.compile(f"{sources}/page.typ", output=output, font_paths=[fonts], ignore_system_fonts=way != "ordinary")
