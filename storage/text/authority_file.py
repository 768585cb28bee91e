"""Reading and writing an authority file as JSON: the shipped one, one exported from an archive, one made elsewhere.

Names are rows ``[text, language, kind, first year, last year, needs context]`` and roles rows ``[title, organisation,
first year, last year]``, both cut after the last cell that says anything, so that the file stays small and quick.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from storage.domain.authority import (
    Authority,
    Entity,
    EntityKind,
    Name,
    NameKind,
    OrganisationForm,
    Role,
    Scheme,
    SchemeRegion,
)
from storage.domain.ids import EntityId, SchemeId
from storage.errors import UserFacingError
from storage.sentences import say

FORMAT = 1
_T = TypeVar("_T")
_ENTITY_KINDS = {kind.value: kind for kind in EntityKind}
_NAME_KINDS = {kind.value: kind for kind in NameKind}
_FORMS = {form.value: form for form in OrganisationForm}


def read_authority(data: bytes) -> Authority:
    """Read an authority file from its bytes.

    Raises:
        UserFacingError: when the bytes are no authority file, come from a newer program or contradict themselves
            (an id twice, a name without text, a member, country or organisation that is not in the file, a cycle).
    """
    content = _parse(data)
    entities = tuple(_read_entity(row) for row in _rows(content, "entities", say("the file")))
    authority = Authority(
        version=_text(content, "version", say("the file")),
        entities=entities,
        schemes=tuple(_read_scheme(row) for row in _rows(content, "schemes", say("the file"))),
        date=_text(content, "date", say("the file"), required=False),
        sources=_texts(content, "sources", say("the file")),
        not_names=_texts(content, "not_names", say("the file")),
    )
    _check_references(authority)
    _check_schemes(authority)
    return authority


def write_authority(authority: Authority) -> bytes:
    """Write an authority file as UTF-8 JSON, one entity a line; the same authority always gives the same bytes."""
    entities = ",\n".join(_compact(_entity_row(entity)) for entity in authority.entities)
    schemes = ",\n".join(_compact(_scheme_row(scheme)) for scheme in authority.schemes)
    head = {
        "format": FORMAT,
        "version": authority.version,
        "date": authority.date,
        "sources": list(authority.sources),
        "not_names": list(authority.not_names),
    }
    fields = ",\n".join(f"{_compact(key)}:{_compact(value)}" for key, value in head.items())
    return f'{{\n{fields},\n"schemes":[\n{schemes}\n],\n"entities":[\n{entities}\n]\n}}\n'.encode()


def _refuse(reason: str) -> NoReturn:
    raise UserFacingError(
        say("This authority file cannot be used: {reason}. Nothing was changed; choose another file.", reason=reason)
    )


def _parse(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UserFacingError(
            say(
                "This authority file cannot be used: it is not JSON ({error}). "
                "Nothing was changed; choose another file.",
                error=error,
            )
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("format"), int):
        _refuse(say("it does not begin as an authority file does"))
    if content["format"] > FORMAT:
        _refuse(say("it was made by a newer version of this program"))
    return content


def _rows(content: dict[str, Any], key: str, where: str) -> list[Any]:
    value = content.get(key, [])
    if not isinstance(value, list):
        _refuse(say("“{key}” of {where} is not a list", key=key, where=where))
    return value


def _text(content: dict[str, Any], key: str, where: str, *, required: bool = True) -> str:
    value = content.get(key, "")
    if not isinstance(value, str) or (required and not value.strip()):
        _refuse(say("“{key}” of {where} is missing or not a text", key=key, where=where))
    return value


def _texts(content: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = _rows(content, key, where)
    if not all(isinstance(value, str) and value for value in values):
        _refuse(say("“{key}” of {where} holds something that is not a text", key=key, where=where))
    return tuple(values)


def _optional_id(content: dict[str, Any], key: str, where: str) -> EntityId | None:
    return EntityId(value) if (value := _text(content, key, where, required=False)) else None


def _year(value: object, where: str) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    _refuse(say("a year of {where} is not a whole number", where=where))


def _one_of(values: dict[str, _T], value: object, what: str, where: str) -> _T:
    found = values.get(value) if isinstance(value, str) else None
    if found is None:
        _refuse(
            say(
                "{where} has the {what} “{value}”, which this program does not know",
                where=where,
                what=what,
                value=value,
            )
        )
    return found


def _cells(row: object, width: int, where: str) -> list[Any]:
    if not isinstance(row, list) or not 0 < len(row) <= width:
        _refuse(
            say("a name or role of {where} is not written as a row of 1 to {width} cells", where=where, width=width)
        )
    if not isinstance(row[0], str) or not row[0].strip():
        _refuse(say("a name or role of {where} has no text", where=where))
    return row + [None] * (width - len(row))


def _read_name(row: object, where: str) -> Name:
    text, language, kind, first, last, context = _cells(row, 6, where)
    return Name(
        text=text,
        language=language if isinstance(language, str) else "",
        kind=_one_of(_NAME_KINDS, kind or NameKind.OFFICIAL.value, say("kind of name"), where),
        first_year=_year(first, where),
        last_year=_year(last, where),
        needs_context=bool(context),
    )


def _read_role(row: object, where: str) -> Role:
    title, organisation, first, last = _cells(row, 4, where)
    holder = EntityId(organisation) if isinstance(organisation, str) and organisation else None
    return Role(title, holder, _year(first, where), _year(last, where))


def _read_identifiers(row: dict[str, Any], where: str) -> tuple[tuple[str, str], ...]:
    identifiers = row.get("identifiers", {})
    if not isinstance(identifiers, dict) or not all(isinstance(value, str) for value in identifiers.values()):
        _refuse(say("the identifiers of {where} are not pairs of texts", where=where))
    return tuple(identifiers.items())


def _read_entity(row: object) -> Entity:
    if not isinstance(row, dict):
        _refuse(say("an entry is not written as an object"))
    identity = _text(row, "id", say("an entry"))
    form = row.get("form")
    return Entity(
        id=EntityId(identity),
        kind=_one_of(_ENTITY_KINDS, row.get("kind"), say("kind"), identity),
        name=_text(row, "name", identity),
        names=tuple(_read_name(name, identity) for name in _rows(row, "names", identity)),
        country=_optional_id(row, "country", identity),
        native_name=_text(row, "native_name", identity, required=False),
        description=_text(row, "description", identity, required=False),
        first_year=_year(row.get("first_year"), identity),
        last_year=_year(row.get("last_year"), identity),
        identifiers=_read_identifiers(row, identity),
        source=_text(row, "source", identity, required=False),
        form=_one_of(_FORMS, form, say("form"), identity) if form else None,
        part_of=_optional_id(row, "part_of", identity),
        successors=tuple(EntityId(other) for other in _texts(row, "successors", identity)),
        roles=tuple(_read_role(role, identity) for role in _rows(row, "roles", identity)),
    )


def _read_scheme(row: object) -> Scheme:
    if not isinstance(row, dict):
        _refuse(say("a scheme is not written as an object"))
    identity = _text(row, "id", say("a scheme"))
    regions = []
    for region in _rows(row, "regions", identity):
        if not isinstance(region, dict):
            _refuse(say("a region of the scheme {identity} is not written as an object", identity=identity))
        name = _text(region, "region", identity)
        members = tuple(EntityId(member) for member in _texts(region, "members", name))
        regions.append(SchemeRegion(EntityId(name), members))
    return Scheme(SchemeId(identity), _text(row, "name", identity), tuple(regions))


def _check_references(authority: Authority) -> None:
    known: set[str] = set()
    for entity in authority.entities:
        if entity.id in known:
            _refuse(say("the id {identity} stands in it twice", identity=entity.id))
        known.add(entity.id)
    for entity in authority.entities:
        others = [entity.country, entity.part_of, *entity.successors, *(role.organisation for role in entity.roles)]
        for other in others:
            if other is not None and other not in known:
                _refuse(say("{identity} refers to {other}, which is not in the file", identity=entity.id, other=other))
    parts = {entity.id: [entity.part_of] for entity in authority.entities if entity.part_of}
    _refuse_cycle(parts, lambda identity: say("{identity} is, step by step, a part of itself", identity=identity))


def _check_schemes(authority: Authority) -> None:
    known = {entity.id for entity in authority.entities}
    identities = [scheme.id for scheme in authority.schemes]
    if len(set(identities)) < len(identities):
        _refuse(say("two schemes have the same id"))
    for scheme in authority.schemes:
        members = {region.region: list(region.members) for region in scheme.regions}
        if len(members) < len(scheme.regions):
            _refuse(say("a region stands twice in the scheme “{scheme}”", scheme=scheme.name))
        for region, inside in members.items():
            missing = [identity for identity in (region, *inside) if identity not in known]
            if missing:
                _refuse(
                    say(
                        "the scheme “{scheme}” names {missing}, which is not in the file",
                        scheme=scheme.name,
                        missing=missing[0],
                    )
                )
            if not inside:
                _refuse(
                    say(
                        "the region {region} of the scheme “{scheme}” has no members", region=region, scheme=scheme.name
                    )
                )
        _refuse_cycle(
            members, lambda identity: say("the region {identity} stands, step by step, below itself", identity=identity)
        )


def _refuse_cycle(links: dict[EntityId, list[EntityId]], sentence: Callable[[EntityId], str]) -> None:
    finished: set[EntityId] = set()
    for start in links:
        path: list[EntityId] = []
        waiting: list[tuple[EntityId, bool]] = [(start, False)]
        while waiting:
            identity, left = waiting.pop()
            if left:
                finished.add(path.pop())
            elif identity in path:
                _refuse(sentence(identity))
            elif identity not in finished:
                path.append(identity)
                waiting.append((identity, True))
                waiting.extend((other, False) for other in links.get(identity, ()))


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _cut(cells: Iterable[object]) -> list[object]:
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return row


def _name_row(name: Name) -> list[object]:
    kind = "" if name.kind is NameKind.OFFICIAL else name.kind.value
    return _cut((name.text, name.language, kind, name.first_year, name.last_year, 1 if name.needs_context else 0))


def _entity_row(entity: Entity) -> dict[str, object]:
    row: dict[str, object] = {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "native_name": entity.native_name,
        "country": entity.country,
        "form": entity.form.value if entity.form else None,
        "part_of": entity.part_of,
        "description": entity.description,
        "first_year": entity.first_year,
        "last_year": entity.last_year,
        "identifiers": dict(entity.identifiers),
        "successors": list(entity.successors),
        "roles": [_cut((role.title, role.organisation, role.first_year, role.last_year)) for role in entity.roles],
        "source": entity.source,
        "names": [_name_row(name) for name in entity.names],
    }
    return {key: value for key, value in row.items() if value}


def _scheme_row(scheme: Scheme) -> dict[str, object]:
    regions = [{"region": region.region, "members": list(region.members)} for region in scheme.regions]
    return {"id": scheme.id, "name": scheme.name, "regions": regions}
