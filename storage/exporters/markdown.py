"""Notes as CommonMark: quotes escaped so that they read back word for word, notes kept as their Markdown."""

import re
from collections.abc import Iterator, Mapping

from storage.domain.codebook import Code
from storage.domain.export import ExportedNote, NotesExport
from storage.exporters.arrangement import (
    DocumentNotes,
    by_document,
    code_paths,
    colour_in_words,
    described,
    heading_in_words,
    moment_in_words,
    place_in_words,
    state_in_words,
    title_in_words,
)
from storage.sentences import say

_PUNCTUATION_WITH_A_MEANING = re.compile(r"([\\`*_\[\]<>#&|~$!])")
_BEGINS_A_BLOCK = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")
_ORDERED = re.compile(r"^(\d{1,9})([.)])")


def write_markdown(export: NotesExport) -> bytes:
    """Write a heading for each document and below it its quotes in reading order, each with note, tags and place."""
    paths = code_paths(export).values()
    parts = [f"# {escaped_line(title_in_words(export))}", escaped_line(heading_in_words(export))]
    for group in by_document(export):
        parts += _document(export, group)
    if export.codes:
        codes = (_code(export, code, path) for code, path in zip(export.codes, paths, strict=True))
        parts += [f"## {export.wording.in_words(say('Codebook'))}", *codes]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escaped_line(text: str) -> str:
    """Escape a text that has to stay on one line; white space between words becomes single spaces."""
    return _escaped(" ".join(text.split()))


def quotation(text: str) -> str:
    """Write a text as a block quotation whose lines read back as they were."""
    return "\n".join(f"> {_escaped(line)}".rstrip(" ") for line in text.split("\n"))


def _code(export: NotesExport, code: Code, path: str) -> str:
    items = [f"- **{escaped_line(path)}**"]
    items += [f"  - {heading}: {escaped_line(words)}" for heading, words in described(export, code)]
    return "\n".join(items)


def _document(export: NotesExport, group: DocumentNotes) -> list[str]:
    in_words = export.wording.in_words
    parts = [f"## {escaped_line(group.document.title)}", escaped_line(group.source_line)]
    if group.dates:
        parts.append(f"{in_words(say('Dates'))}: {escaped_line(in_words(group.dates))}")
    if group.notes[0].document_note.strip():
        what = in_words(say("Note on the document"))
        parts.append(_contained(group.notes[0].document_note, what).rstrip("\n"))
    paths = code_paths(export)
    for number, note in enumerate(group.notes, start=1):
        parts += [f"### {number}", quotation(note.annotation.anchor.quote), "\n".join(_facts(export, note, paths))]
    return parts


def _facts(export: NotesExport, note: ExportedNote, paths: Mapping[str, str]) -> Iterator[str]:
    annotation, in_words = note.annotation, export.wording.in_words
    if annotation.note.strip():
        yield _contained(annotation.note, in_words(say("Note")))
    if annotation.tags:
        tags = " ; ".join(escaped_line(paths.get(tag, tag)) for tag in annotation.tags)
        yield f"- {in_words(say('Tags'))}: {tags}"
    if note.linked:
        linked = " ; ".join(escaped_line(one.name) for one in note.linked)
        yield f"- {in_words(say('Linked to'))}: {linked}"
    yield f"- {in_words(say('Colour'))}: {escaped_line(colour_in_words(export, note))}"
    place = escaped_line(place_in_words(export, note))
    yield f"- {in_words(say('Place'))}: {place} \N{EN DASH} {state_in_words(export, note)}"
    created, changed = moment_in_words(annotation.created), moment_in_words(annotation.changed)
    yield f"- {in_words(say('Created: {created}; changed: {changed}', created=created, changed=changed))}"


def _contained(note: str, what: str) -> str:
    """Put a note into a list item, which ends whatever the note leaves open (a code block, a comment)."""
    lines = note.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    indented = "\n".join(f"  {line}" if line.strip() else "" for line in lines)
    return f"- {what}:\n\n{indented}\n"


def _escaped(line: str) -> str:
    inner = line.strip()
    if not inner:
        return "".join(map(_as_reference, line))
    start = line.index(inner[0])
    escaped = _PUNCTUATION_WITH_A_MEANING.sub(r"\\\1", inner)
    escaped = _ORDERED.sub(r"\1\\\2", escaped) if _ORDERED.match(escaped) else _BEGINS_A_BLOCK.sub(r"\\\1", escaped)
    before, after = line[:start], line[start + len(inner) :]
    return "".join(map(_as_reference, before)) + escaped + "".join(map(_as_reference, after))


def _as_reference(space: str) -> str:
    """Write a white space at the edge of a line so that no reader of Markdown takes it away."""
    return f"&#{ord(space)};"
