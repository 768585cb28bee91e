"""Every text format against its golden file.

Write the files anew with ``LIAISON_WRITE_GOLDEN=1`` and read the difference.
"""

import os
from pathlib import Path

import pytest

from storage.errors import UserFacingError
from storage.exporters.registry import FORMATS, format_named
from tests.storage.exporters.notes_for_tests import notes_export

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "jsonld"])
def test_format_writes_what_the_golden_file_holds(name):
    known = format_named(name)
    path = GOLDEN / f"notes{known.ending}"
    if os.environ.get("LIAISON_WRITE_GOLDEN"):
        path.write_bytes(known.write(notes_export()))
    assert known.write(notes_export()) == path.read_bytes()


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_same_notes_give_the_same_bytes(known):
    assert known.write(notes_export()) == known.write(notes_export())


def test_unknown_format_names_the_known_ones():
    with pytest.raises(UserFacingError, match="markdown, html, csv, xlsx, jsonld"):
        format_named("docx")
