"""Published schemas as foreign judges: where they lie, and what they say of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

# They are others' files and no part of the project: a checkout that has none skips what asks for them.
SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "schemas"
# ALTO's schema names a group of XLink's attributes, and nothing here uses any but the address.
_XLINK = b"""<schema targetNamespace="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2001/XMLSchema"
 xmlns:xlink="http://www.w3.org/1999/xlink"><attribute name="href" type="anyURI"/>
<attributeGroup name="simpleLink"><attribute ref="xlink:href"/></attributeGroup></schema>"""


def faults(schema: str, data: bytes) -> list[str]:
    """What a schema of that name finds wrong with a file; skips where the schema or lxml is not at hand."""
    etree = pytest.importorskip("lxml.etree", reason="lxml is missing: pip install lxml")
    path = SCHEMAS / schema
    if not path.is_file():
        pytest.skip(f"{schema} is not beside this checkout (../shared/schemas)")

    class Local(etree.Resolver):  # type: ignore[misc, name-defined]
        def resolve(self, url: str, name: str, context: Any) -> Any:
            return self.resolve_string(_XLINK, context) if url.endswith("xlink.xsd") else None

    parser = etree.XMLParser()
    parser.resolvers.add(Local())
    judge = etree.XMLSchema(etree.parse(str(path), parser))
    judge.validate(etree.fromstring(data))
    return [str(one) for one in judge.error_log]
