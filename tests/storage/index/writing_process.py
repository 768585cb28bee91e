"""Writes to an index until it is killed: adds, replaces, removes and merges, and says what it has committed."""

import random
import sys
from pathlib import Path

from storage.domain.ids import DocumentId
from storage.index.documents import IndexedDocument
from storage.index.search_index import SearchIndex


def _text(turn: int, document: int, chance: random.Random) -> str:
    """Make up a text with words of its own, and others enough that a merge takes many slices."""
    return f"turn{turn} document{document} " * 30 + " ".join(
        f"w{number}" for number in chance.choices(range(9000), k=300)
    )


def main() -> None:
    index = SearchIndex(Path(sys.argv[1]), "archive")
    turn = int(sys.argv[2])
    chance = random.Random(turn)
    while True:
        turn += 1
        ids = chance.sample(range(300), 20)
        print("begin", turn, *ids, flush=True)
        if turn % 5 == 0:
            index.remove(map(DocumentId, ids))
        else:
            index.replace(
                IndexedDocument(DocumentId(n), f"turn {turn}", _text(turn, n, chance), "en", f"title {turn}")
                for n in ids
            )
        print("done", turn, flush=True)
        index.merge(0.02)


if __name__ == "__main__":
    main()
