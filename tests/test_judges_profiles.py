"""What every profile claims is believed by validators that have never seen our source, on every page."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from jxprint.cli import main
from jxprint.profile import PROFILES
from profile_files import PAGES, REFUSED, ProfileFiles, claimed
from verapdf import Verdict, opinions

Find = Callable[[str], Any]
Spoil = Callable[[pikepdf.Pdf], None]

# The flavours of veraPDF that each profile claims; there is no validator of PDF/X among its own.
CLAIMS = {
    "pdf": "ua1",
    "web": "ua1",
    "archive-a2": "2a,ua1",
    "archive-a3": "3a,ua1",
    "archive-a4": "4,ua2,wt1a,wt1r",
    "archive-a4f": "4f,ua2,wt1a,wt1r",
    "press-archive": "2a,ua1",
}
JUDGED = [(name, flavour) for name, flavours in CLAIMS.items() for flavour in flavours.split(",")]

pytestmark = pytest.mark.judges


def without_intent(pdf: pikepdf.Pdf) -> None:
    """Nobody knows what the inks look like."""
    del pdf.Root.OutputIntents


def without_relation(pdf: pikepdf.Pdf) -> None:
    """The file within has nothing to do with the page."""
    del pdf.Root.AF[0].AFRelationship


def with_information(pdf: pikepdf.Pdf) -> None:
    """A dictionary that PDF/A-4 has no place for."""
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title="x"))


def without_files(pdf: pikepdf.Pdf) -> None:
    """The F of PDF/A-4f stands for files within."""
    del pdf.Root.Names.EmbeddedFiles


def without_language(pdf: pikepdf.Pdf) -> None:
    """No one is told that the text is Chinese."""
    del pdf.Root.Lang


def in_the_old_namespace(pdf: pikepdf.Pdf) -> None:
    """The elements are those of PDF 1.7."""
    pdf.Root.StructTreeRoot.Namespaces[0].NS = String("http://iso.org/pdf/ssn")


def not_claiming(declaration: str) -> Spoil:
    """A declaration's address loses its last letter."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        packet: Any = pdf.Root.Metadata
        said = packet.read_bytes().replace(declaration.encode(), declaration[:-1].encode())
        assert said != packet.read_bytes()
        pdf.Root.Metadata = pdf.make_stream(said, Type=Name.Metadata, Subtype=Name.XML)

    return spoil


# One thing that is spoiled for each flavour, the profile of the file that it is spoiled in, and the rules that object.
BAD: Mapping[str, tuple[str, Spoil, set[str]]] = {
    "2a": ("archive-a2", without_intent, {"6.2.4.3-3"}),
    "3a": ("archive-a3", without_relation, {"6.8-3"}),
    "4": ("archive-a4", with_information, {"6.1.3-4", "6.1.3-5"}),
    "4f": ("archive-a4f", without_files, {"6.9-5"}),
    "ua1": ("web", without_language, {"7.2-2", "7.2-24", "7.2-33", "7.2-34"}),
    "ua2": ("archive-a4", in_the_old_namespace, {"8.2.5.2-2"}),
    "wt1a": ("archive-a4", not_claiming("#accessibility1.0"), {"6.1.3-1"}),
    "wt1r": ("archive-a4", not_claiming("#reuse1.0"), {"6.1.2-1"}),
}


@pytest.fixture(scope="module")
def verdicts(
    profile_files: ProfileFiles, tmp_path_factory: pytest.TempPathFactory, program: Find, module: Find
) -> dict[tuple[str, str], Verdict]:
    """All files against what they claim, and a bad file of each flavour, in one process."""
    folder = tmp_path_factory.mktemp("bad")
    asked: dict[str, list[Path]] = {}
    for flavour, (profile, spoil, _) in BAD.items():
        file = folder / f"bad-{flavour}.pdf"
        with pikepdf.open(profile_files.path("marked", profile)) as pdf:
            spoil(pdf)
            pdf.save(file, force_version=pdf.pdf_version)
        asked[flavour] = [file]
    for name, flavours in CLAIMS.items():
        asked.setdefault(flavours, []).extend(profile_files.of(name))
    return opinions(asked, program, module)


@pytest.mark.parametrize("flavour", BAD)
def test_verapdf_objects_to_what_is_bad(flavour: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    """Of every flavour, so that an empty one can never read as a pass: by the rule for what was spoiled alone."""
    assert set(verdicts[flavour, f"bad-{flavour}"].failed) == BAD[flavour][2]


@pytest.mark.parametrize(("name", "flavour"), JUDGED)
def test_verapdf_believes_what_a_profile_claims(
    name: str, flavour: str, verdicts: dict[tuple[str, str], Verdict]
) -> None:
    """On every page and edition, asked thousands of times."""
    for page in claimed(name):
        verdict = verdicts[flavour, f"{page}.{name}"]
        assert verdict.failed == {}, page
        assert verdict.rules > 100
        assert verdict.checks > 1000


def test_every_profile_that_claims_something_is_judged() -> None:
    """The rows of the table and what is asked here say the same."""
    for name, row in PROFILES.items():
        flavours = [row.pdfa.lower()] * bool(row.pdfa) + [f"ua{row.pdfua}"] * bool(row.pdfua)
        flavours += ["wt1a", "wt1r"] * row.wtpdf
        assert ",".join(flavours) == CLAIMS.get(name, ""), name


@pytest.mark.parametrize(("page", "name"), REFUSED)
def test_a_page_that_a_profile_cannot_keep_is_refused(
    page: str, name: str, profile_files: ProfileFiles, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the profile and the reason; nothing is written."""
    file = tmp_path / "x.pdf"
    words = ["build", str(profile_files.page(page)), "-o", str(file), "--profile", name, "--lang", "en"]
    assert main(words) == 9
    told = capsys.readouterr().err
    assert REFUSED[page, name] in told
    assert PROFILES[name].title in told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("page", PAGES)
def test_qpdf_finds_no_error(page: str, profile_files: ProfileFiles, program: Find) -> None:
    """No warning either: that would be another exit code."""
    for name in PROFILES:
        if (page, name) in REFUSED:
            continue
        words = [program("qpdf"), "--check", profile_files.path(page, name)]
        done = subprocess.run(words, capture_output=True, timeout=60)
        assert done.returncode == 0, (name, done.stderr.decode())
        assert "No syntax or stream encoding errors found" in done.stdout.decode()
