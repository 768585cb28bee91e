import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.authority import EntityKind
from storage.domain.ids import DecisionId, DocumentId, EntityId
from storage.domain.mention import Decision, MentionState, Reach, Verdict
from storage.text.decisions import apply_decisions, find_place
from tests.storage.text.naming import AUTHORITY, DOCUMENT, mentions

ENTITIES = {entity.id: entity for entity in AUTHORITY.entities}
TEXT = "China grew. The world looked at China, and China looked back."
CN = EntityId("country:CN")
CPC = EntityId("organisation:cpc")


def decision(number, verdict, reach, surface="China", **more):
    return Decision(DecisionId(str(number)), surface, verdict, reach, **{"suggested": CN, **more})


def at_place(text, start, surface="China", number=9, verdict=Verdict.REJECT, **more):
    end = start + len(surface)
    context = {"before": text[max(0, start - 64) : start], "after": text[end : end + 64]}
    return decision(number, verdict, Reach.PLACE, surface, document=DOCUMENT, start=start, **context, **more)


def decide(*decisions, text=TEXT, document=DOCUMENT):
    return apply_decisions(mentions(text), decisions, text, document, ENTITIES)


def states(*decisions, text=TEXT):
    return [mention.state for mention in decide(*decisions, text=text)]


SUGGESTED, ACCEPTED, REJECTED = MentionState.SUGGESTED, MentionState.ACCEPTED, MentionState.REJECTED


def test_without_decisions_nothing_changes():
    assert decide() == mentions(TEXT)


def test_everywhere_reaches_every_place_and_says_so():
    decided = decide(decision(1, Verdict.ACCEPT, Reach.ARCHIVE))
    assert {mention.state for mention in decided} == {ACCEPTED}
    assert decided[0].rule.startswith("accepted by hand, everywhere")


def test_a_document_decision_does_not_reach_another_document():
    elsewhere = decision(1, Verdict.REJECT, Reach.DOCUMENT, document=DocumentId(2))
    assert states(elsewhere) == [SUGGESTED] * 3


def test_the_narrower_reach_wins_then_the_later():
    place = TEXT.index("China,")
    wide = decision(1, Verdict.ACCEPT, Reach.ARCHIVE)
    middle = decision(2, Verdict.REJECT, Reach.DOCUMENT, document=DOCUMENT)
    here = at_place(TEXT, place, verdict=Verdict.ACCEPT)
    assert states(here, middle, wide) == [REJECTED, ACCEPTED, REJECTED]
    assert states(middle, decision(3, Verdict.ACCEPT, Reach.DOCUMENT, document=DOCUMENT)) == [ACCEPTED] * 3


def test_a_place_is_found_again_after_the_text_has_changed():
    rejected = at_place(TEXT, TEXT.index("China,"))
    changed = "A new head line about China.\n\n" + TEXT
    assert states(rejected, text=changed) == [SUGGESTED, SUGGESTED, REJECTED, SUGGESTED]


def test_a_place_that_is_not_certain_is_left_alone():
    rejected = at_place(TEXT, TEXT.index("China,"))
    assert states(rejected, text="Other words speak of China here.") == [SUGGESTED]
    assert find_place(rejected, "China China") is None
    twins = "x China y " * 3  # the same context again and again
    assert find_place(at_place("x China y ", 2), twins) == 2
    assert find_place(at_place(". x China y ", 4), twins) is None


def test_a_decision_on_somebody_else_does_not_concern_a_mention():
    assert states(decision(1, Verdict.REJECT, Reach.ARCHIVE, suggested=EntityId("country:TW"))) == [SUGGESTED] * 3


def test_given_to_another_it_takes_his_name_and_kind():
    given = decide(decision(1, Verdict.REASSIGN, Reach.ARCHIVE, entity=CPC))
    assert {(mention.entity, mention.kind, mention.name) for mention in given} == {
        (CPC, EntityKind.PARTY, "Communist Party of China")
    }
    assert {mention.state for mention in given} == {MentionState.REASSIGNED}


def test_an_ambiguous_mention_is_settled():
    text = "They went to Christian Democratic Union's conference."
    settled = Decision(
        DecisionId("1"),
        "Christian Democratic Union’s conference",
        Verdict.REASSIGN,
        Reach.DOCUMENT,
        suggested=EntityId("organisation:cdu"),
        entity=EntityId("organisation:cdi"),
        document=DOCUMENT,
    )
    (mention,) = decide(settled, text=text)
    assert (mention.entity, mention.kind, mention.candidates) == ("organisation:cdi", EntityKind.BODY, ())


@pytest.mark.parametrize("reach", [Reach.PLACE, Reach.DOCUMENT, Reach.ARCHIVE])
def test_words_nobody_had_seen_become_a_mention(reach):
    text = "The ruling party of Beijing met; rulings followed."
    more = {"suggested": None, "entity": CPC, "document": None if reach is Reach.ARCHIVE else DOCUMENT}
    if reach is Reach.PLACE:
        more |= {"start": 4, "before": "The ", "after": " of Beijing"}
    made = decide(decision(1, Verdict.REASSIGN, reach, "ruling party", **more), text=text)
    assert [(mention.start, mention.end, mention.entity, mention.state) for mention in made] == [
        (4, 16, CPC, MentionState.REASSIGNED)
    ]


def test_words_by_hand_never_stand_twice_nor_inside_a_word_nor_across_a_mention():
    more = {"suggested": None, "entity": CPC}
    assert [mention.entity for mention in decide(decision(1, Verdict.REASSIGN, Reach.ARCHIVE, "China", **more))] == [
        CPC
    ] * 3
    assert decide(decision(1, Verdict.REASSIGN, Reach.ARCHIVE, "hin", **more)) == mentions(TEXT)
    text = "the Communist Party of Cuba"
    inside = decision(1, Verdict.REASSIGN, Reach.ARCHIVE, "Communist Party", **more)
    assert decide(inside, text=text) == mentions(text)


@given(st.text(alphabet="China .\n中", max_size=60), st.integers(0, 60), st.sampled_from(Verdict))
def test_a_decision_on_a_place_changes_no_other_place(text, start, verdict):
    found = mentions(text)
    decided = apply_decisions(
        found, [at_place(text, min(start, len(text)), verdict=verdict, entity=CPC)], text, DOCUMENT
    )
    changed = [before.start for before, after in zip(found, decided, strict=True) if before != after]
    assert changed in ([], [start])
