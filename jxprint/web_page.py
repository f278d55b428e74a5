"""Pages for a desk's browser: one HTML file that needs nothing else, neither net nor script, and one look for all.

What a page does not need is forbidden to it (Content-Security-Policy), so a text that found its way into the markup
could do nothing there.
"""

from __future__ import annotations

from html import escape

# What all such pages look like; each adds what is its own.
BASE = """:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1rem 1.5rem 4rem;color:#1a1a1a;background:#fff;
font:16px/1.6 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}
h2{font-size:1.1rem;margin:1.6rem 0 .5rem;border-bottom:2px solid #1a1a1a}
p,li,td,th{font-size:.9rem}
p.small,.small{font-size:.8rem;color:#444;overflow-wrap:anywhere}
a{color:#005a8c}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #ddd}
td.n,th.n{text-align:right;white-space:nowrap}
"""


def web_page(title: str, sheet: str, body: str, language: str, *, pictures: bool = False) -> str:
    """A whole page; `title` is plain text, `body` is markup. `pictures` are in the page itself."""
    images = " img-src data:;" if pictures else ""
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\';{images} '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>\n{sheet}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
