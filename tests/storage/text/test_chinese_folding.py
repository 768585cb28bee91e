from hypothesis import given
from hypothesis import strategies as st

from storage.text.chinese_folding import simplified, traditional
from storage.use_cases.archive import shipped_authority
from tests.storage.text.naming import DOCUMENT


@given(st.text())
def test_lengths_stay_and_doing_it_twice_changes_nothing_more(text):
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


def test_both_scripts_are_read_as_one():
    assert simplified("中國共產黨與蘇聯") == "中国共产党与苏联"
    assert traditional("中国共产党") == "中國共產黨"
    assert simplified("the CPC") == "the CPC"


def test_names_are_found_in_traditional_characters_at_their_places():
    from storage.text.name_matching import NameMatcher

    text = "朝鮮勞動黨和越南共產黨的代表團訪問了韓國和寮國。"
    found = NameMatcher(shipped_authority()).mentions(text, (), DOCUMENT, "zh")
    assert [(text[mention.start : mention.end], mention.entity) for mention in found] == [
        ("朝鮮勞動黨", "organisation:wpk"), ("朝鮮", "country:KP"), ("越南共產黨", "organisation:cpv"),
        ("越南", "country:VN"), ("韓國", "country:KR"), ("寮國", "country:LA"),
    ]  # fmt: skip
