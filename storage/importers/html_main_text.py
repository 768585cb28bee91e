"""Which part of a page is its main text: elements are scored by the prose in them, as Arc90's Readability did it first.

An element gains by every paragraph in it, most by its own and less by deeper ones, and loses by the share of its words
that are links. Names of classes that people give to menus and comments count against an element. The best element and
its prose-like neighbours are main text; inside them, what looks like a list of links or a form is taken out again.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.importers.html_tree import BLOCKS, HEADINGS, WITHOUT_WORDS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ENOUGH_TEXT = 500
"""Code points of main text below which the decision is tried again with fewer elements ruled out beforehand."""

_AROUND_THE_TEXT = re.compile(
    r"-ad-|ad-?break|advert|banner|breadcrumb|combx|comment|community|cookie|cover-wrap|disqus|extra|footer|gdpr|header"
    r"|legends|menu|nav(?:bar|igation)|newsletter|pager|pagination|popup|promo|related|remark|replies|rss|shoutbox|sidebar"
    r"|skyscraper|social|sponsor|supplemental|toolbar|tooltip",
    re.IGNORECASE,
)
_PERHAPS_TEXT = re.compile(r"and|article|body|column|content|main|mathjax|shadow|post|entry|story", re.IGNORECASE)
_SPEAKS_FOR = re.compile(r"article|body|content|entry|main|page|post|text|blog|story|document", re.IGNORECASE)
_SPEAKS_AGAINST = re.compile(
    r"-ad-|hidden|\bhid\b|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll"
    r"|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget",
    re.IGNORECASE,
)
_SHARING = re.compile(r"(?:\b|_)(?:share|sharing|sharedaddy|addthis|social)(?:\b|_)", re.IGNORECASE)
_NOTES = re.compile(r"(?:foot|end)[-_]?notes?", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES_AROUND = re.compile(
    "menu|menubar|complementary|navigation|alert|alertdialog|dialog|banner|contentinfo|search", re.IGNORECASE
)
_NEVER_MAIN = {"nav", "footer", "aside", "button", "select", "textarea", "noscript", "svg", "label", "optgroup"}
_NOT_IN_PROSE = _NEVER_MAIN | {"a", "input"}
_SCORED = {"p", "td", "pre", "section", "h2", "h3", "h4", "h5", "h6", "blockquote"}
_CLEANED = {"form", "fieldset", "table", "ul", "ol", "div", "section"}
_BONUS = {
    **dict.fromkeys(("div", "article", "main"), 5.0),
    **dict.fromkeys(("pre", "td", "blockquote"), 3.0),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3.0),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th"), -5.0),
}
_COMMAS = re.compile("[,\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c、]")
_SENTENCE_END = re.compile(r"[.。](?:\s|$)")
_HOLDING_LOOSE_TEXT = {"div", "article", "main", "body", "center"}
_SHORTEST_PARAGRAPH = 25
_MANY_COMMAS = 10
_FEW_LINKS = 0.02
_ANCESTORS_SCORED = 5
_FEW_ROWS_OF_DATA, _FEW_CELLS_OF_DATA = 10, 10


@dataclass(slots=True)
class _Node:
    """An element with what was counted in it and everything below it; sizes are code points."""

    element: "Element"
    parent: "_Node | None"
    children: "list[_Node]" = field(default_factory=list)
    characters: int = 0
    linked: float = 0
    commas: int = 0
    in_headings: int = 0
    in_lists: int = 0
    paragraphs: int = 0
    pictures: int = 0
    items: int = 0
    inputs: int = 0
    embedded: int = 0
    blocks: int = 0
    loose: tuple[int, int] = (0, 0)
    weight: int = 0
    score: float = 0
    scored: bool = False
    out: bool = False

    @property
    def link_share(self) -> float:
        return self.linked / self.characters if self.characters else 0.0


def main_text(root: "Element") -> dict["Element", bool]:
    """Decide for elements whether they and what stands in them are main text; an empty answer says that all is.

    What stands in no element of the answer is main text only where no element of the answer is True.
    """
    body = root if root.tag == "body" else root.find("body")
    if body is None:
        return {}
    if _is_only_prose(body):
        return {}
    best: dict[Element, bool] = {}
    most = -1
    for unlikely, weighed, cleaned in ((1, 1, 1), (0, 1, 1), (0, 0, 1), (0, 0, 0)):
        nodes = _nodes(body, bool(unlikely), bool(weighed))
        _count(nodes)
        if unlikely and _is_bare(nodes):
            return {}
        chosen = _chosen(nodes)
        removed = [node for top in chosen for node in _to_remove(top, bool(cleaned))]
        found = _characters_left(chosen, removed)
        if found > most:
            most = found
            best = {node.element: False for node in (*removed, *(node for node in nodes if node.out))}
            best |= {node.element: True for node in chosen}
        if found >= ENOUGH_TEXT:
            break
    return best


def _is_only_prose(body: "Element") -> bool:
    """Tell quickly that a page has nothing around its text: no links, fields, menus, and no attribute says anything."""
    return not any(element.attrib or element.tag in _NOT_IN_PROSE for element in body.iterdescendants())


def _is_bare(nodes: list[_Node]) -> bool:
    """Tell whether a page has nothing around its text, as pages made from books and archives."""
    body = nodes[0]
    return body.link_share < _FEW_LINKS and not body.inputs and not any(node.out or node.weight < 0 for node in nodes)


def _nodes(body: "Element", unlikely: bool, weighed: bool) -> list[_Node]:
    """List the elements of a body in document order; what is ruled out is marked and not entered."""
    nodes = [_Node(body, None)]
    waiting = [nodes[0]]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        for element in node.element:
            tag = element.tag
            if isinstance(tag, str) and tag not in WITHOUT_WORDS:
                child = _Node(element, node)
                names = _names(element)
                child.weight = _weight(element) if weighed and names else 0
                child.out = _is_out(element, names, unlikely)
                node.children.append(child)
            elif tag in {"object", "embed", "iframe"}:
                node.embedded += 1
        waiting += [child for child in reversed(node.children) if not child.out]
        nodes += [child for child in node.children if child.out]
    return nodes[1:]


def _names(element: "Element") -> str:
    attributes = element.attrib
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".strip() if attributes else ""


def _is_out(element: "Element", names: str, unlikely: bool) -> bool:
    tag, attributes = element.tag, element.attrib
    if tag in _NEVER_MAIN:
        return not _NOTES.search(names)
    if not attributes:
        return False
    if "hidden" in attributes or _INVISIBLE.search(attributes.get("style", "")):
        return True
    if attributes.get("aria-hidden") == "true" and "fallback-image" not in names:
        return True
    if not unlikely or tag in {"body", "a", "html"}:
        return False
    if _ROLES_AROUND.fullmatch(attributes.get("role", "")):
        return True
    return bool(names and _AROUND_THE_TEXT.search(names)) and not (_PERHAPS_TEXT.search(names) or _NOTES.search(names))


def _weight(element: "Element") -> int:
    weight = 0
    for name in (element.get("class"), element.get("id")):
        if name:
            weight += 25 * (bool(_SPEAKS_FOR.search(name)) - bool(_SPEAKS_AGAINST.search(name)))
    return weight


def _count(nodes: list[_Node]) -> None:
    """Count what is in each element, from the deepest upwards."""
    for node in reversed(nodes):
        element = node.element
        if node.out:
            continue
        texts = [element.text, *(child.tail for child in element)]
        own = " ".join(" ".join(filter(None, texts)).split())
        node.loose = (len(own), len(_COMMAS.findall(own)))
        node.characters += node.loose[0]
        node.commas += node.loose[1]
        _count_tag(node, element.tag)
        if node.parent is not None:
            _add_to(node.parent, node)


def _count_tag(node: _Node, tag: str) -> None:
    if tag == "a":
        href = node.element.get("href") or ""
        node.linked = node.characters * (0.3 if href.startswith("#") else 1.0)
    elif tag in HEADINGS:
        node.in_headings = node.characters
    elif tag in {"ul", "ol"}:
        node.in_lists = node.characters
    node.paragraphs += tag == "p"
    node.pictures += tag == "img"
    node.items += tag == "li"
    node.inputs += tag == "input"
    node.blocks += tag in BLOCKS


def _add_to(parent: _Node, node: _Node) -> None:
    parent.characters += node.characters
    parent.linked += node.linked
    parent.commas += node.commas
    parent.in_headings += node.in_headings
    parent.in_lists += node.in_lists
    parent.paragraphs += node.paragraphs
    parent.pictures += node.pictures
    parent.items += node.items
    parent.inputs += node.inputs
    parent.embedded += node.embedded
    parent.blocks += node.blocks


def _is_prose(node: _Node) -> bool:
    return node.element.tag in _SCORED or (node.element.tag == "div" and node.blocks == 1)


def _chosen(nodes: list[_Node]) -> list[_Node]:
    """Return the best element and those beside it that look like parts of the same text."""
    _score(nodes)
    candidates = sorted((node for node in nodes if node.scored), key=lambda node: node.score, reverse=True)[:5]
    if not candidates or candidates[0].parent is None:
        return nodes[:1]
    top = _widened(candidates)
    if top.parent is None:
        return [top]
    return [node for node in top.parent.children if node is top or _belongs_to(node, top)]


def _score(nodes: list[_Node]) -> None:
    for node in nodes:
        if node.out:
            continue
        if _is_prose(node):
            _give_points(node.parent, node.characters, node.commas)
        elif node.element.tag in _HOLDING_LOOSE_TEXT:
            _give_points(node, *node.loose)
    for node in nodes:
        node.score *= 1 - node.link_share


def _give_points(ancestor: _Node | None, characters: int, commas: int) -> None:
    """Give the elements around a paragraph of so many code points and commas their share of its points."""
    if characters < _SHORTEST_PARAGRAPH:
        return
    points, depth = 2 + commas + min(characters // 100, 3), 0
    while ancestor is not None and depth < _ANCESTORS_SCORED:
        if not ancestor.scored:
            ancestor.scored = True
            ancestor.score += _BONUS.get(ancestor.element.tag, 0.0) + ancestor.weight
        ancestor.score += points / (1 if depth == 0 else 2 if depth == 1 else depth * 3)
        ancestor, depth = ancestor.parent, depth + 1


def _ancestors(node: _Node) -> list[_Node]:
    found = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def _widened(candidates: list[_Node]) -> _Node:
    """Move from the best element up to one that also holds other good ones, or that scores better still."""
    top = candidates[0]
    rivals = [_ancestors(node) for node in candidates[1:] if node.score >= 0.75 * top.score]
    if len(rivals) >= 3:
        for ancestor in _ancestors(top):
            if sum(ancestor in rival for rival in rivals) >= 3:
                top = ancestor
                break
    last, least = top.score, top.score / 3
    for ancestor in _ancestors(top):
        if ancestor.parent is None or (ancestor.scored and ancestor.score < least):
            break
        if ancestor.score > last:
            top = ancestor
            break
        last = ancestor.score or last
    while top.parent is not None and top.parent.parent is not None and len(top.parent.children) == 1:
        top = top.parent
    return top


def _belongs_to(node: _Node, top: _Node) -> bool:
    if node.out:
        return False
    bonus = 0.2 * top.score if _names(node.element) and _names(node.element) == _names(top.element) else 0.0
    if node.scored and node.score + bonus >= max(10.0, 0.2 * top.score):
        return True
    if node.element.tag in HEADINGS or _NOTES.search(_names(node.element)):
        return True
    if node.element.tag != "p":
        return False
    words = "".join(node.element.itertext())
    return (node.characters > 80 and node.link_share < 0.25) or (
        0 < node.characters <= 80 and not node.linked and _SENTENCE_END.search(words) is not None
    )


def _to_remove(top: _Node, cleaned: bool) -> list[_Node]:
    """Return the elements inside a part of the main text that are no text."""
    removed: list[_Node] = []
    waiting = [child for child in top.children if not child.out]
    while waiting:
        node = waiting.pop()
        if _is_no_text(node, cleaned):
            removed.append(node)
        else:
            waiting += [child for child in node.children if not child.out]
    return removed


def _is_no_text(node: _Node, cleaned: bool) -> bool:
    tag, names = node.element.tag, _names(node.element)
    if names and node.characters < ENOUGH_TEXT and _SHARING.search(names):
        return True
    if tag in {"h1", "h2"} and node.weight < 0:
        return True
    if not cleaned or tag not in _CLEANED or _NOTES.search(names):
        return False
    if tag == "table" and _is_data_table(node.element):
        return False
    if node.weight < 0:
        return True
    return node.commas < _MANY_COMMAS and any(rule(node) for rule in _RULES)


def _is_data_table(table: "Element") -> bool:
    if table.get("role") == "presentation" or table.get("datatable") == "0":
        return False
    if table.get("summary") or next(table.iter("caption", "col", "colgroup", "tfoot", "thead", "th"), None) is not None:
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = sum(1 for _ in table.iter("tr"))
    cells = max((len(row) for row in table.iter("tr")), default=0)
    return rows > 1 and cells > 1 and (rows >= _FEW_ROWS_OF_DATA or cells > 4 or rows * cells > _FEW_CELLS_OF_DATA)


def _is_list(node: _Node) -> bool:
    return node.element.tag in {"ul", "ol"} or node.in_lists > 0.9 * node.characters


def _in_figure(node: _Node) -> bool:
    return any(ancestor.element.tag == "figure" for ancestor in _ancestors(node)[:3])


_RULES: tuple[Callable[[_Node], bool], ...] = (
    lambda node: node.pictures > 1 and node.paragraphs / node.pictures < 0.5 and not _in_figure(node),
    lambda node: not _is_list(node) and node.items - 100 > node.paragraphs,
    lambda node: node.inputs > node.paragraphs // 3,
    lambda node: (
        not _is_list(node)
        and node.characters < 25
        and node.in_headings < 0.9 * node.characters
        and (node.pictures == 0 or node.pictures > 2)
        and node.linked > 0
    ),
    lambda node: not _is_list(node) and node.weight < 25 and node.link_share > 0.2,
    lambda node: node.weight >= 25 and node.link_share > 0.5,
    lambda node: (node.embedded == 1 and node.characters < 75) or node.embedded > 1,
)


def _characters_left(chosen: Iterable[_Node], removed: Iterable[_Node]) -> int:
    return sum(node.characters for node in chosen) - sum(node.characters for node in removed)
