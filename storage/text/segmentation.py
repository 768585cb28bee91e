"""Where sentences end, for cutting snippets; rules that hold in most scripts, no model."""

import re

_ENDS = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s)"
    r"|[。！？．｡]+[」』”’）]*"
    r"|[؟۔।॥]+"
    r"|\n"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Za-zÀ-ÿ]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Hon|Rev|St|Sr|Jr|No|Nos|Vol|vs|cf|etc|al|"
    r"pp?|ed|eds|Art|Fig|ca|ff|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bd|Nr|bzw|Mme|Mlle|"
    r"Sra?|Dra?|им|гг?|стр)$"
)


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Return where sentences begin within the range ``[start, end)`` of code points, in order.

    A full stop after an initial or a common abbreviation ends none. A line break always ends one.
    """
    starts = []
    for match in _ENDS.finditer(text, start, end):
        if match[0].startswith(".") and _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            continue
        position = match.end()
        while position < end and text[position].isspace():
            position += 1
        if position < end and starts[-1:] != [position]:
            starts.append(position)
    return starts
