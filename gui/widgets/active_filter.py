"""One value that narrows a search, as chips, menus and the chart of years hand it on."""

from dataclasses import dataclass

NODE, YEARS = "node", "years"


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One value that narrows the search: its field and the value as facets give it.

    The value is empty for a node; for years it is one year to narrow to, or empty for what is chosen.
    """

    field: str
    value: str = ""
