"""How many countries are found where a text must name one: ``python -m tests.bench.countries CORPUS [--labels FILE]``.

CORPUS is a folder, a tar archive or a .jsonl file of diplomatic papers in English. Nobody has marked their countries,
so words that the grammar of such papers keeps for countries stand in ("the Siamese Government", "relations with Siam"):
each should be covered by a mention. Those that are not are printed, the most frequent first; among them are cities,
persons and misprints, which no country recall has to reach.

With ``--labels`` a CSV file with the columns ``title`` and ``label`` says which countries documents are about, a row
each; a label is a name or an id of the authority file.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storage.domain.authority import EntityKind
from storage.domain.ids import DocumentId
from storage.text.name_matching import NameMatcher
from tests.bench.mentions import shipped_authority
from tests.bench.texts import read_corpus

_NAME = r"(?:[A-Z][\w’'.-]*)(?:[ -](?:(?:of|and|the) )?[A-Z][\w’'-]*){0,3}"
_OFFICE = "Minister|Ambassador|Chargé|Legation|Embassy|Government|Cabinet|Foreign Office|Foreign Minister|Parliament"
_PLACES = (
    re.compile(rf"\b[Tt]he (?P<name>{_NAME}) (?:{_OFFICE}|Republic|Empire|delegation|delegates|troops|territory)\b"),
    re.compile(rf"\b(?:Minister|Ambassador|Chargé|Legation|Embassy) (?:in|to) (?:the )?(?P<name>{_NAME})"),
    re.compile(rf"\b(?:Government|Republic|Empire|Kingdom|people|territory) of (?:the )?(?P<name>{_NAME})"),
    re.compile(rf"\b(?:relations|treaty|treaties|commerce|trade|war|peace) with (?:the )?(?P<name>{_NAME})"),
)
_NOBODY = """
    American Secretary Foreign State Minister Government President Department Acting Allied Military Provisional
    Imperial Royal Central Federal National Majesty His Her Prime Council Supreme New Associated Local Said
"""
_NO_NAME = frozenset(_NOBODY.split())
"""Words that begin what stands in a country's place and is none: "the Provisional Government"."""


@dataclass(slots=True)
class Found:
    """What was asked for and found: ``missed`` counts the words that no mention covers."""

    asked: int = 0
    covered: int = 0
    missed: Counter[str] = field(default_factory=Counter)

    def note(self, words: str, is_covered: bool) -> None:
        """Count one place."""
        self.asked += 1
        self.covered += is_covered
        if not is_covered:
            self.missed[words] += 1

    def print(self, what: str, most: int) -> None:
        """Print the recall and the words missed most often."""
        print(f"{what:34} recall {self.covered / max(1, self.asked):6.3f}  of {self.asked:,}")
        for words, number in self.missed.most_common(most):
            print(f"    missed {number:6,}  {words}")


class Reader:
    """Reads documents for countries and compares with what grammar or labels say."""

    def __init__(self, matcher: NameMatcher) -> None:
        self._matcher = matcher
        self.places = Found()
        self.labels = Found()

    def read(self, title: str, text: str, labels: Iterable[str]) -> None:
        """Compare one document; its labels are names or ids."""
        year = _year(title) or _year(text)
        spans = list(self._countries(text, year))
        mentioned = frozenset().union(*(ids for _, _, ids in spans))
        for label in labels:
            meant = frozenset([label]) if ":" in label else self._named(label, year)
            self.labels.note(label, bool(meant & mentioned))
        for words, start, end in _places(text):
            self.places.note(words, any(left < end and right > start for left, right, _ in spans))

    def _countries(self, text: str, year: int | None) -> Iterator[tuple[int, int, frozenset[str]]]:
        for mention in self._matcher.mentions(text, (), DocumentId(1), "en", year):
            if mention.kind in (EntityKind.COUNTRY, EntityKind.REGION):
                yield mention.start, mention.end, frozenset([mention.entity] if mention.entity else mention.candidates)

    def _named(self, words: str, year: int | None) -> frozenset[str]:
        return frozenset().union(*(ids for _, _, ids in self._countries(f"in {words}", year)))


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in _PLACES:
        for place in pattern.finditer(text):
            words = place["name"].split()
            if words[0] not in _NO_NAME and not (len(words) > 1 and words[0].endswith(".")):
                yield re.sub(r"[’']s$", "", place["name"]), place.start("name"), place.end("name")


def _year(text: str) -> int | None:
    found = re.search(r"\b(1[89]\d\d|20\d\d)\b", text)
    return int(found[1]) if found else None


def read_labels(path: Path) -> dict[str, list[str]]:
    """Read the labels of each title from a CSV file."""
    labels: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            labels.setdefault(row["title"], []).append(row["label"])
    return labels


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--authority", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read every so many documents only")
    parser.add_argument("--most", type=int, default=40, help="print so many different misses")
    arguments = parser.parse_args()
    reader = Reader(NameMatcher(shipped_authority(arguments.authority)))
    labels = read_labels(arguments.labels) if arguments.labels else {}
    for number, (title, text) in enumerate(read_corpus(arguments.corpus)):
        if number % arguments.every == 0:
            reader.read(title, text, labels.get(title, ()))
    reader.places.print("words that stand for a country", arguments.most)
    if labels:
        reader.labels.print("labels", arguments.most)


if __name__ == "__main__":
    main()
