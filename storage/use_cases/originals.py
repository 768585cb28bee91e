"""Wishes about originals as they were stored: what they look like in other encodings, what they say of themselves."""

import codecs

from storage.database import documents as documents_table
from storage.domain.document import Description
from storage.domain.ids import DocumentId
from storage.domain.importing import EncodingPreview
from storage.errors import UserFacingError
from storage.sentences import say
from storage.use_cases.sources import SourceWishes, bytes_read, extracted_again


class OriginalWishes(SourceWishes):
    """What can be asked of the bytes that documents were read from."""

    def encoding_previews(self, document: DocumentId) -> tuple[EncodingPreview, ...]:
        """Read how a document begins in each encoding that ``read_again`` can be asked for, and in the present one.

        Raises:
            UserFacingError: when the document is no text file or page.
            NotFoundError: when there is no such document.
        """
        from storage.importers.encoding_previews import preview

        with self._archive.connections.read() as connection:
            title = documents_table.get_document(connection, document).title
            version = documents_table.get_text(connection, document)
            original = documents_table.get_original(connection, version.id)
        if not version.encoding:
            raise UserFacingError(
                say(
                    "“{title}” is no text file or page, so its format itself says how it is encoded. "
                    "There is no other encoding to read it in.",
                    title=title,
                )
            )
        data, current = bytes_read(original), codecs.lookup(version.encoding).name
        names = {codecs.lookup(name).name: name for name in self.encodings()}
        names = {current: version.encoding} | names if current not in names else names
        return tuple(EncodingPreview(name, *preview(data, name), known == current) for known, name in names.items())

    def found_description(self, document: DocumentId) -> Description:
        """Read once more what a document's original says of itself, whatever a person has corrected since.

        Raises:
            UserFacingError: when the original cannot be read any more.
            NotFoundError: when there is no such document.
        """
        with self._archive.connections.read() as connection:
            known = documents_table.get_document(connection, document)
            version = documents_table.get_text(connection, document)
            original = documents_table.get_original(connection, version.id)
        return extracted_again(known, original, version.encoding).description
