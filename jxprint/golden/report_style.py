"""How a report of golden images looks: one style sheet, carried in the page; views are switched without a script.

Orange is what came and blue what went, as in the pictures of differences; both differ for all kinds of colour vision.
"""

from __future__ import annotations

SHEET = """
:root{color-scheme:light;--came:#D55E00;--went:#0072B2;--other:#CC79A7;--ink:#1a1a1a;--line:#d9d6cf}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;color:var(--ink);background:#f4f2ed;font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC",
"Microsoft YaHei",system-ui,sans-serif}
header,main{margin:0 auto;max-width:110rem;padding:0 1.6rem}
header{padding-top:1.4rem}
h1{font-size:1.5rem;margin:0}
header p{margin:.15rem 0 0;color:#555}
nav{display:flex;flex-wrap:wrap;gap:.4rem;margin:.8rem 0 0;padding:0;list-style:none}
nav a{display:block;padding:.1rem .7rem;border:1px solid var(--came);border-radius:1rem;background:#fff;color:inherit;
text-decoration:none;font-size:.85rem}
section{background:#fff;border:1px solid var(--line);border-radius:.5rem;margin:1.2rem 0;padding:1rem 1.3rem 1.3rem}
h2{font-size:1.2rem;margin:0 0 .4rem;display:flex;align-items:baseline;gap:.7rem;flex-wrap:wrap}
h3{font-size:.95rem;margin:1.1rem 0 .3rem}
.badge{font-size:.75rem;font-weight:normal;padding:.05rem .6rem;border-radius:1rem;color:#fff;background:var(--came)}
.badge.ok{background:#00724f}
.badge.missing{background:#6b6b6b}
.why{margin:0;padding:0;list-style:none}
.told{columns:2 30rem;column-gap:2.4rem;margin:0;padding:0;list-style:none;font-size:.9rem}
.told li{break-inside:avoid;padding:.15rem 0 .15rem .7rem;border-left:3px solid var(--line);margin-bottom:.25rem;
overflow-wrap:anywhere}
.told.places li{border-color:var(--came)}
.told a{color:inherit;text-decoration:underline;text-decoration-color:#bbb;text-underline-offset:.2em}
.views{display:flex;gap:1rem;align-items:center;flex-wrap:wrap;margin:1rem 0 .5rem;font-size:.85rem}
.views input{position:absolute;opacity:0}
.views label{padding:.15rem .8rem;border:1px solid #999;border-radius:1rem;cursor:pointer}
.views input:checked+label{background:var(--ink);color:#fff;border-color:var(--ink)}
.views input:focus-visible+label{outline:2px solid var(--went);outline-offset:2px}
.legend{margin-left:auto;display:flex;gap:1rem;color:#444}
.legend i{display:inline-block;width:.8em;height:.8em;border-radius:.15em;margin-right:.35em}
.came{background:var(--came)}.went{background:var(--went)}.other{background:var(--other)}
.pages{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1rem;align-items:start}
.pages.one{grid-template-columns:minmax(0,36rem)}
figure{margin:0}
figcaption{font-size:.85rem;font-weight:600;padding:.1rem 0 .3rem}
.sheet{position:relative;border:1px solid var(--line);background:#999;line-height:0}
.sheet img{width:100%;height:auto;display:block}
.box{position:absolute;border:2px solid var(--came);border-radius:2px;min-width:8px;min-height:8px;
transform:translate(-3px,-3px);padding:2px;box-sizing:content-box}
.box b{position:absolute;left:-2px;top:-1.15rem;font:600 .68rem/1.05rem system-ui,sans-serif;background:var(--came);
color:#fff;padding:0 .3rem;border-radius:2px;text-decoration:none}
.box:hover{background:#d55e0022}
section:has(.blink:checked) .pages{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
section:has(.blink:checked) .pages .e,section:has(.blink:checked) .pages .a{grid-area:1/1}
section:has(.blink:checked) .pages .a{animation:blink 1.6s steps(1) infinite;background:#fff}
@keyframes blink{50%{opacity:0}}
.close{columns:2 30rem;column-gap:1rem}
.spot{break-inside:avoid;margin-bottom:1rem;border:1px solid var(--line);
border-radius:.4rem;padding:.5rem .7rem .7rem;scroll-margin-top:1rem}
.spot:target{outline:3px solid var(--came)}
.spot p{margin:0 0 .4rem;font-size:.85rem;overflow-wrap:anywhere}
.crops{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.5rem}
.crops.wide{grid-template-columns:1fr}
.crops img{width:100%;height:auto;max-width:calc(var(--w)*3px);
display:block;border:1px solid var(--line);image-rendering:pixelated}
.crops figcaption{font-weight:normal;font-size:.72rem;color:#555;padding:0 0 .1rem}
table{border-collapse:collapse;font-size:.9rem}
td{padding:.15rem 1.2rem .15rem 0;border-bottom:1px solid var(--line)}
@media (max-width:50rem){.pages,section:has(.blink:checked) .pages{grid-template-columns:1fr}}
@media (prefers-reduced-motion:reduce){section:has(.blink:checked) .pages .a{animation-duration:4s}}
@media print{body{background:#fff}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.views{display:none}section,.spot{break-inside:avoid;border-color:#999}}
"""
