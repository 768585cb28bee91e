"""Plain text files, read into blocks and a description."""

from storage.domain.document import Description
from storage.domain.importing import Extraction
from storage.importers.encodings import damage, decode
from storage.importers.passages import title_from_name
from storage.sentences import say
from storage.text.canonical import canonical_text
from storage.text.document_facts import document_facts
from storage.text.plain_blocks import plain_blocks

EXTRACTOR = "plain text 1"


def read_plain_text(data: bytes, path_name: str) -> Extraction:
    """Read a plain text file; its canonical text is the file's own text with LF newlines and nothing else changed.

    Raises:
        UserFacingError: The bytes are empty, no text, or in an encoding that cannot be found out.
    """
    decoded, encoding = decode(data)
    text = canonical_text(decoded)
    blocks = plain_blocks(text)
    facts = document_facts(text, blocks)
    found_in = facts.found_in if facts.title else (("title", say("file name")), *facts.found_in)
    description = Description(
        title=facts.title or title_from_name(path_name),
        creators=facts.creators,
        dates=facts.dates,
        original=facts.original,
    )
    return Extraction(text, blocks, description, EXTRACTOR, found_in, encoding, damage(text))
