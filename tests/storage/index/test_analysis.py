import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from storage.index.analysis import LONGEST_TERM, joined, pieces, terms_of, tokenise
from storage.text.folding import fold

MIXED = st.text(alphabet="ab A1.’'-_\u00a0éßﬁ½⅓²①\u0301\u200b中国人かな한हि𝔸\n", max_size=80)


def test_terms_are_what_a_reader_takes_for_words():
    assert terms_of("CPC’s party-to-party, l’Europe_x 3.5") == [
        "cpc",
        "s",
        "party",
        "to",
        "party",
        "l",
        "europe",
        "x",
        "3",
        "5",
    ]
    assert terms_of("ﬁne ve\u0301lo Straße São") == ["fine", "velo", "strasse", "sao"]
    assert terms_of("中国CPC人") == ["中国", "国", "cpc", "人"]
    assert terms_of("हिन्दी سَلام") == ["हिन्दी", "سلام"]
    assert terms_of("treaty¹² of peace⁴; parties①, 条约② CO₂ m²") == [
        "treaty",
        "of",
        "peace",
        "parties",
        "条约",
        "约",
        "co2",
        "m",
    ]
    assert terms_of("3½ ½ ⅓ и ¼") == ["3", "½", "½", "⅓", "и", "¼"]
    assert terms_of("x" * 1000) == ["x" * LONGEST_TERM]


@given(MIXED)
def test_a_term_is_where_its_letters_are(text):
    tokens = tokenise(text)
    ranges = zip(tokens.starts_in_text().tolist(), tokens.ends_in_text().tolist(), strict=True)
    last = 0
    for (start, end), word in zip(ranges, tokens.words(), strict=True):
        assert last <= start < end <= len(text)
        assert word[0] == fold(text[start:end])[0] or text[start] in "½ﬁ"
        last = start


def test_a_fraction_and_raised_digits_keep_everything_in_its_place():
    text = "é 3½ treaty¹² ⅓ ﬁne½x 中½国"
    tokens = tokenise(text)
    ranges = zip(tokens.starts_in_text().tolist(), tokens.ends_in_text().tolist(), strict=True)
    assert [text[start:end] for start, end in ranges] == [
        *("é", "3", "½", "treaty", "⅓", "ﬁne", "½", "x", "中", "½", "国"),
    ]
    assert tokens.words() == ["e", "3", "½", "treaty", "⅓", "fine", "½", "x", "中", "½", "国"]


@given(MIXED)
def test_ascii_is_read_alike_both_ways(text):
    plain = text.encode("ascii", "ignore").decode()
    assert terms_of(plain) == tokenise(plain).words()


@given(st.lists(MIXED, max_size=20))
def test_joined_texts_keep_their_terms(texts):
    found = [[] for _ in texts]
    for piece in joined(texts):
        tokens = tokenise(piece.text)
        firsts = tokens.first_from(np.array(piece.starts)).tolist()
        for number, first, last in zip(piece.numbers, firsts, [*firsts[1:], None], strict=True):
            found[number] += tokens.words()[first:last]
    assert found == [tokenise(text).words() for text in texts]


def test_long_texts_are_cut_between_words():
    text = "word another\n" * 50_000 + "中" * 300_000
    cut = list(pieces(text))
    assert "".join(piece for _, piece in cut) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in cut)
    assert [word for _, piece in cut for word in terms_of(piece)][:100_000] == ["word", "another"] * 50_000
