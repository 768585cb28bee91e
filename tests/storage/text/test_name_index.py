"""The words of names, folded all at once, are those that each name has by itself."""

from hypothesis import given
from hypothesis import strategies as st

from storage.domain.authority import Entity, EntityKind, Name
from storage.domain.ids import EntityId
from storage.text.chinese_folding import simplified
from storage.text.folding import fold
from storage.text.name_index import pattern_meanings, separated

MIXED = st.text(
    st.sampled_from("aB -'.\x1f\u00e9\u00dfИй\u0301ﬁ\u2019\u00a0萬党\U0001f600Ⅳ") | st.characters(codec="utf-8")
)


@given(st.lists(MIXED, min_size=1, max_size=6))
def test_names_folded_together_are_as_names_folded_one_by_one(endings):
    names = [f"Zz{ending}" for ending in endings]
    entity = Entity(EntityId("country:ZZ"), EntityKind.COUNTRY, "Zz", tuple(map(Name, names)))
    alone = {simplified(separated(fold(name.replace("\x1f", " ")))).strip() for name in names}
    assert set(pattern_meanings([entity], [])) == alone
