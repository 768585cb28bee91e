from hypothesis import example, given
from hypothesis import strategies as st
from whoosh.lang import stemmer_for_language

from storage.index.english import english_stem

LISTED = (
    "s es ed d ing edly ingly eed eedly y e l li tional ational enci anci abli entli izer ization ation ator alism "
    "aliti alli fulness ousli ousness iveness iviti biliti bli ogi fulli lessli alize icate iciti ical ful ness ative "
    "ance ence er able ible ant ement ment ent ism ate iti ous ive ize ion or ied ies sses us ss at bl iz ying"
)
ENDINGS = LISTED.split()
BEGINNINGS = (
    "", "gener", "commun", "arsen", "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    "sky", "news", "howe", "atlas", "cosmos", "bias", "andes", "skis", "skies", "dying", "lying", "tying", "idly",
    "gently", "ugly", "early", "only", "singly", "hop", "plan", "fall", "sentenc", "boy", "yell", "say", "eye",
)  # fmt: skip
WORDS = st.builds(
    lambda beginning, letters, endings: beginning + letters + "".join(endings),
    st.sampled_from(BEGINNINGS),
    st.text("aeiouybcdlstgnwx", max_size=6),
    st.lists(st.sampled_from(ENDINGS), max_size=3),
).filter(bool)
whooshs = stemmer_for_language("en")


@given(WORDS)
@example("y")
@example("ing")
@example("ogi")
def test_stems_are_those_of_whoosh(word):
    assert english_stem(word) == whooshs(word)


def test_every_beginning_with_every_ending_has_whooshs_stem():
    for beginning in BEGINNINGS:
        for one in ("", *ENDINGS):
            for two in ("", *ENDINGS):
                word = beginning + one + two
                assert not word or english_stem(word) == whooshs(word), word
