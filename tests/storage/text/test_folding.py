from hypothesis import given
from hypothesis import strategies as st

from storage.text.folding import fold, fold_with_map, holding_all


def test_what_looks_alike_folds_alike():
    assert fold("CPC’S") == fold("cpc's")
    assert fold("Source:\u00a0International") == fold("Source: international")
    assert fold("São Paulo – ﬁne") == "sao paulo - fine"
    assert fold("ＡＢＣ１") == "abc1"
    assert fold("Treaty¹² 3½ CO₂ x①") == "treaty   3½ co2 x "
    assert fold("e\u0301te") == fold("été") == "ete"
    assert fold("Đảng Cộng sản") == "dang cong san"
    assert fold("조선로동당") == "조선로동당"


def test_a_range_takes_the_marks_that_belong_to_it():
    folded = fold_with_map("ve\u0301lo \U0001d504x")
    at = folded.text.index("velo")
    assert folded.span(at, at + 4) == (0, 5)


def test_a_ligature_is_never_cut_in_half():
    folded = fold_with_map("o\ufb03ce")
    at = folded.text.index("f")
    assert folded.span(at, at + 1) == (1, 2)


@given(st.text())
def test_every_character_is_found_where_it_stands(text):
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    position = 0
    for index, character in enumerate(text):
        length = len(fold(character))
        if length:
            start, end = folded.span(position, position + length)
            assert start <= index < end
            assert fold(text[start:end]) == folded.text[position : position + length]
        position += length


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_texts_hold_all_of_some_words():
    texts = ["visit of a party", "party talks", "talks", ""]
    assert list(holding_all(["party", "talk"], texts)) == [1]
    assert list(holding_all(["a"], texts)) == [0, 1, 2]
    assert list(holding_all([], texts)) == [0, 1, 2, 3]
