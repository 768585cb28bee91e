import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from storage.command_line.commands import main
from tests.conftest import TEXT


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("meeting.txt").write_text(TEXT, encoding="utf-8")

    def call(*arguments: object, code: int = 0):
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    call("new", "a.liaison", "--title", "Trial")
    return call


@pytest.fixture
def filled(run):
    run("import", "a.liaison", "meeting.txt")
    return run


def _json(result):
    return json.loads(result.stdout)


def test_import_tells_what_became_of_each_file(run):
    answer = _json(run("import", "a.liaison", "meeting.txt", "--json"))
    assert {key: answer[key] for key in ("imported", "duplicate", "new_version", "skipped", "failed")} == {
        "imported": 1, "duplicate": 0, "new_version": 0, "skipped": 0, "failed": 0,
    }  # fmt: skip
    assert answer["files"] == [{"path": "meeting.txt", "status": "imported", "document": 1, "reason": ""}]
    assert run("import", "a.liaison", "meeting.txt").stdout.startswith("duplicate\tmeeting.txt\t")
    failed = run("import", "a.liaison", "missing.txt", code=1)
    assert failed.stdout.startswith("failed\tmissing.txt\t")


def test_documents_and_show(filled):
    listed = _json(filled("documents", "a.liaison", "--json"))["documents"]
    assert [(entry["id"], entry["title"], entry["characters"]) for entry in listed] == [
        (1, "A Meeting in Manila", len(TEXT))
    ]
    assert filled("show", "a.liaison", 1, "--text").stdout_bytes.decode() == TEXT
    shown = _json(filled("show", "a.liaison", 1, "--text", "--mentions", "--json"))
    assert shown["text"] == TEXT
    names = {TEXT[mention["start"] : mention["end"]]: mention["name"] for mention in shown["mentions"]}
    assert names["Communist Party of Cuba"] == "Communist Party of Cuba"


def test_tree_counts_documents_and_mentions(filled):
    tree = _json(filled("tree", "a.liaison", "--json"))
    assert tree["scheme"] == "founding"
    assert len(tree["children"]) == 7
    america = next(row for row in tree["children"] if row["name"] == "Latin America")
    cuba = next(row for row in america["children"] if row["name"] == "Cuba")
    party = next(row for row in cuba["children"] if row["name"] == "Communist Party of Cuba")
    assert (party["documents"], party["mentions"]) == (1, 1)
    assert "no scheme nowhere" in filled("tree", "a.liaison", "--scheme", "nowhere", code=1).stderr


def test_search_finds_the_place(filled):
    answer = _json(filled("search", "a.liaison", '"took part"', "--explain", "--json"))
    assert (answer["total_documents"], answer["total_passages"]) == (1, 1)
    passage = answer["hits"][0]["passages"][0]
    assert TEXT[passage["start"] : passage["end"]] == "took part"
    assert "took part" in passage["snippet"]
    assert answer["explanation"]


def test_a_mark_is_where_it_was_asked_for_and_can_be_searched(filled):
    quote = "\U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000"
    mark = _json(
        filled("annotate", "a.liaison", 1, "--quote", quote, "--note", "zanzibar", "--tag", "odd signs", "--json")
    )
    start = TEXT.index(quote)
    assert (mark["start"], mark["end"], mark["quote"]) == (start, start + len(quote), quote)
    listed = _json(filled("annotations", "a.liaison", "--tag", "odd signs", "--json"))["annotations"]
    assert [entry["id"] for entry in listed] == [mark["id"]]
    assert listed[0]["state"] == "unchanged"
    assert _json(filled("search", "a.liaison", "note:zanzibar", "--json"))["total_documents"] == 1
    assert _json(filled("search", "a.liaison", 'tag:"odd signs"', "--json"))["total_documents"] == 1


def test_a_quote_must_stand_there_once(filled):
    assert "letter for letter" in filled("annotate", "a.liaison", 1, "--quote", "Took part", code=1).stderr
    assert "times" in filled("annotate", "a.liaison", 1, "--quote", "Party of", code=1).stderr
    assert "no document 9" in filled("annotate", "a.liaison", 9, "--quote", "x", code=1).stderr
    filled("annotate", "a.liaison", 1, code=2)


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "xlsx", "jsonld"])
def test_export_writes_every_format(filled, name):
    filled("annotate", "a.liaison", 1, "--quote", "took part", "--note", "=1+1", "--colour", "green")
    filled("annotate", "a.liaison", 1, "--quote", "sent greetings", "--note", "second", "--colour", "blue")
    filled("export", "a.liaison", "--format", name, "--output", "notes.out", "--colour", "green")
    data = Path("notes.out").read_bytes()
    if name != "xlsx":
        assert "took part" in data.decode("utf-8-sig")
        assert "sent greetings" not in data.decode("utf-8-sig")
    if name == "csv":
        cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
        assert not [cell for cell in cells if cell.startswith("=")]
    filled("export", "a.liaison", "--format", "pdf", "--output", "x", code=1)
    assert not Path("x").exists()


def test_check_reindex_and_backup(filled):
    assert _json(filled("check", "a.liaison", "--json")) == {"problems": [], "repaired": [], "sound": True}
    filled("reindex", "a.liaison")
    filled("backup", "a.liaison", "copy.liaison")
    assert _json(filled("documents", "copy.liaison", "--json")) == _json(filled("documents", "a.liaison", "--json"))
    assert _json(filled("search", "copy.liaison", "Manila", "--json"))["total_documents"] == 1
    assert "there already" in filled("backup", "a.liaison", "copy.liaison", code=1).stderr


def test_an_archive_that_cannot_be_opened_ends_with_3(run):
    assert "no file" in run("documents", "gone.liaison", code=3).stderr
    Path("empty.liaison").touch()
    assert "0 bytes" in run("documents", "empty.liaison", code=3).stderr
    run("new", "a.liaison", code=3)


def test_no_qt_is_imported(tmp_path):
    program = (
        "import sys\nsys.modules['PySide6'] = None\n"
        "from storage.command_line.commands import main\n"
        "main(['new', sys.argv[1]], standalone_mode=False)\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6.')]"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "a.liaison")], check=True)


def test_marks_that_wait_to_be_checked_are_listed(run):
    run("import", "a.liaison", "meeting.txt")
    run("annotate", "a.liaison", 1, "--quote", "The Communist Party of China took part.")
    assert run("review", "a.liaison").output == ""
    edited = TEXT.replace("The Communist Party of China took part.", "The Communist Party of Chile took a small part.")
    Path("meeting.txt").write_text(edited.replace("met in Manila", "gathered in Quito"), encoding="utf-8")
    run("import", "a.liaison", "meeting.txt")
    (mark,) = json.loads(run("review", "a.liaison", "--json").output)["marks"]
    assert mark["former"]["quote"] == "The Communist Party of China took part."
    assert mark["state"] == "please check"
    assert mark["places"][0]["words"] == "The Communist Party of Chile took a small part."
    assert "Chile took a small part" in run("review", "a.liaison").output


def test_a_list_of_parties_is_previewed_and_taken_in(filled):
    Path("list.csv").write_text("name,country\nRed Banner Circle,Cuba\nthe,Cuba\n", encoding="utf-8")
    previewed = filled("import-authority", "a.liaison", "list.csv", "--preview").stdout
    assert "new\t2\tCuba\tRed Banner Circle" in previewed
    assert "Nothing was changed" in previewed
    for expected in ({"new": 1, "left_out": 1}, {"matching": 1, "left_out": 1}):
        counts = _json(filled("import-authority", "a.liaison", "list.csv", "--json"))["counts"]
        assert {status: number for status, number in counts.items() if number} == expected
    assert "no column of names" in _refused(filled)
    assert "authority file" in filled("update-authority", "a.liaison").stdout


def _refused(run):
    Path("wrong.csv").write_text("colour,weight\nred,5\n", encoding="utf-8")
    return run("import-authority", "a.liaison", "wrong.csv", code=1).output


def test_reading_commands_work_while_the_archive_is_open_elsewhere(filled):
    from storage.library import Library

    window = Library.open(Path("a.liaison"))
    for command in (
        ("documents",), ("show", 1, "--mentions"), ("tree",), ("search", "Manila"), ("annotations",), ("review",),
        ("check",),
    ):  # fmt: skip
        name, *others = command
        assert filled(name, "a.liaison", *others).stderr == ""
    filled("export", "a.liaison", "--format", "csv", "--output", "notes.csv")
    filled("backup", "a.liaison", "copy.liaison")
    assert "Meeting" in filled("documents", "copy.liaison").stdout
    for command in (("import", "meeting.txt"), ("annotate", 1, "--start", 0, "--end", 5), ("reindex",)):
        name, *others = command
        assert "open in another Liaison" in filled(name, "a.liaison", *others, code=3).stderr
    assert "open in another Liaison" in filled("check", "a.liaison", "--repair", code=3).stderr
    window.close()


def test_an_answer_from_an_index_that_lags_behind_says_so(filled):
    from storage.edits import AddAnnotations
    from storage.library import Library

    window = Library.open(Path("a.liaison"))
    window.refresh()
    window.apply(AddAnnotations((window.new_annotation(window.documents()[0].id, 0, 5),)))
    assert "The index lacks 1 documents" in filled("search", "a.liaison", "Manila").stderr
    window.refresh()
    assert filled("search", "a.liaison", "Manila").stderr == ""
    window.close()


def test_backups_are_listed_restored_and_damaged_archives_salvaged(filled):
    assert "Wrote" in filled("backup", "a.liaison").stdout
    filled("annotate", "a.liaison", 1, "--start", 0, "--end", 5)
    assert "no backup" in filled("restore", "other.liaison").stdout
    (listed,) = _json(filled("restore", "a.liaison", "--json"))["backups"]
    assert (listed["documents"], listed["marks"], listed["reason"]) == (1, 0, "by hand")
    restored = _json(filled("restore", "a.liaison", listed["path"], "--json"))
    assert _json(filled("annotations", "a.liaison", "--json"))["annotations"] == []
    filled("restore", "a.liaison", restored["kept"], "--to", "new.liaison")
    assert len(_json(filled("annotations", "new.liaison", "--json"))["annotations"]) == 1
    data = Path("new.liaison").read_bytes()
    Path("new.liaison").write_bytes(data[: len(data) // 2])
    report = _json(filled("salvage", "new.liaison", "saved.liaison", "--json"))
    assert report["missing"]
    filled("documents", "saved.liaison")
    assert "there already" in filled("salvage", "new.liaison", "saved.liaison", code=1).stderr
