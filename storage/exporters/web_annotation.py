"""Notes as W3C Web Annotations (W3C Recommendation of 23 February 2017) in JSON-LD.

An AnnotationCollection holds one AnnotationPage with all annotations. A note's text is a TextualBody (Markdown, purpose
commenting), each tag another (purpose tagging). The target is a SpecificResource: its source is the text version, named
by its hash (``urn:sha256:...``), its scope the document (``urn:liaison:document:...``), and it is selected by a
TextQuoteSelector (exact, prefix, suffix) and a TextPositionSelector. Positions count Unicode code points, end
exclusive, as the model defines. The colour is the target's styleClass, for which the annotation brings its stylesheet.

Whom a note is linked to is a SpecificResource (``urn:liaison:entity:...``, purpose identifying).

What the model has no term for (paragraph, page, how sure the place is, the source line, the codebook) uses terms of
our own, which the inline context declares; reading the file needs nothing from any network.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from storage.domain.codebook import Code, path_of
from storage.domain.export import ExportedNote, NotesExport
from storage.exporters.arrangement import in_order
from storage.exporters.colours import style_rule

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_VOCABULARY = "urn:liaison:vocabulary:"
_OWN_TERMS = (
    "paragraph",
    "page",
    "pageLabel",
    "placeState",
    "sourceLine",
    "datesInWords",
    "filter",
    "codebook",
    "codePath",
)


def write_jsonld(export: NotesExport) -> bytes:
    """Write all notes as one JSON-LD document in UTF-8; `read_annotations` reads it back exactly."""
    paths = _paths(export)
    annotations = [_annotation(note, paths) for note in in_order(export)]
    collection: dict[str, Any] = {
        "@context": [ANNOTATION_CONTEXT, {term: _VOCABULARY + term for term in _OWN_TERMS}],
        "type": "AnnotationCollection",
        "label": export.archive,
        "generated": _moment(export.made),
        "total": len(annotations),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": annotations},
    }
    if export.codes:
        collection["codebook"] = [_code(code) for code in export.codes]
    if export.filter:
        collection["filter"] = export.filter
    return (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _paths(export: NotesExport) -> dict[str, tuple[str, ...]]:
    codes = {code.name: code for code in export.codes}
    return {name: path_of(codes, name) for name in codes}


def _code(code: Code) -> dict[str, Any]:
    values = {key: value for key, value in asdict(code).items() if value and key not in ("name", "position")}
    return {"name": code.name, **values}


def _annotation(note: ExportedNote, paths: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    annotation = note.annotation
    bodies = _bodies(note, paths)
    return {
        "id": f"urn:liaison:annotation:{annotation.id}",
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "tagging" if annotation.tags else "highlighting",
        "created": _moment(annotation.created),
        "modified": _moment(annotation.changed),
        "stylesheet": {"type": "CssStylesheet", "value": style_rule(annotation.colour)},
        **({"body": bodies} if bodies else {}),
        "target": _target(note),
    }


def _bodies(note: ExportedNote, paths: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if note.annotation.note:
        bodies.append(
            {"type": "TextualBody", "value": note.annotation.note, "format": "text/markdown", "purpose": "commenting"}
        )
    for tag in note.annotation.tags:
        path = {"codePath": list(paths[tag])} if len(paths.get(tag, ())) > 1 else {}
        bodies.append({"type": "TextualBody", "value": tag, "purpose": "tagging", **path})
    for one in note.linked:
        source = {"id": f"urn:liaison:entity:{one.id}", "label": one.name}
        bodies.append({"type": "SpecificResource", "source": source, "purpose": "identifying"})
    return bodies


def _target(note: ExportedNote) -> dict[str, Any]:
    annotation, anchor, description = note.annotation, note.annotation.anchor, note.document.description
    source = {
        "id": f"urn:sha256:{note.text_sha256}",
        "type": "Text",
        "format": "text/plain",
        "label": note.document.title,
    }
    if description.language:
        source["language"] = description.language
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source,
        "scope": f"urn:liaison:document:{note.document.id}",
        "selector": [
            {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.before, "suffix": anchor.after},
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
        "styleClass": annotation.colour.value,
        "placeState": annotation.state.value,
        "sourceLine": note.source_line,
    }
    optional = {
        "paragraph": anchor.paragraph or None,
        "page": anchor.page,
        "pageLabel": note.page_label,
        "datesInWords": note.dates or None,
    }
    return target | {key: value for key, value in optional.items() if value is not None}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
