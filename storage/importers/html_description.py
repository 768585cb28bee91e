"""What a page says of itself: title, authors, dates, publisher, address and language, each with where it was found.

The first place that has a value wins: JSON-LD, Dublin Core and its kin, OpenGraph and other ``meta`` elements,
microdata and ``rel``, then what readers see: ``title``, headings, ``time``, lines that are marked as the author's.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from storage.domain.document import Creator, DateBasis, DateLayer, DocumentDate
from storage.importers.passages import one_line
from storage.text.dates import find_date

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLES = "dc.title dcterms.title citation_title og:title weibo:article:title twitter:title parsely-title title"
_AUTHORS = "dc.creator dcterms.creator citation_author author parsely-author sailthru.author article:author"
_PUBLISHED = (
    "article:published_time og:article:published_time citation_publication_date citation_date dc.date.issued"
    " dcterms.issued dcterms.available dcterms.date dc.date datepublished parsely-pub-date sailthru.date pubdate"
    " publishdate publish-date publish_date publication_date date.issued og:pubdate date"
)
_WRITTEN = "dcterms.created dc.date.created datecreated created"
_PUBLISHERS = "dc.publisher dcterms.publisher citation_publisher og:site_name application-name"
_LANGUAGES = "dc.language dcterms.language citation_language content-language og:locale language"
_ORIGINALS = "dcterms.ispartof dc.relation.ispartof citation_journal_title dc.source dcterms.source"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_ISO_DATE = re.compile(r"\s*(?P<year>\d{4})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d)(?!\d))?)?(?=$|[T\s])")
_DUBLIN_CORE = re.compile("^dc(terms?)?[.:]")
_SEPARATORS = re.compile(r"\s[|\-–\\/>»]\s")
_BY = re.compile(
    r"(?:(?:written|posted|published|reported|story|words)\s+)?(?:by|von|par|por|автор|作者|撰文|文)(?=[\s:：/])\s*[:：/]?\s*",
    re.IGNORECASE,
)
_BYLINE_WORDS = ("byline", "author", "dateline", "writtenby")
_BYLINE_NAMES = re.compile("|".join(_BYLINE_WORDS), re.IGNORECASE)
_LONGEST_BYLINE = 100
_LONGEST_TITLE = 500
_SHORTEST_OWN_TITLE, _LONGEST_OWN_TITLE = 15, 150
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=(?:\(\d+\))?\s*(https?://\S+?)\s*-->"
    r"|<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"
)
_AUTHOR_NAMES = frozenset(_AUTHORS.split())
_SAVED_ON = re.compile(
    r"saved date:\s*(?:\w{3}\s+)?(?P<single>\w{3}\s+\d{1,2}\s+\d{4})"
    r"|FILE ARCHIVED ON\s+[\d:]+\s+(?P<wayback>\w{3}\s+\d{1,2},\s+\d{4})"
)
_PLACE_OF_REMARKS = 20_000
_ARTICLE_TYPES = re.compile(r"Article|Report|BlogPosting|WebPage|Book|Chapter|CreativeWork|Legislation")


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it was found; empty where nothing was."""

    value: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; ``found_in`` pairs a field of the description with where its value stands."""

    title: str = ""
    creators: tuple[Creator, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    publisher: str = ""
    url: str = ""
    language: str = ""
    original: str = ""
    found_in: tuple[tuple[str, str], ...] = field(default=())


class _Page:
    """A page's elements that describe it, each read once."""

    def __init__(self, root: "Element", source: str) -> None:
        self.root = root
        self.source = source
        self.lowered = source.lower()
        self.meta = dict(_meta(root))
        self.data = _linked_data(root) if "json" in source else {}
        self.marked = root.findall(".//*[@itemprop]") if "itemprop" in source else []

    def from_meta(self, names: str) -> Found:
        for name in names.split():
            if (content := self.meta.get(name)) and (value := one_line(content)):
                return Found(value, f"meta {name}")
        return Found()

    def from_data(self, *path: str) -> Found:
        value = one_line(_text_at(self.data, path)) if self.data else ""
        return Found(value, f"JSON-LD {path[0]}") if value else Found()

    def from_property(self, *names: str) -> Found:
        """Find microdata of one of the names."""
        for element in self.marked:
            if not set(names).isdisjoint(element.get("itemprop", "").split()):
                inner = element.find(".//*[@itemprop='name']")
                words = _words(element if inner is None else inner)
                value = element.get("content") or element.get("datetime") or words
                if one_line(value):
                    return Found(one_line(value), f"microdata {element.get('itemprop')}")
        return Found()


def page_facts(root: "Element", source: str) -> PageFacts:
    """Read what a page says of itself from its tree and, for remarks of the program that saved it, its source."""
    page = _Page(root, source)
    title, url, language = _title(page), _url(page), _language(page)
    publisher = _first(
        lambda: page.from_data("publisher", "name"),
        lambda: page.from_meta(_PUBLISHERS),
        lambda: page.from_property("publisher"),
    )
    original = page.from_meta(_ORIGINALS)
    byline = _byline(page)
    dates, where = _dates(page)
    found = {"title": title, "url": url, "language": language, "publisher": publisher, "original": original}
    found_in = [(name, value.where) for name, value in found.items() if value.value]
    found_in += [("creators", byline.where)] if byline.value else []
    found_in += [("dates", where)] if dates else []
    return PageFacts(
        title.value,
        _creators(byline),
        dates,
        publisher.value,
        url.value,
        language.value,
        original.value,
        tuple(found_in),
    )


def _first(*ways: Callable[[], Found]) -> Found:
    return next((found for way in ways if (found := way()).value), Found())


def _meta(root: "Element") -> Iterator[tuple[str, str]]:
    """Yield name and content of the meta elements; properties go before names, and several authors are joined."""
    seen: dict[str, str] = {}
    elements = [element for element in root.iter("meta") if (element.get("content") or "").strip()]
    for attribute in ("property", "name", "http-equiv"):
        before = frozenset(seen)
        for element in elements:
            for name in element.get(attribute, "").lower().split():
                dublin = _DUBLIN_CORE.match(name) if name.startswith("dc") else None
                known = f"dc{'terms' if dublin[1] else ''}.{name[dublin.end() :]}" if dublin else name
                value = element.get("content", "")
                if known in _AUTHOR_NAMES and known in seen and known not in before:
                    seen[known] += f"; {value}"
                else:
                    seen.setdefault(known, value)
    yield from seen.items()


def _linked_data(root: "Element") -> Mapping[str, Any]:
    """Return the JSON-LD object that describes the article or page, or nothing."""
    import json

    best: Mapping[str, Any] = {}
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            parsed = json.loads((script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in islice(_items(parsed), 200):
            kind = " ".join(_strings(item.get("@type")))
            if _ARTICLE_TYPES.search(kind) and (not best or ("Article" in kind and "headline" in item)):
                best = {**best, **item}
    return best


def _items(parsed: Any) -> Iterator[Mapping[str, Any]]:
    for item in parsed if isinstance(parsed, list) else [parsed]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, dict))


def _strings(value: Any) -> list[str]:
    return [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, str)]


def _text_at(value: Any, path: tuple[str, ...]) -> str:
    """Return the text at a path of JSON-LD; several objects in a list are joined by semicolons."""
    if isinstance(value, list):
        return "; ".join(filter(None, (_text_at(part, path) for part in value)))
    if isinstance(value, str):
        from html import unescape

        return unescape(value)
    if isinstance(value, dict) and path:
        return _text_at(value.get(path[0]), path[1:])
    return ""


def _words(element: "Element") -> str:
    return one_line("".join(islice(element.itertext("*"), 200)))[:_LONGEST_TITLE]


def _title(page: _Page) -> Found:
    return _first(
        lambda: page.from_data("headline"),
        lambda: page.from_meta(_TITLES),
        lambda: page.from_property("headline"),
        lambda: _own_title(page),
    )


def _own_title(page: _Page) -> Found:
    """Read the title element, without the name of the site, or the only top heading where that says more."""
    element = next(page.root.iter("title"), None)
    whole = _words(element) if element is not None else ""
    headings = [words for heading in islice(page.root.iter("h1"), 5) if (words := _words(heading))]
    in_page = [words for heading in islice(page.root.iter("h1", "h2"), 20) if (words := _words(heading))]
    if whole and whole in in_page:
        return Found(whole, "title element")
    parts = [part for part in _SEPARATORS.split(whole) if part]
    if len(parts) > 1:
        shortened = whole[: whole.rindex(parts[-1])].rstrip(" |-–\\/>»")
        same = next((part for part in parts if part in in_page), "")
        if same:
            return Found(same, "title element")
        if len(shortened.split()) > 4 or _SEPARATORS.search(shortened):
            return Found(shortened, "title element")
        if len(parts[0].split()) < 3 and len(parts[-1].split()) > 4:
            return Found(whole[len(parts[0]) :].lstrip(" |-–\\/>»"), "title element")
    if len(headings) == 1 and not _SHORTEST_OWN_TITLE <= len(whole) <= _LONGEST_OWN_TITLE and not whole:
        return Found(headings[0], "heading in the text")
    return Found(whole, "title element") if whole else Found((headings or [""])[0], "heading in the text")


def _url(page: _Page) -> Found:
    beginning = page.source[:_PLACE_OF_REMARKS]
    saved = _SAVED_FROM.search(beginning) if "<!--" in beginning else None
    links = (
        element.get("href", "") for element in page.root.iter("link") if "canonical" in element.get("rel", "").lower()
    )
    found = _first(
        lambda: Found(next(links, ""), "link canonical"),
        lambda: page.from_meta("og:url"),
        lambda: page.from_data("mainEntityOfPage", "@id"),
        lambda: page.from_data("url"),
    )
    if _ADDRESS.fullmatch(found.value):
        return found
    return Found(saved[1] or saved[2], "remark of the program that saved the page") if saved else Found()


def language_tag(value: str) -> str:
    """Return a BCP 47 tag from what a file calls its language, or nothing where that is none."""
    tag = re.split("[,;]", value, maxsplit=1)[0].strip().replace("_", "-")
    if not _LANGUAGE_TAG.fullmatch(tag) or tag.lower() in {"und", "xx", "mul", "zxx"}:
        return ""
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def _language(page: _Page) -> Found:
    html = page.root
    ways = (
        Found(
            html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang") or "",
            "html lang",
        ),
        page.from_meta(_LANGUAGES),
        page.from_data("inLanguage"),
    )
    return next((Found(tag, way.where) for way in ways if (tag := language_tag(way.value))), Found())


def _byline(page: _Page) -> Found:
    def no_address(found: Found) -> Found:
        return Found() if _ADDRESS.match(found.value) else found

    return _first(
        lambda: no_address(page.from_data("author", "name")),
        lambda: no_address(page.from_data("author")),
        lambda: no_address(page.from_meta(_AUTHORS)),
        lambda: no_address(page.from_property("author", "creator")),
        lambda: _marked_byline(page),
    )


def _marked_byline(page: _Page) -> Found:
    body = next(page.root.iter("body"), None)
    if body is None or not any(name in page.lowered for name in _BYLINE_WORDS):
        return Found()
    for element in body.iterdescendants():
        attributes = element.attrib
        if not attributes or not isinstance(element.tag, str):
            continue
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        marked = attributes.get("rel") == "author" or "author" in attributes.get("itemprop", "")
        if marked or (len(names) > 1 and _BYLINE_NAMES.search(names)):
            words = _words(element)
            if 0 < len(words) < _LONGEST_BYLINE and any(character.isalpha() for character in words):
                return Found(words, "line marked as the author's")
    return Found()


def _creators(byline: Found) -> tuple[Creator, ...]:
    """Part a byline into names; what stands after a date or "by" is no name."""
    words = _BY.sub("", byline.value, count=1) if _BY.match(byline.value) else byline.value
    date = find_date(words)
    if date is not None:
        words = f"{words[: date.start]}" if words[: date.start].strip(" ,|•·-–—") else words[date.end :]
    words = re.sub(r"\s+(?:and|et|und|y|и)\s+", "; ", words) if byline.where.startswith("line") else words
    names = [part.strip(" ,|•·-–—:") for part in re.split(r"[;|]", words)]
    return tuple(Creator(name) for name in dict.fromkeys(names) if name)


def _dates(page: _Page) -> tuple[tuple[DocumentDate, ...], str]:
    """Return the dates of publication, writing and saving that the page states, and where the first was found."""
    published = _first(
        lambda: page.from_data("datePublished"),
        lambda: page.from_meta(_PUBLISHED),
        lambda: page.from_property("datePublished"),
        lambda: _time_element(page),
    )
    written = _first(lambda: page.from_meta(_WRITTEN), lambda: page.from_data("dateCreated"))
    # A date of an item of a volume is the item's own: the volume came out long after.
    of_an_item = published.where in {"meta dcterms.date", "meta dc.date"} and page.from_meta(_ORIGINALS).value
    layer = DateLayer.WRITTEN if of_an_item else DateLayer.PUBLISHED
    saved = _saved_on(page.source[:_PLACE_OF_REMARKS]) or _saved_on(page.source[-_PLACE_OF_REMARKS:])
    captured = Found(
        (saved["single"] or saved["wayback"]) if saved else "", "remark of the program that saved the page"
    )
    dates = []
    where = ""
    for kind, found in ((layer, published), (DateLayer.WRITTEN, written), (DateLayer.CAPTURED, captured)):
        edtf = edtf_date(found.value)
        if edtf and kind not in {date.layer for date in dates}:
            dates.append(DocumentDate(kind, edtf, DateBasis.STATED, found.value))
            where = where or found.where
    return tuple(dates), where


def _saved_on(source: str) -> re.Match[str] | None:
    has_remark = "saved date:" in source or "FILE ARCHIVED ON" in source
    return _SAVED_ON.search(source) if has_remark else None


def edtf_date(words: str) -> str:
    """Return the EDTF date that words or a time stamp state, or nothing; a time of day is left out."""
    match = _ISO_DATE.match(words)
    if match is not None:
        year, month, day = match.groups()
        stamp = "-".join(filter(None, (year, month, day)))
        found = find_date(stamp) if month else None
        return found.edtf if found else year if not month and year[0] in "12" else ""
    found = find_date(words)
    return found.edtf if found else ""


def _time_element(page: _Page) -> Found:
    times = list(islice(page.root.iterfind(".//body//time"), 30)) if "<time" in page.lowered else []
    marked = [time for time in times if time.get("pubdate") is not None or "publish" in time.get("class", "").lower()]
    for time in marked + times[:1]:
        value = time.get("datetime") or _words(time)
        if edtf_date(value):
            return Found(value, "time element")
    return Found()
