"""The questions a benchmark asks: read from a file, or drawn from the corpus by a seeded rule."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_SAMPLED_DOCUMENTS = 3000
_KINDS_OF_WORD = ("frequent", "medium", "rare")


class UnreadableQueryError(Exception):
    """Says which line of a query file cannot be put to every engine alike."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question in a form each engine can say in its own language.

    ``operator`` is ``word``, ``and``, ``or``, ``prefix`` or ``phrase``; ``kind`` is the operator, or for single words
    how frequent they are. ``words`` are as they stand in the text, a prefix without its star.
    """

    kind: str
    operator: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The question as a reader would type it."""
        match self.operator:
            case "phrase":
                return '"' + " ".join(self.words) + '"'
            case "prefix":
                return self.words[0] + "*"
            case "and" | "or":
                return f" {self.operator.upper()} ".join(self.words)
            case _:
                return self.words[0]


def parse_query(line: str) -> Query:
    """Read a query of one of the five forms: ``word``, ``a AND b``, ``a OR b``, ``begin*``, ``"a phrase"``.

    Raises:
        UnreadableQueryError: for any other form, which the engines do not share.
    """
    line = line.strip()
    for operator in ("and", "or"):
        words = tuple(re.split(rf"\s+{operator.upper()}\s+", line))
        if len(words) > 1 and all(_is_word(word) for word in words):
            return Query(operator, operator, words)
    if len(line) > 2 and line.startswith('"') and line.endswith('"') and '"' not in line[1:-1]:
        return Query("phrase", "phrase", tuple(line[1:-1].split()))
    if line.endswith("*") and _is_word(line[:-1]):
        return Query("prefix", "prefix", (line[:-1],))
    words = tuple(line.split())
    if not words or not all(_is_word(word) for word in words):
        raise UnreadableQueryError(
            f'“{line}” is none of: word, several words, a AND b, a OR b, begin*, "a phrase". Other forms differ'
            " between the engines and cannot be compared."
        )
    return Query("word", "word", words) if len(words) == 1 else Query("and", "and", words)


def _is_word(text: str) -> bool:
    return re.fullmatch(r"[\w'’-]+", text) is not None and text not in ("AND", "OR", "NOT")


def read_queries(path: Path) -> list[Query]:
    """Read one query a line; empty lines and lines that begin with ``#`` are left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse_query(line) for line in lines if line.strip() and not line.startswith("#")]


def words_of(text: str) -> list[str]:
    """Split text into the words queries are drawn from; Chinese runs count as pairs of characters side by side."""
    words: list[str] = []
    for run in _WORD.findall(text.lower()):
        if _CHINESE.fullmatch(run):
            words.extend(run[place : place + 2] for place in range(0, len(run) - 1, 2))
        else:
            words.append(run)
    return words


class QueryMaker:
    """Draws queries from a sample of the corpus; the same texts and seed always give the same queries.

    Words are *frequent* in at least a tenth of the sampled documents, *rare* in less than a two-hundredth but in two
    documents, *medium* between. Words of fewer than three letters are left out, since nobody looks for them alone.
    """

    def __init__(self, texts: list[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._sample = [words for words in map(words_of, texts[:_SAMPLED_DOCUMENTS]) if len(words) > 3]
        counts = Counter(word for words in self._sample for word in set(words))
        self._bands: dict[str, list[str]] = {kind: [] for kind in _KINDS_OF_WORD}
        for word in sorted(counts):
            if len(word) >= 3 or _CHINESE.fullmatch(word):
                self._bands[self._kind(counts[word] / max(1, len(self._sample)), counts[word])].append(word)
        self._all = sorted(counts)

    @staticmethod
    def _kind(share: float, documents: int) -> str:
        if share >= 0.1:
            return "frequent"
        return "medium" if share >= 0.005 and documents >= 2 else "rare"

    def _word(self, kind: str) -> str:
        for other in (kind, *_KINDS_OF_WORD):
            if self._bands[other]:
                return self._random.choice(self._bands[other])
        return self._random.choice(self._all)

    def _single(self, kind: str) -> Query:
        return Query(f"{kind} word", "word", (self._word(kind),))

    def _pair(self, operator: str) -> Query:
        kinds = [self._random.choice(_KINDS_OF_WORD) for _ in range(self._random.choice((2, 2, 3)))]
        return Query(operator, operator, tuple(self._word(kind) for kind in kinds))

    def _phrase(self) -> Query:
        words = self._random.choice(self._sample)
        length = min(self._random.choice((2, 2, 3)), len(words))
        start = self._random.randrange(len(words) - length + 1)
        chosen = words[start : start + length]
        if all(_CHINESE.fullmatch(word) for word in chosen):
            return Query("phrase", "phrase", ("".join(chosen),))
        return Query("phrase", "phrase", tuple(chosen))

    def _prefix(self) -> Query:
        word = self._word(self._random.choice(_KINDS_OF_WORD))
        shortest = 1 if _CHINESE.fullmatch(word) else 3
        return Query("prefix", "prefix", (word[: max(shortest, (len(word) + 1) // 2)],))

    def _distinct(self, made: list[Query], draw: Callable[[], Query]) -> None:
        known = {query.text for query in made}
        for _ in range(20):
            query = draw()
            if query.text not in known:
                made.append(query)
                return

    def queries(self, count: int = 60) -> list[Query]:
        """Return a quarter single words of the three bands, a fifth each of AND, OR and phrases, the rest prefixes.

        All are different; where a small corpus does not hold enough different ones there are fewer.
        """
        draws = [partial(self._single, _KINDS_OF_WORD[place % 3]) for place in range(count // 4)]
        for _ in range(count // 5):
            draws += [partial(self._pair, "and"), partial(self._pair, "or"), self._phrase]
        draws += [self._prefix] * (count - len(draws))
        made: list[Query] = []
        for draw in draws:
            self._distinct(made, draw)
        return made
