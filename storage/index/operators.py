"""The words that join parts of a query; those that have nothing to join are left out instead of failing."""

import re

from whoosh.qparser import plugins, syntax
from whoosh.qparser.default import QueryParser

INFIX = ("ANDNOT", "ANDMAYBE", "AND", "OR", "REQUIRE")
OPERATORS = frozenset((*INFIX, "NOT"))

_BEFORE, _AFTER = r"(?:^|(?<=[\s(]))", r"(?=[\s)]|$)"
_OPERATOR = re.compile(f"{_BEFORE}({'|'.join(sorted(OPERATORS))}){_AFTER}|[()]|[^\\s()]+")


def _alone(word: str) -> str:
    return f"{_BEFORE}{word}{_AFTER}"


class OperatorsPlugin(plugins.OperatorsPlugin):
    """Whoosh's operators, wherever they stand alone as a word."""

    def __init__(self) -> None:
        super().__init__(
            And=_alone("AND"),
            Or=_alone("OR"),
            AndNot=_alone("ANDNOT"),
            AndMaybe=_alone("ANDMAYBE"),
            Not=_alone("NOT"),
            Require=_alone("REQUIRE"),
        )

    def filters(self, parser: QueryParser) -> list:
        """Return what is done with the parts of a query, each with its place in the order."""
        return [(_settled, 590), *super().filters(parser)]


def _settled(parser: QueryParser, group: syntax.GroupNode) -> syntax.GroupNode:
    """Leave out operators without something on each side, and keep what has a weight of its own to itself.

    Whoosh joins what stands behind an operator to the group before it; a weight of that group must not reach it.
    """
    settled = group.empty_copy()
    for node in group:
        if isinstance(node, syntax.InfixOperator) and (not len(settled) or isinstance(settled[-1], syntax.Operator)):
            continue
        if isinstance(node, syntax.GroupNode):
            inner = _settled(parser, node)
            settled.append(inner if inner.boost == 1.0 else syntax.AndGroup([inner]))
        else:
            settled.append(node)
    while len(settled) and isinstance(settled[-1], syntax.Operator):
        settled.pop()
    return settled


def stray_operators(text: str) -> list[str]:
    """Return the operators of a query outside quotation marks that have nothing to join."""
    strays: list[str] = []
    before: list[str] = []
    for match in _OPERATOR.finditer(text + ")"):
        word = match[0]
        if match[1] in INFIX and (not before or before[-1] == "(" or before[-1] in OPERATORS):
            strays.append(word)
            continue
        if word == ")":
            while before and before[-1] in OPERATORS:
                strays.append(before.pop())
        before.append(word)
    return strays
