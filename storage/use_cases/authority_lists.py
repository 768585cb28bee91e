"""Wishes about bringing in authority lists and newer authority files: first a plan, then an edit that does it."""

from pathlib import Path

from storage.authority_edits import AuthorityPlan
from storage.database import authority as authority_table
from storage.domain.authority import Authority
from storage.errors import UserFacingError
from storage.sentences import say
from storage.use_cases.archive import shipped_authority
from storage.use_cases.subject import Subject


class AuthorityListWishes(Subject):
    """What can be asked about lists of entities; nothing is stored before a plan's edit is applied."""

    def plan_authority_list(self, path: Path) -> AuthorityPlan:
        """Read a CSV or XLSX list and compare it with the archive's authority file, entry by entry.

        Raises:
            UserFacingError: when it cannot be read or is no list of entities.
        """
        from storage.importers.authority_list import read_authority_list
        from storage.text.list_plan import plan_list

        return plan_list(read_authority_list(_bytes(path), path.name), self._authority())

    def plan_authority_file(self, path: Path | None = None) -> AuthorityPlan:
        """Read a newer authority file, the one shipped with the program by default, and compare it entry by entry.

        Raises:
            UserFacingError: when it cannot be read or is no authority file.
        """
        from storage.text.authority_file import read_authority
        from storage.text.authority_merge import plan_newer

        newer = shipped_authority() if path is None else read_authority(_bytes(path))
        with self._archive.connections.read() as connection:
            bases = {base.id: base for base in authority_table.list_bases(connection)}
            schemes = {scheme.id: scheme for scheme in authority_table.list_scheme_bases(connection)}
            mine = authority_table.load_authority(connection)
        return plan_newer(newer, mine, bases, schemes)

    def authority_is_older(self) -> bool:
        """Read whether the archive's authority file is of another version than the one shipped with the program."""
        with self._archive.connections.read() as connection:
            return authority_table.load_version(connection).version != shipped_authority().version

    def _authority(self) -> Authority:
        with self._archive.connections.read() as connection:
            return authority_table.load_authority(connection)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserFacingError(
            say("{path} cannot be read ({problem}). Check its name and place.", path=path, problem=error.strerror)
        ) from error
