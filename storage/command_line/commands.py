"""The sub-commands themselves."""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from storage.command_line import authority_commands, backup_commands, shapes
from storage.command_line.session import FAILED, NOT_READABLE, PATH, fail, opened, print_json, show_progress
from storage.domain.annotation import AnchorState, AnnotationFilter, Colour
from storage.domain.authority import TreeNode
from storage.domain.ids import DocumentId, EntityId, SchemeId
from storage.domain.importing import ImportStatus
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations
from storage.errors import ArchiveNotReadableError
from storage.library import Library
from storage.use_cases.reading import usual_jobs
from storage.version import VERSION

as_json = click.option("--json", "json_wanted", is_flag=True, help="Print one JSON document.")
archive_argument = click.argument("archive", type=PATH)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="liaison", message="%(prog)s %(version)s")
def main() -> None:
    """Work with a Liaison archive without opening the window."""


main.add_command(authority_commands.import_authority)
main.add_command(authority_commands.update_authority)
main.add_command(backup_commands.backup)
main.add_command(backup_commands.restore)
main.add_command(backup_commands.salvage)


@main.command()
@archive_argument
@click.option("--title", default="", help="What the archive is called; its file's name if left out.")
def new(archive: Path, title: str) -> None:
    """Make an empty archive with the shipped authority file."""
    try:
        Library.create(archive, title).close()
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    click.echo(f"Made {archive}.")


@main.command(name="import")
@archive_argument
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=usual_jobs(),
    show_default=True,
    help="How many files to read at once.",
)
@as_json
def import_command(archive: Path, paths: tuple[Path, ...], jobs: int, json_wanted: bool) -> None:
    """Import files and all files in folders; one line a file."""
    with opened(archive) as library:
        report = library.import_paths(paths, show_progress, jobs=jobs)
    if json_wanted:
        print_json(shapes.import_shape(report))
    else:
        for file in report.files:
            click.echo("\t".join(filter(None, (file.status.value, file.path, file.reason))))
    if report.count(ImportStatus.FAILED):
        sys.exit(FAILED)


@main.command()
@archive_argument
@as_json
def documents(archive: Path, json_wanted: bool) -> None:
    """List the documents."""
    with opened(archive, to_read=True) as library:
        found = library.documents()
    if json_wanted:
        print_json({"documents": [shapes.document_shape(document) for document in found]})
        return
    for document in found:
        click.echo(f"{document.id}\t{document.characters:,}\t{document.title}")


@main.command()
@archive_argument
@click.argument("document", type=int)
@click.option("--text", "text_wanted", is_flag=True, help="The canonical text itself, nothing added.")
@click.option("--mentions", "mentions_wanted", is_flag=True, help="The names found in it.")
@click.option("--annotations", "annotations_wanted", is_flag=True, help="The marks in it.")
@as_json
def show(
    archive: Path,
    document: int,
    text_wanted: bool,
    mentions_wanted: bool,
    annotations_wanted: bool,
    json_wanted: bool,
) -> None:
    """Show one document."""
    identity = DocumentId(document)
    with opened(archive, fresh=mentions_wanted, to_read=True) as library:
        shape: shapes.Shape = {"document": shapes.document_shape(library.document(identity))}
        version = library.text(identity)
        shape["document"]["sha256"] = version.sha256
        if text_wanted:
            shape["text"] = version.text
        if mentions_wanted:
            shape["mentions"] = [shapes.mention_shape(mention) for mention in library.mentions(identity)]
        if annotations_wanted:
            marks = library.annotations(AnnotationFilter(documents=frozenset({identity})))
            shape["annotations"] = [shapes.annotation_shape(mark) for mark in marks]
    if json_wanted:
        print_json(shape)
    elif text_wanted:
        sys.stdout.buffer.write(version.text.encode())
    else:
        _print_document(shape)


def _print_document(shape: shapes.Shape) -> None:
    for key, value in shape["document"].items():
        if value not in ("", []):
            click.echo(f"{key}\t{value}")
    for mention in shape.get("mentions", ()):
        click.echo(f"{mention['start']}\t{mention['end']}\t{mention['kind']}\t{mention['name']}\t{mention['state']}")
    for mark in shape.get("annotations", ()):
        _print_mark(mark)


def _print_mark(mark: shapes.Shape) -> None:
    quote, tags = " ".join(mark["quote"].split()), ", ".join(mark["tags"])
    click.echo(f"{mark['document']}\t{mark['start']}\t{mark['end']}\t{mark['state']}\t{quote}\t{mark['note']}\t{tags}")


@main.command()
@archive_argument
@click.option("--scheme", default="founding", help="Which way of sorting countries into regions.")
@click.option("--all", "all_wanted", is_flag=True, help="Also rows that no document mentions.")
@as_json
def tree(archive: Path, scheme: str, all_wanted: bool, json_wanted: bool) -> None:
    """Show regions, countries, parties and bodies with their document and mention counts."""
    identity = SchemeId(scheme)
    with opened(archive, fresh=True, to_read=True) as library:

        def shaped(node: TreeNode) -> shapes.Shape:
            under = library.tree(identity, node.id, with_empty=all_wanted or json_wanted)
            return shapes.node_shape(node, [shaped(child) for child in under])

        regions = [shaped(node) for node in library.tree(identity)]
    persons = [row for row in regions if row["kind"] == "person"]
    regions = [row for row in regions if row["kind"] != "person"]
    if json_wanted:
        people = [person for branch in persons for person in branch["children"]]
        print_json({"scheme": scheme, "children": regions, "persons": people})
        return
    for row in (*regions, *persons):
        _print_row(row, 0)


def _print_row(row: shapes.Shape, depth: int) -> None:
    click.echo(f"{'  ' * depth}{row['name']}\t{row['documents']}\t{row['mentions']}")
    for child in row["children"]:
        _print_row(child, depth + 1)


@main.command()
@archive_argument
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=20, help="How many documents to show.")
@click.option("--explain", "explain_wanted", is_flag=True, help="Say what the query was read as.")
@as_json
def search(archive: Path, query: str, limit: int, explain_wanted: bool, json_wanted: bool) -> None:
    """Show the best documents for a query with their passages."""
    with opened(archive, fresh=True, to_read=True) as library:
        result = library.search(SearchRequest(query, limit))
        explanation = library.explain(query) if explain_wanted else ""
    if json_wanted:
        shape = shapes.search_shape(result)
        print_json({**shape, "explanation": explanation} if explain_wanted else shape)
        return
    for sentence in filter(None, (explanation, result.remark)):
        click.echo(sentence)
    click.echo(f"{result.total_passages:,} passages in {result.total_documents:,} documents")
    if result.suggestion:
        click.echo(f"Did you mean: {result.suggestion}")
    for hits in result.hits:
        click.echo(f"\n{hits.document}\t{hits.title}")
        for passage in hits.passages:
            click.echo(f"  {passage.start}\t{passage.end}\t{' '.join(passage.snippet.split())}")


@main.command()
@archive_argument
@click.argument("document", type=int)
@click.option("--quote", help="The words to mark, letter for letter.")
@click.option("--start", type=int, help="First code point to mark.")
@click.option("--end", type=int, help="The code point after the last one to mark.")
@click.option("--note", default="", help="A note in Markdown.")
@click.option("--tag", "tags", multiple=True, help="A tag; can be given several times.")
@click.option("--colour", type=click.Choice([colour.value for colour in Colour]), default=Colour.YELLOW.value)
@as_json
def annotate(
    archive: Path,
    document: int,
    quote: str | None,
    start: int | None,
    end: int | None,
    note: str,
    tags: tuple[str, ...],
    colour: str,
    json_wanted: bool,
) -> None:
    """Mark a passage, by its words or by its place."""
    has_place = start is not None and end is not None
    if (quote is None) == (not has_place):
        raise click.UsageError("Give either --quote, or --start and --end.")
    identity = DocumentId(document)
    with opened(archive) as library:
        first, last = library.place_quote(identity, quote) if quote is not None else (start or 0, end or 0)
        mark = library.new_annotation(identity, first, last, note, tags, Colour(colour))
        library.apply(AddAnnotations((mark,)))
    if json_wanted:
        print_json(shapes.annotation_shape(mark))
    else:
        click.echo(f"Marked {mark.id}: [{first}:{last}) of document {document}.")


def annotation_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that choose annotations; the command gets them as one ``wanted``."""

    @functools.wraps(command)
    def with_filter(
        chosen: tuple[int, ...],
        entities: tuple[str, ...],
        tags: tuple[str, ...],
        colours: tuple[str, ...],
        states: tuple[str, ...],
        words: str,
        **others: Any,
    ) -> None:
        wanted = AnnotationFilter(
            documents=frozenset(map(DocumentId, chosen)),
            entities=frozenset(map(EntityId, entities)),
            tags=frozenset(tags),
            colours=frozenset(map(Colour, colours)),
            states=frozenset(map(AnchorState, states)),
            words=words,
        )
        command(wanted=wanted, **others)

    colour_names, state_names = [colour.value for colour in Colour], [state.value for state in AnchorState]
    decorated = with_filter
    for option in (
        click.option("--words", default="", help="Only marks whose quote, note or tags hold these words."),
        click.option("--state", "states", multiple=True, type=click.Choice(state_names), help="Only in this state."),
        click.option(
            "--colour", "colours", multiple=True, type=click.Choice(colour_names), help="Only of this colour."
        ),
        click.option("--tag", "tags", multiple=True, help="Only marks with this tag."),
        click.option("--entity", "entities", multiple=True, help="Only in documents that mention this tree row (id)."),
        click.option("--document", "chosen", type=int, multiple=True, help="Only marks in this document."),
    ):
        decorated = option(decorated)
    return decorated


@main.command()
@archive_argument
@annotation_filters
@as_json
def annotations(archive: Path, wanted: AnnotationFilter, json_wanted: bool) -> None:
    """List marks with their state and place."""
    with opened(archive, fresh=bool(wanted.entities), to_read=True) as library:
        found = library.annotations(wanted)
    marks = [shapes.annotation_shape(mark) for mark in found]
    if json_wanted:
        print_json({"annotations": marks})
        return
    for mark in marks:
        _print_mark(mark)


@main.command()
@archive_argument
@as_json
def review(archive: Path, json_wanted: bool) -> None:
    """List the marks that wait to be checked with the places proposed for them; the window settles them."""
    with opened(archive, to_read=True) as library:
        found = [library.review_mark(waiting.mark.id) for waiting in library.marks_to_review()]
    shaped = [shapes.review_shape(one) for one in found]
    if json_wanted:
        print_json({"marks": shaped})
        return
    for one in shaped:
        click.echo(f"{one['document']}\t{one['state']}\t{' '.join(one['former']['quote'].split())}\t{one['title']}")
        for place in one["places"]:
            click.echo(f"  {place['start']}\t{place['end']}\t{place['score']:.2f}\t{' '.join(place['words'].split())}")


@main.command()
@archive_argument
@click.option("--format", "format_name", required=True, help="markdown, html, csv, xlsx or jsonld.")
@click.option("--output", type=PATH, required=True, help="The file to write; - for standard output.")
@annotation_filters
def export(archive: Path, format_name: str, output: Path, wanted: AnnotationFilter) -> None:
    """Write notes for other programs."""
    with opened(archive, fresh=bool(wanted.entities), to_read=True) as library:
        data = library.export_notes(format_name, wanted)
        if str(output) == "-":
            sys.stdout.buffer.write(data)
            return
        library.write_file(output, data)
    click.echo(f"Wrote {output}.")


@main.command(name="import-notes")
@archive_argument
@click.argument("file", type=PATH)
def import_notes(archive: Path, file: Path) -> None:
    """Take in marks from a W3C Web Annotation file (JSON-LD)."""
    with opened(archive) as library:
        changes, remarks = library.import_annotations(library.read_file(file))
    for remark in remarks:
        click.echo(remark, err=True)
    click.echo(f"Took in {len(changes.annotations):,} marks.")
    if remarks:
        sys.exit(FAILED)


@main.command()
@archive_argument
@click.option("--repair", is_flag=True, help="Make the index anew where it disagrees with the archive.")
@as_json
def check(archive: Path, repair: bool, json_wanted: bool) -> None:
    """Look both files over."""
    with opened(archive, to_read=not repair) as library:
        report = library.check(repair)
    if json_wanted:
        print_json({"problems": list(report.problems), "repaired": list(report.repaired), "sound": not report.problems})
    else:
        for sentence in (*report.problems, *report.repaired):
            click.echo(sentence)
        if not report.problems:
            click.echo("The archive and its index are sound.")
    if report.problems:
        sys.exit(FAILED)


@main.command()
@archive_argument
def reindex(archive: Path) -> None:
    """Make the index anew from the archive."""
    with opened(archive) as library:
        library.reindex(show_progress)
    click.echo("The index was made anew.")
