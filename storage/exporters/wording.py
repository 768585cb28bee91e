"""The words that exports add to notes: values, columns and headings, each a sentence that can be said in a language.

JSON-LD and CSV are for programs, so their words are English whatever the reader's language is.
"""

from storage.domain.annotation import AnchorState, Colour
from storage.sentences import Sentence, say

COLOURS: dict[Colour, Sentence] = {
    Colour.YELLOW: say("yellow"),
    Colour.GREEN: say("green"),
    Colour.ROSE: say("rose"),
    Colour.BLUE: say("blue"),
}
STATES: dict[AnchorState, Sentence] = {
    AnchorState.UNCHANGED: say("unchanged"),
    AnchorState.MOVED: say("moved"),
    AnchorState.PLEASE_CHECK: say("please check"),
    AnchorState.LOST: say("lost"),
}
COLUMNS: tuple[Sentence, ...] = (
    say("Document title"),
    say("Quote"),
    say("Note"),
    say("Tags"),
    say("Colour"),
    say("Source"),
    say("Dates of the document"),
    say("Document"),
    say("Text SHA-256"),
    say("Start"),
    say("End"),
    say("Paragraph"),
    say("Page"),
    say("Printed page"),
    say("Place"),
    say("Created (UTC)"),
    say("Changed (UTC)"),
    say("Mark"),
    say("Code paths"),
    say("Linked to"),
    say("Colour stands for"),
    say("Note on the document"),
)
"""Start and end are code points, end exclusive; place says how sure it is that the mark stands where it was made."""

CODE_COLUMNS: tuple[Sentence, ...] = (
    say("Code"),
    say("Path"),
    say("Colour"),
    say("Definition"),
    say("In full"),
    say("When to use"),
    say("When not to use"),
    say("Example"),
)


def counted_notes(notes: int, documents: int) -> Sentence:
    """Say how many notes there are on how many documents."""
    return say(
        "{notes} on {documents}",
        notes=say("1 note") if notes == 1 else say("{count} notes", count=notes),
        documents=say("1 document") if documents == 1 else say("{count} documents", count=documents),
    )
