"""The formats that notes can be written in, by name."""

from collections.abc import Callable
from dataclasses import dataclass

from storage.domain.export import NotesExport
from storage.errors import UserFacingError
from storage.exporters.comma_separated import write_csv
from storage.exporters.excel import write_xlsx
from storage.exporters.html import write_html
from storage.exporters.markdown import write_markdown
from storage.exporters.web_annotation import write_jsonld
from storage.sentences import say


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name on the command line, its label, the file's ending with the dot, and the pure writer."""

    name: str
    label: str
    ending: str
    write: Callable[[NotesExport], bytes]


FORMATS = (
    ExportFormat("markdown", "Markdown", ".md", write_markdown),
    ExportFormat("html", say("HTML (one file)"), ".html", write_html),
    ExportFormat("csv", "CSV", ".csv", write_csv),
    ExportFormat("xlsx", say("Excel workbook"), ".xlsx", write_xlsx),
    ExportFormat("jsonld", say("W3C Web Annotation (JSON-LD)"), ".jsonld", write_jsonld),
)


def format_named(name: str) -> ExportFormat:
    """Return the format of this name.

    Raises:
        UserFacingError: There is no such format; the sentence names those there are.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise UserFacingError(
        say("There is no export format called \u201c{name}\u201d. Choose one of: {names}.", name=name, names=names)
    )
