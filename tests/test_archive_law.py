"""Law: whatever an archive's files say is read. Each value and text of each file of a small archive is changed, put in
another's place or taken out, one at a time, its digests made right again; each time that is told.

This run takes some of them, by a number that JXPRINT_KEPT may give; `make kept` takes all.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator

import pytest

from jxprint.checker.report import sentence
from jxprint.errors import Finding
from kept_law import Looked, archive_kept, fault_of, spoils, told_of
from kept_spoils import Files, Spoil, relisted

# What of a way and a kind of spoil is taken in the usual run: so many of all.
SAMPLE = 30
# Of what is told, so much is told once: a name that is another's, or is nobody's, may be several faults.
ONCE = 0.85

Run = Callable[[Files], list[Finding]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Two pages with one of everything that files can say, kept with all of them."""
    return archive_kept(tmp_path_factory.mktemp("law") / "kept")


@pytest.fixture(scope="module")
def run() -> Iterator[Looked]:
    """What is told of an archive."""
    with pytest.MonkeyPatch.context() as patch:
        yield Looked(patch)


def test_the_archive_itself_is_whole(kept: Files, run: Run) -> None:
    """Nothing is told of what was not spoiled."""
    assert run(dict(kept)) == []


def _chosen(kept: Files) -> list[Spoil]:
    """Of each kind of spoil on each way one, and of those a sample."""
    chance = random.Random(int(os.environ.get("JXPRINT_KEPT", "1")))
    kinds: dict[tuple[str, str, str], list[Spoil]] = {}
    for one in spoils(kept):
        kinds.setdefault((one.file.partition("/")[0], one.label, one.how), []).append(one)
    return chance.sample([chance.choice(some) for some in kinds.values()], SAMPLE)


def test_whatever_is_spoiled_is_told(kept: Files, run: Looked) -> None:
    """Each by itself, by the file's name, in words of both languages; most of them once."""
    found = [(spoil, told) for spoil in _chosen(kept) if (told := told_of(kept, spoil, run)) is not None]
    assert {spoil.name: fault for spoil, told in found if (fault := fault_of(spoil, told))} == {}
    counts = [len(told) for _, told in found if told]
    assert counts.count(1) > ONCE * len(counts)


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
