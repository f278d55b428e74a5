"""Law: whatever an archive's files say is read. Each value and text of each file of a small archive is changed, put in
another's place or taken out, one at a time, its digests made right again; each time that is told.

The usual run takes some of them. `make kept` takes all (JXPRINT_KEPT=whole).
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jxprint.checker.kept.archive import check_archive
from jxprint.checker.report import sentence
from jxprint.cli import main
from jxprint.cli.check_kept import issued_of
from jxprint.description.editions import read_pages
from jxprint.errors import Finding, JxprintError
from kept_spoils import Files, Spoil, relisted, remember_readings, spoiled, spoils_of

KEPT = Path(__file__).resolve().parent / "pages" / "kept"
# What of a way and a kind of spoil is taken in the usual run: so many of all, and everything in the whole run.
SAMPLE = 30
# What cannot matter, or what nobody else in the archive can know; each has its reason.
UNREAD: dict[str, str] = {
    r"alto/.* .*(Group|ElementRef)@ID other": "an identifier of a group or a reference, which nothing names",
    r"page/.* .*Group\w*@id (other|neighbour)": "the same",
    r"page/.* .*/Word@id (other|neighbour)": "an identifier of a word, which nothing names",
    r"premis\.xml .*agentVersion": "which version it was, of a program or a face, the program that made it knows alone",
    r"premis\.xml .*agentNote": "what file a face was is for whoever has that file",
    r"premis\.xml .*(agentIdentifierValue|linkingAgentIdentifierValue)": "what a face calls itself stands in it alone",
    r"premis\.xml .*agentName text neighbour": "two faces of one family: the other still says its name",
    r"premis\.xml .*formatName text": "which profile a PDF has is asked of the PDF, by preflight",
    r"\S+\.xml .*@xmlns(:\w+)? out": "a prefix that nothing uses may go",
    r"\S+\.txt text \w+ \d+": "the end of the last line may be there or not",
}  # fmt: skip

Run = Callable[[Files], list[Finding]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Two pages with one of everything that files can say, kept with all of them."""
    folder = tmp_path_factory.mktemp("law") / "kept"
    asked = ["--dpi", "60", "--base-uri", "https://papers.example/77/"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        assert main(["archive", str(KEPT), "-o", str(folder), *asked]) == 0
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """What is told of an archive."""
    described = read_pages([KEPT])
    issued = issued_of([KEPT], described.title or "")

    def told(files: Files) -> list[Finding]:
        try:
            return list(check_archive(files, described.pages, described.title, issued).findings)
        except JxprintError as error:
            return list(error.findings)

    with pytest.MonkeyPatch.context() as patch:
        remember_readings(patch)
        yield told


def test_the_archive_itself_is_whole(kept: Files, run: Run) -> None:
    """Nothing is told of what was not spoiled."""
    assert run(dict(kept)) == []


def _chosen(kept: Files) -> list[Spoil]:
    """All, or of each kind of spoil on each way one, and of those a sample."""
    found = [one for name, data in sorted(kept.items()) for one in spoils_of(name, data)]
    if os.environ.get("JXPRINT_KEPT") == "whole":
        return found
    chance = random.Random(int(os.environ.get("JXPRINT_KEPT", "1")))
    kinds: dict[tuple[str, str, str], list[Spoil]] = {}
    for one in found:
        kinds.setdefault((one.file.partition("/")[0], one.label, one.how), []).append(one)
    return chance.sample([chance.choice(some) for some in kinds.values()], SAMPLE)


def test_whatever_is_spoiled_is_told(kept: Files, run: Run) -> None:
    """Each by itself, in words of both languages; most of them once. What is not told stands above, with its reason."""
    unseen: list[str] = []
    counts: Counter[int] = Counter()
    for spoil in _chosen(kept):
        files = spoiled(kept, spoil)
        if files == kept:
            continue
        findings = run(files)
        if not findings and not any(re.match(pattern, spoil.name) for pattern in UNREAD):
            unseen.append(spoil.name)
        counts[min(len(findings), 3)] += 1
        for finding in findings:
            assert all(sentence(finding, language) for language in ("en", "zh"))
    assert unseen == []
    assert counts[1] > 0.85 * (counts[1] + counts[2] + counts[3])


def test_what_has_no_order_is_told_to_have_none(kept: Files) -> None:
    """Advertisements side by side are read in any order, stories in theirs; ALTO and PAGE XML say so alike."""
    for path, named in (("alto/1.xml", r'ID="order-(A\d+)" REF'), ("page/1.xml", r'id="order-(A\d+)"')):
        order = re.search("<ReadingOrder>.*</ReadingOrder>", kept[path].decode(), re.DOTALL)
        assert order is not None
        free = re.findall("<Unordered.*?</Unordered[^>]*>", order[0], re.DOTALL)
        assert [re.findall(named, group) for group in free] == [["A5", "A6", "A7"]]
        assert re.findall(named, order[0]) == [f"A{number}" for number in range(1, 8)]


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "what"),
    [
        ("alto/1.xml", 'CONTENT="引题"', 'CONTENT="引甲"', "checks.altered", "题"),
        ("alto/2.xml", 'CONTENT="库房夜话"', 'CONTENT="库房夜甲"', "checks.altered", "话"),
        ("alto/1.xml", "<MeasurementUnit>pixel<", "<MeasurementUnit>mm10<", "library.form_value", "MeasurementUnit"),
        (
            "alto/1.xml",
            '<TextBlock ID="A2B1"',
            '<TextBlock ROTATION="90" ID="A2B1"',
            "library.form_strange",
            "ROTATION",
        ),
        ("alto/1.xml", "alto/ns-v4#", "alto/ns-v3#", "library.form_value", "ns-v3"),
        ("hocr/1.html", r'(ocrx_word" title="bbox \d+ \d+ \d+) \d+', r"\1 5", "library.disagrees", "box of a word"),
        ("hocr/1.html", "textangle 0; ", "", "library.form_missing", "textangle"),
        ("hocr/1.html", ' xml:lang="zh-CN"', "", "library.form_missing", "xml:lang"),
        ("hocr/1.html", ' xml:lang="zh-CN"', ' xml:lang="ja"', "library.form_value", "xml:lang"),
        ("mets.xml", 'MIMETYPE="image/png"', 'MIMETYPE="image/jpeg"', "library.form_value", "MIMETYPE"),
        ("manifest.json", '"type": "Range"', '"type": "Rangee"', "library.form_value", "type"),
        (
            "page/1.xml",
            'textLineOrder="right-to-left"',
            'textLineOrder="left-to-right"',
            "library.form_value",
            "textLineOrder",
        ),
        (
            "alto/1.xml",
            r"<UnorderedGroup(.*?)</UnorderedGroup>",
            r"<OrderedGroup\1</OrderedGroup>",
            "library.form_missing",
            "OrderedGroup/",
        ),
    ],
)
def test_one_fault_is_told_once(kept: Files, run: Run, file: str, old: str, new: str, key: str, what: str) -> None:
    """Each names what is wrong, and nothing that is right."""
    (finding,) = run(changed(kept, (file, old, new)))
    assert finding.key == key
    assert what in sentence(finding, "en")


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("alto/1.xml", r'(<TextBlock ID="A2B1" HPOS=")\d+', r"\g<1>1", "library.disagrees"),
        ("alto/1.xml", r'(<TextBlock ID="A2B2" [^>]*TAGREFS="role-)\w+', r"\g<1>headline", "library.disagrees"),
        ("alto/1.xml", 'LANG="zh-CN"', 'LANG="ja"', "checks.language"),
        ("alto/1.xml", 'LABEL="story"', 'LABEL="table"', "library.form_value"),
        ("hocr/1.html", "x_kind story", "x_kind table", "library.disagrees"),
    ],
)
def test_two_faults_are_two(kept: Files, run: Run, file: str, old: str, new: str, key: str) -> None:
    """A wrong character hides nothing that does not come from it, and neither is hidden."""
    findings = run(changed(kept, ("alto/1.xml", 'CONTENT="引题"', 'CONTENT="引甲"'), (file, old, new)))
    assert {one.key for one in findings} == {"checks.altered", key}
    assert len(findings) == 2


def changed(kept: Files, *changes: tuple[str, str, str]) -> Files:
    """An archive with other values in some files, each in one place, their digests made right."""
    files = dict(kept)
    for file, old, new in changes:
        before = files[file]
        text, count = re.subn(old, new, before.decode(), count=1, flags=re.DOTALL)
        assert count
        files[file] = text.encode()
        relisted(files, file)
    return files
