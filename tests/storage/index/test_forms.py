"""A plain word finds the forms that share its stem: all of them, in each language that has a stemmer."""

import random

import pytest

from storage.domain.ids import DocumentId
from storage.index.documents import IndexedDocument
from storage.index.stemming import STEMMED_LANGUAGES, beginnings, forms, stem
from storage.text.folding import fold
from tests.storage.index.test_search_index import found

ENDINGS = {
    "en": "s es ed ing ly ies ied y al ally ation ations ational ator ative ize izes izing ization izations ability "
    "abilities able ably ance ances ence ences ful fulness iveness ousness ment ments eed eedly edly ingly er est",
    "fr": "s e es ée ées é er ez ement ements amment emment issement issements ation ations ateur ence ences ité ités "
    "ivité if ive ives eux euse euses aux al ale ales ance ances ique iques logie logies usion ution issant issaient "
    "yer yons y oyer icité abilité ions erait eraient it ira issent",
    "es": "s es o a os as ción ciones ucion ución uciones encia encias ancia logía mente amente idad idades ivo iva "
    "ar er ir ando iendo ado ido aba ían aremos osa oso anza able ible ista ismo",
    "de": "e en em er es s st ste sten ung ungen heit keit lich liche lichen ig isch ische ischen end igung bar ern",
    "pt": "s es o a os as ção ções ução uções ência ências logia mente amente idade idades ivo iva ar er ir ando endo "
    "ado ido ava iam aremos osa oso eza ável ível ista ismo",
    "ru": "а ы у ой е и ов ам ами ах я ю ем ет ют ешь ал ала али ать ить ит ят ил ила ение ения ению ость ости "
    "остью ный ная ное ные ного ному ным ных ский ская ского ующий ующая вший вшая ться ся ейший",
    "it": "o a i e mente amente azione azioni uzione uzioni enza enze logia logie ità ivo iva are ere ire ando endo "
    "ato ito ava ivano eremo osa oso anza abile ibile ista ismo",
}
FAMILIES = {
    "en": [
        "sky skies",
        "party parties",
        "die dies dying died",
        "tie tying",
        "hope hoping hopes",
        "possible possibility",
    ],
    "fr": [
        "cheval chevaux",
        "parti partis",
        "présidence président",
        "décider décidée décidés décidèrent",
        "heureux heureuse",
        "général généraux",
    ],
    "es": ["nación naciones", "presidencia presidente", "tener tenían", "ideología ideológico", "partido partidos"],
    "de": ["Land Landes", "Partei Parteien", "Vertretung Vertretungen"],
    "pt": ["comunicação comunicações", "presidência presidente", "partido partidos", "reunião"],
    "ru": ["партия партии партию", "страна страны стран", "думаю думают", "веснушчатый веснушчатая"],
    "it": ["presidenza presidente", "partito partiti", "nazione nazioni"],
}


@pytest.mark.parametrize("language", STEMMED_LANGUAGES)
def test_words_begin_as_their_stem_says(language):
    """Some thousand made-up words; forms are looked for only among words that begin so."""
    chance = random.Random(language)
    letters = "абвгдежзийклмнопрстуфхцчшщюя" if language == "ru" else "abcdefghijklmnopqrstuvwxyzé"
    endings = ENDINGS[language].split()
    for _ in range(4000):
        made = "".join(chance.choices(letters, k=chance.choice((1, 2, 3, 4, 5, 7))))
        word = fold(made + chance.choice(endings))
        stemmed = stem.__wrapped__(language, word)
        if "шч" in word:
            continue  # read as щ by Whoosh's stemmer; see the family веснушчатый
        assert any(word.startswith(each) for each in beginnings(language, stemmed)), (word, stemmed)


def test_an_english_word_of_several_endings_is_a_form_of_itself():
    """Most words that begin with a stem are never stemmed, since they go on with what is no ending."""
    chance = random.Random("several endings")
    endings = [*ENDINGS["en"].split(), "ical", "icate", "alism", "ant", "ent", "able", "ling", "red", "ting", "ship"]
    for _ in range(10_000):
        made = "".join(chance.choices("abcdefghilmnoprstuvwxyz", k=chance.choice((1, 2, 3, 4, 5))))
        word = made + "".join(chance.choices(endings, k=chance.choice((1, 2, 3))))
        assert word in forms("en", word, lambda beginning, word=word: [word] if word.startswith(beginning) else [])


@pytest.mark.parametrize("language", STEMMED_LANGUAGES)
def test_forms_are_all_words_with_the_same_stem(language):
    chance = random.Random(f"vocabulary {language}")
    letters = "аеилнорст" if language == "ru" else "aeilnorst"
    made = ["".join(chance.choices(letters, k=chance.choice((1, 2, 3)))) for _ in range(60)]
    words = {fold(one + ending) for one in made for ending in ("", *ENDINGS[language].split())}
    words |= {fold(word) for family in FAMILIES[language] for word in family.split()}
    vocabulary = sorted(words)
    same: dict[str, set[str]] = {}
    for word in vocabulary:
        same.setdefault(stem(language, word), set()).add(word)
    for word in vocabulary:
        alike = forms(language, word, lambda letters: [term for term in vocabulary if term.startswith(letters)])
        assert alike == same[stem(language, word)], word


@pytest.mark.parametrize(
    ("language", "family"), [(language, family) for language in FAMILIES for family in FAMILIES[language]]
)
def test_each_form_finds_the_others(index, language, family):
    words = family.split()
    texts = [IndexedDocument(DocumentId(n), "s", word, language) for n, word in enumerate(words, 1)]
    index.replace([*texts, IndexedDocument(DocumentId(99), "s", " ".join(words), "zh")])
    for number, word in enumerate(words, 1):
        assert found(index, f"text:{word}") == {*range(1, len(words) + 1), 99}
        assert found(index, f'text:"{word}"') == {number, 99}
