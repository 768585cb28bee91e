"""What storage says to the reader, kept so that a window can say it in another language.

Storage itself speaks English; a sentence is an ordinary text that remembers its template and what was filled in.
"""

from collections.abc import Iterable
from typing import Any

from typing_extensions import override


class Sentence(str):
    """A finished English text that knows what it was made of.

    Args:
        template: The words, with a ``{name}`` for each value as ``str.format`` has them.
        values: What stands in their places; a value can be a sentence itself.
    """

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: dict[str, Any]) -> "Sentence":
        """Fill the values in."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made

    @override
    def __str__(self) -> str:
        return self  # so that an error gives its sentence as it took it

    @override
    def __reduce__(self) -> tuple[type["Sentence"], tuple[str, dict[str, Any]]]:
        return Sentence, (self.template, self.values)


def say(template: str, /, **values: object) -> Sentence:
    """Return a sentence; the template is written out at the call, where the translations are gathered from."""
    plain = (str, int, float)
    return Sentence(
        template, {name: value if isinstance(value, plain) else str(value) for name, value in values.items()}
    )


def joined(separator: str, parts: Iterable[str]) -> Sentence:
    """Join texts as ``str.join`` does, so that those which are sentences stay so."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Sentence(separator.join(f"{{{name}}}" for name in values), values)
