"""Applying what people decided on mentions to those the matcher found, after every import and every new match.

The narrower reach wins (here, this document, everywhere) and, within a reach, the later decision. A decision on one
place finds it again by its words and the text around them; where that is not certain it is left out, never placed in
silence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from storage.domain.annotation import Anchor, AnchorState
from storage.domain.authority import Entity, EntityKind, NameKind
from storage.domain.ids import DecisionId, DocumentId, EntityId
from storage.domain.mention import Decision, Doubt, Mention, MentionState, Reach, Verdict
from storage.sentences import joined, say
from storage.text.alignment import exact_occurrences
from storage.text.anchoring import place_again
from storage.text.folding import fold

_REACHES = (Reach.ARCHIVE, Reach.DOCUMENT, Reach.PLACE)
_STATES = {
    Verdict.ACCEPT: MentionState.ACCEPTED,
    Verdict.REJECT: MentionState.REJECTED,
    Verdict.REASSIGN: MentionState.REASSIGNED,
}
_WORDS = {
    Verdict.ACCEPT: say("accepted by hand"),
    Verdict.REJECT: say("rejected by hand"),
    Verdict.REASSIGN: say("given to another by hand"),
}
_SPOKEN_REACHES = {
    Reach.PLACE: say("here"),
    Reach.DOCUMENT: say("this document"),
    Reach.ARCHIVE: say("everywhere"),
}
_NO_ENTITIES: Mapping[EntityId, Entity] = {}


def apply_decisions(
    mentions: Sequence[Mention],
    decisions: Sequence[Decision],
    text: str,
    document: DocumentId,
    entities: Mapping[EntityId, Entity] = _NO_ENTITIES,
) -> tuple[Mention, ...]:
    """Return the mentions as people decided, in the order of the text.

    A reassignment of words in which the program had seen nobody (``suggested`` is None) makes a mention of them.

    Args:
        mentions: what the matcher found, in the order of the text.
        decisions: in the order they were taken; those on other documents are passed over.
        text: the canonical text; offsets are its code points, end exclusive.
        document: the document the text belongs to.
        entities: the authority file's entities by id, for the name and kind of whom a mention is given to.
    """
    ours = [decision for decision in decisions if decision.document in (None, document)]
    if not ours:
        return tuple(mentions)
    places = {decision.id: find_place(decision, text) for decision in ours if decision.reach is Reach.PLACE}
    ordered = sorted(ours, key=lambda decision: _REACHES.index(decision.reach))
    by_words: dict[str, list[Decision]] = defaultdict(list)
    for decision in ordered:
        by_words[fold(decision.surface)].append(decision)
    decided = []
    for mention in mentions:
        current = mention
        for decision in by_words.get(fold(text[mention.start : mention.end]), ()):
            if _concerns(decision, mention) and places.get(decision.id, mention.start) == mention.start:
                current = _decide(mention, decision, entities)
        decided.append(current)
    decided.extend(_by_hand(ordered, places, decided, text, document, entities))
    return tuple(sorted(decided, key=lambda mention: (mention.start, -mention.end)))


def find_place(decision: Decision, text: str) -> int | None:
    """Find the start of the words that a decision on one place was taken on, None where that is not certain."""
    start = decision.start or 0
    end = start + len(decision.surface)
    first = start - len(decision.before)
    if first >= 0 and text.startswith(decision.before + decision.surface + decision.after, first):
        return start  # the same text, however often these words stand in it
    place, state = place_again(Anchor(start, end, decision.surface, decision.before, decision.after), text)
    if place is None or place.quote_agreement < 1 or state not in (AnchorState.UNCHANGED, AnchorState.MOVED):
        return None
    return place.start


def _concerns(decision: Decision, mention: Mention) -> bool:
    return decision.suggested is None or decision.suggested in (mention.entity, *mention.candidates)


def _decide(mention: Mention, decision: Decision, entities: Mapping[EntityId, Entity]) -> Mention:
    by_hand = joined(", ", (_WORDS[decision.verdict], _SPOKEN_REACHES[decision.reach]))
    rule = joined("; ", (by_hand, mention.rule))
    given = replace(mention, state=_STATES[decision.verdict], rule=rule, doubt=Doubt.NONE)
    entity = decision.entity or (decision.suggested if decision.verdict is Verdict.ACCEPT else None)
    if decision.verdict is Verdict.REJECT or entity is None:
        return given
    known = entities.get(entity)
    return replace(
        given,
        entity=entity,
        candidates=(),
        kind=known.kind if known else _kind_of(entity, mention.kind),
        name=known.name if known else mention.name,
    )


def _kind_of(entity: EntityId, organisation: EntityKind) -> EntityKind:
    match entity.partition(":")[0]:
        case "country":
            return EntityKind.COUNTRY
        case "person":
            return EntityKind.PERSON
        case "region":
            return EntityKind.REGION
        case _:
            return organisation if organisation in (EntityKind.PARTY, EntityKind.BODY) else EntityKind.PARTY


def _by_hand(
    decisions: Iterable[Decision],
    places: Mapping[DecisionId, int | None],
    mentions: Sequence[Mention],
    text: str,
    document: DocumentId,
    entities: Mapping[EntityId, Entity],
) -> Iterable[Mention]:
    """Give the mentions of words in which the program had seen nobody, beside those of the same kind."""
    made: dict[tuple[int, int], Mention] = {}
    for decision in decisions:
        if decision.verdict is not Verdict.REASSIGN or decision.suggested is not None or decision.entity is None:
            continue
        is_place = decision.reach is Reach.PLACE
        starts = [places[decision.id]] if is_place else exact_occurrences(text, decision.surface)
        for start in starts:
            if start is None:
                continue
            end = start + len(decision.surface)
            empty = Mention(document, start, end, None, decision.surface, EntityKind.PARTY, name_kind=NameKind.VARIANT)
            mention = _decide(replace(empty, rule=say("words marked by hand")), decision, entities)
            if not _is_taken(mention, mentions) and (is_place or _is_whole(text, start, end)):
                made[start, end] = mention
    return made.values()


def _is_taken(mention: Mention, mentions: Sequence[Mention]) -> bool:
    span = mention.start, mention.end
    return any(
        (other.start, other.end) == span
        or (other.kind is mention.kind and other.start < mention.end and mention.start < other.end)
        for other in mentions
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() and text[start : start + 1].isalnum()) and not (
        text[end - 1 : end].isalnum() and text[end : end + 1].isalnum()
    )
