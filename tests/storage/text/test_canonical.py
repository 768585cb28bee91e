"""Canonical text changes newlines, the byte order mark and NUL, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from storage.text.canonical import canonical_text, text_sha256


def test_newlines_mark_and_nul():
    assert (
        canonical_text("\ufeffa\r\nb\rc\n\rd\0\u00a0\ufeff\u2028e\u0301")
        == "a\nb\nc\n\nd\ufffd\u00a0\ufeff\u2028e\u0301"
    )


@given(st.text(st.characters(exclude_characters="\r\0")))
def test_every_other_code_point_stays(text):
    assert canonical_text("x" + text) == "x" + text


@given(st.text())
def test_canonical_text_is_its_own_canonical_text(text):
    once = canonical_text("x" + text)
    assert canonical_text(once) == once


def test_hash_is_of_the_utf8_form():
    assert text_sha256("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
