"""The JSON-LD as another program reads it: with a JSON parser and the terms of the W3C model."""

import json

from storage.exporters.web_annotation import write_jsonld
from tests.storage.exporters.notes_for_tests import AWKWARD_QUOTE, notes_export


def test_collection_holds_annotations_in_the_terms_of_the_model():
    collection = json.loads(write_jsonld(notes_export()))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(collection["first"]["items"]) == 3
    annotation = collection["first"]["items"][1]
    assert annotation["type"] == "Annotation"
    assert annotation["motivation"] == "commenting"
    assert [body["purpose"] for body in annotation["body"]] == ["commenting", "tagging", "tagging", "tagging"]
    target = annotation["target"]
    quote, position = target["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", AWKWARD_QUOTE)
    assert (position["type"], position["end"] - position["start"]) == ("TextPositionSelector", len(AWKWARD_QUOTE))
    assert target["source"]["id"].startswith("urn:sha256:")
    assert target["scope"] == "urn:liaison:document:7"
    assert f".{target['styleClass']} " in annotation["stylesheet"]["value"]


def test_every_term_is_the_models_or_declared():
    collection = json.loads(write_jsonld(notes_export()))
    declared = set(collection["@context"][1])
    target = collection["first"]["items"][1]["target"]
    models = {"type", "source", "scope", "selector", "styleClass"}
    assert set(target) - models <= declared
    assert set(collection) - {"@context", "type", "label", "generated", "total", "first"} <= declared
