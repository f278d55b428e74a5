"""The files that wrap an archive (METS, PREMIS, a IIIF manifest, its articles as JSON), read by their names."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.checker.kept.articles import articles_wrap
from jxprint.checker.kept.forms.files import form_of_json, form_of_xml
from jxprint.checker.kept.gathering import unlinked
from jxprint.checker.kept.manifest import manifest_wrap
from jxprint.checker.kept.mets import mets_wrap
from jxprint.checker.kept.premis import premis_findings
from jxprint.checker.kept.sound import Sound
from jxprint.checker.kept.wraps import Wrap
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.xml_tree import Element, parsed

WRAPS = ("mets.xml", "premis.xml", "manifest.json", "articles.json")
_SHOWN = 40


def all_wrapped(files: Mapping[str, bytes], sound: Sound) -> tuple[dict[str, Wrap], dict[str, Element], list[Finding]]:
    """What wraps the edition by article, by its path; the roots of METS and PREMIS; and what stands in those files that
    has no place there.
    """
    wraps: dict[str, Wrap] = {}
    roots: dict[str, Element] = {}
    odd: list[Finding] = []
    for name in (name for name in WRAPS if name in files):
        wrap, found, root = sound.tried(name, wrapped, files[name], name) or (None, [], None)
        odd += found
        if wrap is not None:
            wraps[name] = wrap
        if root is not None:
            roots[name] = root
    if "manifest.json" in wraps:
        odd += unlinked(files, wraps["manifest.json"])
    return wraps, roots, odd


def wrapped(data: bytes, name: str) -> tuple[Wrap | None, list[Finding], Element | None]:
    """What a file wraps (nothing: PREMIS), what is wrong with it by itself, and its root where it is XML."""
    wrap: Wrap | None = None
    root: Element | None = None
    if name.endswith(".xml"):
        root = parsed(data, name, qualified=True)
        wanted = name.removesuffix(".xml")
        if root.name != wanted:
            told = {"found": root.name[:_SHOWN], "wanted": wanted}
            raise DescriptionError(Finding("library.other_root", Place(name, root.line), told))
        odd = form_of_xml(root, name)
        if name == "mets.xml":
            wrap = mets_wrap(root)
        else:
            # Who is called what is asked where all are called as a form has it; two of one name are told before all.
            own = list(premis_findings(root, name))
            is_twice = any(one.key == "library.form_twice" for one in own)
            odd = own if is_twice or not odd else odd
    else:
        is_manifest = name == "manifest.json"
        wrap = manifest_wrap(data, name) if is_manifest else articles_wrap(data, name)
        odd = form_of_json(data, name, "Manifest" if is_manifest else "")
    if wrap is not None:
        wrap.file = name
    return wrap, odd, root
