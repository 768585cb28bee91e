"""Measures how marks find their place in changed texts: ``python -m tests.bench.anchoring [FOLDER…] [--seeds N]``.

Each folder holds texts (``.txt``, ``.md``) or pages (``.html``, read as an import reads them); without one the sample
is taken. For every seed and every share of noise 300 marks go through noise alone, a deleted and a doubled paragraph,
and swapped sections; the table says how many ended right, asked, lost or wrong.
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from storage.importers.registry import extract_all
from storage.paths import resource
from tests.bench.changed_texts import NOISE_RATES, Change, ChangedText, Verdict, change_text, judge, random_range

MARKS = 300
_SHORTEST_TEXT = 400
_LONGEST_TEXT = 60_000


def texts_under(folders: list[Path], most: int) -> list[str]:
    """Read the texts of folders, at most so many of each, spread evenly."""
    texts = []
    for folder in folders:
        files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md", ".html"))
        for path in files[:: max(1, len(files) // most)]:
            for member in extract_all(path.read_bytes(), path.name):
                text = member.extraction.text if member.extraction else ""
                if len(text) >= _SHORTEST_TEXT:
                    texts.append(text[:_LONGEST_TEXT])
    return texts


def measure(texts: list[str], rate: float, seed: int, show: bool) -> Counter[tuple[Change, Verdict]]:
    """Judge 300 marks, a quarter for each change."""
    chance = random.Random(f"{seed} {rate}")
    verdicts: Counter[tuple[Change, Verdict]] = Counter()
    changes = tuple(Change)
    for number in range(MARKS):
        text, change = chance.choice(texts), changes[number % len(changes)]
        start, end = random_range(text, chance)
        changed = change_text(text, change, rate, chance)
        verdict = judge(text, start, end, changed)
        verdicts[change, verdict] += 1
        if show and verdict is not Verdict.RIGHT:
            _print_case(text, start, end, changed, f"{verdict.value} after {change.value} at {rate:.0%}, seed {seed}")
    return verdicts


def _print_case(text: str, start: int, end: int, changed: ChangedText, said: str) -> None:
    from storage.text.anchoring import make_anchor, place_again

    place, state = place_again(make_anchor(text, (), start, end), changed.text, text)
    print(f"\n{said}: {state.value}")
    print("  old ", repr(text[max(0, start - 40) : start]), repr(text[start:end]), repr(text[end : end + 40]))
    for first, last, held in changed.places(start, end):
        print("  true", first, last, held, repr(changed.text[first:last]))
    if place is not None:
        print("  put ", place, repr(changed.text[place.start : place.end]))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--texts", type=int, default=40, help="How many texts of each folder.")
    parser.add_argument("--show", action="store_true", help="Print every mark that did not end right.")
    arguments = parser.parse_args()
    texts = texts_under(arguments.folders or [resource("sample")], arguments.texts)
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    print(f"{len(texts)} texts, {len(seeds)} seeds, {MARKS * len(seeds)} marks a line")
    begun = time.process_time()
    for rate in NOISE_RATES:
        total = sum((measure(texts, rate, seed, arguments.show) for seed in seeds), Counter())
        by_verdict = {verdict: sum(total[change, verdict] for change in Change) for verdict in Verdict}
        shares = "  ".join(f"{verdict.value} {by_verdict[verdict] / total.total():7.2%}" for verdict in Verdict)
        wrong = ", ".join(f"{change.value} {total[change, Verdict.WRONG]}" for change in Change)
        print(f"noise {rate:4.0%}: {shares}  (wrong: {wrong})")
    marks = MARKS * len(seeds) * len(NOISE_RATES)
    print(f"{(time.process_time() - begun) / marks * 1_000:.1f} ms of processor time a mark")


if __name__ == "__main__":
    main()
