"""The words as typed into a query tree: Whoosh's parser, set up for our fields, with an answer to everything.

What cannot be read as a query is read as plain words, and a remark says so.
"""

import calendar
import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from whoosh.qparser import plugins, syntax
from whoosh.qparser.common import QueryParserError
from whoosh.qparser.default import QueryParser

from storage.index import tree as q
from storage.index.analysis import is_run_character, terms_of
from storage.index.direct import read_directly
from storage.index.fields import DATE, DEFAULT_BOOSTS, QUERY_FIELDS, TEXT, schema
from storage.index.operators import OperatorsPlugin, stray_operators
from storage.index.queries import Chain, Days, Forms
from storage.index.regexes import objection
from storage.index.simplifying import simplified
from storage.index.wording import in_words
from storage.sentences import joined, say
from storage.text.folding import fold

_SPACES = (
    "\0\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
"""What may part words in what is pasted; the parser takes a line's end for the end of a phrase."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys(_SPACES, " ") | {"（": "(", "）": ")"})
_FIELD = re.compile(r"(?<![\w:])(?P<text>[^\W\d_]+):(?=\S)")
_WORD_OR_SIGN = re.compile(r"\w+|\W")
_ESCAPED_OR_NOT = re.compile(r"\\.|[^\\]+", re.DOTALL)
_DEEPEST = 40
_LONGEST = 10_000
_MOST_EDITS = 2
_FARTHEST = 10_000
"""How far the words of a phrase can be apart; places of one document end before those of the next by far more."""


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """A query tree, the same in words, and in ``remark`` what the reader should know about how it was read."""

    tree: q.Query
    remark: str = ""
    words: str = ""


class _NotReadableError(Exception):
    """A part of a query makes no sense; the text is the reason, in words."""


def chain(field: str, words: Sequence[str], slop: int = 1, boost: float = 1.0, **_options: Any) -> q.Query:
    """Return the query for terms that follow each other.

    The last character of a run is left out where the pair before it tells it already.
    """
    if field == DATE:
        return days("-".join(words), "-".join(words), boost)
    slop = min(max(slop, 1), _FARTHEST)
    kept = [
        (offset, word)
        for offset, word in enumerate(words)
        if not (offset and len(word) == 1 and is_run_character(word) and _is_pair(words[offset - 1]))
    ]
    if not kept:
        return q.NullQuery
    if len(kept) == 1 and not is_run_character(kept[0][1][0]):
        return q.Term(field, kept[0][1], boost=boost)
    return Chain(field, [word for _, word in kept], [offset for offset, _ in kept], slop, boost)


def _is_pair(word: str) -> bool:
    return len(word) == 2 and is_run_character(word[0])


class _Parser(QueryParser):
    """Whoosh's parser with our way of reading one word of a query."""

    def tag(self, text: str, pos: int = 0, debug: bool = False) -> syntax.GroupNode:
        """Return the syntax nodes of a text; no tagger begins inside a word, so only its start is tried."""
        nodes: list[Any] = []
        taggers = _taggers(self)
        begun = pos
        while pos < len(text):
            node = next((found for tagger in taggers if (found := tagger.match(self, text, pos)) is not None), None)
            if node is None:
                pos = _next_place(text, pos)
                continue
            if begun < pos:
                nodes.append(_word_node(text, begun, pos))
            nodes.append(node)
            begun = pos = node.endchar
        if begun < len(text):
            nodes.append(_word_node(text, begun, len(text)))
        return self.group(nodes)

    def term_query(
        self,
        fieldname: str,
        text: str,
        termclass: type,
        boost: float = 1.0,
        tokenize: bool = True,
        removestops: bool = True,
    ) -> q.Query | None:
        """Return the query for a word, wildcard, regular expression or fuzzy word."""
        if fieldname == DATE:
            return days(None, None, boost) if text == "*" else days(text, text, boost)
        if termclass is q.Regex:
            return _regular_expression(fieldname, text, boost)
        if termclass in (q.Prefix, q.Wildcard):
            return _pattern(fieldname, text, termclass, boost)
        words = terms_of(text)
        if termclass is q.FuzzyTerm:
            return (
                q.FuzzyTerm(fieldname, words[0], boost=boost) if len(words) == 1 else chain(fieldname, words, 1, boost)
            )
        return _word(fieldname, words, boost)


def _word(field: str, words: Sequence[str], boost: float) -> q.Query | None:
    """Return the query for one plain word: its forms, or where it consists of several terms these as typed."""
    if len(words) == 1 and not is_run_character(words[0][0]):
        return Forms(field, words[0], boost)
    return chain(field, words, 1, boost) if words else None


def _regular_expression(field: str, text: str, boost: float) -> q.Query:
    """Return the query for a regular expression; its letters are folded as those of the texts are."""
    folded = _ESCAPED_OR_NOT.sub(lambda match: match[0] if match[0][0] == "\\" else fold(match[0]), text)
    if message := objection(text) or objection(folded):
        raise _NotReadableError(message)
    return q.Regex(field, folded, boost=boost)


def _next_place(text: str, position: int) -> int:
    match = _WORD_OR_SIGN.match(text, position)
    return match.end() if match else position + 1


@cache
def _taggers(parser: QueryParser) -> list:
    """Return what finds the parts of a query, in order of precedence."""
    return parser.taggers()


def _word_node(text: str, start: int, end: int) -> syntax.WordNode:
    node = syntax.WordNode(text[start:end])
    node.startchar, node.endchar = start, end
    return node


def _pattern(field: str, text: str, kind: type, boost: float) -> q.Query | None:
    folded = fold(text)
    if kind is q.Prefix:
        words = terms_of(folded)
        if not words:
            return None
        if len(words) == 1 and not is_run_character(words[0][0]):
            return q.Prefix(field, words[0], boost=boost)
        made = chain(field, words, 1, boost)
        return _left_open(made) if isinstance(made, Chain) else made
    if any(map(is_run_character, folded)):
        message = say("In scripts written without spaces any part of a word is found as it is; * and ? were left out")
        raise _NotReadableError(message)
    if not folded.strip("*"):
        return q.Every(field, boost=boost)
    kept = re.sub(r"[^\w*?]|_", "", folded)
    return q.Wildcard(field, kept, boost=boost).normalize() if kept else None


def opened(query: q.Query) -> q.Query:
    """Return a query whose last word may go on: what somebody is still typing."""
    match query:
        case Forms() if len(query.text) > 1:
            return q.Prefix(query.fieldname, query.text, boost=query.boost)
        case q.Term() if len(query.text) > 1:
            return q.Prefix(query.fieldname, query.text, boost=query.boost)
        case Chain() if len(query.words[-1]) > 1 and not is_run_character(query.words[-1][0]):
            return _left_open(query)
        case q.And() | q.Or():
            parts = list(query.subqueries)
            words = _words_of(parts[-1])
            at = len(parts) - 1
            while at and words is not None and _words_of(parts[at - 1]) == words:
                at -= 1
            changed = copy.copy(query)
            changed.subqueries = [*parts[:at], *map(opened, parts[at:])]
            return changed
        case q.AndNot() | q.AndMaybe() | q.Require():
            return type(query)(query.a, opened(query.b))
        case q.Not():
            return q.Not(opened(query.query), boost=query.boost)
    return query


def _left_open(query: Chain) -> Chain:
    """Return a chain whose last word may go on; of a script without spaces every part is found anyway."""
    is_open = not is_run_character(query.words[-1][0])
    return Chain(query.fieldname, query.words, query.offsets, query.slop, query.boost, is_open)


def _words_of(query: q.Query) -> tuple[str, ...] | None:
    if isinstance(query, q.Phrase):
        return tuple(query.words)
    return (query.text,) if isinstance(query, q.Term | Forms) else None


def days(
    first: str | None, last: str | None, boost: float = 1.0, *, after_first: bool = False, before_last: bool = False
) -> q.Query:
    """Return the query for dates from ``first`` to ``last``, each a year, a month or a day as in 2004-08.

    With ``after_first`` or ``before_last`` these themselves are left out.
    """
    low = _day(first, end=after_first) + after_first if first else 1
    high = _day(last, end=not before_last) - before_last if last else date.max.toordinal()
    words = f"{first or ''} to {last or ''}" if first != last else f"{first}"
    return Days(low, high, words.strip(), boost)


def _day(words: str, end: bool) -> int:
    match = re.fullmatch(r"\s*(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*", words)
    if match is None:
        message = say("“{words}” is not a date such as 2004, 2004-08 or 2004-08-19", words=words.strip())
        raise _NotReadableError(message)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        month = month or (12 if end else 1)
        day = day or (calendar.monthrange(year, month)[1] if end else 1)
        return date(year, month, day).toordinal()
    except (ValueError, calendar.IllegalMonthError) as error:
        message = say("“{words}” is not a date", words=words.strip())
        raise _NotReadableError(message) from error


class _RangeNode(syntax.RangeNode):
    """A range in brackets; of dates it becomes a query for days."""

    def query(self, parser: QueryParser) -> q.Query:
        field = self.fieldname or parser.fieldname or TEXT
        bounds = (fold(bound or "").strip() for bound in (self.start, self.end))
        low, high = (bound if bound != "*" else "" for bound in bounds)
        if field == DATE:
            return days(low, high, self.boost, after_first=self.startexcl, before_last=self.endexcl)
        return q.TermRange(field, low or None, high or None, self.startexcl, self.endexcl, boost=self.boost)


class _RangePlugin(plugins.RangePlugin):
    class RangeTagger(plugins.RangePlugin.RangeTagger):
        """Finds ranges and hands out our nodes for them."""

        def create(self, parser: QueryParser, match: re.Match) -> _RangeNode:
            node = super().create(parser, match)
            return _RangeNode(node.start, node.end, node.startexcl, node.endexcl)


class _FuzzyTermPlugin(plugins.FuzzyTermPlugin):
    """Fuzzy words, with numbers of any length behind the tilde; Whoosh reads one digit and leaves the others over."""

    expr = re.compile(r"(?<=\S)~((?P<maxdist>[0-9]{1,6})[0-9]*)?(/0*(?P<prefix>[1-9][0-9]{0,5})[0-9]*)?")


class _BoostPlugin(plugins.BoostPlugin):
    """Weights, which stay numbers one can reckon with."""

    expr = r"\^(?P<boost>[0-9]{0,6}(\.[0-9]{1,6})?)[0-9]*($|(?=[ \t\r\n)]))"


@cache
def _parser() -> _Parser:
    chosen: list[Any] = [
        plugins.FieldsPlugin(_FIELD.pattern),
        plugins.WildcardPlugin("(?P<text>[*?]+)"),  # signs in a row together, which Whoosh would part
        plugins.RegexPlugin(r'(?<!\w)r"(?P<text>[^"]*)"'),
        plugins.PhrasePlugin('"(?P<text>.*?)"(~(?P<slop>[0-9]{1,6})[0-9]*)?'),
        _FuzzyTermPlugin(),
        _RangePlugin(),
        plugins.GroupPlugin(),
        OperatorsPlugin(),
        _BoostPlugin(),
        plugins.EveryPlugin(),
        plugins.MultifieldPlugin(list(DEFAULT_BOOSTS), fieldboosts=DEFAULT_BOOSTS),
    ]
    parser = _Parser(None, schema(), plugins=chosen)
    parser.phraseclass = chain
    return parser


_WORDS = re.compile(r"[^\W_]+")


def _parse(text: str) -> q.Query:
    tree = _directly(text)
    return _by_parser(text) if tree is None else tree


def _directly(text: str) -> q.Query | None:
    return read_directly(text, _plain_word, _beginning, _phrase)


def _by_parser(text: str) -> q.Query:
    return _limited(simplified(_parser().parse(text, normalize=False)))


def _everywhere(make: Callable[[str, float], q.Query | None]) -> q.Query | None:
    """Return a query for all fields searched by default, None where there is nothing to look for."""
    parts = [make(field, boost) for field, boost in DEFAULT_BOOSTS.items()]
    return q.Or([part for part in parts if part is not None]) if None not in parts else None


def _plain_word(text: str) -> q.Query | None:
    words = terms_of(text)
    return _everywhere(lambda field, boost: _word(field, words, boost))


def _beginning(text: str) -> q.Query | None:
    return _everywhere(lambda field, boost: _pattern(field, text, q.Prefix, boost))


def _phrase(text: str) -> q.Query | None:
    words = terms_of(text)
    return _everywhere(lambda field, boost: chain(field, words, 1, boost)) if words else None


@lru_cache(maxsize=256)
def read(text: str, as_you_type: bool = False) -> ReadQuery:
    """Read a query; ``as_you_type`` takes the last word as the beginning of one. Never fails."""
    cleaned = text[:_LONGEST].translate(_QUOTES).strip()
    tree = _directly(cleaned) if len(text) <= _LONGEST else None
    remarks: list[str] = []
    if tree is None:
        tree, remarks = _with_remarks(cleaned, len(text))
    if as_you_type and text[-1:].isalnum():
        tree = opened(tree)
    return ReadQuery(tree, joined(" ", remarks) if remarks else "", in_words(tree))


def _with_remarks(text: str, length: int) -> tuple[q.Query, list[str]]:
    """Read a query that is not of a common form; ``length`` is how long it was when typed."""
    remarks = _remarks(text, length)
    balanced = _balanced(text)
    try:
        return _parse(balanced), remarks
    except (_NotReadableError, QueryParserError, OverflowError) as error:
        return _plain(balanced), [*remarks, say("{error}. The query was read as plain words.", error=error)]


def _plain(text: str) -> q.Query:
    """Read every word of a text as a word that must be there."""
    parts = [
        q.Or([part for field, boost in DEFAULT_BOOSTS.items() if (part := _word(field, words, boost)) is not None])
        for words in map(terms_of, dict.fromkeys(_WORDS.findall(text)))
        if words
    ]
    return simplified(q.And(parts))


def _remarks(text: str, length: int) -> list[str]:
    """Say what in a query is not as its writer may have meant it."""
    found = []
    if length > _LONGEST:
        found.append(say("Only the first {longest:,} characters of the query were read.", longest=_LONGEST))
    if text.count('"') % 2:
        found.append(say("A quotation mark has no partner; the words behind it were read one by one."))
    outside = re.sub(r'"[^"]*"', "", text)
    if outside.count("(") != outside.count(")"):
        found.append(say("A bracket has no partner and was left out."))
    names = [match["text"] for match in _FIELD.finditer(outside) if match["text"] not in QUERY_FIELDS]
    if names:
        listed = ", ".join(f"“{name}:”" for name in dict.fromkeys(names))
        found.append(say("There is no field {listed}; it was read as a word.", listed=listed))
    strays = [f"“{word}”" for word in dict.fromkeys(stray_operators(outside))]
    if strays:
        found.append(say("Left out, since there was nothing to join: {strays}.", strays=", ".join(strays)))
    return found


def _balanced(text: str) -> str:
    """Take out brackets where they do not pair or nest too deeply for anybody to have meant it."""
    outside = re.sub(r'"[^"]*"', "", text)
    depth = deepest = 0
    for character in outside:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
        if depth < 0:
            break
    if depth or deepest > _DEEPEST:
        text = re.sub(r'("[^"]*")|[()]', lambda match: match[1] or " ", text)
    return text if text.count('"') % 2 == 0 else text[: text.rindex('"')] + " " + text[text.rindex('"') + 1 :]


def _limited(query: q.Query) -> q.Query:
    """Keep fuzzy words near enough to be meant."""
    for leaf in query.leaves():
        if isinstance(leaf, q.FuzzyTerm):
            leaf.maxdist = min(leaf.maxdist, _MOST_EDITS)
    return query
