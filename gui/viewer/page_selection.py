"""What is selected on printed pages: from one caret, before a character of a page, to another."""

import sys
from collections.abc import Callable

_Caret = tuple[int, int]
"""A page, counted from 0, and the number of the character on it that the caret stands before."""


class PageSelection:
    """Goes from ``anchor``, where it was begun, to ``focus``, which the mouse or the keys move."""

    def __init__(self) -> None:
        self.anchor: _Caret | None = None
        self.focus: _Caret | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.focus

    def begin(self, page: int, character: int) -> None:
        """Put the caret before a character."""
        self.anchor = self.focus = (page, character)

    def reach(self, page: int, character: int) -> None:
        """Select from where the selection was begun to a character, which is not part of it."""
        self.focus = (page, character)
        if self.anchor is None:
            self.anchor = self.focus

    def clear(self) -> None:
        """Select nothing."""
        self.anchor = self.focus = None

    def pages(self) -> range:
        """Return the pages on which something may be selected."""
        if self.anchor is None or self.focus is None or self.is_empty:
            return range(0)
        first, last = sorted((self.anchor, self.focus))
        return range(first[0], last[0] + 1)

    def on_page(self, page: int) -> tuple[int, int]:
        """Return the characters ``[first, last)`` of a page that are selected."""
        if page not in self.pages() or self.anchor is None or self.focus is None:
            return 0, 0
        first, last = sorted((self.anchor, self.focus))
        return first[1] if page == first[0] else 0, last[1] if page == last[0] else sys.maxsize

    def step(self, by: int, by_word: bool, length_of: Callable[[int], int], part: Callable[[int, int], str]) -> None:
        """Move the focus by one character, or to the next edge of a word.

        ``length_of`` gives the number of characters on a page, -1 where there is no such page; ``part`` one character.
        """
        moved = self._next(by, length_of)
        while by_word and moved is not None and _is_inside_word(moved, length_of, part):
            self.focus = moved
            moved = self._next(by, length_of)
        if moved is not None:
            self.focus = moved

    def _next(self, by: int, length_of: Callable[[int], int]) -> _Caret | None:
        if self.focus is None:
            return None
        page, character = self.focus[0], self.focus[1] + by
        if character < 0:
            page, character = page - 1, length_of(page - 1)
        elif character > length_of(page):
            page, character = page + 1, 0
        return (page, character) if length_of(page) >= 0 else None


def _is_inside_word(caret: _Caret, length_of: Callable[[int], int], part: Callable[[int, int], str]) -> bool:
    page, character = caret
    if not 0 < character < length_of(page):
        return False
    return part(page, character - 1).isalnum() and part(page, character).isalnum()
