import csv
import io

from storage.domain.ids import DocumentId
from storage.domain.importing import FileOutcome, ImportStatus
from storage.exporters.import_log import write_log_csv, write_log_text

OUTCOMES = (
    FileOutcome("/papers/=党 \N{EM DASH} 1971.txt", ImportStatus.IMPORTED, DocumentId(7)),
    FileOutcome("=cmd.txt", ImportStatus.FAILED, None, "It is damaged.\nGet another copy."),
    FileOutcome("/papers/\udcff.txt", ImportStatus.SKIPPED, None, "It holds no text."),
)


def test_a_spreadsheet_reads_every_file_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(write_log_csv(OUTCOMES).decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Path", "Status", "Reason", "Document"]
    assert rows[1] == ["/papers/=党 \N{EM DASH} 1971.txt", "imported", "", "7"]
    assert rows[2] == ["'=cmd.txt", "failed", "It is damaged.\nGet another copy.", ""]
    assert rows[3][0] == "/papers/\\udcff.txt"


def test_the_text_groups_files_by_what_became_of_them() -> None:
    assert write_log_text(OUTCOMES).decode() == (
        "imported (1)\n  /papers/=党 \N{EM DASH} 1971.txt [document 7]\n\n"
        "failed (1)\n  =cmd.txt\n      It is damaged. Get another copy.\n\n"
        "skipped (1)\n  /papers/\\udcff.txt\n      It holds no text.\n\n"
    )
