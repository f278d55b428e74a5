"""Files changed at one place: the change is there, and every other byte is what it was."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.description.orders import PAGE_FILE
from jxprint.description.positions import scan
from jxprint.description.revision import Change, revise
from jxprint.errors import DescriptionError, Place


def at(line: int, column: int, old: str, new: str) -> Change:
    """A change at a place."""
    return Change(Place("file", line, column), old, new)


def revised(name: str, data: bytes, *changes: Change) -> tuple[bytes, tuple[Change, ...]]:
    """The file's bytes after the changes, and the changes that were left."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        revision = revise(file, changes)
        assert file.read_bytes() == data, "nothing is written"
    assert [note.key for note in revision.notes] == ["copy.left_spelling"] * len(revision.left)
    return revision.data, revision.left


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_two_changes_of_one_line_and_one_of_another(encoding: str, end: str) -> None:
    """Places are those of the file as it was read, whatever the length of the changes before them."""
    text = end.join(["　甲,乙,丙。", "", "一二三。"])
    changes = [at(1, 2, "甲,乙", "子"), at(1, 6, "丙。", "丑寅卯"), at(3, 2, "二", "")]
    data, left = revised("a.txt", text.encode(encoding), *changes)
    assert not left
    assert data == end.join(["　子,丑寅卯", "", "一三。"]).encode(encoding)


def test_words_that_are_no_longer_there_are_left() -> None:
    """The file changed meanwhile: the change is left and told, and another one is made."""
    data, left = revised("a.txt", "甲\n乙\n".encode(), at(1, 1, "丙", "丁"), at(2, 1, "乙", "丁"), at(9, 1, "乙", "丁"))
    assert data == "甲\n丁\n".encode()
    assert [change.place.line for change in left] == [9, 1]


def test_a_string_of_toml_is_changed_only_if_nothing_else_is() -> None:
    """Escapes, words that would need some, and places that are no string are left."""
    text = 'a = "甲,乙" # 甲,乙\nb = "\\u7532,乙"\nc = "丙"\n'
    assert revised(PAGE_FILE, text.encode(), at(1, 6, "甲,乙", "甲，乙")) == (text.replace(",", "，", 1).encode(), ())
    for change in (at(1, 14, "甲,乙", "甲，乙"), at(2, 6, "甲,乙", "甲，乙"), at(3, 6, "丙", '"'), at(3, 1, "c", "d")):
        assert revised(PAGE_FILE, text.encode(), change) == (text.encode(), (change,))


_STRINGS = st.text("甲乙,\"'\\ \n\u3000", max_size=6)


def test_one_line_of_a_head_is_changed_in_its_string() -> None:
    """A string of page.toml may hold two lines with a mark between them; the other line stays, and so does the mark."""
    data = 'text = "甲乙{/} 丙,丁"\n'.encode()
    changed, left = revised(PAGE_FILE, data, at(1, 15, "丙,丁", "丙，丁"))
    assert (changed.decode(), left) == ('text = "甲乙{/} 丙，丁"\n', ())
    # At a place where only a part of a line stands nothing is changed.
    changed, left = revised(PAGE_FILE, data, at(1, 17, "丁", "戊"))
    assert (changed, len(left)) == (data, 1)


@settings(max_examples=200, deadline=None)
@given(st.lists(_STRINGS, min_size=1, max_size=3), st.sampled_from(["basic", "literal", "long", "long_literal"]))
def test_toml_reads_as_it_should_or_stays(values: list[str], spelling: str) -> None:
    """However a string is spelled, the file after a change says what was wanted, or is the file before."""
    forms = {"basic": '"{}"', "literal": "'{}'", "long": '"""\n{}"""', "long_literal": "'''\n{}'''"}
    text = "".join(f"k{number} = {forms[spelling].format(value)}\n" for number, value in enumerate(values))
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    for key, value in before.items():
        stripped = str(value).strip(" \t\u3000")
        line, column = scan(text).spots[(key,)].text
        blanks = len(value) - len(value.lstrip(" \t\u3000"))
        change = at(line, column + blanks, stripped, stripped.replace(",", "，"))
        data, left = revised(PAGE_FILE, text.encode(), change)
        after = tomllib.loads(data.decode())
        if left:
            assert data == text.encode()
        else:
            assert after == {**before, key: str(value).replace(",", "，")}


def test_gb_18030_comes_out_as_it_went_in() -> None:
    """Every code of two bytes that is read is written as the same two bytes."""
    codes = [bytes((high, low)) for high in range(0x81, 0xFF) for low in (*range(0x40, 0x7F), *range(0x80, 0xFF))]
    read = [(code, code.decode("gb18030", "replace")) for code in codes]
    assert not [code for code, text in read if "\ufffd" not in text and text.encode("gb18030") != code]


def test_bytes_that_nobody_can_read_are_refused() -> None:
    """As when the page was read."""
    with pytest.raises(DescriptionError):
        revised("a.txt", b"caf\xe9 \x93fin\x94.", at(1, 1, "c", "k"))
