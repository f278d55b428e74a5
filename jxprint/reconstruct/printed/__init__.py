"""A page read off where its lines stand: for sources that have positions. Nothing here weighs words against a grid; the
grid is measured, and a paragraph goes on over a leg's foot where the next leg begins without an indent.
"""
