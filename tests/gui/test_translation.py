"""The window says what storage has said in the reader's language."""

import json
import re
import string
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from gui.actions import MENUS, ROWS, translated
from gui.translation import Interpreter, in_words, language_for, moment_in_words, spoken
from storage.domain.ids import AnnotationId
from storage.edits import RemoveAnnotations, SettleMarks, Settlement, label
from storage.errors import NotFoundError
from storage.paths import resource
from storage.sentences import Sentence, joined, say
from storage.text.edtf_words import date_in_words

TEMPLATES = json.loads(resource("translations", "sentences.json").read_text(encoding="utf-8"))


def fixed_letters(template: str) -> int:
    """Count the letters of a template beside its fields; one with few is known again only by what stands in them."""
    return sum(not sign.isspace() for text, *_ in string.Formatter().parse(template) for sign in text)


def test_english_is_what_stands_in_the_sources(qapp: QApplication):
    interpreter = Interpreter(qapp)
    interpreter.speak("en")
    assert spoken() == "en"
    interpreter.speak("zh_CN")
    assert spoken() == "zh_CN"
    interpreter.speak("en")
    assert spoken() == "en"
    assert in_words(say("There is no file {path}. Check the name, or make a new archive there.", path="x")).isascii()


def test_the_system_decides_where_the_reader_does_not(monkeypatch: pytest.MonkeyPatch):
    for system, language in (("zh_CN", "zh_CN"), ("zh_SG", "zh_CN"), ("zh_TW", "en"), ("de_DE", "en"), ("C", "en")):
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda name=system: QLocale(name)))
        assert language_for("system") == language
        assert language_for("no such language") == language
        assert language_for("zh_CN") == "zh_CN"
        assert language_for("en") == "en"


def test_qt_itself_and_numbers_speak_chinese(chinese: None):
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() is QLocale.Language.Chinese
    assert spoken() == "zh_CN"


def test_a_sentence_and_what_is_filled_in_are_translated(chinese: None):
    what = say("entity")
    said = say("There is no {what} {identity} in the authority file of this archive.", what=what, identity="x:1")
    assert in_words(NotFoundError(said)) == "本档案库的规范档中没有实体 x:1。"


def test_names_and_paths_are_left_alone(chinese: None):
    said = say("{path} is there already. Choose another name, or open it.", path="mark/document/a picture")
    assert in_words(said) == "mark/document/a picture 已存在。请换一个名称，或直接打开它。"
    assert in_words("Communist Party of Cuba") == "Communist Party of Cuba"


@pytest.mark.parametrize("template", [template for template in TEMPLATES if fixed_letters(template) > 5])
def test_a_sentence_that_came_back_from_a_file_is_found_again(chinese: None, template: str):
    fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(template) if name]
    sentence = Sentence(template, {name: 1234 if spec else f"<{number}>" for number, (name, spec) in enumerate(fields)})
    again = in_words("".join(sentence))
    assert again == in_words(sentence)
    assert again != sentence


def test_a_reason_behind_a_name_and_several_reasons_are_found_again(chinese: None):
    damaged = say("The PDF is damaged: none of its pages can be read. Get another copy of it.")
    said = joined(": ", ("a: b.pdf", damaged))
    assert in_words("".join(said)) == in_words(said) == f"a: b.pdf: {in_words(damaged)}"
    by_hand = joined(", ", (say("accepted by hand"), say("this document")))
    rule = joined("; ", (by_hand, say("abbreviation; nothing speaks for another one")))
    assert in_words("".join(rule)) == in_words(rule) == "手动接受，本文献；缩写；没有迹象表明另有所指"


def test_the_words_of_undo_are_found_again(chinese: None):
    marks = tuple(map(AnnotationId, range(2000)))
    edits = (RemoveAnnotations(marks[:1]), RemoveAnnotations(marks), SettleMarks((), Settlement.KEPT_AS_LOST))
    verbs = [say("add {marks}", marks=said) for said in (say("mark"), say("{count:,} marks", count=2))]
    for said in (*map(label, edits), *verbs, say("move {what}", what=say("{count} rows", count=3))):
        assert in_words("".join(said)) == in_words(said)
        assert not any(sign.isascii() and sign.isalpha() for sign in in_words(said))


def test_why_a_name_was_recognised_is_found_again(chinese: None):
    rule = "".join(joined("; ", (say("a short name"), say("it is named in full in ¶ {number}", number=3))))
    assert in_words(rule) == "简称；第 3 段提到其全称"


@pytest.mark.parametrize(
    ("edtf", "chinese_words", "english_words"),
    [
        ("2021-07-01", "2021年7月1日", "1 July 2021"),
        ("2004-09", "2004年9月", "September 2004"),
        ("1949~", "约 1949", "about 1949"),
        ("195X", "1950年代", "1950s"),
        ("2004/2007", "2004 至 2007", "2004 to 2007"),
        ("1919-03/1943-06", "1919年3月 至 1943年6月", "March 1919 to June 1943"),
        ("2001-21", "2001 年春", "spring 2001"),
    ],
)
def test_dates_in_both_languages(chinese: None, edtf: str, chinese_words: str, english_words: str):
    assert date_in_words(edtf) == english_words
    assert in_words(date_in_words(edtf)) == chinese_words


def test_the_chinese_guide_calls_the_menus_by_their_names(chinese: None):
    menus = {identity: translated(title) for identity, title in MENUS}
    known = {(bare(menus[row.menu]), bare(translated(row.label))) for row in ROWS}
    guide = resource("guide", "zh_CN.md").read_text(encoding="utf-8")
    named = {(menu, bare(label)) for menu, label in re.findall(r"“(\w+) › ([^”]+)”", guide)}
    assert len(named) > 5
    assert named <= known


def bare(words: str) -> str:
    """Return words of a menu without their key and dots."""
    return re.sub(r"\(&.\)", "", words).rstrip("…")


def test_a_moment_is_said_so_that_no_reader_takes_its_day_for_its_month(qapp: QApplication):
    interpreter = Interpreter(qapp)
    at = datetime(2026, 2, 11, 16, 5).astimezone()
    interpreter.speak("zh_CN")
    assert moment_in_words(at).startswith("2026年2月11日 ")
    interpreter.speak("en")
    assert moment_in_words(at).startswith("11 February 2026 ")
    assert "05" in moment_in_words(at)
