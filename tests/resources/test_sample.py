"""The texts of the sample archive: readable, marked as samples, and as varied as a newcomer should see them."""

from pathlib import Path

import pytest
from rapidfuzz import fuzz

from storage.domain.document import BlockKind, SourceClass
from storage.importers.markdown import read_markdown
from storage.text.edtf_words import date_in_words

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample"
PATHS = sorted(FOLDER.glob("*.md"))
WORDS_FOR_SAMPLE = ("sample", "échantillon", "muestra", "образец", "образц", "示例")


def read(path: Path):
    return read_markdown(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_text_is_short_described_and_marked_as_a_sample(path):
    extraction = read(path)
    description, text = extraction.description, extraction.text
    assert not [remark for _field, remark in extraction.found_in if remark != "front matter"]
    assert description.language
    assert description.dates
    assert all(date_in_words(date.edtf) != date.edtf or date.edtf.isdigit() for date in description.dates)
    for marked in (description.title, description.publisher, text[: text.index("\n\n", 120)]):
        assert any(word in marked.casefold() for word in WORDS_FOR_SAMPLE), marked
    words = len(text) // 2 if description.language == "zh" else len(text.split())
    assert 150 <= words <= 450
    assert [block.kind for block in extraction.blocks[:2]] == [BlockKind.TITLE, BlockKind.QUOTATION]
    assert all(0 <= block.start < block.end <= len(text) for block in extraction.blocks)


def test_texts_are_varied():
    descriptions = [read(path).description for path in PATHS]
    assert len(descriptions) >= 10
    assert {"en", "zh", "fr"} <= {description.language for description in descriptions}
    classes = {description.source_class for description in descriptions}
    assert {SourceClass.OFFICIAL_ORGAN, SourceClass.FOREIGN_OP_ED, SourceClass.ARCHIVE_DOCUMENT} <= classes
    assert len({description.title for description in descriptions}) == len(descriptions)


def test_one_passage_is_copied_with_small_changes():
    paragraphs = []
    for name in ("icapp-conferences.md", "icapp-opinion.md"):
        extraction = read(FOLDER / name)
        paragraphs.append([extraction.text[block.start : block.end] for block in extraction.blocks])
    pairs = [(one, other) for one in paragraphs[0] for other in paragraphs[1] if len(one) > 200]
    copies = [(one, other) for one, other in pairs if fuzz.ratio(one, other) >= 90]
    assert len(copies) == 1
    assert copies[0][0] != copies[0][1]
