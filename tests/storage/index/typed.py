"""Random documents and queries as typed, for the property tests; few words, so that most queries find something."""

import random
from dataclasses import replace

from hypothesis import strategies as st

from storage.domain.ids import DocumentId, EntityId
from storage.domain.search import Span
from storage.index.documents import IndexedDocument
from tests.storage.index.plain_scan import Group, Leaf, units

_WORDS = (
    "peace peaceful nation nations national united unity unit party parties policy policies country countries delegate"
    " delegation delegations congress congo die dying skies sky relation relations relative meet met the 1956 1957 hope"
    " hoping possible possibility"
)
PLAIN = tuple(_WORDS.split())
SPELLINGS = (
    "Général", "gene\u0301ral", "GENERAL", "o\ufb03ce", "office", "ＣＰＣ", "CPC’s", "CPC's", "co\u00adoperation",
    "cooperation", "co-operation", "Straße", "strasse", "İstanbul", "e\u0301\u0327", "x²", "№5", "naïve", "l’Humanité",
    "Москва", "москвы", "партия", "партии", "советский", "Ёлка", "елка", "cheval", "chevaux", "nación", "naciones",
    "Länder", "Land", "Landes", "comunicação", "comunicações", "partito", "partiti", "décidée", "décider",
    "سَلَام", "سلام", "الحِزْب", "الحزب", "شَـعب", "שָׁלוֹם", "שלום", "हिन्दी", "𝔓eace", "𝟐𝟎𝟎𝟕", "U.S.", "a\u200db",
    "treaty¹²", "3½", "½", "⅓", "协定①",
)  # fmt: skip
RUNS = (
    "中国共产党", "中国", "国际", "共产国际代表团", "人民日报", "日本語", "党", "한국", "조선로동당", "ประเทศไทย",
    "𠀀𠀁国", "ｶﾀｶﾅ",
)  # fmt: skip
_CHARACTERS = (
    *"国共产党中际日々〇한국조ไทกកခက가가豈ー・カｶﾞが゙", *"abcxyéßıİøæﬁＡａ½⅓²③①№5７𝔓𝟐ςΣŉǆꜳ㎏㍿㈱",
    *"سلامَـשׁלו१ٹहि", "peace", "nation",
    *"…·，。、 .'’-–—‑_&@%+=<#$|!,;", "...", "😀", "🇨🇳", "\n", "\t",
    *"\u00a0\u3000\u202f\u200b\u200d\u00ad\ufe0f\u0301\u0327\u20dd\u0345\u0e33\u0eb3",
)  # fmt: skip
_SIGNS_OF_QUERIES = str.maketrans(dict.fromkeys(':()[]{}*?^~/\\"＂（）“”„‟«»<', " "))


def _medleys() -> tuple[str, ...]:
    draw = random.Random("medleys")
    return tuple("".join(draw.choices(_CHARACTERS, k=draw.randrange(2, 9))) for _ in range(60))


MEDLEYS = _medleys()
"""Characters of all kinds in an order that nobody would write, some of which vanish, expand or part words."""

_BETWEEN = (
    *(" ", " ", " ", " ", ", ", ". ", "\n", "\u00a0", " – ", "-", "/", " “", "” ", " 😀 ", "…", "\u3000"),
    *("\u202f", "\u200b", "，", "、", "«", "’", ""),
)  # fmt: skip
VALUES = {
    "author": ("Zhou Enlai", "Tito", "Jean Müller"),
    "region": ("Asia", "West Asia and North Africa", "Africa"),
    "country": ("China", "France", "South Africa"),
    "party": ("Communist Party of China", "中国共产党", "Parti communiste français"),
    "body": ("COPPPAL", "Socialist International"),
    "kind": ("official organ", "foreign media", "scholarship"),
    "source": ("Beijing Review", "https://example.org/peace"),
    "tag": ("to quote", "peace", "check-dates"),
    "note": ("a fine nation", "see relations 1956", "peace?"),
}
ENTITIES = tuple(EntityId(f"country:{code}") for code in ("CN", "FR", "ZA"))
LANGUAGES = ("en", "en", "en-GB", "fr", "es", "ru", "de", "pt", "it", "zh", "ar", "")
_JOINTS = ("AND", "AND", "OR", "OR", "ANDNOT", "ANDMAYBE", "REQUIRE")
_DAYS = ("1916", "1955-06", "1956-12-31", "1957", "2003-01-15", "")


def random_text(draw: random.Random, longest: int) -> str:
    """Make up a text of words that also stand in the queries."""
    pieces: list[str] = []
    for _ in range(draw.randrange(longest + 1)):
        (words,) = draw.choices((PLAIN, SPELLINGS, RUNS, MEDLEYS), (60, 20, 12, 8))
        pieces += [draw.choice(words), draw.choice(_BETWEEN)]
    return "".join(pieces)


def random_document(number: int, draw: random.Random) -> IndexedDocument:
    """Make up a document: now and then with boilerplate, without any words, or without a title."""
    text = random_text(draw, draw.choice((0, 5, 20, 60)))
    borders = [place for place in range(len(text) + 1) if text[place - 1 : place] in ("", " ", "\n")]
    start, end = sorted(draw.choices(borders, k=2))
    first = draw.randrange(699_000, 732_000)
    later = first + 9000
    return IndexedDocument(
        id=DocumentId(number),
        stamp=str(number),
        text=text,
        language=draw.choice(LANGUAGES),
        title=random_text(draw, 5),
        boilerplate=(Span(start, end),) if start < end and draw.random() < 0.2 else (),
        attributes={name: tuple(draw.sample(each, draw.choice((0, 1, 1, 2)))) for name, each in VALUES.items()},
        entities=frozenset(draw.sample(ENTITIES, draw.randrange(3))),
        dates=draw.choice(((), ((first, first),), ((first, first + 365),), ((first, first), (later, later)))),
    )


def random_documents(count: int, seed: int) -> list[IndexedDocument]:
    """Make up so many documents, always the same for the same seed, with numbers that have gaps."""
    draw = random.Random(seed)
    return [random_document(number, draw) for number in sorted(draw.sample(range(1, count * 3), count))]


def _a_word(draw: random.Random) -> str:
    return draw.choice(draw.choice((PLAIN, PLAIN, SPELLINGS, RUNS)))


def _part_of_run(draw: random.Random) -> str:
    run = draw.choice(RUNS)
    start = draw.randrange(len(run))
    return run[start : draw.randrange(start, len(run)) + 1]


def _part_of_medley(draw: random.Random) -> str:
    """Return some neighbouring characters, at least one of which belongs to a word."""
    medley = "".join(draw.choices(MEDLEYS, k=2)).translate(_SIGNS_OF_QUERIES)
    while True:
        start = draw.randrange(len(medley))
        part = medley[start : start + draw.choice((1, 2, 2, 3, 4, 6))]
        if units(part):
            return part


def _a_part(draw: random.Random) -> str:
    return next(part for part in _part_of_medley(draw).split() if units(part))


def _a_value(draw: random.Random, field: str) -> str:
    return draw.choice(VALUES[field]).replace("?", "").split("/")[-1]


def _pattern(draw: random.Random, word: str) -> str:
    place = draw.randrange(len(word))
    return draw.choice(("?", "*", "*?")).join((word[:place], word[place + draw.randrange(2) :])) or "?"


_EXPRESSIONS = ("{0}.*{1}", "{0}[a-z]+$", "(x|{0}).?{1}", "{0}?.{1}", "{0}{{0,2}}.+{1}", "\\w{{2}}{1}$")


def random_leaf(draw: random.Random) -> Leaf:
    """Make up one thing to be looked for."""
    text_field = draw.choice((None, None, None, "text", "title", "boilerplate", "note"))
    value_field = draw.choice(tuple(VALUES))
    plain = draw.choice((*PLAIN, "партия", "советский", "Général", "Straße"))
    boost = draw.choice((1, 1, 1, 2, 3))
    phrase = " ".join(
        _a_word(draw) if draw.random() < 0.7 else _part_of_run(draw) for _ in range(draw.choice((1, 2, 2, 3)))
    )
    expression = draw.choice(_EXPRESSIONS).format(plain[0].lower(), plain[-1].lower())
    low, high = sorted(draw.choices(PLAIN, k=2))
    makers = (
        lambda: Leaf("word", _a_word(draw), text_field, boost=boost),
        lambda: Leaf("word", plain, text_field, boost=boost),
        lambda: Leaf("word", _part_of_run(draw), text_field, boost=boost),
        lambda: Leaf(draw.choice(("word", "prefix")), _a_part(draw), text_field, boost=boost),
        lambda: Leaf("phrase", _part_of_medley(draw), text_field, draw.choice((1, 2, 3)), boost=boost),
        lambda: Leaf("phrase", phrase, text_field, draw.choice((1, 1, 2, 5)), boost=boost),
        lambda: Leaf("phrase", _a_value(draw, value_field), value_field),
        lambda: Leaf("word", _a_value(draw, value_field).split()[0], value_field),
        lambda: Leaf("prefix", plain[: draw.randrange(1, 5)], text_field, boost=boost),
        lambda: Leaf("prefix", draw.choice(("co-o", "CPC’s", "中国", "l’Hum", "U.S", "office")), text_field),
        lambda: Leaf("wildcard", _pattern(draw, plain), text_field, boost=boost),
        lambda: Leaf("regex", expression, text_field, boost=boost),
        lambda: Leaf("fuzzy", plain, text_field, draw.choice((1, 2)), fixed=draw.choice((0, 0, 1, 3))),
        lambda: Leaf("range", draw.choice((low, "")), text_field, draw.randrange(4), last=high),
        lambda: Leaf("days", draw.choice(_DAYS), "date", draw.randrange(4), last=draw.choice(_DAYS[:-1])),
        lambda: Leaf("every", "*", draw.choice((None, "text", "title", "tag", "note"))),
    )
    return draw.choice(makers)()


def random_query(draw: random.Random, depth: int = 0, typeable: bool = True) -> Leaf | Group:
    """Make up a query of leaves joined in any way; one that can be typed, or one of every kind a tree can have."""
    if depth > 2 or draw.random() < 0.4:
        return random_leaf(draw)
    parts = tuple(random_query(draw, depth + 1, typeable) for _ in range(draw.choice((2, 2, 3, 4))))
    boost = draw.choice((1, 1, 1, 2))
    makers = [
        lambda: Group("AND", parts, boost),
        lambda: Group("AND", (*parts[1:], Group("NOT", parts[:1]))),
        lambda: Group("OR", parts, boost),
        lambda: Group("OR", (*parts[1:], Group("NOT", parts[:1]))),
        lambda: Group("NOT", parts[:1]),
        *(lambda joint=joint: Group(joint, parts[:2]) for joint in ("ANDNOT", "ANDMAYBE", "REQUIRE")),
    ]
    if not typeable:
        makers += [lambda: Group("BEST", parts, boost), lambda: Group("CONSTANT", parts[:1], boost)]
    return draw.choice(makers)()


def _leaves() -> st.SearchStrategy[Leaf]:
    return st.randoms(use_true_random=False).map(random_leaf)


def _groups(parts: st.SearchStrategy[Leaf | Group]) -> st.SearchStrategy[Group]:
    return st.one_of(
        st.builds(lambda joint, one, other: Group(joint, (one, other)), st.sampled_from(_JOINTS), parts, parts),
        st.builds(lambda joint, several: Group(joint, tuple(several)), st.sampled_from(("AND", "OR")),
                  st.lists(parts, min_size=2, max_size=4)),
        st.builds(lambda part: Group("NOT", (part,)), parts),
    )  # fmt: skip


def typed_queries() -> st.SearchStrategy[Leaf | Group]:
    """Return queries of up to six words, phrases and patterns, joined in any way."""
    return st.recursive(_leaves(), _groups, max_leaves=6)


def without_boosts(query: Leaf | Group) -> Leaf | Group:
    """Return a query with every weight 1."""
    if isinstance(query, Leaf):
        return replace(query, boost=1)
    return Group(query.operator, tuple(map(without_boosts, query.parts)))
