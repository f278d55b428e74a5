"""The sub-editors' guide names every key that the reader knows."""

from __future__ import annotations

from pathlib import Path

from jxprint.description.editions import read_pages
from jxprint.description.evidence import JOINT_KEYS
from jxprint.description.folios import FIELDS, ISSUE_FOLIO_KEYS
from jxprint.description.formats import FORMATS
from jxprint.description.issues import EDITION_KEYS, EDITION_PAGE_KEYS
from jxprint.description.jump_words import WORD_KEYS
from jxprint.description.makeup_rules import LIMIT_KEYS, MAKEUP_KEYS
from jxprint.description.pages import PAGE_KEYS
from jxprint.description.pieces import KINDS
from jxprint.description.resetting import RESETTING_KEYS
from jxprint.description.roles import ROLE_KEYS, ROLES
from jxprint.description.sheets import FOLIO_KEYS, GRID_KEYS, SHEET_KEYS
from jxprint.description.stories import HEADER_KEYS, OF_CHINESE
from jxprint.model import MAKEUP_RULES


def test_the_guide_names_every_key() -> None:
    """Whoever adds a key or a role has to explain it in layout/README.md."""
    guide = (Path(__file__).parent.parent / "layout" / "README.md").read_text(encoding="utf-8")
    tables = {"sheet": SHEET_KEYS, "grid": GRID_KEYS, "folio": FOLIO_KEYS}
    wanted = {f"`{table}.{key}`" for table, keys in tables.items() for key in keys}
    wanted |= {f"`{key}`" for key in PAGE_KEYS if key not in ("sheet", "grid", "folio", "part")}
    wanted |= {f"`{key}`" for keys in KINDS.values() for key in keys} | {f'`"{kind}"`' for kind in KINDS}
    wanted |= {f"`{key}`" for key in (*MAKEUP_RULES, *LIMIT_KEYS, *MAKEUP_KEYS, *RESETTING_KEYS, *JOINT_KEYS)}
    wanted |= {f"`{key}`" for key in (*ROLE_KEYS, *ROLES, *HEADER_KEYS)} | set(OF_CHINESE)
    wanted |= {f"`{key}`" for key in EDITION_KEYS if key not in ("sheet", "grid", "folio", "page")}
    wanted |= {f"`folio.{key}`" for key in ISSUE_FOLIO_KEYS} | {f"`page.{key}`" for key in EDITION_PAGE_KEYS}
    wanted |= {f"`jump.{key}`" for key in WORD_KEYS} | {f'`"{name}"`' for name in FORMATS}
    wanted |= {f"`{{{field}}}`" for field in FIELDS}
    assert {name for name in wanted if name not in guide} == set()


def test_the_edition_that_the_guide_shows_is_one(tmp_path: Path) -> None:
    """Whoever copies it and writes two pages has an issue."""
    guide = (Path(__file__).parent.parent / "layout" / "README.md").read_text(encoding="utf-8")
    shown = next(part for part in guide.split("```toml\n")[1:] if "[[page]]" in part).split("```")[0]
    (tmp_path / "edition.toml").write_text(shown, encoding="utf-8")
    for folder, columns in (("front", 5), ("centre", 10)):
        page = f'format = 1\ntitle = "版"\ndummy = "{" ".join("A" * columns)}"\n'
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("headline: 渡口\n\n一段文字。\n", encoding="utf-8")
        story = '[[part]]\nletter = "A"\nkind = "story"\ncopy = "a.txt"\n'
        (tmp_path / folder / "page.toml").write_text(page + story, encoding="utf-8")
    assert [page.grid.columns for page in read_pages([tmp_path]).pages] == [5, 10]
