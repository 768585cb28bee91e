"""The language of the window: which one is spoken, and what storage says put into it.

English is what stands in the sources and needs nothing loaded.
"""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTime, QTranslator

from storage.domain.export import Wording
from storage.paths import resource
from storage.sentences import Sentence
from storage.text.edtf_words import date_in_words

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "zh_CN": "简体中文"}
"""The languages the window speaks, each by its own name."""
SENTENCES = "storage"
"""The context in which the translations of storage's sentences stand."""

_BETWEEN = (QT_TRANSLATE_NOOP("lists", ", "), QT_TRANSLATE_NOOP("lists", "; "))
_FEWEST_LETTERS = 5
_REMEMBERED = 4096
_SEPARATORS = ("\n", "; ", ": ", ", ", " · ")
_NUMBER = re.compile(r"\d[\d,.]*")
_FIELD = re.compile(r"\{(\w+)(?::[^}]*)?\}")


def language_for(chosen: str) -> str:
    """Return the language that a choice in the settings stands for; what is no language stands for the system's."""
    if chosen in LANGUAGES:
        return chosen
    system = QLocale.system()
    is_ours = (system.language(), system.script()) == (QLocale.Language.Chinese, QLocale.Script.SimplifiedHanScript)
    return "zh_CN" if is_ours else ENGLISH


class Interpreter:
    """Lets the application speak a language; widgets made before keep their words."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []

    def speak(self, chosen: str) -> None:
        """Speak a language from now on, as chosen in the settings."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        language = language_for(chosen)
        QLocale.setDefault(_locale(chosen, language))
        _found_again.cache_clear()
        _recognised.cache_clear()
        self._translators = [] if language == ENGLISH else self._installed(language)

    def _installed(self, language: str) -> list[QTranslator]:
        installed = []
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own_folder = str(resource("translations"))
        for name, folder in ((f"qtbase_{language}", qt_folder), (f"liaison_{language}", own_folder)):
            translator = QTranslator()
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                installed.append(translator)
        return installed


def _locale(chosen: str, language: str) -> QLocale:
    """Return how numbers and dates are written: as the system has it, unless that is of another language."""
    system, spoken = QLocale.system(), QLocale(language)
    is_free = chosen not in LANGUAGES and system.language() is not QLocale.Language.C
    return system if is_free or system.language() is spoken.language() else spoken


def spoken() -> str:
    """Return the language that is spoken."""
    return QCoreApplication.translate("translation", "en")


def listed(parts: Iterable[str]) -> str:
    """Join parts of a sentence into one, as the reader's language does."""
    return QCoreApplication.translate("lists", ", ").join(parts) + QCoreApplication.translate("lists", ".")


def in_words(said: object) -> str:
    """Say what storage has said in the reader's language.

    What came back from a file is an ordinary text; it is found again among all that storage can say.
    """
    words = str(said)
    if not words or spoken() == ENGLISH:
        return words
    return _translated(words) if isinstance(words, Sentence) else _found_again(words)


def moment_in_words(moment: datetime) -> str:
    """Say a day and time as the clock on the wall shows it, the day as dates of documents are said.

    A day in figures alone is another one to readers from elsewhere.
    """
    local = moment.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return f"{in_words(date_in_words(f'{local:%Y-%m-%d}'))} {time}"


def _translated(sentence: Sentence) -> str:
    template = QCoreApplication.translate(SENTENCES, sentence.template)
    if template == sentence.template:  # it only joins what stands in it
        for separator in _BETWEEN:
            template = template.replace(str(separator), QCoreApplication.translate("lists", str(separator)))
    if not sentence.values:
        return template
    return template.format(
        **{name: in_words(value) if isinstance(value, Sentence) else value for name, value in sentence.values.items()}
    )


def wording() -> Wording:
    """Return how an export says in the reader's language what it adds to the notes."""
    return Wording(spoken().replace("_", "-"), in_words)


@lru_cache(_REMEMBERED)
def _found_again(words: str) -> str:
    """Translate a text that storage can say, or a row of such texts and others; what is none comes back as it is."""
    if known := _recognised(words):
        return known
    for separator in _SEPARATORS:
        head, between, tail = words.partition(separator)
        if not between:
            continue
        there = (_found_again(head), _found_again(tail))
        if there != (head, tail):
            return QCoreApplication.translate("lists", separator).join(there)
    return words


@lru_cache(_REMEMBERED)
def _recognised(words: str, is_whole: bool = True) -> str:
    """Return the translation of a text that storage can say, or nothing.

    A template with few fixed letters fits too much; it counts only for a whole text and where the values are known too.
    """
    translated = QCoreApplication.translate(SENTENCES, words)
    if translated != words:
        return translated
    for template, longest, letters in _templates():
        match = _pattern(template).fullmatch(words) if longest in words else None
        if match is None:
            continue
        values = match.groupdict()
        is_strong = letters >= _FEWEST_LETTERS
        if not (is_strong or is_whole or all(map(_NUMBER.fullmatch, values.values()))):
            continue
        found = {
            name: value if _NUMBER.fullmatch(value) else _recognised(value, False) for name, value in values.items()
        }
        if is_strong or all(found.values()):
            told = {name: found[name] or value for name, value in values.items()}
            return _FIELD.sub(r"{\1}", QCoreApplication.translate(SENTENCES, template)).format(**told)
    return ""


@lru_cache(1)
def _templates() -> tuple[tuple[str, str, int], ...]:
    """Return the templates with something to fill in, each with its longest fixed part and how many letters are fixed.

    The one with the most fixed letters stands first.
    """
    found = []
    for template in json.loads(resource("translations", "sentences.json").read_text(encoding="utf-8")):
        fixed = _FIELD.sub("\0", template).split("\0")
        if len(fixed) > 1:
            found.append((template, max(fixed, key=len), sum(not sign.isspace() for part in fixed for sign in part)))
    return tuple(sorted(found, key=lambda entry: -entry[2]))


@lru_cache(None)
def _pattern(template: str) -> re.Pattern[str]:
    parts, at = [], 0
    for field in _FIELD.finditer(template):
        anything = _NUMBER.pattern if ":" in field[0] else ".*?"
        parts += [re.escape(template[at : field.start()]), f"(?P<{field[1]}>{anything})"]
        at = field.end()
    return re.compile("".join((*parts, re.escape(template[at:]))), re.DOTALL)
