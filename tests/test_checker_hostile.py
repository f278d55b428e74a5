"""A PDF from outside is not trusted: damaged, encrypted or swollen files are one clear error, in bounded memory."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

import jxprint
from bombs import MEBIBYTE, packed
from jxprint.cli import main
from jxprint.errors import PdfError
from jxprint.model import Page
from sabotage import spoiled


def set_content(document: pikepdf.Pdf, text: str) -> None:
    """Give the first page another content stream."""
    document.pages[0].obj["/Contents"] = document.make_stream(text.encode("ascii"))


def refusal(pdf: bytes, page: Page) -> str:
    """The key of the one finding that a file is refused with; the sentence must be sayable."""
    with pytest.raises(PdfError) as refused:
        jxprint.check(pdf, page)
    assert len(refused.value.findings) == 1
    assert str(refused.value).count("\n") == 0
    return refused.value.findings[0].key


def passes(pdf: bytes, page: Page) -> bool:
    """Whether a file is clean; a refusal is none."""
    try:
        return jxprint.check(pdf, page).ok
    except PdfError:
        return False


def test_random_bytes_are_no_pdf(jiaxing: Page) -> None:
    """Nor is an empty file."""
    assert refusal(random.Random(7).randbytes(20_000), jiaxing) == "checks.damaged"
    assert refusal(b"", jiaxing) == "checks.damaged"


def test_reasons_name_no_place_in_memory(jiaxing: Page) -> None:
    """A file in memory was called by its address, which is another one each time."""
    for pdf in (b"", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 9 0 R>>\n"):
        with pytest.raises(PdfError) as refused:
            jxprint.check(pdf, jiaxing)
        assert "0x" not in str(refused.value)
        assert "stream <" not in str(refused.value)


def test_an_encrypted_file_is_refused(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """With a password, and with none to ask for."""
    for password in ("geheim", ""):
        sink = BytesIO()
        with pikepdf.Pdf.open(BytesIO(jiaxing_pdf)) as document:
            document.save(sink, encryption=pikepdf.Encryption(owner="o", user=password))
        assert refusal(sink.getvalue(), jiaxing) == "checks.encrypted"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_never_passes(jiaxing_pdf: bytes, jiaxing: Page, share: float) -> None:
    """It is refused, or what is lost is told; it is never clean and never a crash."""
    cut = jiaxing_pdf[: int(len(jiaxing_pdf) * share)]
    assert not passes(cut, jiaxing)


def test_flipped_bytes_never_crash(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Whatever a byte does, the answer is a report or a PdfError."""
    chance = random.Random(11)
    for _ in range(25):
        broken = bytearray(jiaxing_pdf)
        for _ in range(8):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        passes(bytes(broken), jiaxing)


def bomb(document: pikepdf.Pdf, mebibytes: int, filters: int) -> pikepdf.Stream:
    """A stream that unfolds to so much."""
    data = packed(mebibytes)
    for _ in range(filters - 1):
        data = zlib.compress(data, 9)
    stream = document.make_stream(b"")
    stream.write(data, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * filters))
    return stream


@pytest.mark.parametrize("filters", [1, 2, 4])
@pytest.mark.parametrize("where", ["content", "to_unicode", "program"])
def test_a_bomb_is_refused_within_bounds(
    jiaxing_pdf: bytes, jiaxing: Page, where: str, filters: int, peak_mib: Callable[[], float]
) -> None:
    """Half a gigabyte in half a megabyte, and less: the process does not grow by it."""

    def plant(document: pikepdf.Pdf) -> None:
        stream = bomb(document, 512, filters)
        font = next(iter(document.pages[0].obj["/Resources"]["/Font"].values()))
        if where == "content":
            document.pages[0].obj["/Contents"] = stream
        elif where == "to_unicode":
            font["/ToUnicode"] = stream
        else:
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            descriptor["/FontFile3" if "/FontFile3" in descriptor else "/FontFile2"] = stream

    swollen = spoiled(jiaxing_pdf, plant)
    before = peak_mib()
    assert refusal(swollen, jiaxing) in ("checks.too_large", "checks.damaged")
    grown = peak_mib() - before
    assert grown < 250, f"{grown:.0f} MiB"


def test_a_page_of_endless_operators_is_refused(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Content that is legal and never ends."""
    swollen = spoiled(jiaxing_pdf, lambda document: set_content(document, "q Q " * (3 * MEBIBYTE)))
    assert refusal(swollen, jiaxing) == "checks.too_large"


@pytest.mark.parametrize("entry", ["7", "/Name", "[7]", "<<>>"])
def test_content_that_is_no_stream_is_refused(entry: str, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A number, a name or a dictionary stands where the page's content should."""

    def put(document: pikepdf.Pdf) -> None:
        document.pages[0].obj["/Contents"] = document.make_indirect(pikepdf.Object.parse(entry.encode("ascii")))

    assert refusal(spoiled(jiaxing_pdf, put), jiaxing) == "checks.damaged"


def test_forms_within_forms_are_bounded(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A form that shows itself is not followed for ever."""

    def loop(document: pikepdf.Pdf) -> None:
        form = document.make_indirect(document.make_stream(b"/Fx Do /Fx Do"))
        form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        form["/BBox"] = pikepdf.Array([0, 0, 9, 9])
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fx=form))
        form["/Resources"] = resources
        document.pages[0].obj["/Resources"] = resources
        set_content(document, "/Fx Do")

    assert refusal(spoiled(jiaxing_pdf, loop), jiaxing) == "checks.too_deep"


@pytest.mark.parametrize("piece", ["q ", "1 ", "()q", "/a", "[]", "{", "1 g "])
def test_operators_and_operands_are_counted_before_they_are_parsed(
    jiaxing_pdf: bytes, jiaxing: Page, piece: str, peak_mib: Callable[[], float]
) -> None:
    """Eight megabytes of `q ` took two gigabytes, each operator some four hundred bytes."""
    swollen = spoiled(jiaxing_pdf, lambda document: set_content(document, piece * 1_000_000))
    before = peak_mib()
    assert refusal(swollen, jiaxing) == "checks.too_many_operators"
    assert peak_mib() - before < 100


def test_an_operator_without_its_operands_is_named(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A reader's own name for it (IndexError) says nothing to anybody."""
    pdf = spoiled(jiaxing_pdf, lambda document: set_content(document, "BT Tf ET"))
    with pytest.raises(PdfError) as refused:
        jxprint.check(pdf, jiaxing)
    assert "operator Tf" in str(refused.value)


@pytest.mark.parametrize(
    "entries",
    [
        "bfrange " + "<0000> <FFFF> <4E00> " * 3000 + "endbfrange",
        "cidrange " + "<0000> <FFFF> 0 " * 3000 + "endcidrange",
        "bfchar <0001> <" + "4E00" * 20_000 + "> endbfchar",
        "bfchar " + "(" * 200_000,
    ],
)
def test_a_map_of_codes_is_bounded_by_its_work(jiaxing_pdf: bytes, jiaxing: Page, entries: str) -> None:
    """The same range again and again took minutes, one code of a whole book's length gigabytes; a string that is never
    closed is looked through once.
    """

    def plant(document: pikepdf.Pdf) -> None:
        font = next(iter(document.pages[0].obj["/Resources"]["/Font"].values()))
        font["/ToUnicode"] = document.make_stream(f"begincmap 1 begin{entries} endcmap".encode("ascii"))

    pdf = spoiled(jiaxing_pdf, plant)
    if entries.startswith("bfchar ("):
        assert not passes(pdf, jiaxing)
    else:
        assert refusal(pdf, jiaxing) == "checks.too_many_codes"


def test_a_tree_that_bites_its_tail_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """An element that is its own descendant is met once."""

    def bite(document: pikepdf.Pdf) -> None:
        top = document.Root["/StructTreeRoot"]["/K"]
        top["/K"].append(top)

    report = jxprint.check(spoiled(jiaxing_pdf, bite), jiaxing)
    assert "checks.element_twice" in {finding.key for finding in report.findings}


def test_an_element_that_is_repeated_is_one_finding(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A hundred thousand times the same one were as many findings."""

    def repeat(document: pikepdf.Pdf) -> None:
        root = document.Root["/StructTreeRoot"]
        one = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Art))
        root["/K"] = pikepdf.Array([root["/K"], *[one] * 2000])

    found = jxprint.check(spoiled(jiaxing_pdf, repeat), jiaxing).findings
    assert [one.args["count"] for one in found if one.key == "checks.element_twice"] == [1]


def test_a_file_that_is_not_there_is_refused(jiaxing: Page, tmp_path: object) -> None:
    """With the system's reason."""
    with pytest.raises(PdfError) as refused:
        jxprint.check(f"{tmp_path}/none.pdf", jiaxing)
    assert [finding.key for finding in refused.value.findings] == ["checks.unreadable_file"]


def test_a_file_that_readers_mend_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Qpdf finds the objects again without the table of where they stand; another reader may find others."""
    at = jiaxing_pdf.rindex(b"startxref")
    report = jxprint.check(jiaxing_pdf[:at] + b"startxref\n17\n%%EOF\n", jiaxing)
    assert [one.key for one in report.findings] == ["checks.mended"]
    assert "0x" not in str(report.findings[0])


def test_limits_may_be_raised_for_a_file_that_somebody_trusts(
    jiaxing_pdf: bytes, jiaxing: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page of more operators than is safe is read with higher limits, and only there."""
    swollen = spoiled(jiaxing_pdf, lambda document: set_content(document, "q Q " * (MEBIBYTE // 2)))
    (tmp_path / "swollen.pdf").write_bytes(swollen)
    command = ["check", str(tmp_path / "swollen.pdf"), str(Path(jiaxing.file).parent), "--lang", "en"]
    assert main(command) == 7
    assert "--limits 4" in capsys.readouterr().err
    assert main([*command, "--limits", "4"]) == 1
    assert "is missing" in capsys.readouterr().out
    assert main([*command, "--limits", "0"]) == 2
    assert main(command) == 7
