"""Every page folder of the tree whose files are all there: pictures of the others are drawn by their own tests."""

from __future__ import annotations

from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
JIAXING = TREE / "layout" / "jiaxing"


def _stands_alone(page: Path) -> bool:
    return not any(line.startswith("file =") for line in page.read_text(encoding="utf-8").splitlines())


EVERY_PAGE = (
    JIAXING,
    *sorted(page.parent for page in (TREE / "tests" / "pages").glob("*/page.toml") if _stands_alone(page)),
)
