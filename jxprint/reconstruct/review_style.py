"""How a review looks: one style sheet, which the page carries in itself.

Colours are those of Okabe and Ito, which differ for all kinds of colour vision; each role has its name in words and an
edge of its own beside, so that a grey print tells them apart too. What is no text of the source (numbers, names of
roles, marks) is made by the style sheet alone and is neither selected nor copied.
"""

from __future__ import annotations

from jxprint.web_page import BASE

# The colour of each role's edge and its tint, and how the edge is drawn.
LOOKS: dict[str, tuple[str, str, str]] = {
    "furniture": ("#56B4E9", "#e3f2fc", "dotted"),
    "head": ("#0072B2", "#d3e8f5", "solid"),
    "second": ("#0072B2", "#eaf4fa", "dashed"),
    "names": ("#E69F00", "#fdf0d4", "solid"),
    "text": ("#b5b5b5", "#ffffff", "solid"),
    "subhead": ("#CC79A7", "#f8e6f0", "solid"),
    "form": ("#009E73", "#d9f2ea", "solid"),
    "picture": ("#d6c400", "#fbf7c8", "solid"),
    "aside": ("#009E73", "#eef8f4", "dashed"),
    "unplaced": ("#D55E00", "#fbe3d3", "double"),
}

_SHEET = """
ol.doubts{padding:0;margin:0;list-style:none;columns:2 28rem;column-gap:2rem}
ol.doubts li{break-inside:avoid;border-bottom:1px solid #ddd;padding:.35rem 0}
.bar{display:inline-block;width:3.2rem;height:.62rem;border:1px solid #555;margin-right:.35rem}
.bar i{display:block;height:100%;background:#555}
.quote{background:#f3f3f3;padding:0 .2rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem .8rem;padding:0;list-style:none}
.legend li,.role{border-left-width:.4rem;padding-left:.4rem}
.dump{font-size:.95rem;margin-top:.5rem}
.l{display:grid;grid-template-columns:3.2rem 1fr;min-height:1.6em;scroll-margin-top:3rem}
.l::before{content:attr(data-n);color:#777;font-size:.75rem;text-align:right;padding:.15rem .6rem 0 0}
.l>p{margin:0;font-size:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
.l:target>p{outline:3px solid #1a1a1a;outline-offset:1px}
.role{border-left-style:solid;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.role::after{content:attr(data-r);font-size:.68rem;color:#333;margin-left:.5rem;padding:0 .25rem;border:1px solid #999;
border-radius:.2rem;background:#fff;white-space:nowrap}
.role.plain::after{content:none}
.role.doubt{text-decoration:underline wavy #D55E00 1px;text-underline-offset:.25em}
.role.doubt::after{border:2px solid #D55E00;font-weight:bold}
.l.gap{min-height:.9em}
.j{font-style:normal}
.j::after{content:attr(data-j);font-size:.72rem;margin-left:.5rem;padding:0 .35rem;background:#1a1a1a;color:#fff;
border:2px solid #1a1a1a;white-space:nowrap}
.j.inferred::after,.j.end::after{background:#fff;color:#1a1a1a;border-style:dashed}
.j.doubt::after{outline:2px solid #D55E00;outline-offset:1px}
.story{margin:1.2rem 0 .2rem 3.2rem;border-top:2px solid #1a1a1a;font-size:.75rem;color:#333}
.story::after{content:attr(data-s)}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:none;padding:0;font-size:10pt}a{color:inherit;text-decoration:none}
.l,ol.doubts li,tr{break-inside:avoid}h2{break-after:avoid}}
"""


def sheet() -> str:
    """The style sheet."""
    roles = (
        f".{name}{{border-color:{edge};background:{tint};border-left-style:{line}}}"
        for name, (edge, tint, line) in LOOKS.items()
    )
    return BASE + _SHEET.strip() + "\n" + "\n".join(roles) + "\n"
