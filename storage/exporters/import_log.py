"""What became of the files of an import, as a table for a spreadsheet or as plain text."""

import csv
import io
from collections.abc import Sequence

from storage.domain.importing import FileOutcome
from storage.exporters.comma_separated import safe_field

_COLUMNS = ("Path", "Status", "Reason", "Document")


def write_log_csv(outcomes: Sequence[FileOutcome]) -> bytes:
    """Write one row for each file, in the same dialect as the notes: see ``comma_separated``."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows(
        [safe_field(cell) for cell in (outcome.path, outcome.status.value, outcome.reason, outcome.document)]
        for outcome in outcomes
    )
    # A file's name can hold bytes that are no text; they must not cost the rest of the log.
    return buffer.getvalue().encode("utf-8-sig", "backslashreplace")


def write_log_text(outcomes: Sequence[FileOutcome]) -> bytes:
    """Write the paths under the status they ended with, each with its reason on the line below."""
    parts: list[str] = []
    for status in dict.fromkeys(outcome.status for outcome in outcomes):
        group = [outcome for outcome in outcomes if outcome.status is status]
        parts.append(f"{status.value} ({len(group):,})\n")
        for outcome in group:
            number = f" [document {outcome.document}]" if outcome.document is not None else ""
            parts.append(f"  {_on_one_line(outcome.path)}{number}\n")
            if outcome.reason:
                parts.append(f"      {_on_one_line(outcome.reason)}\n")
        parts.append("\n")
    return "".join(parts).encode("utf-8", "backslashreplace")


def _on_one_line(words: str) -> str:
    return " ".join(words.splitlines())
