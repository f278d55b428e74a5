"""Bad input: every message about a page is reached, at its place, and all of them at once.

A case changes one thing of a sound page; the mark ▲ in what it writes shows where the finding has to point.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from jxprint.description import read_page, read_page_with_notes
from jxprint.description.new import write_new_page
from jxprint.errors import DescriptionError, Finding, Phrase
from jxprint.messages import catalogue, render

_STYLE = """format = 1
[role.body]
face = "song"
size = "10pt"
[rule.oxford]
widths = ["1pt"]
"""

_OPENING = '# 版面说明。各键的意思见 layout/README.md；改好后运行 jxprint build。\nformat = 1\ntitle = "第一版"'
_PAGE_CASES = [
    # TOML and keys
    ("page.not_toml", 'title = "第一版"', "title = ▲“第一版”"),
    ("page.not_toml", "columns = 4", "columns = " + "[" * 5000),
    ("page.full_width", "columns = 4", "columns = ▲４"),
    ("page.full_width", "columns = 4", "columns ▲＝ 4"),
    ("page.missing_key", _OPENING, '▲title = "第一版"'),
    ("page.newer_format", "format = 1", "format = ▲2"),
    ("page.wrong_type", "format = 1", 'format = ▲"1"'),
    ("page.unknown_key_near", "title =", '▲titel = "x"\ntitle ='),
    ("page.unknown_key", "title =", '▲zzz = "x"\ntitle ='),
    ("page.unknown_key_near", "[sheet]", "[sheet]\n▲widht = 1"),
    ("page.missing_key", _OPENING, "▲format = 1"),
    ("page.wrong_type", 'title = "第一版"', "title = ▲1979-05-27"),
    ("page.empty_value", 'title = "第一版"', 'title = ▲" "'),
    ("page.bad_language", "title =", 'language = ▲"中文"\ntitle ='),
    ("page.out_of_bounds", "columns = 4", "columns = ▲0"),
    ("page.out_of_bounds", "columns = 4", "columns = ▲61"),
    ("page.wrong_type", "columns = 4", "columns = ▲true"),
    ("page.wrong_type", "[sheet]", 'folio = ▲"x"\n[sheet]'),
    # Lengths
    ("page.length_without_unit", '"297mm"', "▲297"),
    ("page.length_without_unit", '"297mm"', '▲"4.5"'),
    ("page.length_without_unit", '"297mm"', "▲nan"),
    ("page.length_without_unit", '"297mm"', "▲inf"),
    ("page.bad_length", '"297mm"', '▲"297px"'),
    ("page.bad_length", 'body = "10pt"', 'body = ▲"1字"'),
    ("page.wrong_type", '"297mm"', "▲true"),
    ("page.length_out_of_bounds", '"297mm"', '▲"-297mm"'),
    ("page.length_out_of_bounds", '"297mm"', '▲"0mm"'),
    ("page.length_out_of_bounds", '"297mm"', '▲"' + "9" * 400 + 'mm"'),
    ("page.out_of_bounds", 'bleed = "3mm"', 'bleed = ▲"30mm"'),
    ("page.pitch_too_small", '"15pt"', '▲"9.9pt"'),
    ("page.margins_too_wide", "[sheet]", "▲[sheet]"),
    ("page.grid_too_wide", '[grid]\ncolumns = 4\nmeasure = "17字"', '▲[grid]\ncolumns = 4\nmeasure = "70字"'),
    ("page.too_narrow", '"17字"', '▲"4.5字"'),
    # Style
    ("page.unknown_style_near", '"daily"', '▲"dayli"'),
    ("page.unknown_style", '"daily"', '▲"xyz"'),
    ("page.empty_value", '"daily"', '▲" "'),
    ("page.no_style_file", '"daily"', '▲"none.toml"'),
    ("page.unknown_rule_near", '"oxford"', '▲"oxfrod"'),
    ("page.unknown_rule", '"oxford"', '▲"zzz"'),
    # Make-up
    ("page.unknown_makeup_rule_near", '["split-across P A"]', '[▲"splitacross P A"]'),
    ("page.unknown_makeup_rule", '["split-across P A"]', '["split-across P A", ▲"xyzzy"]'),
    ("page.accepted_twice", '["split-across P A"]', '["split-across P A", ▲"split-across  P A"]'),
    # Dummy
    ("page.empty_dummy", 'dummy = """\nM M M M\nH H H H\nP P A A\nB B B B\n"""', 'dummy = ▲" "'),
    ("page.dummy_too_large", 'dummy = """\n', 'dummy = ▲"""\n' + "M M M M\n" * 400),
    ("page.not_a_letter", "H H H H", "▲HH H H"),
    ("page.not_a_letter", "P P A A", "P P ▲. A"),
    ("page.not_a_letter", "P P A A", "  P P  A ▲AA"),
    ("page.uneven_row", "H H H H", "▲H H H"),
    ("page.not_a_rectangle", "M M M M\nH H H H", "▲M M M M\nM H H H"),
    ("page.in_pieces", "M M M M\nH H H H", "M ▲H H M\nH M M H"),
    ("page.not_described", "M M M M", "M M ▲X M"),
    ("page.full_width", "M M M M", "▲Ｍ Ｍ Ｍ Ｍ"),
    ("page.not_drawn", 'letter = "M"', 'letter = ▲"X"'),
    # Parts
    ("page.letter_twice", 'letter = "B"', 'letter = ▲"A"'),
    ("page.not_a_letter", 'letter = "B"', 'letter = ▲"BB"'),
    ("page.unknown_kind_near", 'kind = "masthead"', 'kind = ▲"mast head"'),
    ("page.unknown_kind", 'kind = "masthead"', 'kind = ▲"x"'),
    ("page.missing_key", '[[part]]\nletter = "M"', "▲[[part]]"),
    ("page.empty_value", 'text = "新版"', 'text = ▲""'),
    ("page.wrong_type", 'text = "一版从这里开始"', 'text = ["甲", ▲1]'),
    ("page.empty_value", 'text = "一版从这里开始"', 'text = [▲""]'),
    ("page.empty_value", 'text = "一版从这里开始"', 'text = ["甲", ▲"　"]'),
    ("page.wrong_type", 'kind = "masthead"', "kind = ▲[]"),
    ("page.wrong_type", 'letter = "B"', "letter = ▲[]"),
    ("page.wrong_type", 'letter = "P"\nkind = "picture"', 'letter = ▲[]\nkind = "pull_quote"\nwithin = "A"'),
    ("page.out_of_bounds", 'credit = "本报摄"', "aspect = ▲1" + "0" * 400),
    ("page.not_toml", "columns = 4", "columns = ▲0x" + "F" * 5000),
    ("page.not_toml", "columns = 4", "columns = ▲" + "9" * 5000),
    ("page.backslash", 'copy = "first.txt"', 'copy = ▲"sub\\\\first.txt"'),
    ("page.outside", 'copy = "first.txt"', 'copy = ▲"..\\\\first.txt"'),
    ("page.unknown_key_near", 'text = "新版"', 'text = "新版"\n▲rule_bellow = "thin"'),
    ("page.out_of_bounds", 'text = "新版"', 'text = "新版"\nrows = ▲0'),
    ("page.out_of_bounds", 'text = "新版"', 'text = "新版"\nrows = ▲"1.5行"'),
    ("page.bad_length", 'text = "新版"', 'text = "新版"\nrows = ▲"5厘"'),
    ("page.rows_in_quotes", 'text = "新版"', 'text = "新版"\nrows = ▲"12"'),
    ("page.rows_in_quotes", 'text = "新版"', 'text = "新版"\ntop = ▲"１２"'),
    ("page.out_of_bounds", 'text = "新版"', 'text = "新版"\ntop = ▲"1.5行"'),
    ("page.out_of_bounds", 'text = "新版"', 'text = "新版"\ntop = ▲-1'),
    ("page.bad_aspect", 'credit = "本报摄"', 'aspect = ▲"3:0"'),
    ("page.out_of_bounds", 'credit = "本报摄"', "aspect = ▲nan"),
    ("page.out_of_bounds", 'credit = "本报摄"', "aspect = ▲-1.5"),
    ("page.unknown_value_near", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = ▲"virtical"'),
    ("page.unknown_value", 'copy = "first.txt"', 'copy = "first.txt"\nhead = ▲"x"'),
    ("page.wrong_type", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = ▲true'),
    ("page.unknown_value_near", 'copy = "first.txt"', 'copy = "first.txt"\nhead = "vertical"\nhead_side = ▲"lfet"'),
    ("page.goes_with", 'copy = "first.txt"', 'copy = "first.txt"\nhead_side = ▲"left"'),
    ("page.goes_with", 'copy = "first.txt"', 'copy = "first.txt"\nhead_columns = ▲1'),
    ("page.goes_with", 'copy = "first.txt"', 'copy = "first.txt"\nhead = "vertical"\nhead_at = ▲"inside"'),
    ("page.goes_with", 'copy = "first.txt"', 'copy = "first.txt"\nhead_at = "over"\nhead_columns = ▲1'),
    (
        "page.goes_with",
        'copy = "first.txt"',
        'copy = "first.txt"\nhead_at = "beside"\nhead_columns = 1\nhead_side = ▲"middle"',
    ),
    ("page.head_needs_columns", 'copy = "first.txt"', 'copy = "first.txt"\nhead = "horizontal"\nhead_side = ▲"left"'),
    ("page.head_needs_columns", 'copy = "first.txt"', 'copy = "first.txt"\nhead_at = ▲"beside"'),
    ("page.head_takes_all", 'copy = "first.txt"', 'copy = "first.txt"\nhead_at = ▲"inside"'),
    (
        "page.head_between_legs",
        'copy = "first.txt"\nlegs = 2',
        'copy = "first.txt"\nlegs = 1\nhead_at = "inside"\nhead_columns = ▲1',
    ),
    ("page.unknown_value", 'copy = "first.txt"', 'copy = "first.txt"\nhead_at = ▲"x"'),
    ("page.out_of_bounds", 'copy = "first.txt"', 'copy = "first.txt"\ndrop_cap = ▲0'),
    ("page.out_of_bounds", 'copy = "first.txt"', 'copy = "first.txt"\ndrop_cap = ▲1'),
    ("page.out_of_bounds", 'copy = "first.txt"', 'copy = "first.txt"\ndrop_cap = ▲9'),
    ("page.wrong_type", 'copy = "first.txt"', 'copy = "first.txt"\ndrop_cap = ▲"2行"'),
    ("page.unknown_key_near", 'copy = "first.txt"', 'copy = "first.txt"\n▲dropcap = 2'),
    ("page.no_drop_cap", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = "vertical"\ndrop_cap = ▲2'),
    ("page.no_drop_cap", 'copy = "first.txt"', 'jump_from = "B"\ndrop_cap = ▲2'),
    ("page.no_side_head", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = "vertical"\nhead_at = ▲"inside"'),
    ("copy.break_not_here", 'credit = "本报摄"', 'credit = "本报▲{/}摄"'),
    ("copy.break_without_line", 'text = "一版从这里开始"', 'text = "▲{/}一版从这里开始"'),
    ("page.no_side_head", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = "vertical"\nhead_side = ▲"right"'),
    ("page.pinned_under_least", 'copy = "first.txt"', 'copy = "first.txt"\nrows = 8\nmin_rows = ▲12'),
    ("page.pinned_under_least", 'copy = "first.txt"', 'copy = "first.txt"\nrows = "8行"\nmin_rows = ▲"80mm"'),
    ("page.head_takes_all", 'copy = "first.txt"', 'copy = "first.txt"\nhead = "vertical"\nhead_columns = ▲2'),
    ("page.unknown_key", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = "vertical"\n▲credit = "本报摄"'),
    ("page.unknown_key_near", 'credit = "本报摄"', '▲writing = "vertical"'),
    ("copy.line_break", 'text = "新版"', 'text = "新▲\\n版"'),
    ("copy.control", 'text = "新版"', 'text = "新▲\\u0007版"'),
    ("copy.control", 'title = "第一版"', 'title = "第▲\\u0000一版"'),
    ("copy.control", 'title = "第一版"', 'title = "第▲\\n一版"'),
    ("copy.unseen", 'title = "第一版"', 'title = "第▲\\u202e一版"'),
    ("copy.unseen", "title =", 'name = "第▲\\u2066一版"\ntitle ='),
    ("copy.unseen", 'credit = "本报摄"', 'alt = "图▲\\u200b片"'),
    ("copy.unseen", '"first.txt"', '"fir▲\\u202est.txt"'),
    # Files
    ("page.copy_missing", '"first.txt"', '▲"none.txt"'),
    ("page.outside", '"first.txt"', '▲"../first.txt"'),
    ("page.outside", '"first.txt"', '▲"/etc/hostname"'),
    ("page.outside", '"first.txt"', '▲"link.txt"'),
    ("page.outside", 'credit = "本报摄"', 'file = ▲"link.txt"'),
    ("page.empty_value", '"first.txt"', '▲""'),
    ("page.picture_missing", 'credit = "本报摄"', 'file = ▲"none.jpg"'),
    ("page.picture_is_folder", 'credit = "本报摄"', 'file = ▲"inside"'),
    ("page.picture_unknown", 'credit = "本报摄"', 'file = ▲"first.txt"'),
    ("page.picture_damaged", 'credit = "本报摄"', 'file = ▲"cut.png"'),
    ("page.picture_too_large", 'credit = "本报摄"', 'file = ▲"vast.png"'),
    ("page.picture_without_white", 'credit = "本报摄"', 'file = ▲"float.tif"'),
]

_STYLE_CASES = [
    ("page.no_body_role", "[role.body]", "▲[role.caption]"),
    ("page.unknown_role_near", "[role.body]", '▲[role.captoin]\nface = "song"\nsize = "9pt"\n[role.body]'),
    ("page.unknown_role", "[role.body]", '▲[role.zzz]\nface = "song"\nsize = "9pt"\n[role.body]'),
    ("page.missing_key", '[role.body]\nface = "song"', "▲[role.body]"),
    ("page.unknown_face_near", "[rule", '[fonts]\nsogn = ▲["a.otf"]\n[rule'),
    ("page.unknown_face", "[rule", '[fonts]\nxyz = ▲["a.otf"]\n[rule'),
    ("page.empty_value", "[rule", "[fonts]\nsong = ▲[]\n[rule"),
    ("page.out_of_bounds", "[rule", "[placeholder]\ntint = ▲1" + "0" * 400 + "\n[rule"),
    (
        "page.tracking_out_of_bounds",
        "[rule",
        '[role.headline]\nface = "song"\nsize = "9pt"\ntracking = ▲-1' + "0" * 400 + "\n[rule",
    ),
    ("page.unknown_weight_near", "[rule", 'weight = ▲"blakc"\n[rule'),
    ("page.unknown_weight", "[rule", 'weight = ▲"x"\n[rule'),
    ("page.unknown_weight", "[rule", '[fonts]\n"song.x" = ▲["a.otf"]\n[rule'),
    ("page.font_twice", "[rule", '[fonts]\nsong = ["a.otf"]\n"song.regular" = ▲["b.otf"]\n[rule'),
    ("page.bad_tracking", "[rule", '[role.deck]\nface = "song"\nsize = "9pt"\ntracking = ▲[0.1]\n[rule'),
    ("page.bad_tracking", "[rule", '[role.deck]\nface = "song"\nsize = "9pt"\ntracking = ▲"-0.02字"\n[rule'),
    ("page.tracking_out_of_bounds", "[rule", '[role.deck]\nface = "song"\nsize = "9pt"\ntracking = ▲[0, -0.02]\n[rule'),
    ("page.tracking_out_of_bounds", "[rule", '[role.deck]\nface = "song"\nsize = "9pt"\ntracking = ▲-0.5\n[rule'),
    ("page.for_heads_alone", "[rule", "tracking = ▲[-0.02, 0]\n[rule"),
    ("page.for_heads_alone", "[rule", 'half_marks = ▲"at_need"\n[rule'),
    ("page.for_heads_alone", "[rule", "max_lines = ▲2\n[rule"),
    ("page.out_of_bounds", "[rule", '[role.deck]\nface = "song"\nsize = "9pt"\nmax_lines = ▲9\n[rule'),
    ("page.wrong_type", "[rule", 'half_marks = ▲"x"\n[rule'),
    ("page.unknown_ink_near", "[rule", 'ink = ▲"blck"\n[rule'),
    ("page.unknown_ink", "[rule", 'ink = ▲"red"\n[rule'),
    ("page.bad_ink", "[rule", "[ink.red]\ncmyk = ▲[0, 100]\n[rule"),
    ("page.bad_spot", "[rule", "[ink.red]\ncmyk = [0, 100, 100, 0]\nspot = ▲4\n[rule"),
    ("page.bad_spot", "[rule", '[ink.red]\ncmyk = [0, 100, 100, 0]\nspot = ▲" "\n[rule'),
    ("page.spot_reserved", "[rule", '[ink.red]\ncmyk = [0, 100, 100, 0]\nspot = ▲"black"\n[rule'),
    ("page.spot_reserved", "[rule", "[ink.magenta]\ncmyk = [0, 100, 0, 0]\nspot = ▲true\n[rule"),
    (
        "page.spot_twice",
        "[rule",
        '[ink.red]\ncmyk = [0, 90, 90, 0]\nspot = "Red 1"\n[ink.rot]\ncmyk = [0, 99, 90, 0]\nspot = ▲"Red 1"\n[rule',
    ),
    ("page.bad_span", "[rule", 'size_by_span = { four = ▲"9pt" }\n[rule'),
    ("page.unknown_value_near", "[rule", 'align = ▲"center"\n[rule'),
    ("page.unknown_value", "[rule", 'align = ▲"x"\n[rule'),
    ("page.unknown_value_near", "[rule", '[punctuation]\nlevel = ▲"hause"\n[rule'),
    ("page.contradiction", "[rule", '[punctuation]\nwidth = "line_end_half"\nhanging = ▲true\n[rule'),
    ("page.contradiction", "[rule", "[punctuation]\nhanging = ▲true\n[rule"),
    ("page.length_out_of_bounds", "[rule", '[justification]\nwidest = ▲"-0.1字"\n[rule'),
    ("page.length_without_unit", "[rule", "[justification]\nwidest = ▲0.1\n[rule"),
    ("page.limits_cross", "[rule", '[justification]\nautospace_least = ▲"0.5字"\n[rule'),
    ("page.limits_cross", "[rule", 'autospace = ▲"0.5字"\n[rule'),
    ("page.limits_cross", "[rule", '[justification]\nwidest = ▲"0.05字"\n[rule'),
    ("page.unknown_rule", "[rule", '[spacing]\nstack_rule = ▲"none"\n[rule'),
    ("page.unknown_value_near", "[rule", '[fitting]\norder = ["marks", ▲"haed"]\n[rule'),
    ("page.step_twice", "[rule", '[fitting]\norder = ["marks", "head", ▲"marks"]\n[rule'),
    ("page.pitches_cross", "[rule", '[fitting]\npitch_least = ▲"16pt"\npitch_most = "15pt"\n[rule'),
    ("page.out_of_bounds", "[rule", "[fitting]\nhead_rows = ▲7\n[rule"),
    ("page.wrong_type", "[rule", '[spacing]\nrunaround_gap = ▲"3mm"\n[rule'),
    ("page.out_of_bounds", "[rule", '[spacing]\nrunaround_least = ▲"2字"\n[rule'),
    ("page.not_rows", "[rule", '[spacing]\nbetween_parts = ▲"5mm"\n[rule'),
    ("page.length_without_unit", '["1pt"]', "[▲1]"),
    ("page.out_of_bounds", "[rule", 'indent = ▲"99字"\n[rule'),
    ("page.out_of_bounds", "[rule", 'autospace = ▲"10字"\n[rule'),
    ("page.out_of_bounds", "[rule", 'autospace = ▲"6pt"\n[rule'),
    ("page.out_of_bounds", "[rule", "autospace = ▲0.6\n[rule"),
    ("page.pitch_too_small", "[rule", 'pitch = ▲"9pt"\n[rule'),
    ("page.pitch_too_small", "[rule", 'pitch = ▲"11pt"\nsize_by_span = { 4 = "12pt" }\n[rule'),
    ("page.out_of_bounds", "[rule", "[placeholder]\ntint = ▲1.5\n[rule"),
    ("page.unknown_key", "[rule", "▲zzz = 1\n[rule"),
    ("page.newer_format", "format = 1", "format = ▲9"),
    ("page.wrong_type", "format = 1", "format = 1\nfonts.song = ▲1"),
]


def _page(tmp_path: Path) -> Path:
    folder = tmp_path / "page"
    write_new_page(folder)
    (folder / "inside").mkdir()
    return folder


def _marked(text: str) -> tuple[str, tuple[int, int] | None]:
    at = text.find("▲")
    if at < 0:
        return text, None
    return text.replace("▲", ""), (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _change(file: Path, old: str, new: str) -> tuple[int, int] | None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    text, at = _marked(text.replace(old, new, 1))
    file.write_text(text, encoding="utf-8")
    return at


def _refused(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(DescriptionError) as refusal:
        read_page(folder)
    for finding in refusal.value.findings:
        for language in ("en", "zh"):
            assert "{" not in re.sub(r"\{ 4.*\}|\{…\}", "", render(finding, language))
    return refusal.value.findings


def _pictures(folder: Path) -> None:
    """A picture cut short, one that says it is vast, one in floating-point numbers, and a link out of the folder."""
    Image.effect_noise((40, 40), 50).save(folder / "whole.png")
    Image.new("F", (40, 40), 0.5).save(folder / "float.tif")
    (folder / "cut.png").write_bytes((folder / "whole.png").read_bytes()[:600])
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 10_000, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    (folder / "vast.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT\x35\xaf\x06\x1e")
    (folder.parent / "out.txt").write_text("headline: a\n\nb\n")
    if sys.platform != "win32":
        (folder / "link.txt").symlink_to(folder.parent / "out.txt")


@pytest.mark.parametrize(("key", "old", "new"), _PAGE_CASES)
def test_a_mistake_in_a_page_is_told_at_its_place(tmp_path: Path, key: str, old: str, new: str) -> None:
    """One thing wrong in page.toml gives its message, at the value or key that is wrong."""
    folder = _page(tmp_path)
    if "link" in new and sys.platform == "win32":
        pytest.skip("links want rights on Windows")
    if "file =" in new or "link" in new:
        _pictures(folder)
    if key == "page.margins_too_wide":
        _change(folder / "page.toml", 'left = "20mm"', 'left = "290mm"')
    at = _change(folder / "page.toml", old, new)
    found = [(one.key, (one.place.line, one.place.column)) for one in _refused(folder)]
    assert key in [one for one, _ in found]
    if at is not None:
        assert (key, at) in found


@pytest.mark.parametrize(("key", "old", "new"), _STYLE_CASES)
def test_a_mistake_in_a_style_is_told_at_its_place(tmp_path: Path, key: str, old: str, new: str) -> None:
    """One thing wrong in a house style is told in the style's own file, each time the style is read."""
    folder = _page(tmp_path)
    style = folder / "own.toml"
    style.write_text(_STYLE, encoding="utf-8")
    _change(folder / "page.toml", '"daily"', '"own.toml"')
    read_page(folder)
    at = _change(style, old, new)
    if key == "page.no_body_role":
        at = (2, 1)
    for _ in range(2):
        found = [(one.key, one.place.file, (one.place.line, one.place.column)) for one in _refused(folder)]
        assert (key, str(style), at) in found


def test_body_type_is_as_large_as_the_page_says(tmp_path: Path) -> None:
    """Type that is a body character high goes with the page's grid; a style whose body type has a size of its own is
    refused where the grid is drawn for another, for a measure of 15.5 em would not hold 15.5 characters.
    """
    folder = _page(tmp_path)
    _change(folder / "page.toml", 'body = "10pt"', 'body = "9pt"')
    roles = read_page(folder).style.roles
    assert {roles[role].size_pt for role in ("body", "subhead", "byline", "dateline", "list_item")} == {9.0}
    assert roles["headline"].size_pt == 72.0
    (folder / "own.toml").write_text(_STYLE, encoding="utf-8")
    _change(folder / "page.toml", '"daily"', '"own.toml"')
    at = _change(folder / "page.toml", 'body = "9pt"', 'body = ▲"9pt"')
    assert [(one.key, (one.place.line, one.place.column)) for one in _refused(folder)] == [("page.other_body", at)]
    _change(folder / "own.toml", 'size = "10pt"', 'size = "1字"')
    assert read_page(folder).style.roles["body"].size_pt == 9.0


@pytest.mark.parametrize("by", ["region", "language"])
def test_centred_marks_hang_in_vertical_text_alone(tmp_path: Path, by: str) -> None:
    """Whether the style's region or the page's language asks for them, a page without a vertical story is refused; with
    one it is read.
    """
    folder, style = _page(tmp_path), tmp_path / "page" / "own.toml"
    region = 'region = "TW"\n' if by == "region" else ""
    style.write_text(_STYLE + f'\n[punctuation]\n{region}width = "full_width"\nhanging = true\n', encoding="utf-8")
    text = (folder / "page.toml").read_text(encoding="utf-8").replace('"daily"', '▲"own.toml"', 1)
    if by == "language":
        text = text.replace("▲", "").replace("format = 1\n", 'format = 1\nlanguage = ▲"zh-HK"\n', 1)
    text, at = _marked(text)
    (folder / "page.toml").write_text(text, encoding="utf-8")
    (finding,) = _refused(folder)
    assert (finding.key, (finding.place.line, finding.place.column)) == ("page.cannot_hang", at)
    assert finding.args["other"] == by
    _change(folder / "page.toml", 'copy = "first.txt"', 'copy = "first.txt"\nwriting = "vertical"')
    read_page(folder)


def test_a_folder_without_a_page(tmp_path: Path) -> None:
    """No folder, a file in its place, and a folder without page.toml are told apart."""
    (tmp_path / "file").write_text("")
    keys = [_refused(tmp_path / name)[0].key for name in ("none", "file", ".")]
    assert keys == ["page.no_folder", "page.not_a_folder", "page.no_page_file"]


def test_parts_are_needed_and_bounded(tmp_path: Path) -> None:
    """A page without parts and a page of 201 are refused."""
    folder = _page(tmp_path)
    file = folder / "page.toml"
    head = file.read_text(encoding="utf-8").split("[[part]]")[0]
    file.write_text(head, encoding="utf-8")
    assert [one.key for one in _refused(folder)] == ["page.no_parts"]
    file.write_text("part = []\n" + head, encoding="utf-8")
    assert [one.key for one in _refused(folder)] == ["page.no_parts"]
    file.write_text(head + "[[part]]\n" * 201, encoding="utf-8")
    assert [one.key for one in _refused(folder)] == ["page.too_many_parts"]


def test_copy_files_are_files_of_some_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in place of copy is refused, and so is a file longer than any page."""
    folder = _page(tmp_path)
    _change(folder / "page.toml", '"second.txt"', '"inside"')
    (folder / "first.txt").write_bytes(b"a" * 2_000_001)
    found = [(one.key, one.place.file) for one in _refused(folder)]
    assert ("copy.is_folder", str(folder / "inside")) in found
    assert ("copy.too_long", str(folder / "first.txt")) in found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """A page with four mistakes in three files gives four findings."""
    folder = _page(tmp_path)
    _change(folder / "page.toml", 'pitch = "15pt"', "pitch = 15")
    _change(folder / "page.toml", '"oxford"', '"oxfrod"')
    _change(folder / "first.txt", "byline:", "bylin:")
    _change(folder / "second.txt", "版样", "版\t样")
    keys = ["page.length_without_unit", "page.unknown_rule_near", "copy.unknown_header_near", "copy.tab"]
    assert sorted(one.key for one in _refused(folder)) == sorted(keys)


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """What only follows from a mistake is not told beside it: a control character in a file's name is no empty name, a
    letter in full width is no other part, and a style that is not named may have had the grid and the sheet.
    """
    folder = _page(tmp_path)
    file = folder / "page.toml"
    whole = file.read_text(encoding="utf-8")
    for old, new, keys in (
        ('copy = "first.txt"', 'copy = "fi\\u0000rst.txt"', ["copy.control"]),
        ("P P A A", "P P Ａ Ａ", ["page.full_width"]),
        ('style = "daily"\n', "", ["page.missing_key"]),
    ):
        file.write_text(whole.replace(old, new), encoding="utf-8")
        if not new:
            file.write_text(re.sub(r"(?s)\[sheet\].*?(?=\[makeup)", "", file.read_text("utf-8")), encoding="utf-8")
        assert [one.key for one in _refused(folder)] == keys


def test_what_grid_and_sheet_lack_says_where_it_goes(tmp_path: Path) -> None:
    """A page whose house style has neither is told the table for each key, so that it is not written at the top."""
    folder = _page(tmp_path)
    (folder / "own.toml").write_text(_STYLE, encoding="utf-8")
    _change(folder / "page.toml", '"daily"', '"own.toml"')
    _change(folder / "page.toml", "columns = 4\n", "")
    _change(folder / "page.toml", 'foot = "18mm"\n', "")
    found = {one.args["key"]: one for one in _refused(folder) if one.key == "page.missing_key_in"}
    assert {key: one.args["table"] for key, one in found.items()} == {"columns": "grid", "foot": "sheet"}
    assert "under [grid]" in render(found["columns"], "en")


def test_a_blank_line_left_out_is_one_mistake(tmp_path: Path) -> None:
    """Where text begins right under the header lines it is told once, however many paragraphs follow."""
    folder = _page(tmp_path)
    _change(folder / "first.txt", "\n\n", "\n")
    (found,) = _refused(folder)
    assert (found.key, found.place.line) == ("copy.not_a_header", 3)


def test_a_damaged_png_is_told_where_it_is_named(tmp_path: Path) -> None:
    """What is wrong with its samples was taken for damaged EXIF, and came out when the page was written."""
    folder = _page(tmp_path)
    _pictures(folder)
    data = bytearray((folder / "whole.png").read_bytes())
    data[len(data) // 2] ^= 0xFF
    (folder / "whole.png").write_bytes(data)
    at = _change(folder / "page.toml", 'credit = "本报摄"', 'file = ▲"whole.png"')
    (found,) = _refused(folder)
    assert (found.key, (found.place.line, found.place.column)) == ("page.picture_damaged", at)


@pytest.mark.parametrize("name", ["moves.png", "pages.tif"])
def test_a_file_of_many_pictures_is_told(tmp_path: Path, name: str) -> None:
    """The first is printed; that there are others is a warning each time that the page is read."""
    folder = _page(tmp_path)
    first, second = (Image.new("RGB", (600, 400), colour) for colour in ("red", "blue"))
    first.save(folder / name, save_all=True, append_images=[second])
    at = _change(folder / "page.toml", 'credit = "本报摄"', f'file = ▲"{name}"')
    for _ in range(2):
        (found,) = read_page_with_notes(folder)[1]
        assert (found.key, found.severity) == ("page.picture_of_many", "warning")
        assert ((found.place.line, found.place.column), found.args["count"]) == (at, 2)


def test_a_sound_picture_is_measured(tmp_path: Path) -> None:
    """A sound picture inside the folder gives its size in pixels."""
    folder = _page(tmp_path)
    _pictures(folder)
    _change(folder / "page.toml", 'credit = "本报摄"', 'file = "whole.png"')
    page, notes = read_page_with_notes(folder)
    assert getattr(page.part("P"), "pixels", None) == (40, 40)
    assert notes == []


def test_the_regular_weight_has_two_names(tmp_path: Path) -> None:
    """`song.regular` was accepted and never used: it is `song`."""
    folder = _page(tmp_path)
    (folder / "own.toml").write_text(_STYLE + '[fonts]\n"song.regular" = ["a.otf"]\n"hei.bold" = "b.otf"\n', "utf-8")
    _change(folder / "page.toml", '"daily"', '"own.toml"')
    style = read_page(folder).style
    assert dict(style.fonts) == {"song": ("a.otf",), "hei.bold": ("b.otf",)}
    assert str(style.font_places["song"]) == f"{folder / 'own.toml'}:8:18"


def test_a_dateline_and_a_drop_cap_exclude_each_other(tmp_path: Path) -> None:
    """The first character would be the dateline's; told where page.toml asks for the cap."""
    folder = _page(tmp_path)
    place = _change(folder / "page.toml", 'copy = "first.txt"', 'copy = "first.txt"\ndrop_cap = ▲2')
    _change(folder / "first.txt", "byline:", "dateline: 本报嘉兴讯\nbyline:")
    (found,) = _refused(folder)
    assert (found.key, (found.place.line, found.place.column)) == ("page.drop_cap_and_dateline", place)


def test_how_large_a_drop_cap_is_no_style_says(tmp_path: Path) -> None:
    """Its role has face, weight and ink; the size follows from the lines."""
    folder = _page(tmp_path)
    (folder / "own.toml").write_text(_STYLE + '[role.drop_cap]\nface = "hei"\nsize = "40pt"\n', "utf-8")
    _change(folder / "page.toml", '"daily"', '"own.toml"')
    assert [one.key for one in _refused(folder)] == ["page.unknown_key"]


def test_a_story_with_corners_has_a_leg_a_column(tmp_path: Path) -> None:
    """Legs that are no columns cannot run on beside a picture; the number of columns itself may be said."""
    folder = _page(tmp_path)
    text = (folder / "page.toml").read_text("utf-8")
    drawing = text[text.index('dummy = """') : text.index('"""', text.index('dummy = """') + 12)]
    shaped = 'dummy = """\nM M M M\nH H H H\nA A A A\nA A P P\nB B B B\n'
    letters = set(drawing.split('"""')[1].split())
    _change(folder / "page.toml", drawing, shaped + " ".join(sorted(letters - set("MHAPB")))[:0])
    (found,) = [one for one in _refused(folder) if one.key == "page.legs_in_shape"]
    assert (found.args["legs"], found.args["columns"]) == (2, 4)


@pytest.mark.parametrize("keys", ['head_at = "inside"', 'head_at = "beside"\nhead_columns = 1', 'head = "vertical"'])
def test_a_head_in_or_beside_a_shape_is_refused(tmp_path: Path, keys: str) -> None:
    """Such a story was laid over what it runs round: its columns are those of a rectangle."""
    folder = _page(tmp_path)
    text = (folder / "page.toml").read_text("utf-8")
    drawing = text[text.index('dummy = """') : text.index('"""', text.index('dummy = """') + 12)]
    _change(folder / "page.toml", drawing, 'dummy = """\nM M M M\nH H H H\nA A A A\nA A P P\nB B B B\n')
    _change(folder / "page.toml", 'copy = "first.txt"\nlegs = 2', f'copy = "first.txt"\n{keys}')
    assert "page.not_a_rectangle" in [one.key for one in _refused(folder)]


def test_every_message_about_a_page_is_tried() -> None:
    """The cases here and among the copy files reach every message of `page` and `copy`."""
    told = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_description_*.py"))
    elsewhere = {"copy.missing", "copy.unreadable"}  # a file that goes away, or is closed to us, while we read
    ours = {key for key in catalogue() if key.startswith(("page.", "copy."))} - elsewhere
    assert {key for key in ours if f'"{key}"' not in told} == set()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("columns = 4", "colums = 4", "page.unknown_key_near"),
        ('measure = "17字"', 'mesure = "17字"', "page.unknown_key_near"),
        ('width = "297mm"', 'widht = "297mm"', "page.unknown_key_near"),
        ("title =", "titel =", "page.unknown_key_near"),
        ('letter = "M"\nkind', 'leter = "M"\nkind', "page.unknown_key_near"),
        ('kind = "masthead"', 'knd = "masthead"', "page.unknown_key_near"),
        ('copy = "first.txt"', 'coyp = "first.txt"', "page.unknown_key_near"),
        ("legs = 2", "legs = 40", "page.too_many_legs"),
        ("legs = 2", 'writing = "vertical"\nhead_at = "inside"', "page.no_side_head"),
        ("legs = 2", 'head = "vertical"\nhead_at = "inside"', "page.goes_with"),
    ],
)
def test_one_slip_is_one_finding(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A key with a slip in it brought up to four false findings with it."""
    folder = _page(tmp_path)
    _change(folder / "page.toml", old, new)
    assert [one.key for one in _refused(folder) if one.key != "page.not_described"] == [told]


def test_a_story_without_header_lines_is_one_finding(tmp_path: Path) -> None:
    """Each of its lines was told as no header line."""
    folder = _page(tmp_path)
    (folder / "first.txt").write_text("近年来，秀洲区打造人才之城。\n他说：人才难得。\n\n第三段。\n", encoding="utf-8")
    found = _refused(folder)
    assert [(one.key, str(one.place)) for one in found] == [("copy.no_header", f"{folder / 'first.txt'}:1:1")]


def test_findings_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    """By file, line and column."""
    folder = _page(tmp_path)
    _change(folder / "page.toml", 'pitch = "15pt"', "pitch = 15")
    _change(folder / "page.toml", "title =", "zzz = 1\ntitle =")
    _change(folder / "page.toml", '"oxford"', '"oxfrod"')
    _change(folder / "first.txt", "改好稿件", "改\t好\t稿件")
    places = [(one.place.file or "", one.place.line or 0, one.place.column or 0) for one in _refused(folder)]
    assert len(places) == 5
    assert places == sorted(places)


_TWO = 'widest = "0.05字"\nafter_mark = "0.06字"'


@pytest.mark.parametrize(
    ("written", "usual", "words"),
    [
        ('widest = "0.05字"', 1, ["after_mark 为 0.095字（默认值", "widest 为 0.05字", 'after_mark = "0.05字"']),
        (_TWO, 0, ["after_mark 为 0.06字", "widest 为 0.05字", 'widest = "0.06字"']),
        ('autospace_most = "0.1字"', 1, ["autospace_least 为 0.125字（默认值", 'autospace_least = "0.1字"']),
    ],
)
def test_limits_that_cross_are_told_with_their_values(
    tmp_path: Path, written: str, usual: int, words: list[str]
) -> None:
    """Both keys with what they are, which of them the style never named, and what to write."""
    folder = _page(tmp_path)
    (folder / "own.toml").write_text(_STYLE.replace("[rule", f"[justification]\n{written}\n[rule", 1), "utf-8")
    _change(folder / "page.toml", '"daily"', '"own.toml"')
    finding = next(one for one in _refused(folder) if one.key == "page.limits_cross")
    told = render(finding, "zh")
    assert [word for word in words if word not in told] == []
    phrases = [value.key for value in finding.args.values() if isinstance(value, Phrase)]
    assert phrases == ["page.usual_value"] * usual
