"""Everything shown to the reader is gathered for translation, and every language has all of it."""

import importlib.util
import json
import re
import string
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
FOLDER = CHECKOUT / "resources" / "translations"
CANNOT_BE_LOADED = 127
LANGUAGES = sorted(FOLDER.glob("*.ts"))
# Where a text is handed on that was gathered elsewhere: from a table, or from storage.
HANDED_ON = {
    "gui/actions.py", "gui/dialogs/read_again.py", "gui/translation.py", "gui/widgets/language_names.py",
    "gui/value_words.py",
}  # fmt: skip
# These are no calls for a translation: bytes.translate, and a notice bar that speaks.
NAMESAKES = {
    "gui/viewer/positions.py", "gui/main_window/review_desk.py", "gui/main_window/keeping_desk.py",
    "gui/main_window/read_only_desk.py", "storage/text/folding.py",
}  # fmt: skip


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """Return the module that gathers the texts."""
    spec = importlib.util.spec_from_file_location("translations", CHECKOUT / "build" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda file: file.stem)
def language(request: pytest.FixtureRequest) -> Path:
    """Return the translations into one language."""
    return request.param


def test_no_text_is_hidden_from_the_gathering(maker: ModuleType):
    hidden = [
        f"{path.relative_to(CHECKOUT).as_posix()}:{line}"
        for room in ("gui", "storage")
        for path in (CHECKOUT / room).rglob("*.py")
        if path.relative_to(CHECKOUT).as_posix() not in HANDED_ON | NAMESAKES
        for line in maker.read(path)[1]
    ]
    assert hidden == [], "only a text written out at the call can be translated"


def test_every_text_has_a_translation_and_none_is_left_over(maker: ModuleType, language: Path):
    translated = maker.translations(language)
    assert {message for message in translated if not translated[message].strip()} == set()
    assert set(translated) == set(maker.messages()), "run build/translate"


def test_a_translation_has_the_placeholders_of_its_source(maker: ModuleType, language: Path):
    wrong = [
        (message.source, translation)
        for message, translation in maker.translations(language).items()
        if placeholders(message.source) != placeholders(translation)
    ]
    assert wrong == []


def placeholders(text: str) -> Counter[str]:
    named = [f"{{{name}:{spec}}}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None]
    return Counter(named + re.findall(r"%(?:\d|n)", text))


def test_a_translation_has_a_key_where_its_source_has_one(maker: ModuleType, language: Path):
    keyed = {message: said for message, said in maker.translations(language).items() if "&" in message.source}
    assert {said for message, said in keyed.items() if key(said) != key(message.source)} <= set()


def key(words: str) -> str:
    found = re.search(r"&(\w)", words)
    return found[1].upper() if found else ""


def test_a_translation_ends_as_its_source_does(maker: ModuleType, language: Path):
    ends = {".": "。", "?": "？", "…": "…", ":": "：", "!": "！"}
    wrong = [
        (message.source, said)
        for message, said in maker.translations(language).items()
        if (end := ends.get(message.source[-1]))
        and end not in said[-3:]
        and not message.source.endswith(("/..", ", …"))
    ]
    assert wrong == []


def test_the_compiled_translations_are_those_of_the_source(maker: ModuleType, language: Path, tmp_path: Path):
    made = tmp_path / "made.qm"
    try:
        maker.compiled(language, made)
    except subprocess.CalledProcessError as error:
        if error.returncode == CANNOT_BE_LOADED:
            pytest.skip("Qt's lrelease lacks a library of the system")
        raise
    assert language.with_suffix(".qm").read_bytes() == made.read_bytes(), "run build/translate"


def test_the_list_of_what_storage_says_is_up_to_date(maker: ModuleType):
    assert maker.SENTENCES.read_text(encoding="utf-8") == maker.templates(maker.messages()), "run build/translate"


def test_a_new_text_is_kept_as_unfinished_and_a_lost_one_goes(maker: ModuleType, tmp_path: Path):
    old, new = maker.Message("Panel", "Old words"), maker.Message("Panel", "New & <words>")
    file = tmp_path / "liaison_xx.ts"
    file.write_text(maker.written("xx", {old: "Alte"}, [old, new]), encoding="utf-8")
    assert maker.translations(file) == {old: "Alte", new: ""}
    file.write_text(maker.written("xx", maker.translations(file), [new]), encoding="utf-8")
    assert maker.translations(file) == {new: ""}
    assert 'type="unfinished"' in file.read_text(encoding="utf-8")


def test_the_contexts_are_those_that_qt_looks_in(maker: ModuleType, tmp_path: Path):
    file = tmp_path / "module.py"
    file.write_text(
        "class Panel:\n"
        "    def say_it(self):\n"
        "        return self.tr('in a class')\n"
        "def helper(words):\n"
        "    return QCoreApplication.translate('Other', words)\n"
        "SAID = (helper('by a helper'), say('by {who}', who='storage'), QT_TRANSLATE_NOOP('Table', 'in a table'))\n"
        "def hidden(words):\n"
        "    return Panel().tr(words + '!')\n",
        encoding="utf-8",
    )
    messages, unseen = maker.read(file)
    assert {(message.context, message.source) for message in messages} == {
        ("Panel", "in a class"), ("Other", "by a helper"), ("storage", "by {who}"), ("Table", "in a table"),
    }  # fmt: skip
    assert unseen == [8]


def test_templates_can_be_filled_in(maker: ModuleType):
    for template in json.loads(maker.SENTENCES.read_text(encoding="utf-8")):
        assert all(name for _, name, _, _ in string.Formatter().parse(template) if name is not None), template
