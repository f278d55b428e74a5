"""Values that files of several kinds have in common, as patterns."""

from __future__ import annotations

from msgspec import Struct

INTEGER, NUMBER = r"-?\d+", r"-?\d+(?:\.\d+)?"
COUNT = r"[1-9]\d*"
TEXT, ANY = r".+", r".*"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"
SHA_256 = r"[0-9a-f]{64}"
# What things are called: an article, a block or a picture in one, what of a block stands in one leg.
ARTICLE, ITEM, REGION = r"A\d+", r"A\d+B\d+", r"A\d+B\d+(?:\.\d+)?"
KINDS = (
    "masthead|headline|standfirst|picture|story|folio|quote|nameplate|ear|table|list|contents|advertisement|ornament"
)
# Four numbers of JSON: a box, or three or more points.
BOX = r"\[-?[\d.]+, -?[\d.]+, -?[\d.]+, -?[\d.]+\]"


class Use(Struct, frozen=True):
    """What a file of an archive is for: a pattern of its path, its media type, its format's name, version, address."""

    path: str
    media: str
    name: str
    version: str = ""
    address: str = ""


# By what METS calls the group. What PREMIS says of a PDF is its profile.
USES = {
    "PDF": Use(r"pdf/.+\.pdf", "application/pdf", r"PDF.*"),
    "PNG": Use(r"png/.+\.png", "image/png", "PNG"),
    "ALTO": Use(r"alto/.+\.xml", "application/xml", "ALTO", "4.4", "http://www.loc.gov/standards/alto/ns-v4#"),
    "PAGE": Use(
        r"page/.+\.xml", "application/vnd.prima.page+xml", "PAGE XML", "2019-07-15",
        "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15",
    ),
    "HOCR": Use(r"hocr/.+\.html", "text/vnd.hocr+html", "hOCR", "1.2", "http://kba.cloud/hocr-spec/1.2/"),
    "TEXT": Use(r"text/.+\.txt", "text/plain", "plain text"),
    "JSON": Use(r"json/.+\.json", "application/json", "jxprint articles", "1"),
    "ARTICLES": Use(r"articles\.json", "application/json", "jxprint edition", "1"),
    "ARTICLES_TEXT": Use(r"articles\.txt", "text/plain", "plain text"),
    "IIIF": Use(
        r"manifest\.json", "application/ld+json", "IIIF Presentation", "3",
        "http://iiif.io/api/presentation/3/context.json",
    ),
}  # fmt: skip
