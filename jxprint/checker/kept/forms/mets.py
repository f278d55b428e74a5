"""What stands in METS 1.12 as an archive has it, with its descriptions in MODS 3.7. Groups of files are called by their
use, structures and divisions by their type.
"""

from __future__ import annotations

from jxprint.checker.kept.forms import Form, Row, row
from jxprint.checker.kept.forms.values import ANY, ARTICLE, COUNT, KINDS, LANGUAGE, SHA_256, TEXT, TIME, USES
from jxprint.checker.kept.kinds import library_kind
from jxprint.intake.xml_tree import Element

_TYPES = "|".join(dict.fromkeys(map(library_kind, KINDS.split("|"))))
_NAMED = {"fileGrp": "USE", "structMap": "TYPE"}
_WHOLE = rf"\d+{ARTICLE}"
_LISTED = {"SIZE": r"\d+", "CHECKSUMTYPE": "SHA-256", "CHECKSUM": SHA_256}


def _called(element: Element) -> str:
    if element.name == "div":
        kind = element.attributes.get("TYPE", "")
        return f"div.{kind}" if kind in ("physSequence", "page", "issue") else "div"
    if element.name == "smLink" and element.attributes.get("from") == "LOG":
        return "smLink.issue"
    if element.name == "dmdSec":
        name = element.attributes.get("ID", "")
        return f"dmdSec.{'edition' if name == 'DMD' else 'article' if 'A' in name else 'page'}"
    return (
        f"{element.name}.{element.attributes.get(_NAMED[element.name], '')}" if element.name in _NAMED else element.name
    )


def _files() -> dict[str, Row]:
    """Each group of files: their names by their pages, their media types and paths."""
    rows: dict[str, Row] = {}
    for name, use in USES.items():
        of_page = name in ("PNG", "ALTO", "PAGE", "HOCR", "TEXT", "JSON")
        named = {"ID": f"{name}%{{SEQ}}", "SEQ": COUNT} if of_page else {"ID": name}
        rows[f"fileGrp.{name}"] = row("file+", USE=name)
        rows[f"fileGrp.{name}/file"] = row(
            "FLocat", MIMETYPE=use.media.replace("+", r"\+").replace(".", r"\."), **named, **_LISTED
        )
        # Whatever stands in a path may be told by its bytes (RFC 3986).
        rows[f"fileGrp.{name}/file/FLocat"] = row(LOCTYPE="URL", href=use.path)
    return rows


METS = Form(
    rows={
        "mets": row(
            "metsHdr dmdSec.edition dmdSec.page+ dmdSec.article* amdSec fileSec structMap.PHYSICAL structMap.LOGICAL"
            " structLink",
            TYPE="newspaper issue", OBJID=TEXT, LABEL=ANY,
        ),
        "metsHdr": row("agent", CREATEDATE=f"?{TIME}"),
        "agent": row("name", ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE"),
        "name": row("", TEXT),
        "dmdSec.edition": row("mdWrap", ID="DMD"),
        "dmdSec.page": row("mdWrap", ID="DMD%{#}"),
        "dmdSec.article": row("mdWrap", ID=f"DMD{_WHOLE}"),
        "mdWrap": row("xmlData", MDTYPE="MODS"),
        "xmlData": row("mods"),
        "dmdSec.edition/mdWrap/xmlData/mods": row(
            "titleInfo typeOfResource genre originInfo? language part?", version=r"3\.7"
        ),
        "dmdSec.page/mdWrap/xmlData/mods": row("titleInfo language note? part?", version=r"3\.7"),
        "dmdSec.article/mdWrap/xmlData/mods": row("titleInfo+ genre language part?", version=r"3\.7"),
        "titleInfo": (row("title"), row("title", type="alternative")),
        "title": row("", ANY),
        "typeOfResource": row("", "text"),
        "genre": row("", _TYPES),
        "dmdSec.edition/mdWrap/xmlData/mods/genre": row("", "newspaper", authority="marcgt"),
        "originInfo": row("dateIssued issuance"),
        "dateIssued": row("", r"\d{4}-\d\d-\d\d", encoding="w3cdtf", keyDate="yes"),
        "issuance": row("", "serial"),
        "language": row("languageTerm"),
        "languageTerm": row("", LANGUAGE, type="code", authority="rfc5646"),
        "note": row("", TEXT),
        "part": row("detail"),
        "dmdSec.article/mdWrap/xmlData/mods/part": row("extent"),
        "dmdSec.edition/mdWrap/xmlData/mods/part/detail": row("number", type="issue"),
        "detail": row("number", type="page number"),
        "number": row("", TEXT),
        "extent": row("list", unit="pages"),
        "list": row("", TEXT),
        "amdSec": row("digiprovMD", ID="AMD"),
        "digiprovMD": row("mdRef", ID="PREMIS"),
        "mdRef": row(LOCTYPE="URL", href=r"premis\.xml", MDTYPE="PREMIS", MIMETYPE="application/xml", **_LISTED),
        "fileSec": row(" ".join(f"fileGrp.{name}?" for name in USES)),
        **_files(),
        "structMap.PHYSICAL": row("div.physSequence", TYPE="PHYSICAL"),
        "div.physSequence": row("fptr* div.page+", ID="PHYS", TYPE="physSequence", DMDID="DMD"),
        "div.page": row(
            "fptr*", ID="PHYS%{ORDER}", TYPE="page", ORDER="%{#}", ORDERLABEL=f"?{TEXT}", DMDID="DMD%{ORDER}"
        ),
        "fptr": row(FILEID=r"\w+"),
        "structMap.LOGICAL": row("div.issue", TYPE="LOGICAL"),
        "div.issue": row("div*", ID="LOG", TYPE="issue", LABEL=ANY, DMDID="DMD"),
        "div.issue/div": row(
            "fptr*", ID=f"LOG{_WHOLE}", TYPE=_TYPES, ORDER="%{#}", LABEL=ANY, DMDID=f"DMD{_WHOLE}"
        ),
        "div.issue/div/fptr": row("seq? area?"),
        "seq": row("area+"),
        "area": (
            row(FILEID=r"ALTO\d+", BETYPE="IDREF", BEGIN=ARTICLE),
            row(FILEID=r"PNG\d+", SHAPE="RECT", COORDS=r"-?\d+(?:,-?\d+){3}"),
            row(FILEID=r"PNG\d+", SHAPE="POLY", COORDS=r"-?\d+,-?\d+(?:,-?\d+,-?\d+){3,}"),
        ),
        "structLink": row("smLink.issue smLink*"),
        "smLink.issue": row(**{"from": "LOG", "to": "PHYS"}),
        "smLink": row(**{"from": f"LOG{_WHOLE}", "to": rf"PHYS{COUNT}"}),
    },
    called=_called,
    spaces=("http://www.loc.gov/METS/", "http://www.loc.gov/mods/v3"),
    references=("DMDID", "FILEID", "from", "to"),
)  # fmt: skip
