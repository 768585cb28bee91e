"""Notes as one HTML file that holds its own styles and fetches nothing."""

import re
from collections.abc import Mapping
from html import escape

from storage.domain.annotation import Colour
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
    title_in_words,
)
from storage.exporters.colours import style_rule
from storage.exporters.wording import STATES
from storage.sentences import say

_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_NONCHARACTERS = re.compile(
    "[" + "".join(chr(plane * 0x10000 + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF)) + "]"
)
_STYLES = """
body { font: 16px/1.55 Georgia, "Noto Serif", serif; color: #1f2328; background: #ffffff;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, .about, .source, .place, .tags { font-family: system-ui, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
.about, .source, .place { color: #57606a; font-size: .85rem; }
.source, .place { overflow-wrap: anywhere; }
article { border-top: 1px solid #d0d7de; padding: .75rem 0; }
blockquote { margin: .5rem 0; padding: .6rem .9rem; border-left: 4px solid #8c959f;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.note { overflow-wrap: anywhere; }
.tags { list-style: none; padding: 0; margin: .25rem 0; }
.tags li { display: inline-block; border: 1px solid #d0d7de; border-radius: 1rem; padding: 0 .6rem;
  margin: 0 .3rem .2rem 0; font-size: .85rem; }
@media print { article { break-inside: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(export: NotesExport) -> bytes:
    """Write a page with the notes under their documents, in reading order; notes are rendered from Markdown.

    Raw HTML and images in notes are shown as text, and a character that HTML does not allow becomes U+FFFD.
    """
    title = _text(title_in_words(export))
    body = "\n".join([*(_document(export, group) for group in by_document(export)), *_codebook(export)])
    colours = "\n".join(style_rule(colour) for colour in Colour)
    page = f"""<!DOCTYPE html>
<html lang="{_text(export.wording.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{title}</title>
<style>{_STYLES}{colours}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="about">{_text(heading_in_words(export))}</p>
{body}
</body>
</html>
"""
    return page.encode("utf-8")


def _codebook(export: NotesExport) -> list[str]:
    if not export.codes:
        return []
    paths = code_paths(export)
    items = []
    for code in export.codes:
        parts = "".join(f"<dd>{_text(heading)}: {_text(words)}</dd>" for heading, words in described(export, code))
        items.append(f'<dt dir="auto">{_text(paths[code.name])}</dt>{parts}')
    listed = "\n".join(items)
    heading = _text(export.wording.in_words(say("Codebook")))
    return [f'<section>\n<h2>{heading}</h2>\n<dl class="codebook">\n{listed}\n</dl>\n</section>']


def _document(export: NotesExport, group: DocumentNotes) -> str:
    dates = f"<br>{_text(export.wording.in_words(group.dates))}" if group.dates else ""
    paths = code_paths(export)
    articles = "\n".join(_article(export, note, paths) for note in group.notes)
    noted = group.notes[0].document_note
    note = f'<div class="note" dir="auto">\n{_rendered(noted)}</div>\n' if noted.strip() else ""
    return f"""<section>
<h2 dir="auto">{_text(group.document.title)}</h2>
<p class="source">{_text(group.source_line)}{dates}</p>
{note}{articles}
</section>"""


def _article(export: NotesExport, note: ExportedNote, paths: Mapping[str, str]) -> str:
    annotation, in_words = note.annotation, export.wording.in_words
    language = note.document.description.language
    lang = f' lang="{_text(language)}"' if language else ""
    parts = [
        f'<article id="mark-{_text(annotation.id)}">',
        f'<blockquote class="{annotation.colour.value}" dir="auto"{lang}>{_text(annotation.anchor.quote)}</blockquote>',
    ]
    if annotation.note.strip():
        parts.append(f'<div class="note" dir="auto">\n{_rendered(annotation.note)}</div>')
    if annotation.tags:
        items = "".join(f"<li>{_text(paths.get(tag, tag))}</li>" for tag in annotation.tags)
        parts.append(f'<ul class="tags" aria-label="{_text(in_words(say("Tags")))}">{items}</ul>')
    if note.linked:
        items = "".join(f"<li>{_text(one.name)}</li>" for one in note.linked)
        parts.append(f'<ul class="tags" aria-label="{_text(in_words(say("Linked to")))}">{items}</ul>')
    parts.append(f'<p class="place">{_text(_facts(export, note))}</p>\n</article>')
    return "\n".join(parts)


def _facts(export: NotesExport, note: ExportedNote) -> str:
    annotation, in_words = note.annotation, export.wording.in_words
    created, changed = moment_in_words(annotation.created), moment_in_words(annotation.changed)
    if annotation.changed == annotation.created:
        when = say("created {created}", created=created)
    else:
        when = say("created {created}, changed {changed}", created=created, changed=changed)
    state = say("place {state}", state=STATES[annotation.state])
    parts = (place_in_words(export, note), colour_in_words(export, note), in_words(state), in_words(when))
    return "; ".join(parts)


def _rendered(note: str) -> str:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable("image").render(_allowed(note))


def _text(text: str) -> str:
    return escape(_allowed(text)).replace("\r", "&#13;")


def _allowed(text: str) -> str:
    return _NONCHARACTERS.sub("\ufffd", _NOT_ALLOWED.sub("\ufffd", text))
