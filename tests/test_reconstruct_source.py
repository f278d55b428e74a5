"""The first page's own dump, read end to end: every column end found, at one measure."""

from __future__ import annotations

import tomllib
from pathlib import Path

from jxprint.reconstruct import Reconstruction, reconstruct
from jxprint.reconstruct.dump import read_dump

PAGE = Path(__file__).parent.parent / "layout" / "jiaxing"


def _found() -> Reconstruction:
    return reconstruct(read_dump((PAGE / "source.txt").read_bytes(), "source.txt"))


def test_all_joints_of_the_source_page_are_found() -> None:
    """The thirteen that a person found, letter by letter, and no other."""
    evidence = tomllib.loads((PAGE / "evidence.toml").read_text(encoding="utf-8"))
    known = [joint["context"] for joint in evidence["joint"]]
    read = [joint.context for story in _found().proposal.stories for joint in story.joints]
    assert len(known) == 13
    assert sorted(read) == sorted(known)


def test_the_source_page_was_set_at_one_measure() -> None:
    """All seven stories at 15.5 em."""
    proposal = _found().proposal
    assert [story.measure for story in proposal.stories] == [15.5] * 7
    assert proposal.grid.measure == 15.5
