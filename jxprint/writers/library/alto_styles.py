"""What a page's ALTO defines once: text styles, paragraph styles, and tags that say what an article or a block is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jxprint.writers.library.about import About
from jxprint.writers.library.leaf import Align, Block, Figure, Leaf, Look, Part, Region, Word
from jxprint.writers.library.markup import said

_CAP = "drop_cap"
_CONTINUED = "continued"


class Sheet:
    """The styles and tags of a page, numbered in the order in which they are met."""

    def __init__(self, leaf: Leaf, about: About) -> None:
        self._leaf = leaf
        self._about = about
        self._looks: dict[Look, str] = {}
        self._paragraphs: dict[tuple[Align, int, int], str] = {}
        self._main: dict[str, str] = {}
        self._inline: dict[str, None] = {}
        self._turns: dict[str, None] = {}
        for block in leaf.blocks:
            words = [word for region in block.regions for row in region.rows for word in row.words]
            counts: Counter[Look] = Counter()
            for word in words:
                counts[word.look] += len(word.text)
                self._looks.setdefault(word.look, f"T{len(self._looks) + 1}")
                if word.inline:
                    self._inline[word.inline] = None
                if word.turn:
                    self._turns[word.turn] = None
            if counts:
                self._main[block.id] = self._looks[counts.most_common(1)[0][0]]
            key = block.align, block.indent, block.leading
            self._paragraphs.setdefault(key, f"Q{len(self._paragraphs) + 1}")

    def look(self, look: Look) -> str:
        """The identifier of a text style."""
        return self._looks[look]

    def styles_of(self, block: Block) -> tuple[str, str]:
        """A block's attribute of styles, and the identifier of its text style, empty where it has no text."""
        main = self._main.get(block.id, "")
        paragraph = self._paragraphs[block.align, block.indent, block.leading]
        return f' STYLEREFS="{f"{main} {paragraph}".strip()}"', main

    def tags_of(self, part: Part) -> str:
        """The tags of an article: what it is, and what it is called."""
        return f"kind-{part.kind} title-{part.id}"

    def tags_of_figure(self, figure: Figure) -> str:
        """The attribute of a picture's tags: what it shows."""
        return f' TAGREFS="alt-{figure.id}"' if figure.alt else ""

    def tags_of_region(self, block: Block, region: Region) -> str:
        """The tags of a block in one leg: its role, and whether it is a drop cap or goes on from another leg."""
        if region.is_cap:
            return f"role-{block.role} role-{_CAP}"
        goes_on = region is not block.regions[0]
        return f"role-{block.role} role-{_CONTINUED}" if goes_on else f"role-{block.role}"

    def tags_of_word(self, word: Word) -> str:
        """The attribute of what stands over a word or is stood over, and of what is turned in a vertical line."""
        names = [f"inline-{word.inline}"] if word.inline else []
        names += [f"turn-{word.turn}"] if word.turn else []
        return f' TAGREFS="{" ".join(names)}"' if names else ""

    def styles(self) -> Iterator[str]:
        """The element Styles; none where nothing has a style."""
        if not self._looks and not self._paragraphs:
            return
        yield "<Styles>"
        for look, name in self._looks.items():
            face = self._about.face(look.face)
            kind = f' FONTTYPE="{face.kind}"' if face.kind else ""
            bold = ' FONTSTYLE="bold"' if face.is_bold else ""
            family = f'FONTFAMILY="{said(face.family)}"{kind} FONTSIZE="{look.size:g}"'
            yield f'<TextStyle ID="{name}" {family} FONTCOLOR="{look.colour}"{bold}/>'
        for (align, indent, leading), name in self._paragraphs.items():
            spaced = f' LINESPACE="{leading}"' if leading else ""
            first = f' FIRSTLINE="{indent}"' if indent else ""
            yield f'<ParagraphStyle ID="{name}" ALIGN="{align}"{spaced}{first}/>'
        yield "</Styles>"

    def tags(self) -> Iterator[str]:
        """The element Tags; none where the page is empty."""
        parts = self._leaf.parts
        if not parts:
            return
        yield "<Tags>"
        roles = dict.fromkeys(block.role for block in self._leaf.blocks)
        regions = [(block, region) for block in self._leaf.blocks for region in block.regions]
        if any(region.is_cap for _, region in regions):
            yield f'<LayoutTag ID="role-{_CAP}" TYPE="part" LABEL="{_CAP}"/>'
        if any(not region.is_cap and region is not block.regions[0] for block, region in regions):
            yield f'<LayoutTag ID="role-{_CONTINUED}" TYPE="part" LABEL="{_CONTINUED}"/>'
        yield from (f'<LayoutTag ID="role-{role}" TYPE="block" LABEL="{role}"/>' for role in roles)
        yield from (f'<LayoutTag ID="turn-{turn}" TYPE="turn" LABEL="{turn}"/>' for turn in self._turns)
        kinds = dict.fromkeys(part.kind for part in parts)
        yield from (f'<StructureTag ID="kind-{kind}" TYPE="article" LABEL="{kind}"/>' for kind in kinds)
        for part in parts:
            yield f'<StructureTag ID="title-{part.id}" TYPE="title" LABEL="{said(part.heading)}"/>'
        for inline in self._inline:
            yield f'<RoleTag ID="inline-{inline}" TYPE="inline" LABEL="{inline}"/>'
        for part in parts:
            for item in part.items:
                if isinstance(item, Figure) and item.alt:
                    yield f'<OtherTag ID="alt-{item.id}" TYPE="description" LABEL="{said(item.alt)}"/>'
        yield "</Tags>"
