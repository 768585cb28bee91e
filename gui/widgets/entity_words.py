"""What kinds of entities and of their names are called."""

from PySide6.QtCore import QCoreApplication

from storage.domain.authority import EntityKind, NameKind


def kind_in_words(kind: EntityKind) -> str:
    """Name a kind of entity."""
    return {
        EntityKind.REGION: QCoreApplication.translate("EntityPanel", "region"),
        EntityKind.COUNTRY: QCoreApplication.translate("EntityPanel", "country"),
        EntityKind.PARTY: QCoreApplication.translate("EntityPanel", "party"),
        EntityKind.BODY: QCoreApplication.translate("EntityPanel", "body"),
        EntityKind.PERSON: QCoreApplication.translate("EntityPanel", "person"),
    }[kind]


def name_kind_in_words(kind: NameKind) -> str:
    """Name a kind of name."""
    return {
        NameKind.OFFICIAL: QCoreApplication.translate("EntityWords", "official"),
        NameKind.SHORT: QCoreApplication.translate("EntityWords", "short"),
        NameKind.ABBREVIATION: QCoreApplication.translate("EntityWords", "abbreviation"),
        NameKind.FORMER: QCoreApplication.translate("EntityWords", "former"),
        NameKind.VARIANT: QCoreApplication.translate("EntityWords", "variant"),
        NameKind.DEMONYM: QCoreApplication.translate("EntityWords", "demonym"),
    }[kind]
