"""Reading W3C Web Annotations from JSON-LD: this program's own files exactly, other people's as far as they quote.

Nothing is fetched: a collection's further pages must stand in the same file, contexts are not looked up, and terms are
known by their names in the model's own context. Positions are taken as Unicode code points, as the model defines;
some programs count UTF-16 units, which is why the quote decides where a foreign mark belongs.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from storage.domain.annotation import AnchorState, Colour
from storage.domain.codebook import Code, CodeColour
from storage.domain.export import ImportedNote, ImportedNotes
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.errors import UserFacingError
from storage.sentences import say

_ANNOTATION = "urn:liaison:annotation:"
_DOCUMENT = "urn:liaison:document:"
_HASH = "urn:sha256:"
_ENTITY = "urn:liaison:entity:"

_Json = dict[str, Any]


class _NoMarkError(ValueError):
    """An annotation cannot become a mark; its text says why. It never leaves this module."""


def read_annotations(data: bytes) -> ImportedNotes:
    """Read the marks of a JSON-LD file of Web Annotations, in the order of the file.

    The file may hold one annotation, a list, an AnnotationPage, an AnnotationCollection or a graph. An annotation
    without a TextQuoteSelector cannot become a mark and is named in the remarks.

    Raises:
        UserFacingError: The bytes are no JSON, or there is no annotation in them.
    """
    notes: list[ImportedNote] = []
    remarks: list[str] = []
    read = _parsed(data)
    for number, annotation in enumerate(_annotations(read), start=1):
        try:
            notes.append(_note(annotation))
        except _NoMarkError as reason:
            remarks.append(say("Annotation {number} of the file was left out: {reason}.", number=number, reason=reason))
    codes = tuple(code for item in read for entry in _as_list(item.get("codebook")) for code in _codes(entry))
    return ImportedNotes(tuple(notes), tuple(remarks), codes)


def _codes(entry: object) -> Iterator[Code]:
    """Yield the code that an entry of a codebook describes, if it has a name; what is no text in it is left out."""
    if not isinstance(entry, dict) or not (name := " ".join(_string(entry.get("name")).split())):
        return
    colours = {colour.value: colour for colour in CodeColour}
    yield Code(
        name=name,
        parent=" ".join(_string(entry.get("parent")).split()),
        colour=colours.get(_string(entry.get("colour")), CodeColour.GREY),
        definition=_string(entry.get("definition")),
        full_definition=_string(entry.get("full_definition")),
        when_to_use=_string(entry.get("when_to_use")),
        when_not_to_use=_string(entry.get("when_not_to_use")),
        example=_string(entry.get("example")),
    )


def _parsed(data: bytes) -> list[_Json]:
    try:
        value = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError as error:
        raise UserFacingError(say("This file is nested too deeply to be a file of annotations.")) from error
    except UnicodeDecodeError as error:
        raise UserFacingError(say("This file is not JSON: it is not text in UTF-8. Choose a JSON-LD file.")) from error
    except ValueError as error:
        where = say(" (line {lineno})", lineno=error.lineno) if isinstance(error, json.JSONDecodeError) else ""
        raise UserFacingError(
            say("This file is not valid JSON{where}. Choose a JSON-LD file of annotations.", where=where)
        ) from error
    found = [item for item in _as_list(value) if isinstance(item, dict)]
    if not found or not any(_is_ours_to_read(item) for item in found):
        raise UserFacingError(
            say(
                "This file is JSON but holds no Web Annotations: there is no Annotation, AnnotationPage or "
                "AnnotationCollection in it. Choose another file."
            )
        )
    return found


def _annotations(items: list[_Json]) -> Iterator[_Json]:
    """Yield the annotations in reading order, going down into pages, collections and graphs without recursion."""
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        if _is_a(item, "Annotation"):
            yield item
            continue
        inner = [*_as_list(item.get("first")), *_as_list(item.get("items"))]
        inner += [*_as_list(item.get("@graph")), *_as_list(item.get("next"))]
        waiting.extend(reversed([part for part in inner if isinstance(part, dict)]))


def _is_ours_to_read(item: _Json) -> bool:
    return "@graph" in item or any(
        _is_a(item, kind) for kind in ("Annotation", "AnnotationPage", "AnnotationCollection")
    )


def _is_a(item: _Json, kind: str) -> bool:
    kinds = [*_as_list(item.get("type")), *_as_list(item.get("@type"))]
    return any(isinstance(value, str) and value.rpartition(":")[2].rpartition("#")[2] == kind for value in kinds)


def _note(annotation: _Json) -> ImportedNote:
    target = _target(annotation)
    selectors = _selectors(target)
    quote = next((selector for selector in selectors if _is_a(selector, "TextQuoteSelector")), None)
    if quote is None or not _string(quote.get("exact")):
        raise _NoMarkError(say("it does not quote a text (there is no TextQuoteSelector with an exact quote)"))
    start, end = _position(selectors)
    source = _iri(target.get("source"))
    note, tags = _note_and_tags(annotation)
    return ImportedNote(
        source=source,
        quote=_string(quote.get("exact")),
        before=_string(quote.get("prefix")),
        after=_string(quote.get("suffix")),
        start=start,
        end=end,
        id=AnnotationId(own) if (own := _after(_ANNOTATION, _iri(annotation))) else None,
        document=_document(target),
        text_sha256=_after(_HASH, source),
        paragraph=_count(target.get("paragraph")) or 0,
        page=_count(target.get("page")),
        page_label=_string(target.get("pageLabel")) or None,
        note=note,
        tags=tags,
        colour=_colour(target),
        state=_state(target),
        created=_moment(annotation.get("created")),
        changed=_moment(annotation.get("modified")) or _moment(annotation.get("created")),
        entities=_entities(annotation),
    )


def _target(annotation: _Json) -> _Json:
    targets = _as_list(annotation.get("target"))
    if len(targets) > 1:
        raise _NoMarkError(say("it has several targets"))
    if not targets or not isinstance(targets[0], dict):
        raise _NoMarkError(say("it is about a whole document, not about a passage"))
    return targets[0]


def _selectors(target: _Json) -> list[_Json]:
    """Return a target's selectors, those that refine another one after it."""
    found = [selector for selector in _as_list(target.get("selector")) if isinstance(selector, dict)]
    for selector in found:
        found.extend(refined for refined in _as_list(selector.get("refinedBy")) if isinstance(refined, dict))
    return found


def _position(selectors: list[_Json]) -> tuple[int | None, int | None]:
    for selector in selectors:
        if _is_a(selector, "TextPositionSelector"):
            start, end = _count(selector.get("start")), _count(selector.get("end"))
            if start is not None and end is not None and start <= end:
                return start, end
    return None, None


def _note_and_tags(annotation: _Json) -> tuple[str, tuple[str, ...]]:
    notes = [_string(annotation.get("bodyValue"))]
    tags: list[str] = []
    for body in _bodies(annotation):
        words = _string(body.get("value")) or _string(body.get("rdf:value"))
        (tags if "tagging" in _as_list(body.get("purpose")) else notes).append(words)
    return "\n\n".join(filter(None, notes)), tuple(filter(None, tags))


def _entities(annotation: _Json) -> tuple[EntityId, ...]:
    bodies = [body for body in _bodies(annotation) if "identifying" in _as_list(body.get("purpose"))]
    ids = (_after(_ENTITY, _iri(body.get("source"))) for body in bodies)
    return tuple(dict.fromkeys(EntityId(identity) for identity in ids if identity))


def _bodies(annotation: _Json) -> list[_Json]:
    """Return the bodies that hold text themselves; one named by its address only becomes a note with the address."""
    bodies: list[_Json] = []
    for body in _as_list(annotation.get("body")):
        if isinstance(body, str):
            bodies.append({"value": body})
        elif isinstance(body, dict):
            bodies.extend(part for part in _as_list(body.get("items", body)) if isinstance(part, dict))
    return bodies


def _document(target: _Json) -> DocumentId | None:
    for name in (_iri(target.get("scope")), _iri(target.get("source"))):
        number = _after(_DOCUMENT, name)
        if number.isascii() and number.isdigit() and len(number) < 19:
            return DocumentId(int(number))
    return None


def _colour(target: _Json) -> Colour:
    known = {colour.value: colour for colour in Colour}
    names = [name for name in _as_list(target.get("styleClass")) if isinstance(name, str)]
    return next((known[name] for name in names if name in known), Colour.YELLOW)


def _state(target: _Json) -> AnchorState:
    known = {state.value: state for state in AnchorState}
    return known.get(_string(target.get("placeState")), AnchorState.UNCHANGED)


def _moment(value: object) -> datetime | None:
    """Read a moment and return it in UTC; one without a zone is taken as UTC, one that cannot be read is None."""
    try:
        moment = datetime.fromisoformat(_string(value))
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _iri(value: object) -> str:
    if isinstance(value, dict):
        return _string(value.get("id")) or _string(value.get("@id"))
    return _string(value)


def _after(prefix: str, name: str) -> str:
    return name.removeprefix(prefix) if name.startswith(prefix) else ""


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63 else None


def _as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
