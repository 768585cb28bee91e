"""The reader's settings: one value, kept as JSON in the folder of settings."""

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from storage import paths
from storage.sentences import say

_MOST_RECENT = 8
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has chosen; sizes are device-independent pixels."""

    theme: str = "system"
    document_family: str = ""
    document_size: float = 16.0
    line_height: float = 1.65
    measure: int = 680
    open_last: bool = True
    last_archive: str = ""
    recent: tuple[str, ...] = ()
    backup_count: int = 5
    backup_folder: str = ""
    places_accepted: tuple[str, ...] = ()
    language: str = "system"

    def with_archive(self, path: Path) -> "Settings":
        """Return the settings with an archive as the last and most recent one."""
        others = tuple(other for other in self.recent if other != str(path))
        return replace(self, last_archive=str(path), recent=(str(path), *others)[:_MOST_RECENT])


def settings_path() -> Path:
    """Return where the settings lie."""
    return paths.settings_folder() / "settings.json"


def load_settings() -> tuple[Settings, str]:
    """Read the settings; where the file cannot be read, the usual ones with a sentence that says so.

    A damaged file is kept beside the new one, so that nothing chosen is lost.
    """
    try:
        path = settings_path()
    except OSError as error:
        _log.info("There is no folder of settings: %s", error)
        return Settings(), _unsaved_sentence(str(error.filename or ""), error)
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return _checked(read), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, TypeError) as error:
        _log.info("Settings %s could not be read: %s", path, error)
        kept = path.with_suffix(".damaged.json")
        try:
            path.replace(kept)
        except OSError:
            return Settings(), say("The settings in {path} could not be read and are as when new.", path=path)
        return Settings(), say(
            "The settings in {path} could not be read and are as when new. The old file is {kept}.",
            path=path,
            kept=kept,
        )


def _checked(read: object) -> Settings:
    if not isinstance(read, dict):
        raise TypeError("the settings are not a JSON object")
    usual = asdict(Settings())
    chosen = {}
    for name, given in read.items():
        if name not in usual:
            continue
        value = tuple(map(str, given)) if isinstance(usual[name], tuple) and isinstance(given, list) else given
        if not isinstance(value, (int, float) if isinstance(usual[name], float) else type(usual[name])):
            raise TypeError(f"{name} is {value!r}")
        chosen[name] = value
    return Settings(**chosen)


def save_settings(settings: Settings) -> str:
    """Write the settings; returns a sentence when that failed, else nothing."""
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    path: Path | None = None
    try:
        path = settings_path()
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(values, indent=2, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        return _unsaved_sentence(str(path or error.filename or ""), error)
    return ""


def _unsaved_sentence(path: str, error: OSError) -> str:
    return say(
        "The settings cannot be saved in {path} ({problem}). They hold until you close the program.",
        path=path,
        problem=error.strerror,
    )
