"""Sheet, grid and folio of a page; what the page leaves out comes from its edition and house style, key by key."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.description.formats import FORMATS, RIGHT, Lying, doubled, with_formats
from jxprint.description.tables import NO_MEASURES, Measures, Table
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, LengthSyntaxError, parse_length
from jxprint.model import Folio, Grid, Sheet

MOST_COLUMNS = 60
# Shorter lines cannot be justified, and hold hardly a word behind the indent (typography.md 3.5: even text that wraps a
# picture keeps five to six ems).
NARROWEST_EM = 5.0
# Presses ask for three to five millimetres; 30 for 3 is a slip, and readers of PDF draw no page of any size.
MOST_BLEED_PT = 25 * PT_PER_MM
SHEET_KEYS = ("format", "width", "height", "head", "foot", "left", "right", "inner", "outer", "bleed")
GRID_KEYS = ("columns", "measure", "gap", "body", "pitch")
FOLIO_KEYS = ("left", "centre", "right")
# What is told of a key that neither page nor edition nor style has.
MISSING = "page.missing_key_in"
# A grid as good as any other, beneath one that is only looked at.
_SOME_GRID = {"columns": 5, "measure": "12字", "gap": "1字", "body": "10pt", "pitch": "15pt"}
_BESIDE_OTHERS = ("page.pitch_too_small", "page.too_narrow", "page.margins_too_wide")


class _Layers:
    """The page's table over its edition's and the house style's: a key is read from the first that has it."""

    def __init__(self, own: Table, usual: Sequence[Table], known: tuple[str, ...]) -> None:
        self._tables = [own, *usual]
        self._own = own
        self._name = "grid" if known is GRID_KEYS else "sheet"
        for table in self._tables:
            table.only(known)
        if "format" in known:
            self._tables = with_formats(self._tables)
        # What the house style says is not what this page says: a key with a slip in it must not bring it back.
        self.misspelt = any(key not in known for key in own.values)

    def having(self, key: str, needed: bool = True) -> Table | None:
        for table in self._tables:
            if key in table.values:
                return table
        if needed and not self._own.misspelt(key):
            self._own.wrong(MISSING, key=key, table=self._name)
        return None

    def wrong(self, message: str, key: str, **args: object) -> None:
        """Note a finding at the value that counts."""
        (self.having(key, needed=False) or self._own).wrong(message, key, **args)

    def length(self, key: str, measures: Measures = NO_MEASURES, zero: bool = False) -> float | None:
        table = self.having(key)
        return None if table is None else table.length(key, measures, zero)

    def margin(self, key: str, lying: Lying, measures: Measures) -> float | None:
        """A margin at a side, by whichever of its two names is said first."""
        for table in self._tables:
            for name in lying.margin(key):
                if name in table.values:
                    return table.length(name, measures, zero=True)
        self.having(key)  # notes that it is missing
        return None


def read_grid(own: Table, usual: Sequence[Table]) -> Grid | None:
    """The grid, None where it is not known for certain; measure and gap come in ems of the body type, whatever unit
    they were given in.
    """
    layers = _Layers(own, usual, GRID_KEYS)
    counted = layers.having("columns")
    columns = counted.count("columns", MOST_COLUMNS) if counted is not None else None
    body = layers.length("body")
    pitch = layers.length("pitch", Measures(em=body))
    measure = _ems(layers, "measure", body, zero=False)
    gap = _ems(layers, "gap", body, zero=True)
    if pitch is not None and body is not None and pitch < body - 1e-6:
        layers.wrong("page.pitch_too_small", "pitch", pitch=f"{pitch:g}", size=f"{body:g}")
        return None
    if measure is not None and measure < NARROWEST_EM - 1e-9:
        layers.wrong("page.too_narrow", "measure", measure=f"{measure:g}", least=f"{NARROWEST_EM:g}")
    if columns is None or body is None or pitch is None or measure is None or gap is None or layers.misspelt:
        return None
    return Grid(columns, measure, gap, body, pitch)


def read_sheet(own: Table, usual: Sequence[Table], grid: Grid | None, lying: Lying = RIGHT) -> Sheet | None:
    """The sheet; 字 and 行 are those of the page's grid. `lying` says which margins are at the fold."""
    layers = _Layers(own, usual, SHEET_KEYS)
    measures = Measures(grid.body_pt, grid.pitch_pt) if grid is not None else Measures(10.0, 15.0)
    width, height = layers.length("width", measures), layers.length("height", measures)
    head, foot = layers.length("head", measures, zero=True), layers.length("foot", measures, zero=True)
    left, right = layers.margin("left", lying, measures), layers.margin("right", lying, measures)
    bleeding = layers.having("bleed", needed=False)
    bleed = _bleed(bleeding, measures) if bleeding is not None else 0.0
    if width is None or height is None or bleed is None:
        return None
    if head is None or foot is None or left is None or right is None or layers.misspelt:
        return None
    sheet = Sheet(width, height, head, foot, left, right, bleed)
    sheet = doubled(sheet) if lying.lie == "double" else sheet
    if left + right >= sheet.width_pt or head + foot >= height:
        own.wrong("page.margins_too_wide")
        return None
    return sheet


def _bleed(table: Table, measures: Measures) -> float | None:
    bleed = table.length("bleed", measures)
    if bleed is None or bleed <= MOST_BLEED_PT:
        return bleed
    most = f"{MOST_BLEED_PT / PT_PER_MM:g}mm"
    table.wrong("page.out_of_bounds", "bleed", key="bleed", value=table.values["bleed"], least="0mm", most=most)
    return None


def slips_in(sheet: Table, grid: Table) -> list[Finding]:
    """What is wrong with the values of an edition's [sheet] and [grid] where nobody knows the style beneath them; not
    what follows from a style's own lengths.
    """
    found: list[Finding] = []
    usual = replace(grid, values=_SOME_GRID)
    known = read_grid(replace(grid, findings=found), [usual])
    read_sheet(replace(sheet, findings=found), [replace(sheet, values=FORMATS["broadsheet"])], known)
    return [one for one in found if one.key not in _BESIDE_OTHERS]


def read_folio(page: Table) -> Folio:
    """The folio line; an empty piece is none."""
    folio = page.table("folio") or page.inner({})
    folio.only(FOLIO_KEYS)
    left, centre, right = (folio.passage(key) if folio.values.get(key) != "" else None for key in FOLIO_KEYS)
    return Folio(left, centre, right)


def _ems(layers: _Layers, key: str, body: float | None, zero: bool) -> float | None:
    """A length in ems of the body type; `15.5字` stays 15.5 exactly, whatever the body's size."""
    table = layers.having(key)
    if table is None:
        return None
    value = table.values[key]
    length = table.length(key, Measures(em=10.0 if body is None else body), zero)
    if length is None or body is None:
        return None
    if isinstance(value, str) and value.strip().endswith("字"):
        try:
            return parse_length(value, em=1.0)
        except LengthSyntaxError:
            return None
    return length / body
