"""Full-text search: the only place that knows Whoosh and the tables of the search index.

How it lies on disk (``tables``): a *segment* holds the postings of some documents in *blocks* of about 16 KB
(``blocks``), as differences in 1, 2 or 4 bytes; a directory of first keys leads to the block of a term. Segments never
change. A document that is replaced or removed is marked dead in its segment; ``merging`` rewrites segments in the
background. Texts and what describes them (title, note, tags …) are separate families of segments, so that a changed
note costs nothing of the text. Documents have *slots*, numbers that stay theirs; arrays over slots answer filters.

The way in: ``documents`` → ``analysis`` (terms) → ``grouping`` (sorted postings) → ``building`` → ``segments``.
The way out: ``parsing`` (words to a Whoosh tree) → ``evaluation`` on a ``source``: a ``snapshot`` of the archive or
``one_text``; the same evaluator ranks the archive and finds the hits in a text. ``reader`` shows a snapshot to Whoosh.
``search_index`` is the front door.
"""
