"""Languages by their names."""

from PySide6.QtCore import QLocale


def language_words(tag: str) -> str:
    """Name the language of a BCP 47 tag; a tag that Qt has no name for comes back as it is."""
    language = QLocale(tag).language()
    return tag if language is QLocale.Language.C else QLocale.languageToString(language)
