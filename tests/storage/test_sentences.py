"""What storage says is plain text that remembers how it was made."""

import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

from storage.errors import UserFacingError
from storage.sentences import Sentence, joined, say


def test_a_sentence_is_an_ordinary_text():
    sentence = say("{file} has {count:,} entries", file="a.csv", count=1200)
    assert sentence == "a.csv has 1,200 entries"
    assert json.loads(json.dumps({"reason": sentence})) == {"reason": "a.csv has 1,200 entries"}


def test_an_error_gives_its_sentence_as_it_took_it():
    said = str(UserFacingError(say("There is no file {path}.", path="x")))
    assert isinstance(said, Sentence)
    assert said.template == "There is no file {path}."


@given(st.text(), st.text())
def test_a_sentence_survives_the_way_between_processes(name: str, reason: str):
    sentence = joined(": ", (name, say("It is {reason}.", reason=say("worn, {why}", why=reason))))
    again = pickle.loads(pickle.dumps(sentence))
    assert again == sentence == f"{name}: It is worn, {reason}."
    assert (again.template, again.values) == (sentence.template, sentence.values)


def test_braces_in_what_is_filled_in_stay():
    assert joined(", ", ("{a}", say("{what} is there", what="{b}"))) == "{a}, {b} is there"


def test_what_is_filled_in_is_held_as_text():
    error = say("It failed ({error}).", error=OSError("disk full"))
    assert error.values == {"error": "disk full"}
