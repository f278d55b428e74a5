"""A BagIt bag (RFC 8493): files with their digests, so that whoever receives them can tell that all are there."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256, sha512

from jxprint.writers.library.about import TOOL
from jxprint.writers.library.kept import Edition

_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_SUMS = {"sha256": sha256, "sha512": sha512}


def bagged(files: Mapping[str, bytes], edition: Edition) -> dict[str, bytes]:
    """The files of a bag by their paths, those given under data/."""
    payload = {f"data/{path}": data for path, data in files.items()}
    tags = {"bagit.txt": _DECLARED.encode(), "bag-info.txt": _info(payload, edition)}
    tags |= {f"manifest-{name}.txt": _manifest(payload, name) for name in _SUMS}
    tags |= {f"tagmanifest-{name}.txt": _manifest(tags, name) for name in _SUMS}
    return {**tags, **payload}


def _manifest(files: Mapping[str, bytes], name: str) -> bytes:
    told = [f"{_SUMS[name](data).hexdigest()}  {_escaped(path)}\n" for path, data in sorted(files.items())]
    return "".join(told).encode("utf-8")


def _escaped(path: str) -> str:
    """RFC 8493, 2.1.3: line ends and the sign that escapes them are percent-encoded, and nothing else."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _info(payload: Mapping[str, bytes], edition: Edition) -> bytes:
    told = {
        "Bag-Software-Agent": TOOL,
        "Bagging-Date": edition.about.time[:10],
        "Source-Organization": edition.paper,
        "External-Identifier": edition.name,
        "External-Description": edition.title,
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
    }
    lines = [f"{label}: {' '.join(value.split())}\n" for label, value in told.items() if value]
    return "".join(lines).encode("utf-8")
