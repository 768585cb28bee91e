"""Notes as CommonMark: quotes escaped so that they read back word for word, notes kept as their Markdown."""

import re
from collections.abc import Mapping

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
)

_PUNCTUATION_WITH_A_MEANING = re.compile(r"([\\`*_\[\]<>#&|~$!])")
_BEGINS_A_BLOCK = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")
_ORDERED = re.compile(r"^(\d{1,9})([.)])")


def write_markdown(export: NotesExport) -> bytes:
    """Write a heading for each document and below it its quotes in reading order, each with note, tags and place."""
    paths = code_paths(export).values()
    parts = [f"# Notes from {escaped_line(export.archive or 'Notes')}", escaped_line(heading_in_words(export))]
    for group in by_document(export):
        parts += _document(export, group)
    if export.codes:
        parts += ["## Codebook", *(_code(code, path) for code, path in zip(export.codes, paths, strict=True))]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escaped_line(text: str) -> str:
    """Escape a text that has to stay on one line; white space between words becomes single spaces."""
    return _escaped(" ".join(text.split()))


def quotation(text: str) -> str:
    """Write a text as a block quotation whose lines read back as they were."""
    return "\n".join(f"> {_escaped(line)}".rstrip(" ") for line in text.split("\n"))


def _code(code: Code, path: str) -> str:
    items = [f"- **{escaped_line(path)}**"]
    items += [f"  - {heading}: {escaped_line(words)}" for heading, words in described(code)]
    return "\n".join(items)


def _document(export: NotesExport, group: DocumentNotes) -> list[str]:
    parts = [f"## {escaped_line(group.document.title)}", escaped_line(group.source_line)]
    if group.dates:
        parts.append(f"Dates: {escaped_line(group.dates)}")
    if group.notes[0].document_note.strip():
        parts.append(_contained(group.notes[0].document_note, "Note on the document").rstrip("\n"))
    paths = code_paths(export)
    for number, note in enumerate(group.notes, start=1):
        parts += _note(number, note, paths, colour_in_words(export, note))
    return parts


def _note(number: int, note: ExportedNote, paths: Mapping[str, str], colour: str) -> list[str]:
    annotation = note.annotation
    parts = [f"### {number}", quotation(annotation.anchor.quote)]
    items: list[str] = []
    if annotation.note.strip():
        items.append(_contained(annotation.note, "Note"))
    if annotation.tags:
        items.append(f"- Tags: {' ; '.join(escaped_line(paths.get(tag, tag)) for tag in annotation.tags)}")
    if note.linked:
        items.append(f"- Linked to: {' ; '.join(escaped_line(one.name) for one in note.linked)}")
    items.append(f"- Colour: {escaped_line(colour)}")
    items.append(f"- Place: {escaped_line(place_in_words(note))} \N{EN DASH} {annotation.state.value}")
    items.append(f"- Created: {moment_in_words(annotation.created)}; changed: {moment_in_words(annotation.changed)}")
    return [*parts, "\n".join(items)]


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
