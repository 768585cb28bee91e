"""Reading a corpus of any of the accepted forms into one scratch file that every engine is fed from."""

import json
import sqlite3
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".txt", ".html", ".htm")
_BLOCKS = (
    "address article blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main"
    " ol p pre section table td th tr ul"
)


class UnreadableCorpusError(Exception):
    """Says which corpus, file or line cannot be read and what is expected there."""


@dataclass(frozen=True, slots=True)
class CorpusText:
    """A document of the corpus, numbered from 1."""

    number: int
    title: str
    text: str


def text_of_html(source: bytes) -> tuple[str, str]:
    """Return title and body text of a page, one line for each block."""
    import lxml.html

    if not source.strip():
        return "", ""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    page = lxml.html.document_fromstring(source, parser=parser)
    title = (page.findtext(".//title") or "").strip()
    body = page.find("body")
    if body is None:
        return title, ""
    for element in list(body.iter("script", "style")):
        element.drop_tree()
    for element in body.iter(*_BLOCKS.split()):
        element.tail = "\n" + (element.tail or "")
    return title, "\n".join(line.strip() for line in body.text_content().splitlines() if line.strip())


def _read_file(name: str, source: bytes) -> tuple[str, str]:
    if name.lower().endswith(".txt"):
        return Path(name).stem, source.decode("utf-8", errors="replace").removeprefix("\ufeff")
    title, text = text_of_html(source)
    return title or Path(name).stem, text


def _read_folder(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.is_file():
            yield _read_file(path.name, path.read_bytes())


def _read_tar(path: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(path) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.lower().endswith(SUFFIXES) else None
            if stream is not None:
                yield _read_file(Path(member.name).name, stream.read())


def _read_lines(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                yield str(record.get("title") or ""), str(record["text"])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UnreadableCorpusError(
                    f"Line {number} of {path} is not an object with “title” and “text”: {error!r}. Correct that line."
                ) from error


def read_corpus(path: Path) -> Iterator[tuple[str, str]]:
    """Yield title and text of each document of a folder, a tar archive or a .jsonl file.

    Raises:
        UnreadableCorpusError: if the path is none of these or a line is malformed.
    """
    if path.is_dir():
        return _read_folder(path)
    if path.suffix == ".jsonl" and path.is_file():
        return _read_lines(path)
    if path.is_file() and tarfile.is_tarfile(path):
        return _read_tar(path)
    raise UnreadableCorpusError(
        f"{path} is not a folder of .txt or .html files, a .tar.xz of those, or a .jsonl file: name one of them."
    )


class CorpusFile:
    """The corpus in one scratch SQLite file, read in batches for indexing and by number for snippets.

    It stands outside the process's memory, so that the peak measured while indexing is the engine's own.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(
            "CREATE TABLE texts (number INTEGER PRIMARY KEY, title TEXT, text TEXT, bytes INTEGER)"
        )
        self.documents = 0
        self.text_bytes = 0

    def fill(self, texts: Iterator[tuple[str, str]], limit_bytes: int | None = None) -> None:
        """Take in all texts with anything in them, or the first ``limit_bytes`` (UTF-8) of them.

        Raises:
            UnreadableCorpusError: if there is no text at all.
        """
        self._connection.execute("BEGIN")
        for title, text in texts:
            if limit_bytes is not None and self.text_bytes >= limit_bytes:
                break
            if text.strip():
                self._take(title, text)
        self._connection.execute("COMMIT")
        if not self.documents:
            raise UnreadableCorpusError("The corpus holds no text: name a folder or file with some.")

    def _take(self, *parts: str) -> None:
        encoded = [part.encode("utf-8", "replace") for part in parts]
        size = sum(map(len, encoded))
        self.documents += 1
        self.text_bytes += size
        values = (self.documents, *(part.decode("utf-8") for part in encoded), size)
        self._connection.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", values)

    def batches(self, batch_bytes: int, limit_bytes: int | None = None) -> Iterator[list[CorpusText]]:
        """Yield the documents in order, in lists of about ``batch_bytes``, up to about ``limit_bytes`` in all."""
        batch: list[CorpusText] = []
        batch_size = total = 0
        for number, title, text, size in self._connection.execute("SELECT * FROM texts ORDER BY number"):
            batch.append(CorpusText(number, title, text))
            batch_size += size
            total += size
            finished = limit_bytes is not None and total >= limit_bytes
            if batch_size >= batch_bytes or finished:
                yield batch
                batch, batch_size = [], 0
            if finished:
                return
        if batch:
            yield batch

    def sample(self, count: int) -> list[CorpusText]:
        """Return up to ``count`` documents spread evenly over the corpus."""
        step = max(1, self.documents // count)
        rows = self._connection.execute(
            "SELECT number, title, text FROM texts WHERE number % ? = 0 ORDER BY number LIMIT ?", (step, count)
        )
        return [CorpusText(*row) for row in rows] or next(self.batches(1))

    def text(self, number: int) -> CorpusText:
        """Return one document."""
        row = self._connection.execute("SELECT number, title, text FROM texts WHERE number = ?", (number,)).fetchone()
        return CorpusText(*row)

    def close(self) -> None:
        """Close the scratch file."""
        self._connection.close()
