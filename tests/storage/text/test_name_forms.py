import pytest

from storage.text.name_forms import is_broad


@pytest.mark.parametrize(
    "name",
    [
        "Labour Party",
        "LABOR PARTY",
        "People’s Democratic Party",
        "Socialist Workers' Party",
        "Standing Committee",
        "Parti socialiste",
        "Partido Comunista",
        "Unión Nacional",
        "Partito Democratico",
        "Socialdemokratiet",
        "Народная партия",
        "社会党",
        "人民民主党",
        "工党",
        "民族解放阵线",
    ],
)
def test_names_of_plain_words_are_broad(name):
    assert is_broad(name)


@pytest.mark.parametrize(
    "name",
    [
        "Communist Party of China",
        "African National Congress",
        "Socialist Party of Chile",
        "Chama Cha Mapinduzi",
        "Parti communiste français",
        "Единая Россия",
        "中国共产党",
        "智利社会党",
        "Kuomintang",
        "조선로동당",
        "",
        "...",
    ],
)
def test_names_with_a_word_of_their_own_are_not(name):
    assert not is_broad(name)
