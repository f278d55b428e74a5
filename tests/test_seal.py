"""A sealed file is proved without its folder: by the copy that it carries, by every byte, and by its signature."""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable
from hashlib import md5, sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from msgspec.structs import replace
from PIL import Image

import jxprint
from jxprint.cli import main
from jxprint.errors import JxprintError, PdfError, UsageError
from jxprint.messages import render
from jxprint.profile import USUAL, Profile
from jxprint.seal import MOST_BYTES, NAME, Seal, SealedFile, block, encode
from jxprint.seal.attached import attached_seal
from jxprint.seal.files import lay_out
from jxprint.seal.keys import private_key, public_key
from jxprint.seal.making import refuse_forbidden
from jxprint.seal.manifest import Manifest, manifest_of
from jxprint.seal.proving import Given, look, prove

TREE = Path(__file__).parent.parent
JIAXING, CHAOXUN = TREE / "layout" / "jiaxing", TREE / "layout" / "chaoxun"
# Objects and table as lines of text, so that bytes can be put in.
PLAIN = pikepdf.ObjectStreamMode.disable


def pem(key: Any, *, password: bytes | None = None) -> bytes:
    """A private key as a file has it."""
    how = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    data: bytes = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, how)
    return data


def public_pem(key: Any) -> bytes:
    """Its public key."""
    spki = serialization.PublicFormat.SubjectPublicKeyInfo
    data: bytes = key.public_key().public_bytes(serialization.Encoding.PEM, spki)
    return data


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with keys, the first page sealed, signed and with a manifest, and one sealed without a key."""
    desk = tmp_path_factory.mktemp("desk")
    for name in ("key", "other"):
        key = ed25519.Ed25519PrivateKey.generate()
        (desk / f"{name}.pem").write_bytes(pem(key))
        (desk / f"{name}.pub").write_bytes(public_pem(key))
    (desk / "locked.pem").write_bytes(pem(ed25519.Ed25519PrivateKey.generate(), password=b"secret"))
    strange = rsa.generate_private_key(65537, 2048)
    (desk / "rsa.pem").write_bytes(pem(strange))
    (desk / "rsa.pub").write_bytes(public_pem(strange))
    (desk / "no.pem").write_bytes(b"-----BEGIN nothing-----")
    build = ["build", str(JIAXING), "-o"]
    signed = ["--seal", "--sign", str(desk / "key.pem"), "--manifest", str(desk / "signed.json")]
    assert main([*build, str(desk / "signed.pdf"), *signed]) == 0
    assert main([*build, str(desk / "sealed.pdf"), "--seal", "--check"]) == 0
    assert main([*build, str(desk / "plain.pdf"), "--manifest", str(desk / "plain.json")]) == 0
    return desk


def keys_of(data: bytes, **how: Any) -> list[str]:
    """What is told of a file: the keys of its findings, or of its refusal."""
    try:
        return [finding.key for finding in prove(Given(data, "x.pdf", **how)).report.findings]
    except JxprintError as refusal:
        return [finding.key for finding in refusal.findings]


def resealed(data: bytes, change: Callable[[dict[str, Any]], Any], name: str = NAME) -> bytes:
    """The file with another seal in it, sealed anew as anybody could without the key."""
    with pikepdf.Pdf.open(BytesIO(data)) as document:
        stream = document.Root["/AF"][0]["/EF"]["/F"]
        told = json.loads(stream.read_bytes())
        put = change(told)
        text = put if isinstance(put, bytes) else json.dumps(told if put is None else put, ensure_ascii=False).encode()
        stream.write(text)
        stream["/Params"]["/CheckSum"] = pikepdf.String(md5(text).digest())
        sink = BytesIO()
        document.save(sink, object_stream_mode=PLAIN)
    return block.filled(with_lines(sink.getvalue()))


def with_lines(data: bytes) -> bytes:
    """A file with the placeholder behind its header; the offsets of its table are moved along."""
    head = data.index(b"\n", data.index(b"\n") + 1) + 1
    table = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    shift = len(block.PLACEHOLDER)
    rows = data[table:].split(b"\n")
    moved = [b"%010d" % (int(row[:10]) + shift) + row[10:] if row[-2:] == b"n " else row for row in rows]
    at = moved.index(b"startxref") + 1
    moved[at] = b"%d" % (int(moved[at]) + shift)
    return data[:head] + block.PLACEHOLDER + data[head:table] + b"\n".join(moved)


def test_a_sealed_file_proves_itself(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Elsewhere, where no folder of its page is; what the seal cannot prove is said."""
    file = shutil.copy(desk / "sealed.pdf", tmp_path / "x.pdf")
    assert main(["check", str(file), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "exact in content-stream" in told
    assert "not signed" in told
    assert "not who made them" in told
    assert main(["check", str(file), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"]
    assert [row["key"] for row in answer["seal"]] == ["seal.unsigned"]


def test_a_signed_file_is_proved_by_its_key_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another's key proves nothing; without one it is said that nothing is proved of whoever made it."""
    file = str(desk / "signed.pdf")
    assert main(["check", file, "--key", str(desk / "key.pub"), "--lang", "en"]) == 0
    assert "every byte is as its holder signed it" in capsys.readouterr().out
    assert main(["check", file, "--key", str(desk / "other.pub"), "--lang", "en"]) == 1
    told = capsys.readouterr().out
    assert "was signed with the key" in told
    assert "every byte is" not in told
    assert main(["check", file]) == 0
    assert main(["check", str(desk / "sealed.pdf"), "--key", str(desk / "key.pub")]) == 1
    assert main(["check", file, str(JIAXING), "--key", str(desk / "key.pub")]) == 0


def test_what_a_seal_says_commands_no_terminal(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An escape or a line's end in it is shown by its number; JSON has it as it is, in its own spelling."""
    said = "jxprint\x1b]0;owned\x07\x9b2J\nexact: all is well\u202e"
    file = tmp_path / "x.pdf"
    sealed = (desk / "sealed.pdf").read_bytes()
    file.write_bytes(resealed(sealed, lambda told: told | {"made_by": said}))
    assert main(["check", str(file), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert r"sealed by jxprint\x1b]0;owned\x07\x9b2J\nexact: all is well\u202e with" in told
    assert not set("\x1b\x07\x9b\u202e") & set(told)
    assert main(["check", str(file), "--json"]) == 0
    answer = capsys.readouterr().out
    assert "\x1b" not in answer
    (note,) = json.loads(answer)["seal"]
    assert said in note["message"]


def test_the_seal_is_the_same_for_the_same_page(desk: Path, tmp_path: Path) -> None:
    """Wherever the folder stands; signatures of Ed25519 are the same as well."""
    shutil.copytree(JIAXING, tmp_path / "jiaxing")
    again = tmp_path / "again.pdf"
    key = str(desk / "key.pem")
    assert main(["build", str(tmp_path / "jiaxing"), "-o", str(again), "--seal", "--sign", key]) == 0
    assert again.read_bytes() == (desk / "signed.pdf").read_bytes()


def test_any_byte_that_is_damaged_is_told(desk: Path) -> None:
    """All of the header and the lines of the digest, and some hundred elsewhere, the last ones too."""
    data = (desk / "signed.pdf").read_bytes()
    end = data.index(b"%crc32") + 20
    chance = random.Random(5)
    places = [*range(end), *(chance.randrange(end, len(data)) for _ in range(150)), *range(len(data) - 12, len(data))]
    for at in places:
        spoiled = bytearray(data)
        spoiled[at] ^= 1 << chance.randrange(8)
        assert block.judged(bytes(spoiled), "x.pdf", None), at
    for at in (3, 20, 60, 300, len(data) // 2, len(data) - 30):
        spoiled = bytearray(data)
        spoiled[at] ^= 1
        assert keys_of(bytes(spoiled)) not in ([], ["seal.none"]), at
    assert keys_of(data + b"\n") == ["seal.bytes_changed"]
    assert keys_of(data[:-1]) == ["seal.bytes_changed"]


def test_a_damaged_byte_is_told_beside_the_folder_as_well(desk: Path, tmp_path: Path) -> None:
    """The page still says what the copy says."""
    data = bytearray((desk / "signed.pdf").read_bytes())
    data[data.index(b"%jxprint-seal")] = ord("#")
    (tmp_path / "x.pdf").write_bytes(data)
    assert main(["check", str(tmp_path / "x.pdf"), str(JIAXING)]) != 0


def test_a_manifest_is_not_the_file_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One name for both was told as a name that no file can have."""
    both = tmp_path / "both.pdf"
    other = tmp_path / "." / "both.pdf"
    assert main(["build", str(JIAXING), "-o", str(both), "--manifest", str(other)]) == 6
    assert "would replace" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_proves_a_file_that_carries_nothing(desk: Path, tmp_path: Path) -> None:
    """Its copy is in the manifest; any byte of either is told."""
    file, manifest = desk / "plain.pdf", desk / "plain.json"
    assert b"jxprint-seal" not in file.read_bytes()[:400]
    assert main(["check", str(file), "--manifest", str(manifest)]) == 0
    assert main(["check", str(file), str(JIAXING), "--manifest", str(manifest)]) == 0
    data, spoiled = file.read_bytes(), tmp_path / "x.json"
    for at in (0, 20, len(data) // 2, len(data) - 1):
        changed = bytearray(data)
        changed[at] ^= 4
        assert [one.key for one in look(Given(bytes(changed), "x.pdf", manifest)).findings] == ["seal.not_this_file"]
        assert "seal.not_this_file" in keys_of(bytes(changed), manifest=manifest) or at == 0  # that is no PDF
    chance = random.Random(2)
    for manifest in (desk / "plain.json", desk / "signed.json"):
        whole = manifest.read_bytes()
        end = whole.index(b'"digest"')
        for at in [*range(60), *(chance.randrange(end) for _ in range(150)), *range(end, len(whole))]:
            changed = bytearray(whole)
            changed[at] ^= 1 << chance.randrange(7)
            spoiled.write_bytes(changed)
            with pytest.raises(PdfError) as refusal:
                look(Given(data, "x.pdf", spoiled))
            assert len(refusal.value.findings) == 1


def with_sum(text: bytes) -> bytes:
    """A manifest whose check sum is right again, as whoever forges one would make it."""
    return encode(replace(told := json_of(text), crc32=f"{crc32(encode(replace(told, crc32=''))):08x}"))


def json_of(text: bytes) -> Manifest:
    """A manifest, whatever it says."""
    return msgspec.json.decode(text, type=Manifest)


@pytest.mark.parametrize(
    ("change", "without", "with_key"),
    [
        ({"ed25519": "hello world"}, "seal.manifest_changed", "seal.manifest_changed"),
        ({"ed25519": "UPPER"}, "seal.manifest_changed", "seal.manifest_changed"),
        ({"ed25519": "SPACE"}, "seal.manifest_changed", "seal.manifest_changed"),
        ({"key": ""}, "seal.manifest_changed", "seal.manifest_changed"),
        ({"ed25519": ""}, "seal.manifest_changed", "seal.manifest_changed"),
        ({"key": "", "ed25519": ""}, None, "seal.not_signed"),
        ({"key": "0" * 16}, None, "seal.other_key"),
        ({"ed25519": "0" * 128}, None, "seal.bad_signature"),
    ],
)
def test_a_signature_of_a_manifest_has_one_spelling(
    desk: Path, tmp_path: Path, change: dict[str, str], without: str | None, with_key: str
) -> None:
    """What is no signature is not told of as one; the key's id, which is not signed, is compared."""
    data, manifest = (desk / "signed.pdf").read_bytes(), tmp_path / "x.json"
    whole = json_of((desk / "signed.json").read_bytes())
    spelt = {"UPPER": whole.ed25519.upper(), "SPACE": whole.ed25519[:2] + " " + whole.ed25519[2:]}
    changed = encode(replace(whole, **{name: spelt.get(said, said) for name, said in change.items()}))
    manifest.write_bytes(changed)
    assert keys_of(data, manifest=manifest) == ["seal.manifest_changed"]
    manifest.write_bytes(with_sum(changed))
    assert keys_of(data, manifest=manifest) == ([without] if without else [])
    assert keys_of(data, manifest=manifest, key=public_key(desk / "key.pub")) == [with_key]


def test_the_name_of_a_files_key_is_compared(desk: Path) -> None:
    """It is not signed; whoever puts another there, and makes the sum right, is told."""
    data = (desk / "signed.pdf").read_bytes()
    found = block.read(data)
    assert found is not None
    forged = data.replace(
        block.lines(found.said, found.key_id, found.signature), block.lines(found.said, "0" * 16, found.signature)
    )
    assert forged != data
    assert keys_of(forged, key=public_key(desk / "key.pub")) == ["seal.other_key"]


def test_a_signed_manifest_is_proved_by_its_key(desk: Path) -> None:
    """And the manifest of another file, or one without a signature, is told."""
    key, data = public_key(desk / "key.pub"), (desk / "signed.pdf").read_bytes()
    assert keys_of(data, manifest=desk / "signed.json", key=key) == []
    assert keys_of(data, manifest=desk / "signed.json", key=public_key(desk / "other.pub")) == ["seal.other_key"]
    assert keys_of(data, manifest=desk / "plain.json") == ["seal.not_this_file"]
    plain = (desk / "plain.pdf").read_bytes()
    assert keys_of(plain, manifest=desk / "plain.json", key=key) == ["seal.not_signed"]


def test_a_changed_copy_is_told_by_its_hash_or_by_the_signature(desk: Path) -> None:
    """Who changes the copy alone contradicts its hash; who changes the hash too, the page; and never has the key."""
    data = (desk / "signed.pdf").read_bytes()

    def story(told: dict[str, Any]) -> dict[str, Any]:
        return next(one for one in told["files"] if one["name"].endswith("nanhu.txt"))

    def other_copy(told: dict[str, Any]) -> None:
        story(told)["text"] = story(told)["text"].replace("南湖", "北湖", 1)

    def with_hash(told: dict[str, Any]) -> None:
        other_copy(told)
        text = story(told)["text"].encode()
        story(told).update(sha256=sha256(text).hexdigest(), size=len(text))

    assert keys_of(resealed(data, other_copy)) == ["seal.copy_changed"]
    forged = resealed(data, with_hash)
    beside = {"checks.title", "checks.bookmark"}  # where the word stands in a head
    assert set(keys_of(forged)) - beside == {"seal.says_two_things", "checks.altered"}
    assert "seal.not_signed" in keys_of(forged, key=public_key(desk / "key.pub"))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda told: b"\x00garbage", "seal.garbage"),
        (lambda told: b"[" * 200_000, "seal.garbage"),
        (lambda told: b'{"format": "jxprint seal"}', "seal.garbage"),
        (lambda told: told | {"format": "other"}, "seal.garbage"),
        (lambda told: told | {"version": 2, "more": []}, "seal.newer"),
        (lambda told: told | {"more": 1}, "seal.garbage"),
        (lambda told: told | {"folders": []}, "seal.garbage"),
        (lambda told: told | {"folders": ["../jiaxing"]}, "seal.outside"),
        (lambda told: told | {"folders": ["nowhere"]}, "seal.copy_unreadable"),
        (lambda told: told | {"files": told["files"][:1]}, "seal.copy_unreadable"),
        (lambda told: told | {"files": [*told["files"], told["files"][0]]}, "seal.garbage"),
        (lambda told: b" " * (MOST_BYTES + 10), "checks.too_large"),
    ],
    ids=["bytes", "nested", "bare", "other", "newer", "more", "none", "outside", "nowhere", "fewer", "twice", "bomb"],
)
def test_a_seal_that_is_none_is_one_finding(desk: Path, change: Any, key: str) -> None:
    """Garbage, a newer version, a bomb, names that lead elsewhere."""
    assert keys_of(resealed((desk / "sealed.pdf").read_bytes(), change)) == [key]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../x", "a/../../x", "C:/x", "a\\b", "a//b", "x\0", "a/./b", "é" * 500]
)
def test_no_file_is_laid_out_outside_of_its_folder(desk: Path, tmp_path: Path, name: str) -> None:
    """Whatever a seal calls it."""
    seal = attached_seal(desk / "sealed.pdf", "x.pdf")
    assert seal is not None
    files = (SealedFile(name, sha256(b"x").hexdigest(), 1, text="x"),)
    with pytest.raises(PdfError):
        lay_out(replace(seal, files=files), tmp_path / "in", "x.pdf")
    assert not (tmp_path / "in").exists()


def test_a_house_style_of_this_machine_is_never_read_for_a_seal(desk: Path, tmp_path: Path) -> None:
    """A page that names one outside of its seal is refused."""
    for style in ("/etc/style.toml", "../../style.toml", "..\\..\\style.toml", "C:/style.toml"):
        text = f"format = 1\nstyle = '{style}'\n"
        data = text.encode()
        seal = attached_seal(desk / "sealed.pdf", "x.pdf")
        assert seal is not None
        page = SealedFile("a/page.toml", sha256(data).hexdigest(), len(data), text=text)
        with pytest.raises(PdfError) as refusal:
            lay_out(replace(seal, files=(page,), folders=("a",)), tmp_path, "x.pdf")
        assert [finding.key for finding in refusal.value.findings] == ["seal.outside"]


def test_the_seal_of_another_page_is_one_finding(desk: Path, tmp_path: Path) -> None:
    """Not hundreds of differences."""
    other = tmp_path / "other.pdf"
    assert main(["build", str(TREE / "tests" / "pages" / "torture"), "-o", str(other), "--seal"]) == 0
    with pikepdf.Pdf.open(other) as document:
        put = document.Root["/AF"][0]["/EF"]["/F"].read_bytes()
    assert keys_of(resealed((desk / "sealed.pdf").read_bytes(), lambda told: put)) == ["seal.other_page"]


def test_a_manifest_of_another_file_is_one_finding(desk: Path, tmp_path: Path) -> None:
    """That its copy is another page's follows; of a forged one, which names the file, that is told, and of what."""
    other = tmp_path / "other.pdf"
    assert main(["build", str(TREE / "tests" / "pages" / "torture"), "-o", str(other)]) == 0
    data = other.read_bytes()
    assert keys_of(data, manifest=desk / "plain.json") == ["seal.not_this_file"]
    seal = json_of((desk / "plain.json").read_bytes()).seal
    forged = tmp_path / "forged.json"
    forged.write_bytes(manifest_of(data, "other.pdf", seal))
    (finding,) = prove(Given(data, "other.pdf", forged)).report.findings
    assert (finding.key, finding.place.file) == ("seal.other_page", str(forged))
    assert "the copy in the manifest is not that" in render(finding, "en")
    forged.write_bytes(b"nothing")
    assert keys_of(data, manifest=forged) == ["seal.manifest_garbage"]


def test_every_finding_of_a_sealed_file_names_it(desk: Path) -> None:
    """Those of the check as well, which is given bytes alone."""
    data = (desk / "sealed.pdf").read_bytes()
    found = block.read(data)
    assert found is not None
    bare = data.replace(block.lines(found.said), b"")
    assert bare != data
    report = prove(Given(bare, "x.pdf")).report
    assert report.findings[1:]
    assert {one.place.file for one in report.findings} == {"x.pdf"}


def test_two_seals_are_told(desk: Path) -> None:
    """Nobody can say which of them counts."""

    def doubled(data: bytes) -> bytes:
        with pikepdf.Pdf.open(BytesIO(data)) as document:
            spec = document.Root["/AF"][0]
            stream = document.make_stream(spec["/EF"]["/F"].read_bytes() + b" ")
            again = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, UF=NAME, F=NAME, EF=pikepdf.Dictionary(F=stream))
            document.Root["/AF"].append(document.make_indirect(again))
            sink = BytesIO()
            document.save(sink, object_stream_mode=PLAIN)
        return sink.getvalue()

    assert keys_of(doubled((desk / "sealed.pdf").read_bytes())) == ["seal.two"]


def test_a_file_that_was_written_anew_is_told(desk: Path) -> None:
    """The page may be the same; its bytes are nobody's."""
    sink = BytesIO()
    with pikepdf.Pdf.open(desk / "signed.pdf") as document:
        document.save(sink, object_stream_mode=PLAIN)
    assert keys_of(sink.getvalue()) == ["seal.lines_gone"]
    with pikepdf.Pdf.open(desk / "sealed.pdf") as document:
        del document.Root["/AF"], document.Root["/Names"]
        document.save(sink := BytesIO(), object_stream_mode=PLAIN)
    assert keys_of(block.filled(with_lines(sink.getvalue()))) == ["seal.gone"]


def test_a_copy_that_was_exchanged_is_told_beside_the_folder_as_well(desk: Path, tmp_path: Path) -> None:
    """The page says what its folder does; the copy that it carries, and the digest that is gone, do not hold."""
    with pikepdf.open(desk / "sealed.pdf") as document:
        carried = document.Root.AF[0].EF.F
        carried.write(carried.read_bytes().replace("嘉兴".encode(), "嘉典".encode()))
        document.save(tmp_path / "forged.pdf")
    assert main(["check", str(tmp_path / "forged.pdf"), str(JIAXING)]) == 1
    assert [one.key for one in jxprint.check(tmp_path / "forged.pdf", [jxprint.read_page(JIAXING)]).findings] == [
        "seal.lines_gone"
    ]


def test_a_file_without_a_seal_asks_for_its_folder(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And one whose folder was edited since is told by the files that were."""
    assert main(["check", str(desk / "plain.pdf"), "--lang", "en"]) == 2
    assert "has no seal" in capsys.readouterr().err
    key = public_key(desk / "key.pub")
    assert keys_of((desk / "plain.pdf").read_bytes(), key=key) == ["seal.not_sealed"]


def test_a_folder_that_was_edited_since_is_told(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By name, beside what the page then differs in."""
    folder = tmp_path / "jiaxing"
    shutil.copytree(JIAXING, folder)
    story = folder / "nanhu.txt"
    story.write_text(story.read_text(encoding="utf-8").replace("南湖", "北湖", 1), encoding="utf-8")
    assert main(["check", str(desk / "sealed.pdf"), str(folder), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [row["file"] for row in found if row["key"] == "seal.folder_changed"] == [str(story)]


@pytest.mark.parametrize(
    ("option", "file", "key"),
    [
        ("--sign", "key.pub", "key_is_public"),
        ("--sign", "rsa.pem", "key_kind"),
        ("--sign", "locked.pem", "key_locked"),
        ("--sign", "no.pem", "key_unreadable"),
        ("--sign", "missing.pem", "key_unreadable"),
        ("--key", "key.pem", "key_is_private"),
        ("--key", "rsa.pub", "key_kind"),
        ("--key", "no.pem", "key_unreadable"),
        ("--key", ".", "not_a_file"),
    ],
)
def test_a_key_that_is_none_is_told(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, file: str, key: str
) -> None:
    """Which kind it is, and how to come by the right one; nothing is written."""
    output = tmp_path / "x.pdf"
    command = ["build", str(JIAXING), "-o", str(output), "--seal"] if option == "--sign" else [
        "check", str(desk / "signed.pdf")
    ]  # fmt: skip
    assert main([*command, option, str(desk / file), "--json"]) == 2
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["key"].partition(".")[2] == key
    assert not output.exists()


def test_without_the_extra_the_way_to_it_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealing alone needs none of it."""
    for name in [name for name in sys.modules if name.startswith("cryptography")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for read, file in ((private_key, "key.pem"), (public_key, "key.pub")):
        with pytest.raises(UsageError) as refusal:
            read(desk / file)
        assert "pip install 'jxprint[seal]'" in str(refusal.value)
    assert keys_of((desk / "signed.pdf").read_bytes()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--sign", "key.pem"],
        ["--seal", "--proof"],
        ["--seal", "--to", "svg"],
    ],
)
def test_what_cannot_be_sealed_is_refused_before_anything_is_made(
    desk: Path, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proof, a view, pages apart, and a signature of nothing."""
    monkeypatch.chdir(desk)
    assert main(["build", str(JIAXING), "-o", str(tmp_path / "x.pdf"), *arguments]) == 2
    assert main(["build", str(JIAXING), "-o", str(tmp_path / "{page}.pdf"), "--seal"]) == 2
    assert not list(tmp_path.iterdir())


def test_a_profile_that_forbids_files_refuses_a_seal_with_its_clause() -> None:
    """The row of the table says it; today's only row does not."""
    refuse_forbidden(USUAL, "x.pdf")
    with pytest.raises(UsageError) as refusal:
        refuse_forbidden(Profile("a1", "PDF/A-1b", forbids_files="ISO 19005-1, 6.1.11"), "x.pdf")
    assert "ISO 19005-1, 6.1.11" in str(refusal.value)
    assert "--manifest" in str(refusal.value)


def test_an_edition_with_pictures_proves_itself(desk: Path, tmp_path: Path) -> None:
    """Its jumps, its advertisements and its pictures, of which the seal has hashes and sizes alone."""
    file = tmp_path / "x.pdf"
    assert main(["build", str(CHAOXUN), "-o", str(file), "--seal"]) == 0
    assert keys_of(file.read_bytes()) == []
    seal = attached_seal(file, "x.pdf")
    assert seal is not None
    pictures = [one for one in seal.files if one.pixels is not None]
    for one in pictures:
        assert (one.text, one.data) == (None, None)
    assert seal.folders == ("chaoxun",)
    assert len(encode(seal)) < 400_000


def test_pictures_are_laid_out_white_and_of_their_size(tmp_path: Path) -> None:
    """As large as they were, and as nothing in memory."""
    seal = Seal(
        "jxprint seal", 1, "", ("a",), (SealedFile("a/b.jpg", "0" * 64, 1, pixels=(4001, 3000)),), (), (), ()
    )  # fmt: skip
    lay_out(seal, tmp_path, "x.pdf")
    with Image.open(tmp_path / "a" / "b.jpg") as picture:
        assert picture.size == (4001, 3000)
        assert picture.getextrema() == (255, 255)
    with pytest.raises(PdfError):
        lay_out(replace(seal, files=(SealedFile("a/b.jpg", "0" * 64, 1, pixels=(10**9, 10**9)),)), tmp_path, "x.pdf")


def test_the_file_is_attached_as_the_standard_wants_it(desk: Path) -> None:
    """ISO 19005-3, 6.8: media type, both names, relationship, and the catalog names it; ISO 14289-1, 7.11: Desc."""
    with pikepdf.Pdf.open(desk / "sealed.pdf") as document:
        (spec,) = document.Root["/AF"]
        assert {str(spec["/F"]), str(spec["/UF"])} == {NAME}
        assert spec["/AFRelationship"] == "/Data"
        assert str(spec["/Desc"])
        stream = spec["/EF"]["/F"]
        assert stream["/Subtype"] == "/application/json"
        data = stream.read_bytes()
        assert int(stream["/Params"]["/Size"]) == len(data)
        assert bytes(stream["/Params"]["/CheckSum"]) == md5(data).digest()
        assert list(document.attachments) == [NAME]
        assert not document.check_pdf_syntax()


def test_a_sealed_file_has_its_report_as_html(desk: Path, tmp_path: Path) -> None:
    """With the copy out of the seal, and what is told of the seal; one that was damaged has one too."""
    html, spoiled = tmp_path / "x.html", tmp_path / "x.pdf"
    assert main(["check", str(desk / "sealed.pdf"), "--html", str(html), "--lang", "en"]) == 0
    told = html.read_text(encoding="utf-8")
    assert "激活人才引擎" in told
    assert "not who made them" in told
    spoiled.write_bytes((desk / "sealed.pdf").read_bytes() + b"\n")
    assert main(["check", str(spoiled), "--html", str(html), "--lang", "en"]) == 1
    assert "bytes of this file are not as they were sealed" in html.read_text(encoding="utf-8")
    spoiled.write_bytes((desk / "sealed.pdf").read_bytes()[:9000])
    assert main(["check", str(spoiled), "--html", str(html), "--lang", "en"]) == 7
    assert "cannot be read back" in html.read_text(encoding="utf-8")


def test_a_page_with_its_own_style_and_old_encoding_is_sealed_whole(tmp_path: Path) -> None:
    """A style beside its folder is in the seal; copy in GB 18030 is there byte for byte."""
    folder, styles = tmp_path / "pages" / "first", tmp_path / "styles"
    shutil.copytree(JIAXING, folder)
    styles.mkdir()
    shutil.copy(TREE / "layout" / "styles" / "daily.toml", styles / "mine.toml")
    page = folder / "page.toml"
    text = page.read_text(encoding="utf-8").replace('style = "daily"', 'style = "../../styles/mine.toml"')
    page.write_text(text, encoding="utf-8")
    story = folder / "nanhu.txt"
    story.write_bytes(story.read_text(encoding="utf-8").encode("gb18030"))
    file = tmp_path / "x.pdf"
    assert main(["build", str(folder), "-o", str(file), "--seal"]) == 0
    seal = attached_seal(file, "x.pdf")
    assert seal is not None
    names = {one.name for one in seal.files}
    assert {"pages/first/page.toml", "styles/mine.toml"} <= names
    assert seal.styles == ()
    assert next(one.data for one in seal.files if one.name.endswith("nanhu.txt")) == story.read_bytes()
    data = file.read_bytes()
    shutil.rmtree(tmp_path / "pages")
    shutil.rmtree(styles)
    assert keys_of(data) == []


def test_findings_name_the_files_of_the_seal(desk: Path) -> None:
    """And no folder of this machine, where the copy was laid out for a moment."""

    def other(told: dict[str, Any]) -> None:
        row = next(one for one in told["files"] if one["name"].endswith("nanhu.txt"))
        row["text"] = row["text"].replace("南湖", "北湖", 1)
        row["sha256"] = sha256(row["text"].encode()).hexdigest()

    report = prove(Given(resealed((desk / "sealed.pdf").read_bytes(), other), "x.pdf")).report
    files = {finding.place.file for finding in report.findings}
    assert files - {None} == {"x.pdf", "jiaxing/nanhu.txt"}
    assert "/tmp" not in json.dumps(report.as_dict(), default=str)


def test_an_output_that_would_replace_the_key_or_the_page_is_refused(desk: Path, tmp_path: Path) -> None:
    """A manifest takes no file's place that it is made from."""
    key = shutil.copy(desk / "key.pem", tmp_path / "key.pem")
    before = Path(key).read_bytes()
    build = ["build", str(JIAXING), "-o", str(tmp_path / "x.pdf"), "--sign", str(key), "--manifest"]
    assert main([*build, str(key)]) == 6
    assert Path(key).read_bytes() == before
    assert main([*build, str(tmp_path / "x.pdf")]) == 6
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("option", ["--manifest", "--key", "--dump"])
def test_a_report_replaces_nothing_that_the_check_was_given(desk: Path, tmp_path: Path, option: str) -> None:
    """Neither the manifest, nor the key, nor the dump, nor the file, by the seal alone and beside the folder."""
    file, given = tmp_path / "x.pdf", tmp_path / "given"
    shutil.copy(desk / "signed.pdf", file)
    shutil.copy(desk / {"--manifest": "signed.json", "--key": "key.pub", "--dump": "key.pub"}[option], given)
    before = given.read_bytes(), file.read_bytes()
    for folders in ([], [str(JIAXING)]):
        for target in (given, file):
            assert main(["check", str(file), *folders, option, str(given), "--html", str(target)]) == 6
            assert (given.read_bytes(), file.read_bytes()) == before
