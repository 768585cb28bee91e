"""The benchmark in its short form on tiny made corpora: the shape of what it says, never a time."""

import io
import json
import tarfile
from collections import Counter
from pathlib import Path

import pytest

from tests.bench import corpora, search
from tests.bench.queries import QueryMaker, UnreadableQueryError, parse_query, words_of
from tests.bench.texts import UnreadableCorpusError, read_corpus, text_of_html

SHORT = ["--rounds", "2", "--batch-megabytes", "0.05", "--json"]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "tiny.jsonl"
    corpora.main([str(path), "--documents", "80", "--megabytes", "0.15"])
    return path


def words_no_stemmer_can_confuse(texts: list[str], count: int) -> list[str]:
    """Choose plain ASCII words that each engine's stemmer leaves as they are and brings no other word to.

    The stemmers concerned (Porter's in FTS5 and Whoosh, Snowball's in Tantivy and ours) only take away or change
    English endings. A word of six letters or more in -ct, -nd, -b, -f, -k, -p or -x has none; and whatever came down
    to it would share its first four letters, so words that share them with another of the corpus are left out.
    """
    counts = Counter(word for text in texts for word in words_of(text))
    beginnings = Counter(word[:4] for word in counts)
    endings = ("ct", "nd", "b", "f", "k", "p", "x")
    alone = [
        word
        for word in sorted(counts)
        if word.isascii() and 6 <= len(word) <= 12 and word.endswith(endings) and beginnings[word[:4]] == 1
    ]
    return sorted(alone, key=lambda word: (-counts[word], word))[:count]


def run_json(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict:
    assert search.main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def test_report_has_the_promised_shape(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = run_json([str(tiny), "--against", "fts5,whoosh", "--whoosh-megabytes", "0.05", *SHORT], capsys)
    assert report["corpus"]["documents"] == 80
    by_name = {engine["name"]: engine for engine in report["engines"]}
    assert list(by_name) == ["liaison", "fts5", "whoosh"]
    for engine in by_name.values():
        assert engine["installed"]
        numbers = ("megabytes_per_second", "index_bytes", "peak_memory_bytes", "open_milliseconds", "documents")
        assert all(engine[number] > 0 for number in numbers)
    assert by_name["liaison"]["documents"] == by_name["fts5"]["documents"] == 80
    assert by_name["whoosh"]["documents"] < 80
    assert "only the first" in by_name["whoosh"]["remark"]
    assert 50 <= len(report["queries"]) <= 60
    for query in report["queries"]:
        assert set(query["engines"]) == set(by_name)
        for timing in query["engines"].values():
            assert set(timing) == {"first", "median", "p95", "documents"}
        assert set(query["ratios"]) == {"fts5"}
    assert report["summary"]["fts5"]["queries"] == len(report["queries"])
    assert report["summary"]["fts5"]["worst"] >= report["summary"]["fts5"]["median"]
    assert report["summary"]["whoosh"]["median"] is None
    assert report["extras"]["as_you_type_keystrokes"] > 0
    assert report["extras"]["concordance_hits"] > 0


def test_engines_agree_on_words_that_are_alone_with_their_stem(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [f"{title}\n{text}" for title, text in read_corpus(tiny)]
    words = words_no_stemmer_can_confuse(texts, 25)
    assert len(words) == 25
    queries = tmp_path / "queries.txt"
    queries.write_text("# words\n" + "\n".join(words), encoding="utf-8")
    against = ["--against", "fts5,tantivy,whoosh", "--whoosh-megabytes", "10"]
    report = run_json([str(tiny), "--queries", str(queries), *against, *SHORT], capsys)
    for query in report["queries"]:
        expected = sum(query["query"] in words_of(text) for text in texts)
        assert {name: timing["documents"] for name, timing in query["engines"].items()} == dict.fromkeys(
            query["engines"], expected
        ), query["query"]


def test_lines_to_read_name_every_engine_and_figure(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert search.main([str(tiny), "--against", "fts5", *SHORT[:-1]]) == 0
    printed = capsys.readouterr().out
    for words in ("MB/s", "against fts5", "query median", "worst query", "first run", "as you type", "concordance"):
        assert words in printed


def test_engine_that_is_not_installed_is_said_to_be(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "tantivy", None)
    monkeypatch.delitem(__import__("sys").modules, "tests.bench.engines.rust_tantivy", raising=False)
    report = run_json([str(tiny), "--against", "tantivy", *SHORT], capsys)
    assert report["engines"][1] == {
        "name": "tantivy",
        "remark": "not installed",
        "installed": False,
        "whole_corpus": True,
    }


def test_corpus_reads_the_same_from_folder_and_archive(tmp_path: Path) -> None:
    page = b"<html><head><title>T</title><style>p{}</style></head><body><p>One<b>two</b></p><p>three</p></body></html>"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.html").write_bytes(page)
    (folder / "b.txt").write_text("plain words", encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"not read")
    with tarfile.open(tmp_path / "all.tar.xz", "w:xz") as archive:
        for name in ("a.html", "b.txt", "c.pdf"):
            content = (folder / name).read_bytes()
            member = tarfile.TarInfo(f"folder/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    expected = [("T", "Onetwo\nthree"), ("b", "plain words")]
    assert list(read_corpus(folder)) == expected
    assert list(read_corpus(tmp_path / "all.tar.xz")) == expected


def test_empty_page_has_no_text() -> None:
    assert text_of_html(b"  ") == ("", "")


@pytest.mark.parametrize("line", ["not json", '{"title": "no text"}', "[1]", '"words"'])
def test_malformed_line_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"title": "", "text": "good"}\n' + line, encoding="utf-8")
    with pytest.raises(UnreadableCorpusError, match="Line 2"):
        list(read_corpus(path))
    assert search.main([str(path)]) == 1
    assert "Line 2" in capsys.readouterr().err


def test_missing_corpus_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert search.main([str(tmp_path / "nothing")]) == 1
    assert "is not a folder" in capsys.readouterr().err


def test_queries_depend_on_texts_and_seed_only(tiny: Path) -> None:
    texts = [text for _, text in read_corpus(tiny)]
    made = QueryMaker(texts, 7).queries()
    assert made == QueryMaker(texts, 7).queries()
    assert made != QueryMaker(texts, 8).queries()
    kinds = Counter(query.kind for query in made)
    assert set(kinds) == {"frequent word", "medium word", "rare word", "and", "or", "phrase", "prefix"}
    assert len({query.text for query in made}) == len(made)


def test_chinese_texts_give_queries() -> None:
    texts = [text for _, text in corpora.make_corpus(40, 0.05, "zh", 3)]
    made = QueryMaker(texts, 1).queries(20)
    assert any(query.operator == "phrase" for query in made)
    assert all(parse_query(query.text).words == query.words for query in made)


@pytest.mark.parametrize("line", ["", "a OR", "(a", "field:word", '"unbalanced', "a AND b OR c", "NOT a"])
def test_queries_the_engines_do_not_share_are_refused(line: str) -> None:
    with pytest.raises(UnreadableQueryError):
        parse_query(line)


def test_made_corpus_is_the_same_for_the_same_seed_and_near_the_size_asked() -> None:
    made = list(corpora.make_corpus(100, 0.3, "en", 5))
    assert made == list(corpora.make_corpus(100, 0.3, "en", 5))
    size = sum(len(text.encode()) for _, text in made)
    assert 0.15e6 < size < 0.6e6
