"""A mark keeps exactly what was selected: through saving, reopening, exporting and reading back."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.edits import AddAnnotations, RemoveAnnotations
from storage.library import Library

RANGES = 1_000
_ALPHABET = (
    "ab \u00a0\u0301\u200d\U0001f600\U0001f1e8\U0001f1f3\U00020000\U0002a6d6"
    "\u515a\u0e01\u05d0\u0627\n\u2028\x0b\x0c\x85"
)


def _astral_text(chance: random.Random) -> str:
    return "Title\n\n" + "".join(chance.choices(_ALPHABET, k=3_000)) + "end"


@settings(max_examples=3)
@given(seed=st.integers(0, 2**32))
def test_a_thousand_random_ranges_come_back_exactly(tmp_path_factory, seed):
    folder = tmp_path_factory.mktemp("marks")
    chance = random.Random(seed)
    text = _astral_text(chance)
    (folder / "astral.txt").write_bytes(text.encode())
    library = Library.create(folder / "a.liaison")
    library.import_paths([folder / "astral.txt"])
    document = library.documents()[0].id
    assert library.text(document).text == text
    ranges = []
    for _ in range(RANGES):
        start = chance.randrange(len(text) - 1)
        ranges.append((start, chance.randint(start + 1, min(len(text), start + 200))))
    marks = tuple(
        library.new_annotation(document, start, end, f"note \U0001f600 {start}", ("党 tag", "b"))
        for start, end in ranges
    )
    library.apply(AddAnnotations(marks))
    library.close()

    library = Library.open(folder / "a.liaison")
    kept = {mark.id: mark for mark in library.annotations()}
    assert kept == {mark.id: mark for mark in marks}
    for mark, (start, end) in zip(marks, ranges, strict=True):
        assert kept[mark.id].anchor.quote == text[start:end]
    exported = library.export_notes("jsonld")
    library.apply(RemoveAnnotations(tuple(kept)))
    assert library.annotations() == ()
    library.import_annotations(exported)
    assert {mark.id: mark for mark in library.annotations()} == kept
    library.close()

    elsewhere = Library.create(folder / "b.liaison")
    elsewhere.import_paths([folder / "astral.txt"])
    _, remarks = elsewhere.import_annotations(exported)
    assert remarks == ()
    assert {mark.id: mark.anchor for mark in elsewhere.annotations()} == {mark.id: mark.anchor for mark in marks}
    elsewhere.close()
