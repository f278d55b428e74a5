"""A placed page for a browser: SVG and HTML that need nothing else, neither a font nor a script nor a link outside.

What is seen are the glyphs' own outlines, each where it was placed; over them lies the copy as text that nobody sees
and everybody can select, in reading order. Coordinates are those of the placed page, in points.
"""
