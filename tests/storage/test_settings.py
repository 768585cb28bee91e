"""Settings hold what was chosen; a damaged file is said to be damaged, kept, and never stops the start."""

from pathlib import Path

import pytest

from storage.settings import Settings, load_settings, save_settings, settings_path


def test_without_a_file_the_settings_are_the_usual_ones() -> None:
    assert load_settings() == (Settings(), "")


def test_what_was_saved_comes_back() -> None:
    chosen = Settings("dark", "Noto Serif", 18.5, 1.8, 700, open_last=False, recent=("/a/ü 中.liaison",))
    assert save_settings(chosen) == ""
    assert load_settings() == (chosen, "")


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b'{"measure": "wide"}', b'{"theme": 3}', b'{"recent": 5}'],
)
def test_a_damaged_file_is_kept_and_said_to_be_damaged(damaged: bytes) -> None:
    settings_path().write_bytes(damaged)
    settings, sentence = load_settings()
    assert settings == Settings()
    assert str(settings_path()) in sentence
    assert "as when new" in sentence
    kept = settings_path().with_suffix(".damaged.json")
    assert kept.read_bytes() == damaged
    assert str(kept) in sentence
    assert load_settings() == (Settings(), "")


def test_what_a_newer_program_wrote_is_left_aside() -> None:
    settings_path().write_text('{"theme": "dark", "of tomorrow": [1, 2]}', encoding="utf-8")
    assert load_settings() == (Settings(theme="dark"), "")


def test_a_whole_number_does_for_a_size() -> None:
    settings_path().write_text('{"document_size": 20}', encoding="utf-8")
    assert load_settings() == (Settings(document_size=20), "")


def test_settings_that_cannot_be_written_are_said_to_hold_until_the_end() -> None:
    settings_path().mkdir()
    sentence = save_settings(Settings())
    assert str(settings_path()) in sentence
    assert "until you close the program" in sentence


def test_the_last_archive_leads_the_recent_ones_once() -> None:
    settings = Settings()
    for name in "abcdefghijc":
        settings = settings.with_archive(Path(name))
    assert settings.last_archive == "c"
    assert settings.recent == ("c", "j", "i", "h", "g", "f", "e", "d")


def test_where_settings_cannot_be_written_that_is_said_and_the_program_goes_on(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file" / "settings"))
    settings, problem = load_settings()
    assert settings == Settings()
    assert "cannot be saved" in problem
    assert "They hold until you close" in save_settings(settings)
