"""Make the two colour profiles that jxprint carries, with the licence of their source and catalogue.toml.

    python assets/icc/build.py [--packages DIR] [--into DIR]

Run where `apt-get`, `dpkg-deb` and `colprof` are (Debian's package argyll); `--packages` takes the .deb file of an
earlier download. The same package and the same colprof on the same kind of processor give the same bytes: the date in a
profile's header is this recipe's and no clock's. A version other than the one in catalogue.toml works and is recorded.

newsprint.icc is made from measurements of coldset printing on newsprint. srgb.icc is the colour space of IEC 61966-2-1,
computed from its definition.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import struct
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_PACKAGE = "icc-profiles-free"
_DATA = "usr/share/color/icc/TR002.ti3"
_LICENCE = "Zlib-icc-profiles-free.txt"
_SOURCE = "ANSI CGATS/SNAP TR 002-2007"
# ICC.1:2001-04, 6.1.6: year, month, day, hours, minutes, seconds.
_DATED = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)

# 240 % of ink in one place, which newspaper printers ask for, and all of black; `-kr` begins black early, so that grey
# stands on one plate. The tables of both directions at middle quality: with a low one (`-b`) the way back is 10 dE off.
_RECIPE = ("-qm", "-l", "240", "-L", "100", "-kr", "-nc")
# What the ICC's registry calls these measurements; a profile made from them has to say so in its charTargetTag.
_REGISTERED = "CGATS TR 002"
_NEWSPRINT = f"Coldset newsprint, 240 % ink, based on {_REGISTERED} (source: {_SOURCE})"
_NEWSPRINT_RIGHTS = (
    f"Made by jxprint from the characterization data of {_SOURCE}, Graphic Technology - Color Characterization Data "
    "for Coldset Printing on Newsprint; those data: Copyright 2007 by NPES. Profiles made from them may be distributed "
    "with no further permission."
)

_SRGB = "sRGB IEC61966-2.1"
_SRGB_RIGHTS = "Made by jxprint from the definition in IEC 61966-2-1; no rights reserved."
# IEC 61966-2-1, 4: chromaticities of the primaries and of D65. ICC.1:2001-04, 6.1.11: D50.
_PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_D65 = (0.3127, 0.3290)
_D50 = (0.9642, 1.0, 0.8249)
# The Bradford cone responses (ICC.1:2010, annex E).
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_CURVE_ENTRIES = 1024

Matrix = Sequence[Sequence[float]]


def newsprint(data: Path, scratch: Path) -> bytes:
    """The profile that colprof makes of a file of measurements, with this recipe's date."""
    (scratch / "newsprint.ti3").write_bytes(data.read_bytes())
    command = ["colprof", *_RECIPE, "-D", _NEWSPRINT, "-C", _NEWSPRINT_RIGHTS, "-O", "newsprint.icc", "newsprint"]
    subprocess.run(command, cwd=scratch, check=True, stdout=subprocess.DEVNULL)
    made = (scratch / "newsprint.icc").read_bytes()
    # Bytes 24 to 35 are the date, 84 to 99 a profile's digest, which version 2 does not have.
    made = made[:24] + _DATED + made[36:84] + bytes(16) + made[100:]
    return _with_tag(made, b"targ", b"text" + bytes(4) + f"ICCHDAT {_REGISTERED}".encode("ascii") + b"\0")


def _with_tag(profile: bytes, name: bytes, value: bytes) -> bytes:
    """A profile with one tag more, at its end; the others stand as much later as the table grows."""
    (count,) = struct.unpack_from(">I", profile, 128)
    tags = [struct.unpack_from(">4sII", profile, 132 + 12 * at) for at in range(count)]
    body = profile[132 + 12 * count :]
    body += bytes(-len(body) % 4)
    moved = [(tag, begin + 12, size) for tag, begin, size in tags]
    moved.append((name, 132 + 12 * (count + 1) + len(body), len(value)))
    table = struct.pack(">I", count + 1) + b"".join(struct.pack(">4sII", *one) for one in moved)
    made = profile[:128] + table + body + value + bytes(-len(value) % 4)
    return struct.pack(">I", len(made)) + made[4:]


def srgb() -> bytes:
    """The space sRGB as a profile of version 2.1: three primaries and one curve, which all three share."""
    curve = b"curv" + bytes(4) + struct.pack(f">I{_CURVE_ENTRIES}H", _CURVE_ENTRIES, *_curve())
    red, green, blue = zip(*_primaries(), strict=True)
    tags = {
        b"desc": _described(_SRGB),
        b"cprt": b"text" + bytes(4) + _SRGB_RIGHTS.encode("ascii") + b"\0",
        b"wtpt": _xyz(_D50),
        b"rXYZ": _xyz(red),
        b"gXYZ": _xyz(green),
        b"bXYZ": _xyz(blue),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """A display profile of these tags; equal tags stand in it once."""
    table, body, stands = struct.pack(">I", len(tags)), b"", {}
    begin = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        if value not in stands:
            stands[value] = begin + len(body)
            body += value + bytes(-len(value) % 4)
        table += struct.pack(">4sII", name, stands[value], len(value))
    size = begin + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ") + _DATED + b"acsp"
    return head.ljust(68, b"\0") + _xyz(_D50)[8:] + bytes(128 - 80) + table + body


def _curve() -> list[int]:
    """From the signal to light (IEC 61966-2-1, 5.2), in 65535 parts."""
    signals = [at / (_CURVE_ENTRIES - 1) for at in range(_CURVE_ENTRIES)]
    return [round(65535 * (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4)) for one in signals]


def _primaries() -> Matrix:
    """The primaries as columns of XYZ under D50."""
    x, y = _D65
    white = (x / y, 1.0, (1 - x - y) / y)
    columns = [(x / y, 1.0, (1 - x - y) / y) for x, y in _PRIMARIES]
    rows = list(zip(*columns, strict=True))
    shares = _times(_inverse(rows), [[one] for one in white])
    scaled = [[one * shares[at][0] for at, one in enumerate(row)] for row in rows]
    cones = [[sum(a * b for a, b in zip(row, of, strict=True)) for row in _BRADFORD] for of in (white, _D50)]
    gains = [[cones[1][at] / cones[0][at] if at == other else 0.0 for other in range(3)] for at in range(3)]
    return _times(_times(_inverse(_BRADFORD), _times(gains, _BRADFORD)), scaled)


def _times(one: Matrix, other: Matrix) -> Matrix:
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*other, strict=True)] for row in one
    ]


def _inverse(of: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = of
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    adjugate = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return [[one / whole for one in row] for row in adjugate]


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(one * 65536) for one in values))


def _described(text: str) -> bytes:
    """A textDescriptionType (ICC.1:2001-04, 6.5.17): in ASCII, and empty in Unicode and for Macintosh's scripts."""
    told = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(told)) + told + bytes(8 + 3 + 67)


def licence(copyright_file: Path) -> str:
    """The licence of the measurements' file, out of Debian's copyright file."""
    told = copyright_file.read_text(encoding="utf-8")
    found = re.search(r"^Files: .*TR00\S*\nCopyright:(.*\n)+?\nLicense: Zlib\n((?: .*\n)+)", told, re.MULTILINE)
    holder = re.search(r"^Files: .*TR00\S*\nCopyright: +(.*)\n", told, re.MULTILINE)
    if found is None or holder is None:
        raise SystemExit(f"{copyright_file} has another form than expected")
    lines = ["" if line.strip() == "." else line[1:].rstrip() for line in found.group(2).splitlines()]
    return f"{_DATA.rsplit('/')[-1]} of {_PACKAGE}: Copyright {holder.group(1)}\n\n" + "\n".join(lines).strip() + "\n"


def colprof_version() -> str:
    """The version that colprof tells of itself."""
    told = subprocess.run(["colprof", "-?"], check=False, capture_output=True, text=True)
    found = re.search(r"Version (\S+)", told.stdout + told.stderr)
    if found is None:
        raise SystemExit("colprof does not tell its version")
    return found.group(1)


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--into", type=Path, default=Path(__file__).parent)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch)
        packages = asked.packages or tree
        if asked.packages is None:
            subprocess.run(["apt-get", "download", _PACKAGE], cwd=packages, check=True)
        files = sorted(packages.glob(f"{_PACKAGE}_*.deb"))
        if not files:
            raise SystemExit(f"{packages} holds no {_PACKAGE}_*.deb")
        subprocess.run(["dpkg-deb", "-x", files[-1], tree], check=True)
        version = subprocess.run(["dpkg-deb", "-f", files[-1], "Version"], check=True, capture_output=True, text=True)
        package = (version.stdout.strip(), hashlib.sha256(files[-1].read_bytes()).hexdigest())
        write(tree, package, asked.into)


def write(tree: Path, package: tuple[str, str], into: Path) -> None:
    """Write both profiles, the licence and the catalogue."""
    version, digest = package
    told = licence(tree / "usr/share/doc" / _PACKAGE / "copyright")
    (into / _LICENCE).write_text(told, encoding="utf-8")
    rows = ["# Made by assets/icc/build.py; do not edit.", "format = 1", f'colprof = "{colprof_version()}"']
    rows += ["", "[[source]]", f'package = "{_PACKAGE}"', f'version = "{version}"', f'sha256 = "{digest}"']
    about = {
        "newsprint": (newsprint(tree / _DATA, tree), _NEWSPRINT, "Zlib", [f'licence_file = "{_LICENCE}"']),
        "srgb": (srgb(), _SRGB, "Apache-2.0", []),
    }
    about["newsprint"][3].extend(
        (
            f'source = "{_SOURCE}"',
            f'registered = "{_REGISTERED}"',
            f'member = "{_DATA}"',
            f'recipe = "colprof {" ".join(_RECIPE)}"',
        )
    )
    about["srgb"][3].append('source = "IEC 61966-2-1"')
    for name, (data, description, terms, more) in about.items():
        (into / f"{name}.icc").write_bytes(data)
        rows += ["", "[[profile]]", f'id = "{name}"', f'file = "{name}.icc"', f'description = "{description}"']
        rows += [
            f'licence = "{terms}"',
            *more,
            f"bytes = {len(data)}",
            f'sha256 = "{hashlib.sha256(data).hexdigest()}"',
        ]
        print(f"{name:12} {len(data):7} bytes")
    (into / "catalogue.toml").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
