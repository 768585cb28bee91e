"""Our tokeniser in the shape Whoosh's fields, highlighting and key terms ask for."""

from collections.abc import Iterator
from typing import Any

from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer

from storage.index.analysis import tokenise


class FoldedAnalyzer(Analyzer):
    """Yields the terms of :mod:`storage.index.analysis` as Whoosh tokens."""

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        start_pos: int = 0,
        start_char: int = 0,
        **options: Any,
    ) -> Iterator[Token]:
        """Yield one token object, changed for each term, as Whoosh's own analysers do."""
        tokens = tokenise(value)
        starts, ends = tokens.starts_in_text().tolist(), tokens.ends_in_text().tolist()
        token = Token(positions, chars, **options)
        for number, word in enumerate(tokens.words()):
            token.text = word
            token.boost = 1.0
            token.stopped = False
            token.pos = start_pos + number
            token.startchar, token.endchar = start_char + starts[number], start_char + ends[number]
            yield token
