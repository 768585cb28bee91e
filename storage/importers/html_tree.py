"""Parsing a page into a tree, without network, entities or files, and the kinds of elements that readers of it know."""

import re
from typing import TYPE_CHECKING

from storage.errors import UserFacingError
from storage.sentences import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WITHOUT_WORDS = (
    "script style template iframe frame noframes canvas audio video source track map param link meta base object embed"
    " applet datalist"
)
WITHOUT_WORDS = frozenset(_WITHOUT_WORDS.split())
_BLOCKS = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html input legend li main menu nav noscript ol"
    " optgroup option p pre search section select summary svg table tbody td textarea tfoot th thead title tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}

_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_NO_PAGE = say("The page holds nothing that can be read: it has no text and no structure.")


def parse_page(page: str) -> "Element":
    """Return the root of a page's tree; comments and processing instructions are left out.

    Raises:
        UserFacingError: There is nothing in the page.
    """
    import lxml.etree

    parser = lxml.etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    data = page.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = lxml.etree.fromstring(data, parser)
        # Below 2,048 elements in one another the parser reads nothing; such a page is read as words without structure.
        if root is not None and any("xcessive depth" in entry.message for entry in parser.error_log):
            root = lxml.etree.fromstring(_without_structure(page), parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        raise UserFacingError(_NO_PAGE) from None
    if root is None:
        raise UserFacingError(_NO_PAGE)
    return root


def _without_structure(page: str) -> bytes:
    words = _TAG.sub("\n", page).replace("<", "&lt;")
    return ("<body><p>" + "<p>".join(line for line in words.splitlines() if line.strip())).encode("utf-8", "replace")
