"""The review of a reconstructed page: one file that needs nothing else, doubtful places first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.cli import main
from jxprint.reconstruct import reconstruct
from jxprint.reconstruct.doubtful import End, doubts, ends
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.folder import file_names
from jxprint.reconstruct.hypotheses import hypotheses
from jxprint.reconstruct.review import review_html
from jxprint.reconstruct.review_places import LOOK_OF
from jxprint.reconstruct.review_style import LOOKS

SOURCE = Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt"
VOID = {"meta", "br"}


class Seen(HTMLParser):
    """What a browser would see: text within the lines of the source, links and places, tags that are open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.lines: list[str] = []
        self.links: list[str] = []
        self.places: list[str] = []
        self._line = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes.update(values)
        self.links += [values["href"] or ""] if "href" in values else []
        self.places += [values["id"] or ""] if "id" in values else []
        if tag in VOID:
            return
        self.open.append(tag)
        if tag == "div" and (values.get("class") or "").split()[:1] == ["l"] and "id" in values:
            self._line = len(self.open)
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        """Its end."""
        assert self.open.pop() == tag
        if len(self.open) < self._line:
            self._line = 0

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._line:
            self.lines[-1] += data


def reviewed(data: bytes, language: str = "en") -> tuple[str, list[str]]:
    """A review, and the lines of its source."""
    evidence = read_dump(data, "dump.txt")
    found = reconstruct(evidence)
    html = review_html(found, "page", "dump.txt", file_names(found, None), language)
    return html, [line.text for line in evidence.lines]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_review_needs_nothing_else(language: str) -> None:
    """No script, no address, no other file; every link leads to a place of its own."""
    html, _ = reviewed(SOURCE.read_bytes(), language)
    seen = Seen(html)
    assert not seen.open
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "form", "audio", "video", "base"}
    assert not [name for name in seen.attributes if name.startswith("on") or name == "src"]
    assert not re.search(r"https?:|@import|url\(", html)
    assert set(seen.links) <= {f"#{place}" for place in seen.places}
    assert len(seen.places) == len(set(seen.places))


def test_what_is_selected_is_the_source() -> None:
    """Numbers, roles and marks are none of the text; every line is there, character by character."""
    html, lines = reviewed(SOURCE.read_bytes())
    assert Seen(html).lines == lines


def test_all_joints_are_marked() -> None:
    """Thirteen on the source page."""
    html, _ = reviewed(SOURCE.read_bytes())
    assert len(re.findall(r'class="j (?:seen|inferred)', html)) == 13


def test_doubtful_places_come_first_and_the_least_sure_of_them() -> None:
    """Each has its reasons."""
    for page in sorted((Path(__file__).parent.parent / "benchmarks" / "reconstruct" / "pages").glob("*.txt"))[:6]:
        found = reconstruct(read_dump(page.read_bytes(), page.name))
        listed = [one.sure for one in doubts(found)]
        assert listed == sorted(listed)
        assert all(0.0 <= sure <= 1.0 for sure in listed)
        assert all(one.reasons for one in ends(found) if isinstance(one, End))


def test_what_speaks_against_a_measure_is_said() -> None:
    """The source page fits 15.5 em, and some of its stories come out worse at the next best."""
    first, second, *_ = hypotheses(reconstruct(read_dump(SOURCE.read_bytes(), "dump.txt")))
    assert first.measure == 15.5
    assert not first.fails
    assert second.fails or second.worse


def test_every_role_has_a_look_of_its_own_beside_its_colour() -> None:
    """A grey print and any eye tell looks apart: no two have both edge and colour, and each role is named in words."""
    assert set(LOOK_OF.values()) == set(LOOKS)
    assert len({(edge, line) for edge, _, line in LOOKS.values()}) >= len(LOOKS) - 1


def test_the_command_writes_it(tmp_path: Path) -> None:
    """Beside page.toml, in the reader's language; a renewed folder that has one has a new one."""
    page = tmp_path / "page"
    assert main(["--lang", "zh", "reconstruct", str(SOURCE), "-o", str(page), "--review"]) == 0
    assert 'lang="zh-CN"' in (page / "review.html").read_text(encoding="utf-8")
    (page / "review.html").unlink()
    assert main(["reconstruct", str(SOURCE), "-o", str(page), "--keep"]) == 0
    assert (page / "review.html").exists()


def test_a_review_without_a_folder_is_refused() -> None:
    """There is nowhere to write it."""
    assert main(["reconstruct", str(SOURCE), "--review", "--json"]) == 2


def _lines() -> Iterator[st.SearchStrategy[str]]:
    yield st.text("甲乙丙丁，。：“”（）<>&\"'12a\t 　", min_size=1, max_size=30)
    yield st.sampled_from(["<img src=x onerror=alert(1)>", "本报记者　张三", "新华社北京1月2日电", "&amp;", "■一、"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(*_lines()), min_size=1, max_size=12))
def test_whatever_stands_in_a_source_stands_in_its_review(lines: list[str]) -> None:
    """Markup in a source is text."""
    text = "\n".join(lines)
    if not text.strip():
        return
    html, shown = reviewed(text.encode("utf-8"))
    seen = Seen(html)
    assert seen.lines == shown
    assert "img" not in seen.tags
