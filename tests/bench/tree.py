"""How quick the tree is: ``python -m tests.bench.tree [--list FILE] [--archive FILE]``.

Without an archive one is made in a temporary folder: 10,000 entities (the shipped ones and made ones) and 100,000
mentions in 2,000 documents. With ``--archive`` a copy of it is read again for names and, with ``--list``, once more
after the list was taken in. Times are seconds of the processor; where the clock differs much, others were at work.
"""

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from storage.authority_edits import ChangeAuthority
from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.domain.authority import Entity, EntityKind, Name
from storage.domain.document import Description
from storage.domain.ids import EntityId
from storage.domain.importing import Extraction, Original
from storage.domain.mention import Mention
from storage.domain.search import SearchRequest
from storage.library import Library
from storage.text.name_index import build_name_index

ENTITIES = 10_000
MENTIONS = 100_000
DOCUMENTS = 2_000
_T = TypeVar("_T")


def measured(what: str, work: Callable[[], _T], limit: float | None = None) -> _T:
    """Do some work and print what it took, beside the limit it has."""
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    print(f"{what:58} {processor:8.3f} s  clock {clock:8.3f} s  {f'limit {limit:.3f} s' if limit else ''}", flush=True)
    return result


def filled(path: Path) -> Library:
    """Make an archive with so many entities and mentions; the texts are not read for names."""
    library = Library.create(path)
    draw = random.Random(5)
    known = library.find_entities("")
    with library._archive.connections.read() as connection:
        authority = authority_table.load_authority(connection)
    countries = [entity.id for entity in authority.entities if entity.kind is EntityKind.COUNTRY]
    words = [f"{start}{middle}{end}" for start in "BDGKLMNPRSTV" for middle in "aeiou" for end in ("ran", "lim", "dor")]
    made = tuple(
        Entity(
            EntityId(f"organisation:made-{number}"),
            EntityKind.PARTY,
            name := f"{draw.choice(words)} {draw.choice(words)} Movement {number}",
            (Name(name, "en"),),
            draw.choice(countries),
        )
        for number in range(ENTITIES - len(authority.entities))
    )
    library.apply(ChangeAuthority("fill", made))
    entities = [*authority.entities, *made]
    put_mentions(library, entities, draw)
    assert len(known) > 0
    return library


def put_mentions(library: Library, entities: list[Entity], draw: random.Random) -> None:
    """Store documents of a few words each and mentions drawn by Zipf's law."""
    weights = [1 / (rank + 10) for rank in range(len(entities))]
    shuffled = draw.sample(entities, len(entities))
    each = MENTIONS // DOCUMENTS
    now = library._archive.now()
    with library._archive.connections.write() as connection:
        for number in range(DOCUMENTS):
            extraction = Extraction(f"Text {number}.", (), Description(f"Document {number}"), "made")
            document = documents_table.add_document(connection, extraction, Original(b"", str(number), 0), now)
            drawn = draw.choices(shuffled, weights, k=each)
            mentions = [Mention(document, 0, 4, entity.id, entity.name, entity.kind) for entity in drawn]
            version = documents_table.get_text(connection, document).id
            mentions_table.replace_mentions(connection, document, version, mentions)
        mentions_table.keep_counts(
            connection, mentions_table.counts_generation(connection), mentions_table.count_columns(connection)
        )  # as whoever reads texts again does at the end


def measure_levels(library: Library) -> None:
    """Open every level of the tree, cold and warm, and filter it."""
    top = measured("tree: top level, first time", library.tree, 0.050)
    measured("tree: top level, again", library.tree, 0.050)
    slowest = max((time_of(lambda row=row: library.tree(parent=row.id)), row.name) for row in top)
    print(f"{'tree: slowest region of all':58} {slowest[0]:8.3f} s  ({slowest[1]})  limit 0.050 s")
    countries = [row for region in top for row in library.tree(parent=region.id) if row.children]
    slowest = max((time_of(lambda row=row: library.tree(parent=row.id)), row.name) for row in countries)
    print(f"{'tree: slowest country of all':58} {slowest[0]:8.3f} s  ({slowest[1]})  limit 0.050 s")
    half = frozenset(document.id for document in library.documents()[::2])
    measured("tree: top level, following a filter", lambda: library.tree(within=half), 0.050)
    measured("find in the tree, first time", lambda: library.find_in_tree("mov"))
    measured("find in the tree, again", lambda: library.find_in_tree("move"), 0.050)
    measured("card of a country", lambda: library.entity_card(EntityId("country:CN")))
    measured("first page of the review queue", library.uncertain_mentions, 0.050)


def time_of(work: Callable[[], object]) -> float:
    """Return what some work takes of the processor, in seconds."""
    processor = time.process_time()
    work()
    return time.process_time() - processor


def measure_matcher(library: Library) -> None:
    """Compile the names of the archive's authority file."""
    with library._archive.connections.read() as connection:
        authority = measured("read the authority file", lambda: authority_table.load_authority(connection))
    names = sum(len(entity.names) for entity in authority.entities)
    print(f"    {len(authority.entities):,} entities, {names:,} names")
    for _ in range(3):
        measured("compile the matcher", lambda: build_name_index(authority), 0.300)


def measure_rereading(library: Library, listed: Path | None) -> None:
    """Read all documents of an archive again for names, then once more after taking a list in."""
    library.refresh()
    _mark_all(library)
    measured(f"read {len(library.documents()):,} documents again for names", library.refresh, 20.0)
    if listed is not None:
        plan = measured("plan of a list", lambda: library.plan_authority_list(listed))
        measured("apply the plan", lambda: library.apply(plan.edit), 5.0)
        measured("read the documents again after the list", library.refresh, 30.0)
        measure_matcher(library)
    known = library.entity_card(EntityId("organisation:cpc")).entity
    edit = library.naming(known.id, known.name, (*known.names, Name("Kuomintang regime")))
    measured("apply one new name", lambda: library.apply(edit))
    changes = measured("read again what one new name touches", library.refresh)
    print(f"    {len(changes.mentions):,} documents")
    measure_levels(library)
    found = measured("documents of a search", lambda: library.matching_documents(SearchRequest("treaty")))
    measured("tree: top level, following the search", lambda: library.tree(within=found), 0.050)


def _mark_all(library: Library) -> None:
    with library._archive.connections.write() as connection:
        documents_table.mark_stale(connection, documents_table.present_documents(connection), "mentions")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--list", type=Path, dest="listed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tree.liaison")
        if arguments.archive is None:
            filled(path).close()
            library = Library.open(path)
            measure_levels(library)
            measure_matcher(library)
        else:
            shutil.copy(arguments.archive, path)
            library = Library.open(path)
            measure_rereading(library, arguments.listed)
        library.close()


if __name__ == "__main__":
    main()
