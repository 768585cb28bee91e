"""Where the program's own files lie on this machine."""

from pathlib import Path

import platformdirs

_APPLICATION = "liaison"


def settings_folder() -> Path:
    """Return the folder of the settings, made if it was missing."""
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False, ensure_exists=True))


def data_folder() -> Path:
    """Return the folder for the sample archive and what the program keeps for itself, made if it was missing."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False, ensure_exists=True))


def log_folder() -> Path:
    """Return the folder of the logs, made if it was missing."""
    return Path(platformdirs.user_log_dir(_APPLICATION, appauthor=False, ensure_exists=True))


def resource(*parts: str) -> Path:
    """Return the path of a file or folder shipped under ``resources``."""
    return Path(__file__).resolve().parent.parent.joinpath("resources", *parts)
