"""Carrying out a change of the authority file, and working out the change that takes it back."""

import sqlite3
from collections.abc import Callable

from storage.authority_edits import Base, ChangeAuthority
from storage.database import authority, decisions
from storage.domain.ids import EntityId, SchemeId
from storage.errors import NotFoundError, UserFacingError
from storage.sentences import say


def change_authority(connection: sqlite3.Connection, change: ChangeAuthority) -> ChangeAuthority:
    """Carry out a change inside the transaction that is open, and return what takes it back.

    Raises:
        NotFoundError: when it removes what is not there.
        UserFacingError: when a scheme or an entity would refer to something that is not there.
    """
    inverse = _inverse(connection, change)
    if change.by_a_person:
        authority.keep_bases(connection, [*(entity.id for entity in change.entities), *change.removed])
        authority.keep_scheme_bases(connection, [*(scheme.id for scheme in change.schemes), *change.removed_schemes])
    authority.put_entities(connection, change.entities)
    authority.set_became(connection, [entity.id for entity in change.entities], None)
    for scheme in change.removed_schemes:
        authority.remove_scheme(connection, scheme)
    try:
        for scheme in change.schemes:
            authority.put_scheme(connection, scheme)
        authority.remove_entities(connection, change.removed)
    except sqlite3.IntegrityError as error:
        raise UserFacingError(
            say(
                "A scheme would hold a region or country twice, or one that is no longer there. "
                "Nothing was changed; undo what was done since, then try again."
            )
        ) from error
    authority.set_became(connection, change.removed, change.merged_into)
    authority.put_bases(connection, change.bases)
    authority.put_scheme_bases(connection, change.scheme_bases)
    authority.put_scheme_order(connection, change.scheme_order)
    decisions.replace_decisions(connection, change.decisions)
    authority.put_version(connection, change.version, change.not_names)
    authority.raise_revision(connection)
    return inverse


def _inverse(connection: sqlite3.Connection, change: ChangeAuthority) -> ChangeAuthority:
    touched = [*(entity.id for entity in change.entities), *change.removed]
    former = authority.get_entities(connection, touched)
    there = {entity.id for entity in former}
    _check_there(change.removed, there.__contains__, say("entity"))
    schemes = {scheme.id: scheme for scheme in authority.list_schemes(connection)}
    _check_there(change.removed_schemes, schemes.__contains__, say("scheme"))
    changed_schemes = [*(scheme.id for scheme in change.schemes), *change.removed_schemes]
    kept = {base.id: base for base in authority.list_bases(connection, [base.id for base in change.bases])}
    changed_bases = {scheme.id for scheme in change.scheme_bases}
    known = authority.load_version(connection)
    return ChangeAuthority(
        what=change.what,
        entities=former,
        removed=tuple(entity.id for entity in change.entities if entity.id not in there),
        schemes=tuple(schemes[scheme] for scheme in changed_schemes if scheme in schemes),
        removed_schemes=tuple(scheme.id for scheme in change.schemes if scheme.id not in schemes),
        decisions=decisions.get_decisions(connection, [decision.id for decision in change.decisions]),
        bases=tuple(kept.get(base.id, Base(base.id)) for base in change.bases),
        scheme_bases=tuple(scheme for scheme in authority.list_scheme_bases(connection) if scheme.id in changed_bases),
        scheme_order=tuple(schemes) if change.removed_schemes or change.scheme_order else (),
        version=known.version if change.version else "",
        not_names=known.not_names if change.not_names is not None else None,
        by_a_person=change.by_a_person,
    )


def _check_there(
    ids: tuple[EntityId, ...] | tuple[SchemeId, ...], is_there: Callable[[object], bool], what: str
) -> None:
    for identity in ids:
        if not is_there(identity):
            raise NotFoundError(
                say(
                    "There is no {what} {identity} in the authority file of this archive.", what=what, identity=identity
                )
            )
