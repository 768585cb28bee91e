"""How well mentions are found: ``python -m tests.bench.mentions GOLD [--seeds FOLDER] [--authority FILE]``.

GOLD holds hand-checked spans: lists ``countries_mentions``, ``parties_mentions``, ``multilateral_bodies_mentions``,
``organisations_mentions``, ``persons_mentions`` of ``{"id", "seed", "start", "end", "text"}``. Recall and precision
count exact spans with the right entity. A span that was left ambiguous counts as found where the expected entity is
one of its candidates. The list of names that lies beside GOLD (``authority.json``) says whom the checkers looked for:
spans of anybody else are printed as *beyond*, and count against the second precision only.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.domain.authority import Authority, Entity, EntityKind
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Mention
from storage.importers.plain_text import read_plain_text
from storage.text.edtf_range import first_year
from storage.text.name_matching import NameMatcher

KINDS = {
    "countries_mentions": (EntityKind.COUNTRY, "country:"),
    "parties_mentions": (EntityKind.PARTY, "organisation:"),
    "multilateral_bodies_mentions": (EntityKind.BODY, "organisation:"),
    "organisations_mentions": (EntityKind.BODY, "organisation:"),
    "persons_mentions": (EntityKind.PERSON, "person:"),
}
ORGANISATION_LISTS = ("parties", "multilateral_bodies", "organisations")
AMBIGUOUS = "ambiguous"
Span = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Spans of one list: expected, right, and what differs; ``beyond`` are spans of entities nobody checked for."""

    name: str
    expected: frozenset[Span]
    right: frozenset[Span]
    wrong: frozenset[Span]
    beyond: frozenset[Span]

    @property
    def missed(self) -> frozenset[Span]:
        """Expected spans that were not found."""
        return self.expected - self.right

    @property
    def recall(self) -> float:
        """Share of the expected spans that were found."""
        return len(self.right) / len(self.expected) if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of the found spans that were expected, without those beyond the checkers' list."""
        return len(self.right) / max(1, len(self.right | self.wrong))

    @property
    def strict_precision(self) -> float:
        """Share of all found spans that were expected."""
        return len(self.right) / max(1, len(self.right | self.wrong | self.beyond))


def find_mentions(authority: Authority, files: dict[str, Path]) -> dict[str, tuple[Mention, ...]]:
    """Import and match each file by itself; the year is the latest one stated in its description."""
    matcher = NameMatcher(authority)
    found = {}
    for number, (seed, path) in enumerate(files.items(), start=1):
        extraction = read_plain_text(path.read_bytes(), path.name)
        years = [year for date in extraction.description.dates if (year := first_year(date.edtf)) is not None]
        language = extraction.description.language
        found[seed] = matcher.mentions(
            extraction.text, extraction.blocks, DocumentId(number), language, max(years, default=None)
        )
    return found


def score(
    gold: dict[str, list[dict[str, Any]]],
    found: dict[str, tuple[Mention, ...]],
    authority: Authority,
    checked: frozenset[str] | None = None,
) -> list[Score]:
    """Compare mentions with the gold lists, one score for each list.

    ``checked`` are the ids that the checkers looked for, None where that is not known.
    """
    expected = {name: frozenset(_gold_span(row, KINDS[name][1]) for row in gold.get(name, [])) for name in KINDS}
    everything = frozenset().union(*expected.values())
    entities = {entity.id: entity for entity in authority.entities}
    lists = {span[3]: name for name, spans in expected.items() for span in spans}
    spans: dict[str, set[Span]] = {name: set() for name in KINDS}
    for seed, mentions in found.items():
        for mention in mentions:
            span = _span_of(seed, mention, everything)
            name = lists.get(span[3]) or _list_of(mention, entities)
            if name:
                spans[name].add(span)
    scores = []
    for name, wanted in expected.items():
        strange = spans[name] - wanted
        beyond = {span for span in strange if checked is not None and span[3] not in checked | {AMBIGUOUS}}
        scores.append(Score(name, wanted, wanted & spans[name], frozenset(strange - beyond), frozenset(beyond)))
    return scores


def checked_ids(names: dict[str, Any]) -> frozenset[str]:
    """Give the ids in the list of names that the checkers looked for."""
    return frozenset(
        [f"country:{row['iso2']}" for row in names["countries"]]
        + [f"person:{row['id']}" for row in names["persons"]]
        + [f"organisation:{row['id']}" for key in ORGANISATION_LISTS for row in names[key]]
    )


def _gold_span(row: dict[str, Any], prefix: str) -> Span:
    return row["seed"], row["start"], row["end"], prefix + row["id"]


def _span_of(seed: str, mention: Mention, expected: frozenset[Span]) -> Span:
    for candidate in (mention.entity,) if mention.entity else mention.candidates:
        span = (seed, mention.start, mention.end, str(candidate))
        if span in expected:
            return span
    return seed, mention.start, mention.end, str(mention.entity or AMBIGUOUS)


def _list_of(mention: Mention, entities: dict[EntityId, Entity]) -> str | None:
    """Give the list a mention of somebody in none of them belongs to: a body with a country is an organisation."""
    if mention.kind is EntityKind.BODY:
        entity = entities.get(mention.entity or mention.candidates[0])
        return "organisations_mentions" if entity and entity.country else "multilateral_bodies_mentions"
    return next((name for name, (kind, _) in KINDS.items() if kind is mention.kind), None)


def seed_files(folder: Path, seeds: set[str]) -> dict[str, Path]:
    """Find the files whose names begin with a seed's number (``S001`` is ``001_….txt``)."""
    return {seed: next(folder.glob(f"{seed[1:]}_*.txt")) for seed in sorted(seeds)}


def print_scores(scores: list[Score], texts: dict[str, str]) -> None:
    """Print a line for each list and below it what was missed and what was wrong."""
    for line in scores:
        print(
            f"{line.name:30} recall {line.recall:6.3f}  precision {line.precision:6.3f} "
            f"(with those beyond {line.strict_precision:6.3f})  of {len(line.expected)}"
        )
        for sign, spans in (("missed", line.missed), ("wrong", line.wrong), ("beyond", line.beyond)):
            for seed, start, end, entity in sorted(spans):
                text = texts[seed]
                words = f"{text[max(0, start - 30) : start]}⟦{text[start:end]}⟧{text[end : end + 30]}"
                print(f"    {sign:6} {seed} [{start}:{end}) {entity}  …{words}…".replace("\n", " "))


def shipped_authority(path: Path | None) -> Authority:
    """Read an authority file, the shipped one unless another is named."""
    from storage.text.authority_file import read_authority

    path = path or Path(__file__).resolve().parents[2] / "resources" / "authority" / "authority.json"
    return read_authority(path.read_bytes())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--authority", type=Path)
    arguments = parser.parse_args()
    gold = json.loads(arguments.gold.read_text("utf-8"))
    seeds = {row["seed"] for name in KINDS for row in gold.get(name, [])}
    files = seed_files(arguments.seeds or arguments.gold.resolve().parent.parent / "seeds", seeds)
    texts = {seed: read_plain_text(path.read_bytes(), path.name).text for seed, path in files.items()}
    authority = shipped_authority(arguments.authority)
    names = arguments.gold.with_name("authority.json")
    checked = checked_ids(json.loads(names.read_text("utf-8"))) if names.is_file() else None
    print_scores(score(gold, find_mentions(authority, files), authority, checked), texts)


if __name__ == "__main__":
    main()
