"""What regions, countries and organisations are called in the window: in its language where the archive knows that."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gui.translation import ENGLISH, in_words, spoken
from gui.value_words import entity_kind_in_words
from storage.domain.authority import Entity, TreeNode
from storage.domain.ids import EntityId
from storage.domain.mention import Mention

if TYPE_CHECKING:
    from storage.library import Library


def names_to_show(library: "Library | None") -> dict[EntityId, str]:
    """Return the names that entities have in the language of the window, apart from their own."""
    language = spoken()
    return library.names_in_language(language[:2]) if library is not None and language != ENGLISH else {}


def places_to_show(library: "Library | None") -> dict[str, str]:
    """Return what countries and regions are called in the language of the window, by their own names."""
    language = spoken()
    return library.places_in_language(language[:2]) if library is not None and language != ENGLISH else {}


def shown_name(node: TreeNode, names: Mapping[EntityId, str]) -> str:
    """Return how a row of the tree is called in the window, given the names to show."""
    return in_words(node.name) if node.is_branch else names.get(node.id, node.name)


def shown_entity(entity: Entity, library: "Library | None") -> str:
    """Return how an entity is called in the window."""
    return names_to_show(library).get(entity.id, entity.name)


def shown_mention(mention: Mention, names: Mapping[EntityId, str]) -> str:
    """Return how the window calls what a mention names; of an ambiguous one, the name that stands in the text."""
    return mention.name if mention.entity is None else names.get(mention.entity, mention.name)


def entity_in_words(entity: Entity, names: Mapping[EntityId, str]) -> str:
    """Say an entity in a list: as it is called in the window, the name it goes by where that differs, and its kind."""
    called = dict.fromkeys((names.get(entity.id, entity.name), entity.name))
    return "  ·  ".join((*called, entity_kind_in_words(entity.kind)))
