"""What can be wrong with an index; the archive itself is never touched by it."""

from storage.errors import UserFacingError
from storage.sentences import say


class IndexDamagedError(UserFacingError):
    """The index is cut short, overwritten, another archive's or of another version: delete it and build it again."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(
            say(
                "The search index cannot be used ({reason}). It is built again from the archive.",
                reason=reason or say("a part of it does not match its checksum"),
            )
        )


class IndexNotWritableError(UserFacingError):
    """The index stands in a folder that cannot be written to."""


class ExpressionTooSlowError(UserFacingError):
    """A regular expression takes too long with the words of this archive."""
