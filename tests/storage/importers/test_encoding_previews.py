import pytest

from storage.importers.encoding_previews import preview
from storage.importers.encodings import CHOOSABLE

RUSSIAN = "Коммунистическая партия Кубы"


def test_lines_that_tell_encodings_apart_come_first() -> None:
    lines, damaged = preview(f"Plain words\n\n{RUSSIAN}\nmore of them".encode("cp1251"), "cp1251")
    assert (lines, damaged) == (RUSSIAN, 0)
    assert preview(b"Plain words\n\nmore of them", "cp1251") == ("Plain words\nmore of them", 0)


def test_the_markup_of_a_page_is_left_out() -> None:
    page = f"<html><head><style>p {{ content: 'й' }}</style></head><body><p>{RUSSIAN} &amp; Лаоса</p></body></html>"
    assert preview(page.encode("koi8-r"), "koi8-r")[0] == f"{RUSSIAN} & Лаоса"


def test_characters_that_cannot_be_read_are_counted() -> None:
    assert preview("é".encode("cp1252") * 3 + b"a", "utf-8")[1] == 3
    assert preview(RUSSIAN.encode(), "utf-8")[1] == 0


@pytest.mark.parametrize("encoding", CHOOSABLE)
def test_no_encoding_fails_on_any_bytes(encoding: str) -> None:
    lines, _ = preview(bytes(range(256)) * 3, encoding)
    assert isinstance(lines, str)
