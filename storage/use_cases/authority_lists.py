"""Wishes about bringing in authority lists and newer authority files: first a plan, then an edit that does it."""

from dataclasses import replace
from pathlib import Path

from storage.authority_edits import AuthorityPlan
from storage.database import authority as authority_table
from storage.domain.authority import Authority
from storage.domain.authority_plan import CommonName
from storage.domain.mention import MOST_MENTIONS_UNASKED
from storage.errors import UserFacingError
from storage.sentences import say
from storage.use_cases.archive import shipped_authority
from storage.use_cases.rematching import NamesInIndex
from storage.use_cases.subject import Subject


class AuthorityListWishes(Subject):
    """What can be asked about lists of entities; nothing is stored before a plan's edit is applied."""

    def plan_authority_list(self, path: Path) -> AuthorityPlan:
        """Read a CSV or XLSX list and compare it with the archive's authority file, entry by entry.

        Names that stand more than ``MOST_MENTIONS_UNASKED`` times in the texts are listed, for a person to be asked.

        Raises:
            UserFacingError: when it cannot be read or is no list of entities.
        """
        from storage.importers.authority_list import read_authority_list
        from storage.text.list_plan import plan_list

        authority = self._authority()
        plan = plan_list(read_authority_list(_bytes(path), path.name), authority)
        return replace(plan, common=self._common_names(plan, authority))

    def _common_names(self, plan: AuthorityPlan, authority: Authority) -> tuple[CommonName, ...]:
        """Find the names that a plan adds and that stand in the texts too often to be taken unasked."""
        known = {(entity.id, name.text) for entity in authority.entities for name in entity.names}
        added = {
            (entry.entity.id, name.text): entry.entity.name
            for entry in plan.entries
            if entry.entity is not None
            for name in entry.entity.names
            if (entry.entity.id, name.text) not in known
        }
        often = NamesInIndex(self._archive).common((text for _, text in added), MOST_MENTIONS_UNASKED)
        found = (CommonName(one, text, called, often[text]) for (one, text), called in added.items() if text in often)
        return tuple(sorted(found, key=lambda name: (-name.count, name)))

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
