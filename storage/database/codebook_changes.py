"""Carrying out an edit of the codebook, and working out the edit that takes it back."""

import sqlite3

from storage.database import codebook
from storage.domain.ids import AnnotationId
from storage.edits import Becoming, ChangeCodebook


def change_codebook(
    connection: sqlite3.Connection, change: ChangeCodebook
) -> tuple[ChangeCodebook, tuple[AnnotationId, ...]]:
    """Carry out a change of the codebook; returns the change that takes it back, and the marks with other tags."""
    names = {code.name for code in change.codes}
    former = codebook.get_codes(connection, names | set(change.removed))
    codebook.remove_codes(connection, change.removed)
    codebook.put_codes(connection, change.codes)
    touched = codebook.annotations_tagged(connection, [one.tag for one in change.becoming])
    only_renamed = _only_renames(connection, change)
    touched = tuple(dict.fromkeys((*touched, *(one.annotation for one in change.retagged))))
    tags_before = () if only_renamed else codebook.tags_of(connection, touched)
    if only_renamed:
        for one in change.becoming:
            codebook.rename_tag(connection, one)
    else:
        into = {one.tag: one.into for one in change.becoming}
        codebook.retag(connection, [codebook.becoming_of(one, into) for one in tags_before])
        codebook.retag(connection, change.retagged)
    inverse = ChangeCodebook(
        what=change.what,
        codes=former,
        removed=tuple(sorted(names - {code.name for code in former})),
        becoming=tuple(Becoming(one.into, one.tag) for one in change.becoming) if only_renamed else (),
        retagged=tags_before,
    )
    return inverse, touched


def _only_renames(connection: sqlite3.Connection, change: ChangeCodebook) -> bool:
    """Tell whether tags only become others that are new, so that the way back needs no list of marks."""
    if change.retagged or not all(one.into for one in change.becoming):
        return False
    into = [one.into for one in change.becoming]
    return len(set(into)) == len(into) and not codebook.annotations_tagged(connection, into)
