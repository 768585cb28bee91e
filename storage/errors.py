"""Errors whose text is meant for the person at the desk; everything else is a bug."""


class UserFacingError(Exception):
    """Says in one or two sentences what happened, to which file, and what to do."""


class ArchiveNotReadableError(UserFacingError):
    """The archive is missing, no archive, damaged, from a newer program, read-only or in use."""


class ArchiveNotWrittenError(UserFacingError):
    """A change could not be written: the disk is full or gone, or another program holds the file; nothing changed."""


class ArchiveReadOnlyError(UserFacingError):
    """The archive is open for reading only, and something was asked for that writes."""


class NotFoundError(UserFacingError):
    """Something asked for by number or name is not in the archive."""


class NotADocumentError(UserFacingError):
    """A file holds no document at all: it is a picture, a program or other data without running text."""


class CancelledError(Exception):
    """A job was asked to stop and did; what it had committed stays."""
