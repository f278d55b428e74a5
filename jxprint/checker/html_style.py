"""How a report looks. Colours are those of Okabe and Ito, as in a review; each kind of finding has a sign and an edge
of its own beside, so that a grey print tells them apart too.
"""

from __future__ import annotations

from jxprint.web_page import BASE

# By kind: the colour, how the edge of its box is dashed (mm), and its sign.
LOOKS: dict[str, tuple[str, str, str]] = {
    "missing": ("#D55E00", "", "∅"),
    "extra": ("#009E73", "1.2 .6", "+"),
    "altered": ("#0072B2", "", "≠"),
    "moved": ("#a8508a", "2.4 .8", "⇅"),
    "other": ("#8a6d00", ".5 .5", "!"),
}

_SHEET = """
body{max-width:none}
.verdict{border-left:.5rem solid;padding:.3rem .8rem;font-size:1.05rem;margin:.6rem 0}
.verdict.good{border-color:#009E73;background:#eef8f4}.verdict.bad{border-color:#D55E00;background:#fbe3d3}
.verdict p{margin:.1rem 0}
.page{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,9fr);gap:1.6rem;align-items:start;
border-top:2px solid #1a1a1a;margin-top:1.6rem}
.page>h2{grid-column:1/-1;border:0;margin:.6rem 0 0}
.sheet{position:sticky;top:0;max-height:100vh;overflow:auto;margin:0;padding:.3rem 0}
.sheet>svg{display:block;width:100%;background:#fff;box-shadow:0 0 0 1px #bbb}
.sheet.none{position:static;border:1px dashed #777;padding:2rem;color:#444}
.beside h3{font-size:1rem;margin:1rem 0 .3rem}
ol.findings{padding:0;margin:0;list-style:none}
ol.findings li{border-left:.4rem solid var(--c);padding:.3rem .6rem;margin:0 0 .5rem;background:#fafafa;
scroll-margin-top:1rem}
.n{display:inline-block;min-width:1.7em;padding:0 .35em;border-radius:.8em;background:var(--c);color:#fff;
font:bold .78rem/1.5 sans-serif;text-align:center;text-decoration:none}
.where{color:#444;font-size:.82rem}
.said{font-size:1.02rem}
.said q{quotes:none;background:#fff;border:1px solid #ccc;padding:0 .2em;white-space:pre-wrap;overflow-wrap:anywhere}
.cut{display:block;width:100%;height:4.6rem;margin:.3rem 0 .1rem;border:1px solid #ccc;background:#fff}
.copy{border-top:1px solid #bbb;margin-top:.8rem}
.copy article{border-top:1px solid #ddd;padding:.4rem 0}
.copy p{margin:.15rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.copy .headline,.copy .masthead{font-size:1.15rem;font-weight:bold}
.copy .subhead,.copy .kicker,.copy .deck{font-weight:bold}
.copy .byline,.copy .credit,.copy .folio,.copy .jump{color:#444}
mark{background:color-mix(in srgb,var(--c) 22%,#fff);border-bottom:2px solid var(--c);color:inherit}
.copy a{color:inherit;text-decoration:none}
.copy sup{font:bold .62rem/1 sans-serif;color:var(--c);user-select:none}
.copy sup::before{content:attr(data-n)}
ins{text-decoration:none;border:1px dashed var(--c);background:color-mix(in srgb,var(--c) 12%,#fff);user-select:none}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;list-style:none;margin:.4rem 0}
.legend li{border-left:.4rem solid var(--c);padding-left:.4rem}
svg a rect{fill:var(--c);fill-opacity:.14;stroke:var(--c);stroke-width:calc(var(--w,1)*.45px)}
svg a .tag{fill:var(--c);fill-opacity:.92;stroke:none}
svg a text{fill:#fff;font:bold 2.5px sans-serif;text-anchor:middle}
.hot{--w:3}
ol.findings li.hot,mark.hot,ins.hot,:target{outline:3px solid #1a1a1a;outline-offset:1px}
svg a:target rect{stroke:#1a1a1a;stroke-width:1.2px}svg a:target .tag{fill:#1a1a1a}
@media(max-width:60rem){.page{display:block}.sheet{position:static;max-height:none}}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.page{display:block}
.sheet{position:static;max-height:none;overflow:visible}ol.findings li,article{break-inside:avoid}}
"""


def sheet(numbers: int) -> str:
    """The style sheet; of so many findings mark, sentence and copy light up together."""
    kinds = (f".k-{kind}{{--c:{colour}}}svg .k-{kind} rect{{stroke-dasharray:{dash or 'none'}}}"
             for kind, (colour, dash, _) in LOOKS.items())  # fmt: skip
    hot = "outline:3px solid #1a1a1a;outline-offset:1px;--w:3"
    together = (f"body:has(.f{at}:hover) .f{at}{{{hot}}}" for at in range(1, numbers + 1))
    return (
        BASE
        + _SHEET.replace(".hot{--w:3}\n", "").replace("li.hot,mark.hot,ins.hot,", "li:target,").strip()
        + ("\n" + "\n".join((*kinds, *together)) + "\n")
    )
