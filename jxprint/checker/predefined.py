"""How strings of a composite font are cut into codes, and what the codes of predefined CMaps say."""

from __future__ import annotations

from jxprint.checker.cmaps import is_no_text

# Predefined CMaps (ISO 32000-1, table 118) by the beginning of their names, and the Python codec of their codes.
_CODECS = {
    "UniGB-": "utf-16-be",
    "UniCNS-": "utf-16-be",
    "UniJIS": "utf-16-be",
    "UniKS-": "utf-16-be",
    "GBK2K-": "gb18030",
    "GBK": "gbk",
    "GB-EUC-": "gb2312",
    "GBpc-EUC-": "gb2312",
    "ETen-B5-": "big5",
    "ETenms-B5-": "big5",
    "B5pc-": "big5",
    "HKscs-B5-": "big5hkscs",
    "90ms-RKSJ-": "cp932",
    "90msp-RKSJ-": "cp932",
    "90pv-RKSJ-": "cp932",
    "KSCms-UHC-": "cp949",
    "KSC-EUC-": "cp949",
    "KSCpc-EUC-": "cp949",
    "EUC-": "euc_jp",
}


def codec_of(name: str) -> str | None:
    """The Python codec of a predefined CMap's codes; None for Identity and for those that say no text."""
    return next((codec for prefix, codec in _CODECS.items() if name.startswith(prefix)), None)


def cut(data: bytes, spaces: list[tuple[int, bytes, bytes]]) -> list[int]:
    """Codes by codespace ranges; bytes that fit none are taken one by one (and have no text)."""
    codes: list[int] = []
    at = 0
    while at < len(data):
        for size, low, high in spaces:
            piece = data[at : at + size]
            if len(piece) == size and all(a <= b <= c for a, b, c in zip(low, piece, high, strict=True)):
                break
        else:
            piece = data[at : at + 1]
        codes.append(int.from_bytes(piece))
        at += len(piece)
    return codes


def cut_national(data: bytes, codec: str) -> list[int]:
    """Codes of a national or Unicode encoding, a character each."""
    codes: list[int] = []
    at = 0
    while at < len(data):
        lead, size = data[at], 1
        if codec == "utf-16-be":
            size = 4 if 0xD8 <= lead <= 0xDB else 2
        elif lead >= 0x81 and not (codec == "cp932" and 0xA1 <= lead <= 0xDF):
            size = 4 if codec == "gb18030" and data[at + 1 : at + 2].isdigit() else 2
        codes.append(int.from_bytes(data[at : at + size]))
        at += size
    return codes


def national_text(code: int, codec: str) -> str | None:
    """The text of such a code; None where it is none."""
    size = max(2 if codec == "utf-16-be" else 1, (code.bit_length() + 7) // 8)
    try:
        text = code.to_bytes(size).decode(codec)
    except UnicodeDecodeError:
        return None
    return text if text and not any(is_no_text(char) for char in text) else None
