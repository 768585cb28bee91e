"""Search through the whole program: damaged, foreign and read-only files, odd queries, and answers after rebuilding."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from storage.command_line.commands import main
from storage.database.connection import index_path_of
from storage.domain.document import SourceClass
from storage.domain.search import SearchFilter, SearchRequest, SearchResult
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.library import Library
from tests.storage.index.test_search_index import ODD_QUERIES
from tests.storage.index.typed import random_query, random_text

ROOT = Path(__file__).parents[2]
_AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


def written(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write texts to be imported."""
    draw = random.Random(seed)
    folder.mkdir()
    paths = [folder / f"text {seed} {number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Title {path.stem}\n\n{random_text(draw, 60)} peace", encoding="utf-8")
    return paths


@pytest.fixture
def texts(library: Library, tmp_path: Path) -> Library:
    """Return an archive with some documents, its index up to date."""
    library.import_paths(written(tmp_path / "texts", 25))
    library.refresh()
    return library


def request_of(draw: random.Random) -> SearchRequest:
    narrowed = SearchFilter(
        languages=frozenset(draw.sample(("en", "fr", "zh"), draw.choice((0, 0, 0, 2)))),
        source_classes=frozenset({SourceClass.OTHER}) if draw.random() < 0.2 else frozenset(),
    )
    return SearchRequest(random_query(draw).typed(), limit=100, filter=narrowed)


def answers(library: Library, seed: int = 5, count: int = 150) -> list[SearchResult]:
    """Ask many questions; everything of the answers but how long they took, and scores without the last digits."""
    draw = random.Random(seed)
    found = [library.search(request_of(draw), with_facets=True) for _ in range(count)]
    return [
        replace(each, milliseconds=0, hits=tuple(replace(hit, score=round(hit.score, 9)) for hit in each.hits))
        for each in found
    ]


def test_answers_are_the_same_after_rebuilding(texts: Library) -> None:
    before = answers(texts)
    assert sum(bool(each.total_documents) for each in before) > 40
    texts.reindex()
    assert answers(texts) == before
    assert not texts.check().problems


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def text(path: Path) -> None:
    path.write_text("This is no database, and long enough to be taken for one. " * 500)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def gone(path: Path) -> None:
    path.unlink()


def holes(path: Path) -> None:
    """Overwrite every tenth page but the first ones."""
    content = bytearray(path.read_bytes())
    for start in range(10 * 4096, len(content), 40960):
        content[start : start + 4096] = bytes(4096)
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [cut, zeros, text, nothing, gone, holes])
def test_a_damaged_index_is_made_anew_with_the_same_answers(texts: Library, harm: Callable[[Path], None]) -> None:
    before = answers(texts, count=30)
    texts.close()
    harm(index_path_of(texts.path))
    opened = Library.open(texts.path)
    try:
        opened.refresh()
        assert answers(opened, count=30) == before
        opened.check(repair=True)
        assert not opened.check().problems
        assert answers(opened, count=30) == before
    finally:
        opened.close()


def test_an_index_of_another_archive_is_not_believed(texts: Library, tmp_path: Path) -> None:
    before = answers(texts, count=20)
    other = Library.create(tmp_path / "other.liaison")
    other.import_paths(written(tmp_path / "more", 10, seed=2))
    other.refresh()
    other.close()
    texts.close()
    shutil.copy(index_path_of(other.path), index_path_of(texts.path))
    opened = Library.open(texts.path)
    try:
        opened.refresh()
        assert answers(opened, count=20) == before
    finally:
        opened.close()


def test_a_folder_in_place_of_the_index_is_named(texts: Library) -> None:
    texts.close()
    index = index_path_of(texts.path)
    index.unlink()
    index.mkdir()
    with pytest.raises(ArchiveNotReadableError, match="folder") as refusal:
        Library.open(texts.path)
    assert index.name in str(refusal.value)
    index.rmdir()
    opened = Library.open(texts.path)
    opened.refresh()
    assert opened.search(SearchRequest("peace")).total_documents == 25
    opened.close()


def test_odd_queries_are_answered(filled: Library) -> None:
    filled.refresh()
    for query in ODD_QUERIES:
        result = filled.search(SearchRequest(query), with_facets=True)
        assert result.total_documents >= len(result.hits), query
        assert result.read_as, query
        assert filled.explain(query), query
        for hit in result.hits:
            spans = filled.hits(hit.document, query)
            assert [(span.start, span.end) for span in spans] == [(each.start, each.end) for each in hit.passages]


ON_THE_COMMAND_LINE = (
    *('"unbalanced', "((((", "a AND AND b", "*", "?", "peace " * 1700, " OR ".join(["peace"] * 500), "field:unknown"),
    *('""', "AND OR", "😀", "a ANDNOT ANDNOT b", "\udcff", "a\0b"),
)


def test_odd_queries_are_answered_on_the_command_line(filled: Library) -> None:
    filled.refresh()
    filled.close()
    for query in ON_THE_COMMAND_LINE:
        done = CliRunner().invoke(main, ["search", str(filled.path), query, "--json"], catch_exceptions=False)
        assert done.exit_code == 0, (query, done.output)
        answer = json.loads(done.stdout)
        assert answer["total_documents"] >= len(answer["hits"]), query
        shown = CliRunner().invoke(main, ["search", str(filled.path), query, "--explain"], catch_exceptions=False)
        assert shown.exit_code == 0, query


def run(*arguments: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
    """Run the program as from a terminal."""
    command = [*before, sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(os, "geteuid"), reason="needs permissions as Linux has them")
def test_an_archive_in_a_read_only_folder_is_searched_and_said_to_be_read_only(filled: Library, tmp_path: Path) -> None:
    filled.close()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None or not can_nobody_read(tmp_path):
            pytest.skip("root may write anywhere, and no other user could be taken on to read this folder")
        before = _AS_NOBODY
    else:
        before = ()
    modes = {path: path.stat().st_mode for path in (tmp_path, *tmp_path.iterdir())}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o644)
    try:
        done = run("search", str(filled.path), "parties", before=before)
        refused = run("import", str(filled.path), str(ROOT / "README.md"), before=before)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert done.returncode == 0
    assert "parties" in done.stdout
    assert refused.returncode == 3
    assert "read-only" in refused.stderr
    assert "Traceback" not in done.stderr + refused.stderr


def can_nobody_read(folder: Path) -> bool:
    """Tell whether the user with the fewest rights can run Python and reach a folder once it is opened to all."""
    for parent in (folder, *folder.parents):
        if parent.stat().st_mode & 0o005 != 0o005 and parent.is_relative_to(folder.parents[1]):
            parent.chmod(parent.stat().st_mode | 0o055)
    program = f"import click, os; os.listdir({str(folder)!r})"
    return (
        subprocess.run([*_AS_NOBODY, sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
    )


def test_a_closed_archive_does_not_open_its_index_again(filled: Library) -> None:
    filled.search(SearchRequest("parties"))
    filled.close()
    with pytest.raises(UserFacingError, match="closed"):
        filled.explain("parties")
