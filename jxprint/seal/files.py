"""The files of a seal: taken from where they stand, and laid out again in a folder of their own."""

from __future__ import annotations

import os
import tomllib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from jxprint.errors import Finding, OutputError, PdfError, Place
from jxprint.intake.refusals import reason
from jxprint.seal import MOST_FILES, Seal, SealedFile

# Pixels of all pictures of a seal; a page has a few of ten million each.
_PIXELS, _SIDE = 4_000_000_000, 65_000
_LONGEST_NAME = 400
# Files that say where a house style stands, which may be beside their folder.
_STYLED = ("page.toml", "edition.toml")


def sealed_files(
    paths: Iterable[Path], folders: Sequence[Path], pixels: Mapping[Path, tuple[int, int]]
) -> tuple[tuple[str, ...], tuple[SealedFile, ...]]:
    """The names of the pages' folders and their files, by name; `pixels` are the sizes of pictures. Raises OutputError
    for a file that cannot be read, or that stands on another drive.
    """
    stand = [Path(os.path.abspath(folder)) for folder in folders]
    named = list(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))
    try:
        root = os.path.commonpath([*(folder.parent for folder in stand), *(path.parent for path in named)])
    except ValueError:  # drives of Windows
        raise OutputError(Finding("seal.scattered", Place(file=str(named[0])))) from None
    sizes = {Path(os.path.abspath(path)): size for path, size in pixels.items()}
    files = [sealed_file(path, _under(root, path), sizes.get(path)) for path in named]
    return tuple(_under(root, folder) for folder in stand), tuple(sorted(files, key=lambda one: one.name))


def sealed_file(path: Path, name: str, pixels: tuple[int, int] | None = None) -> SealedFile:
    """One file. Raises OutputError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OutputError(Finding("seal.unreadable", Place(file=str(path)), {"reason": reason(error)})) from error
    digest = sha256(data).hexdigest()
    if pixels is not None:
        return SealedFile(name, digest, len(data), pixels=pixels)
    try:
        return SealedFile(name, digest, len(data), text=data.decode("utf-8"))
    except UnicodeDecodeError:
        return SealedFile(name, digest, len(data), data=data)


def _under(root: str, path: Path) -> str:
    return PurePosixPath(*Path(os.path.relpath(path, root)).parts).as_posix()


def lay_out(seal: Seal, folder: Path, name: str) -> list[Path]:
    """Write the files of a seal into `folder`, pictures as white ones of their size; the folders of its pages. Raises
    PdfError with one finding where a file is not what its hash says, would stand elsewhere, or is no file of a page.
    """
    if len(seal.files) > MOST_FILES or not seal.folders or len({one.name for one in seal.files}) < len(seal.files):
        _refuse("seal.garbage", name, reason="files")
    left = _PIXELS
    for one in seal.files:
        path = folder / _sound(one.name, name)
        data = content(one, name)
        if data is None:
            across, down = one.pixels or (0, 0)
            left -= across * down
            if not (0 < across <= _SIDE and 0 < down <= _SIDE) or left < 0:
                _refuse("seal.garbage", name, reason=f"{one.name}: {across} × {down}")
            data = b"".join(_white(across, down))
        elif PurePosixPath(one.name).name in _STYLED:
            _check_style(data, PurePosixPath(one.name), name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            _refuse("seal.garbage", name, reason=f"{one.name}: {reason(error)}")
    return [folder / _sound(one, name) for one in seal.folders]


def content(one: SealedFile, name: str) -> bytes | None:
    """What a sealed file says, None of a picture. Raises PdfError where it is not what its hash says."""
    if one.text is None and one.data is None:
        return None
    try:
        data = one.data if one.text is None else one.text.encode("utf-8")
    except UnicodeEncodeError:
        data = b""
    assert data is not None
    if sha256(data).hexdigest() != one.sha256 or len(data) != one.size:
        _refuse("seal.copy_changed", name, sealed=one.name)
    return data


def _sound(named: str, name: str) -> str:
    """A name that leads nowhere but into the folder."""
    pieces = named.split("/")
    if (
        len(named) > _LONGEST_NAME
        or any(piece in ("", "..") or "\0" in piece or "\\" in piece for piece in pieces)
        or PureWindowsPath(named).drive
        or not named.isprintable()
        or ("." in pieces and named != ".")
    ):
        _refuse("seal.outside", name, sealed=named[:80])
    return named


def _check_style(data: bytes, file: PurePosixPath, name: str) -> None:
    """A house style beside a page is in the seal as well: no file of this machine is read in its place."""
    try:
        style = tomllib.loads(data.decode("utf-8")).get("style")
    except (ValueError, RecursionError):
        return  # told by whoever reads the page
    if not isinstance(style, str) or not style.endswith(".toml"):
        return
    depth = len(file.parts) - 1
    is_out = "\\" in style or style.startswith("/") or bool(PureWindowsPath(style).drive) or "\0" in style
    for piece in style.split("/"):
        depth += -1 if piece == ".." else piece not in ("", ".")
        is_out = is_out or depth < 0
    if is_out:
        _refuse("seal.outside", name, sealed=style[:80])


def _white(across: int, down: int) -> Iterator[bytes]:
    """A white picture of one bit a pixel (ISO 15948)."""
    row = b"\0" + b"\xff" * ((across + 7) // 8)
    packer = zlib.compressobj(1)
    packed = b"".join([*(packer.compress(row) for _ in range(down)), packer.flush()])
    yield b"\x89PNG\r\n\x1a\n"
    head = across.to_bytes(4, "big") + down.to_bytes(4, "big") + bytes((1, 0, 0, 0, 0))
    for kind, data in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")):
        yield len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _refuse(key: str, name: str, **args: object) -> None:
    raise PdfError(Finding(key, Place(file=name), {"file": name, **args}))
