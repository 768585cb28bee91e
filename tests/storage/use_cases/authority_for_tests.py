"""What tests of the authority file ask of an archive: documents with texts, and everything that can be changed."""

from pathlib import Path

from storage.authority_edits import ChangeAuthority
from storage.database import authority as authority_table
from storage.database import decisions as decisions_table
from storage.domain.authority import Name
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Mention
from storage.library import Library

CPC = EntityId("organisation:cpc")
PCC = EntityId("organisation:pcc")
WPK = EntityId("organisation:wpk")
CUBA = EntityId("country:CU")


def put_text(library: Library, path: Path, text: str) -> DocumentId:
    """Import a text, or another version of it when the path is known."""
    path.write_text(text, encoding="utf-8")
    (outcome,) = library.import_paths([path]).files
    assert outcome.document is not None
    return outcome.document


def named(library: Library, document: DocumentId, words: str) -> list[Mention]:
    """Return the mentions of a document that stand at exactly these words."""
    text = library.text(document).text
    return [mention for mention in library.mentions(document) if text[mention.start : mention.end] == words]


def authority_state(library: Library) -> tuple[object, ...]:
    """Return everything that an edit of the authority file can change."""
    with library._archive.connections.read() as connection:
        authority = authority_table.load_authority(connection)
        return authority, decisions_table.list_decisions(connection)


def renaming(library: Library, entity: EntityId, name: str) -> ChangeAuthority:
    """Give the edit that shows an entity under another name, which is looked for beside the former ones."""
    names = library.entity_card(entity).entity.names
    return library.naming(entity, name, (*names, Name(name)) if names else ())


def adding_name(library: Library, entity: EntityId, name: Name) -> ChangeAuthority:
    """Give the edit that looks for an entity under one more name."""
    known = library.entity_card(entity).entity
    return library.naming(entity, known.name, (*known.names, name))


def removing_name(library: Library, entity: EntityId, name: Name) -> ChangeAuthority:
    """Give the edit that looks for an entity no longer under a name."""
    known = library.entity_card(entity).entity
    return library.naming(entity, known.name, tuple(one for one in known.names if one != name))
