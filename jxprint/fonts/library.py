"""The library: every face a page may ask for, by role and weight, as chains with a fallback behind them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from jxprint.errors import Finding, FontError, Place
from jxprint.fonts.catalogue import NEAREST, Carried, carried, carried_faces, last_resort
from jxprint.fonts.face import Face
from jxprint.fonts.opening import open_face
from jxprint.fonts.system import locate
from jxprint.intake.kinds import settled
from jxprint.text.classes import is_mark
from jxprint.text.clusters import composed, selector_of

# Kinds of type that stand in for each other in a bold head, where one lacks a character: weight is seen before kind.
_HEAD_KINDS = ("song", "hei")


class Chain:
    """Faces in the order in which they are asked for a character. A chain is itself alone (hashed by identity).

    A face may leave its punctuation to another: LXGW's Kai has quotes 0.35 em wide and no half widths, so its marks
    come from Song. `key` is how a style's [fonts] names the first face; `strange` are the faces whose kind of type or
    weight is another than that one's, so that what they set stands out.
    """

    def __init__(
        self, faces: tuple[Face, ...], marks: Mapping[str, Face], key: str = "", strange: frozenset[Face] = frozenset()
    ) -> None:
        self.faces = faces
        self.key = key
        self._marks = dict(marks)
        self._strange = strange

    def is_strange(self, face: Face, char: str) -> bool:
        """Whether a character that this face sets stands out among those of the first face; a mark that the first face
        leaves to another does not, nor a blank.
        """
        if face not in self._strange or char.isspace():
            return False
        return not (is_mark(char[0]) and any(face is other for other in self._marks.values()))

    def glyph(self, char: str) -> tuple[Face, int, float] | None:
        """The face, glyph and advance in ems that a character is set with; None where no face has it."""
        for face in self.faces:
            if face.id in self._marks and is_mark(char):
                other = self._marks[face.id]
                glyph = other.glyph(char)
                if glyph is not None:
                    return other, glyph, other.advance(glyph)
            glyph = face.glyph(char)
            if glyph is not None:
                return face, glyph, face.advance(glyph)
        return None

    def cluster(self, cluster: str) -> tuple[Face, int, float] | None:
        """The same for a character with combining marks or a variation selector: one glyph for all of it, or none.

        A variation that a face does not have is no reason to set the plain character: a name would be another one.
        """
        one = composed(cluster)
        if len(one) == 1:
            return self.glyph(one)
        selector = selector_of(cluster)
        for face in self.faces:
            if selector is not None:
                glyph = face.variation(cluster[0], selector)
                if glyph is not None:
                    return face, glyph, face.advance(glyph)
            elif face.glyph(cluster[0]) is not None:
                shaped = face.shape(cluster)
                if len(shaped.glyphs) == 1 and shaped.glyphs[0]:
                    return face, shaped.glyphs[0], shaped.advances[0]
        return None


class Library:
    """Faces that come along and a newsroom's own; each file is opened when it is first asked for."""

    def __init__(self, own: Mapping[str, tuple[Face, ...]]) -> None:
        self._own = dict(own)
        self._faces = {face.id: face for faces in own.values() for face in faces}
        self._chains: dict[tuple[str, str], Chain] = {}

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that has a face."""
        named = [key.partition(".")[0] for key in self._own]
        return tuple(dict.fromkeys([*(face.role for face in carried_faces().values()), *named]))

    def chain(self, role: str, weight: str = "regular") -> Chain:
        """The faces of a role: its own in this weight, what is carried in it, then other weights, then the wide Song.
        For a bold or black Song or Hei, a newsroom's bold and black faces of both come before its regular ones.

        Raises FontError where the role has no face at all.
        """
        known = self._chains.get((role, weight))
        if known is None:
            known = self._chains[role, weight] = self._made(role, weight)
        return known

    def face(self, id_: str) -> Face:
        """A face by its id. Raises KeyError for an id of no face."""
        if id_ not in self._faces:
            row = carried_faces()[id_]
            self._faces[id_] = open_face(row.id, row.path, trusted=True)
        return self._faces[id_]

    @property
    def own_faces(self) -> tuple[Face, ...]:
        """All of a newsroom's own faces."""
        return tuple(dict.fromkeys(face for faces in self._own.values() for face in faces))

    def own(self, role: str, weight: str) -> tuple[Face, ...]:
        """A newsroom's own faces for a role and weight."""
        return self._own.get(_key(role, weight), ())

    def _made(self, role: str, weight: str) -> Chain:
        rows = carried(role, weight)
        exact = [row for row in rows if row.weight == weight]
        faces = [*self.own(role, weight), *map(self._open, exact)]
        regular = [face for key, faces in self._own.items() if key == role for face in faces]
        others = [face for key, faces in self._own.items() if key.startswith(f"{role}.") for face in faces]
        if not faces and not others and not regular and not rows:
            raise FontError(Finding("fonts.no_face_for_role", Place(), {"role": role, "roles": self.roles}))
        # One carried face of another weight is enough behind the right one, and one of another kind would add nothing:
        # they cover the same characters.
        nearest = [] if exact else [self._open(row) for row in rows[:1]]
        if weight != "regular" and role in _HEAD_KINDS:
            kinds = (role, *(kind for kind in _HEAD_KINDS if kind != role))
            heavy = [face for kind in kinds for near in NEAREST[weight][:2] for face in self.own(kind, near)]
            faces += [*heavy, *nearest, *others, *regular]
        else:
            faces += [*regular, *others, *nearest]
        faces.append(self._open(last_resort()))
        marks = {row.id: self.face(row.marks) for row in rows if row.marks is not None}
        return self._chain_of(tuple(dict.fromkeys(faces)), marks, _key(role, weight))

    def _chain_of(self, faces: tuple[Face, ...], marks: Mapping[str, Face], key: str) -> Chain:
        """A chain, with what is strange to its first face."""
        named: dict[str, set[str]] = {face.id: set() for face in (*faces, *marks.values())}
        for own, those in self._own.items():
            for face in those:
                named.get(face.id, set()).add(own)
        for row in carried_faces().values():
            if row.id in named:
                named[row.id].add(_key(row.role, row.weight))
        # A role that has no face of its weight is set in another all through: that one is no stranger there.
        kinds = {key} if key in named[faces[0].id] else named[faces[0].id]
        strange = frozenset(face for face in (*faces, *marks.values()) if kinds.isdisjoint(named[face.id]))
        return Chain(faces, marks, key, strange)

    def _open(self, row: Carried) -> Face:
        return self.face(row.id)


def _key(role: str, weight: str) -> str:
    """How a style's [fonts] names a role in a weight."""
    return role if weight == "regular" else f"{role}.{weight}"


def open_library(
    fonts: Mapping[str, tuple[str, ...]] | None = None,
    base: Path | None = None,
    *,
    places: Mapping[str, Place] | None = None,
) -> Library:
    """The library of a house style's `fonts` (see HouseStyle), whose files stand relative to `base`.

    The same arguments give the same library as long as the process lives. Raises FontError with everything that is
    wrong with a newsroom's own faces, at the `places` where the style names them.
    """
    entries = tuple(sorted((key, tuple(names)) for key, names in (fonts or {}).items()))
    try:
        return _kept(entries, str(settled(base or Path())) if entries else "")
    except FontError as refusal:
        placed = [replace(one, place=(places or {}).get(str(one.args["role"]), Place())) for one in refusal.findings]
        raise FontError(*placed) from refusal


@lru_cache(maxsize=8)
def _kept(entries: tuple[tuple[str, tuple[str, ...]], ...], base: str) -> Library:
    own: dict[str, tuple[Face, ...]] = {}
    findings: list[Finding] = []
    opened: dict[tuple[Path, int], Face] = {}
    for key, names in entries:
        faces: list[Face] = []
        for name in names:
            try:
                file = locate(name, Path(base))
                if file not in opened:
                    opened[file] = open_face(_id(file, opened), *file)
                faces.append(opened[file])
            except FontError as refusal:
                findings += [replace(one, args={**one.args, "role": key}) for one in refusal.findings]
        own[key] = tuple(faces)
    if findings:
        raise FontError(*findings)
    return Library(own)


def _id(file: tuple[Path, int], taken: Mapping[tuple[Path, int], Face]) -> str:
    """A name for a newsroom's face that no other face has."""
    path, index = file
    wanted = path.stem + (f"#{index}" if index else "")
    names = {face.id for face in taken.values()} | set(carried_faces())
    number = 2
    name = wanted
    while name in names:
        name, number = f"{wanted}-{number}", number + 1
    return name
