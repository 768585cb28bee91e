"""What the values of storage's enumerations, and the schemes shipped, are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storage.domain.annotation import Colour
from storage.domain.authority import EntityKind, NameKind, Scheme
from storage.domain.codebook import CodeColour
from storage.domain.document import DateLayer, SourceClass
from storage.domain.mention import MentionState

_SHIPPED_SCHEMES = (QT_TRANSLATE_NOOP("Schemes", "Founding texts"), QT_TRANSLATE_NOOP("Schemes", "UN M49"))


def scheme_in_words(scheme: Scheme) -> str:
    """Return a scheme's name; those that come with the program have one in each language of the window."""
    return QCoreApplication.translate("Schemes", scheme.name)


def entity_kind_in_words(kind: EntityKind) -> str:
    """Name a kind of entity."""
    return {
        EntityKind.REGION: QCoreApplication.translate("EntityWords", "region"),
        EntityKind.COUNTRY: QCoreApplication.translate("EntityWords", "country"),
        EntityKind.PARTY: QCoreApplication.translate("EntityWords", "party"),
        EntityKind.BODY: QCoreApplication.translate("EntityWords", "body"),
        EntityKind.PERSON: QCoreApplication.translate("EntityWords", "person"),
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


def source_class_in_words(source_class: SourceClass) -> str:
    """Name a class of sources."""
    return {
        SourceClass.OFFICIAL_ORGAN: QCoreApplication.translate("SourceClass", "official organ"),
        SourceClass.OFFICIAL_MEDIA: QCoreApplication.translate("SourceClass", "official media"),
        SourceClass.SIGNED_BY_OFFICIAL: QCoreApplication.translate("SourceClass", "signed by an official"),
        SourceClass.FOREIGN_OP_ED: QCoreApplication.translate("SourceClass", "foreign op-ed"),
        SourceClass.FOREIGN_MEDIA: QCoreApplication.translate("SourceClass", "foreign media"),
        SourceClass.SCHOLARSHIP: QCoreApplication.translate("SourceClass", "scholarship"),
        SourceClass.COUNTERPART_PARTY: QCoreApplication.translate("SourceClass", "counterpart party"),
        SourceClass.ARCHIVE_DOCUMENT: QCoreApplication.translate("SourceClass", "archive document"),
        SourceClass.SAMPLE: QCoreApplication.translate("SourceClass", "sample"),
        SourceClass.OTHER: QCoreApplication.translate("SourceClass", "other"),
    }[source_class]


def date_layer_in_words(layer: DateLayer) -> str:
    """Name which of a document's dates is meant."""
    return {
        DateLayer.STATE_DESCRIBED: QCoreApplication.translate("DateLayer", "state described"),
        DateLayer.WRITTEN: QCoreApplication.translate("DateLayer", "written"),
        DateLayer.PUBLISHED: QCoreApplication.translate("DateLayer", "published"),
        DateLayer.REPUBLISHED: QCoreApplication.translate("DateLayer", "republished"),
        DateLayer.CAPTURED: QCoreApplication.translate("DateLayer", "captured"),
    }[layer]


def mention_state_in_words(state: MentionState) -> str:
    """Say what a person has decided about a mention."""
    return {
        MentionState.SUGGESTED: QCoreApplication.translate("MentionState", "suggested"),
        MentionState.ACCEPTED: QCoreApplication.translate("MentionState", "accepted"),
        MentionState.REJECTED: QCoreApplication.translate("MentionState", "rejected"),
        MentionState.REASSIGNED: QCoreApplication.translate("MentionState", "reassigned"),
        MentionState.AMBIGUOUS: QCoreApplication.translate("MentionState", "ambiguous"),
    }[state]


def colour_in_words(colour: Colour) -> str:
    """Name the colour of a mark."""
    return {
        Colour.YELLOW: QCoreApplication.translate("Colour", "yellow"),
        Colour.GREEN: QCoreApplication.translate("Colour", "green"),
        Colour.ROSE: QCoreApplication.translate("Colour", "rose"),
        Colour.BLUE: QCoreApplication.translate("Colour", "blue"),
    }[colour]


def mark_colour_in_words(colour: Colour, meaning: str = "") -> str:
    """Name the colour of a mark where it stands alone, and what it stands for where that is known."""
    word = {
        Colour.YELLOW: QCoreApplication.translate("MarkColour", "Yellow"),
        Colour.GREEN: QCoreApplication.translate("MarkColour", "Green"),
        Colour.ROSE: QCoreApplication.translate("MarkColour", "Rose"),
        Colour.BLUE: QCoreApplication.translate("MarkColour", "Blue"),
    }[colour]
    return f"{word}: {meaning}" if meaning else word


def code_colour_in_words(colour: CodeColour) -> str:
    """Name the colour of a code."""
    return {
        CodeColour.GREY: QCoreApplication.translate("CodeColour", "Grey"),
        CodeColour.RED: QCoreApplication.translate("CodeColour", "Red"),
        CodeColour.ORANGE: QCoreApplication.translate("CodeColour", "Orange"),
        CodeColour.OLIVE: QCoreApplication.translate("CodeColour", "Olive"),
        CodeColour.GREEN: QCoreApplication.translate("CodeColour", "Green"),
        CodeColour.TEAL: QCoreApplication.translate("CodeColour", "Teal"),
        CodeColour.BLUE: QCoreApplication.translate("CodeColour", "Blue"),
        CodeColour.VIOLET: QCoreApplication.translate("CodeColour", "Violet"),
        CodeColour.PINK: QCoreApplication.translate("CodeColour", "Pink"),
    }[colour]
