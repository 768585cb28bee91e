"""Wishes about the codebook: its codes, moved, merged, renamed, described; and what the colours of marks mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from storage.database import codebook as codebook_table
from storage.domain.annotation import Colour
from storage.domain.codebook import Code, CodeCount, ColourMeaning, above
from storage.edits import Becoming, ChangeCodebook, NameColours
from storage.errors import UserFacingError
from storage.sentences import say
from storage.text.folding import fold
from storage.use_cases.subject import Subject


class CodebookWishes(Subject):
    """How the codebook is read, and the edits that change it; nothing changes before such an edit is applied.

    A tag that marks carry and that is not in the codebook counts as a code at the top; it comes in when it is changed.
    """

    def codebook(self) -> tuple[CodeCount, ...]:
        """Read all codes and tags with the marks that carry them, those under the same code in their order."""
        with self._archive.connections.read() as connection:
            return codebook_table.count_codes(connection)

    def codes(self) -> dict[str, Code]:
        """Read the codes of the codebook by name; tags that are only on marks are not among them."""
        with self._archive.connections.read() as connection:
            return codebook_table.list_codes(connection)

    def tags_under(self, tags: Iterable[str]) -> frozenset[str]:
        """Read which tags stand below some, these included."""
        with self._archive.connections.read() as connection:
            return codebook_table.tags_under(connection, tags)

    def adding_code(self, code: Code) -> ChangeCodebook:
        """Read what is needed to add a code, at the end of those beside it.

        Raises:
            UserFacingError: when it has no name, or there is one of this name.
        """
        known, name = self._all(), _clean(code.name)
        _check_name(known.codes, name)
        _check_above(known.codes, name, code.parent)
        position = 1 + max((one.position for one in known.beside(code.parent)), default=0)
        added = replace(code, name=name, position=position)
        return ChangeCodebook(say("add code"), (*known.brought_in(code.parent), added))

    def changing_code(self, former_name: str, code: Code) -> ChangeCodebook:
        """Read what is needed to give a code other words, another colour or another name; its place stays.

        Raises:
            UserFacingError: when it has no name, or another one is called so.
        """
        codes, name = self._all().codes, _clean(code.name)
        former = _get(codes, former_name)
        code = replace(code, name=name, parent=former.parent, position=former.position)
        if name == former_name:
            return ChangeCodebook(say("describe code"), (code,))
        _check_name({other: one for other, one in codes.items() if other != former_name}, name)
        below = tuple(replace(one, parent=name) for one in codes.values() if one.parent == former_name)
        return ChangeCodebook(say("rename code"), (code, *below), (former_name,), (Becoming(former_name, name),))

    def placing_codes(self, names: Sequence[str], parent: str, before: str | None = None) -> ChangeCodebook:
        """Read what is needed to put codes below another one (empty: at the top), before one there or behind all.

        Raises:
            UserFacingError: when a code would stand below itself.
        """
        known = self._all()
        codes = known.codes
        moved = [_get(codes, name) for name in dict.fromkeys(names)]
        # What stands below another one that moves goes with it.
        tops = [one for one in moved if not any(other in names for other in above(codes, one.name))]
        for code in tops:
            _check_above(codes, code.name, parent)
        leaving = {one.name for one in tops}
        order = [one.name for one in known.beside(parent) if one.name not in leaving]
        at = order.index(before) if before in order else len(order)
        order[at:at] = [one.name for one in tops]
        placed = (replace(codes[name], parent=parent, position=place) for place, name in enumerate(order, start=1))
        what = say("move code") if len(tops) == 1 else say("move {count:,} codes", count=len(tops))
        return ChangeCodebook(what, (*known.brought_in(parent), *placed))

    def merging_codes(self, names: Sequence[str], into: str) -> ChangeCodebook:
        """Read what is needed to make codes one with another: its marks, and the codes below them, become the other's.

        What is written down of the code that stays is kept; where nothing is, it takes over what the others say.

        Raises:
            UserFacingError: when the code that is to stay is one of those that go, or stands below one of them.
        """
        codes = self._all().codes
        target = _get(codes, into)
        gone = [_get(codes, name) for name in dict.fromkeys(names) if name != into]
        if not gone:
            raise UserFacingError(say("A code cannot be merged with itself. Choose another one."))
        names = [one.name for one in gone]
        going = set(names)
        if target.parent in going:
            kept = (name for name in above(codes, into) if name not in going)
            target = replace(target, parent=next(kept, ""))
        for one in gone:
            target = _completed(target, one)
        below = tuple(
            replace(one, parent=into)
            for one in codes.values()
            if one.parent in going and one.name != into and one.name not in going
        )
        if any(one.name in above(codes, into) for one in below):
            raise UserFacingError(
                say("“{into}” stands below one of these codes. Move it out first, then merge them.", into=into)
            )
        return ChangeCodebook(
            say("merge codes"), (target, *below), tuple(names), tuple(Becoming(one, into) for one in names)
        )

    def deleting_codes(self, names: Iterable[str]) -> ChangeCodebook:
        """Read what is needed to delete codes: marks lose the tag and stay, and what stands below moves up."""
        codes = self._all().codes
        going = [name for name in dict.fromkeys(names) if name in codes]
        moved = [
            replace(one, parent=next((name for name in above(codes, one.name) if name not in going), ""))
            for one in codes.values()
            if one.parent in going and one.name not in going
        ]
        what = say("delete code") if len(going) == 1 else say("delete {count:,} codes", count=len(going))
        return ChangeCodebook(what, tuple(moved), tuple(going), tuple(Becoming(name) for name in going))

    def taking_in_codes(self, codes: Iterable[Code]) -> ChangeCodebook | None:
        """Read what is needed to add codes that came from elsewhere; those that are described here stay as they are."""
        known = self.codes()
        new = {code.name: code for code in codes if code.name and code.name not in known}
        if not new:
            return None
        return ChangeCodebook(say("take in codes"), tuple(_hung_up(code, known | new) for code in new.values()))

    def colour_meanings(self) -> dict[Colour, str]:
        """Read what the marks of each colour stand for, empty where nothing was said."""
        with self._archive.connections.read() as connection:
            return codebook_table.colour_meanings(connection)

    def naming_colours(self, meanings: Mapping[Colour, str]) -> NameColours | None:
        """Read what is needed to say what colours stand for; None when that is said already."""
        known = self.colour_meanings()
        cleaned = {colour: _clean(meaning) for colour, meaning in meanings.items()}
        changed = tuple(ColourMeaning(colour, words) for colour, words in cleaned.items() if words != known[colour])
        return NameColours(changed) if changed else None

    def _all(self) -> "_Known":
        with self._archive.connections.read() as connection:
            codes = codebook_table.list_codes(connection)
            plain = codebook_table.tags_in_use(connection) - set(codes)
        last = max((code.position for code in codes.values()), default=0)
        ordered = sorted(plain, key=lambda tag: (fold(tag), tag))
        behind = {tag: Code(tag, position=last + place) for place, tag in enumerate(ordered, start=1)}
        return _Known(codes | behind, frozenset(plain))


@dataclass(frozen=True, slots=True)
class _Known:
    """The codes by name; ``plain`` are tags on marks, which stand at the top behind the codes of the codebook."""

    codes: Mapping[str, Code]
    plain: frozenset[str]

    def beside(self, parent: str) -> list[Code]:
        """Return what stands directly under a code, in order."""
        found = [code for code in self.codes.values() if code.parent == parent]
        return sorted(found, key=lambda code: (code.position, fold(code.name), code.name))

    def brought_in(self, name: str) -> tuple[Code, ...]:
        """Return a plain tag as a code for the codebook, since what stands below it needs it to stay."""
        return (self.codes[name],) if name in self.plain else ()


def _clean(words: str) -> str:
    return " ".join(words.split())


def _get(codes: Mapping[str, Code], name: str) -> Code:
    if name not in codes:
        raise UserFacingError(say("There is no code “{name}” any more. Choose another one.", name=name))
    return codes[name]


def _check_name(codes: Mapping[str, Code], name: str) -> None:
    if not name:
        raise UserFacingError(say("A code needs a name."))
    if "," in name:
        raise UserFacingError(
            say("“{name}” holds a comma, which separates tags. Write the name without one.", name=name)
        )
    known = next((other for other in codes if fold(other) == fold(name)), None)
    if known is not None:
        raise UserFacingError(
            say("There is a code “{known}” already. Choose another name, or merge the two.", known=known)
        )


def _check_above(codes: Mapping[str, Code], name: str, parent: str) -> None:
    if parent and parent not in codes:
        raise UserFacingError(
            say("There is no code “{parent}” any more to put it below. Choose another one.", parent=parent)
        )
    if parent == name or name in above(codes, parent):
        raise UserFacingError(say("“{name}” cannot stand below itself. Choose another place.", name=name))


def _completed(code: Code, other: Code) -> Code:
    """Return a code with what another one says where it says nothing itself."""
    return replace(
        code,
        definition=code.definition or other.definition,
        full_definition=code.full_definition or other.full_definition,
        when_to_use=code.when_to_use or other.when_to_use,
        when_not_to_use=code.when_not_to_use or other.when_not_to_use,
        example=code.example or other.example,
    )


def _hung_up(code: Code, codes: Mapping[str, Code]) -> Code:
    """Return a code that stands at the top where what it stood below is missing, or is below itself."""
    line = [code.name, *above(codes, code.name)]
    is_ring = codes[line[-1]].parent in line if line[-1] in codes else True
    return replace(code, parent="") if code.parent and (code.parent not in codes or is_ring) else code
