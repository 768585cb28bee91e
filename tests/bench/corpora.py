"""Makes corpora of any size: ``python -m tests.bench.corpora OUT.jsonl --documents 100000 --megabytes 200``.

Nobody wrote these texts. Word frequencies follow Zipf's law as Mandelbrot corrected it, 1 / (rank + 2.7) ** 1.07,
lengths of documents are log-normal, and the same arguments always give the same texts.
"""

import argparse
import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

_FUNCTION_WORDS = (
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which"
    " one you were her all she there would their we him been has when who will no more if out so up said what its about"
    " than into them can only other some could these two may first then do any like now over such our me even most made"
    " after also did many before must through where your down should because each just those too how very still own get"
    " here between both under three never same another while last might great old"
)
_ONSETS = "b br c ch cl d dr f fl g gr h j l m n p pl pr r s sh sp st t tr v w"
_VOWELS = "a e i o u ai ea ou"
_CODAS = ["", "", "n", "r", "l", "s", "t", "m", "nd", "nt", "ct"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "ment", "ation", "al", "ly"]
_COMMON_CHINESE = "的一是了我不人在他有这上们来到时大地为子中你说生国年着就那和要她出也得里后自以会"
_VOCABULARY = 60_000


def english_words(draw: random.Random) -> list[str]:
    """Make up a vocabulary in order of frequency: English function words, then invented words in inflected families."""
    words: dict[str, None] = dict.fromkeys(_FUNCTION_WORDS.split())
    parts = (_ONSETS.split(), _VOWELS.split(), _CODAS)
    while len(words) < _VOCABULARY:
        syllables = draw.randint(1, 3)
        stem = "".join(draw.choice(part) for _ in range(syllables) for part in parts)
        words.update(dict.fromkeys(stem + ending for ending in draw.choices(_ENDINGS, k=3)))
    return list(words)[:_VOCABULARY]


def chinese_words(draw: random.Random) -> list[str]:
    """Make up a vocabulary in order of frequency: common single characters, then invented words of two to four."""
    characters = [chr(0x4E00 + code) for code in draw.sample(range(4000), 4000)]
    weights = _zipf(len(characters)).tolist()
    words: dict[str, None] = dict.fromkeys(_COMMON_CHINESE)
    while len(words) < _VOCABULARY:
        drawn = iter(draw.choices(characters, weights, k=4000))
        lengths = draw.choices((2, 2, 2, 3, 4), k=1000)
        words.update(dict.fromkeys("".join(islice(drawn, length)) for length in lengths))
    return list(words)[:_VOCABULARY]


def _zipf(count: int) -> np.ndarray:
    weights = (np.arange(1, count + 1) + 2.7) ** -1.07
    return weights / weights.sum()


class TextMaker:
    """Writes texts of a language, ``en`` or ``zh``, one after the other from one seed."""

    def __init__(self, language: str, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._chinese = language == "zh"
        self._words = (chinese_words if self._chinese else english_words)(random.Random(seed))
        weights = _zipf(len(self._words))
        between = 0 if self._chinese else 1
        self._cumulative = np.cumsum(weights)
        self._word_bytes = float(weights @ np.array([len(word.encode()) + between for word in self._words]))

    def _draw(self, count: int) -> list[str]:
        places = np.searchsorted(self._cumulative, self._random.random(count) * self._cumulative[-1])
        return [self._words[place] for place in places.tolist()]

    def text(self, average_bytes: int) -> str:
        """Write a text whose length varies around an average, in sentences and paragraphs."""
        words_wanted = average_bytes / self._word_bytes * self._random.lognormal(-0.32, 0.8)
        words = self._draw(max(8, int(words_wanted)))
        sentences: list[str] = []
        place = 0
        while place < len(words):
            length = int(self._random.integers(6, 30))
            sentences.append(self._sentence(words[place : place + length]))
            place += length
        paragraphs = [sentences[start : start + 5] for start in range(0, len(sentences), 5)]
        return "\n".join(("" if self._chinese else " ").join(paragraph) for paragraph in paragraphs)

    def _sentence(self, words: list[str]) -> str:
        middle = len(words) // 2
        if self._chinese:
            return "".join(words[:middle]) + "，" + "".join(words[middle:]) + "。"
        first = " ".join(words[:middle])
        return (first + ", " + " ".join(words[middle:])).strip(", ").capitalize() + "."

    def title(self) -> str:
        """Write a title of a few words."""
        words = self._draw(int(self._random.integers(3, 9)))
        return "".join(words) if self._chinese else " ".join(words).capitalize()


def make_corpus(documents: int, megabytes: float, language: str = "en", seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield title and text of so many documents that hold about so many megabytes (UTF-8) in all."""
    maker = TextMaker(language, seed)
    average = int(megabytes * 1e6 / documents)
    for _ in range(documents):
        yield maker.title(), maker.text(average)


def main(arguments: list[str] | None = None) -> int:
    """Write a corpus to a .jsonl file."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.corpora", description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--megabytes", type=float, default=20.0)
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with chosen.output.open("w", encoding="utf-8") as output:
        for title, text in make_corpus(chosen.documents, chosen.megabytes, chosen.language, chosen.seed):
            output.write(json.dumps({"title": title, "text": text}, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
