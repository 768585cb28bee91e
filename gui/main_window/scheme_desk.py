"""What is done with schemes: begun, called otherwise, removed; their regions; what stands in which."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QInputDialog

from gui.dialogs.choose_row import ChooseRowDialog, Row
from gui.dialogs.new_scheme import NewSchemeDialog
from gui.models.shown_names import names_to_show, shown_name
from gui.models.tree_dragging import PlaceWish
from gui.widgets.scheme_button import SchemeAction, SchemeWish
from gui.widgets.tree_menu import RowsWish, TreeAction
from storage.domain.authority import EntityKind, Scheme, TreeNode
from storage.domain.ids import EntityId, SchemeId
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow
    from storage.library import Library

_TOP = "top"


class SchemeDesk(QObject):
    """Asks what is needed for each wish about the scheme that sorts the tree, and has it done."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    @Slot(object)
    def carry_out(self, wish: SchemeWish) -> None:
        """Do what the menu of schemes asks for."""
        doers: dict[SchemeAction, Callable[[Library, SchemeId], None]] = {
            SchemeAction.NEW: self._new,
            SchemeAction.RENAME: self._rename,
            SchemeAction.REMOVE: self._remove,
            SchemeAction.NEW_REGION: self._new_region,
        }
        library = self._session.library
        if library is not None:
            self._try(lambda: doers[wish.action](library, wish.scheme))

    @Slot(object)
    def place(self, wish: PlaceWish) -> None:
        """Put rows that were dragged where they were dropped."""
        library, scheme = self._session.library, self._window.tree_panel.scheme
        if library is not None:
            self._try(lambda: self._place(library, scheme, wish))

    @Slot(object)
    def carry_out_for_rows(self, wish: RowsWish) -> None:
        """Do what the tree's menu asks for where it concerns the scheme."""
        library, scheme, nodes = self._session.library, self._window.tree_panel.scheme, wish.nodes
        if library is None:
            return
        match wish.action:
            case TreeAction.TO_REGION:
                self._try(lambda: self._to_region(library, scheme, nodes))
            case TreeAction.UP:
                self._try(lambda: self._step(library, scheme, nodes[0], -1))
            case TreeAction.DOWN:
                self._try(lambda: self._step(library, scheme, nodes[0], +1))
            case TreeAction.NEW_REGION:
                self._try(lambda: self._new_region(library, scheme, nodes[0].id if nodes else None))
            case TreeAction.REMOVE_REGION:
                self._try(lambda: self._remove_region(library, scheme, nodes[0]))
            case _:
                pass

    def _try(self, job: Callable[[], None]) -> None:
        try:
            job()
        except UserFacingError as error:
            self._session.failed.emit(str(error))

    def _new(self, library: "Library", scheme: SchemeId) -> None:
        dialog = NewSchemeDialog(library.schemes(), scheme, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        wish = dialog.wish()
        edit = library.new_scheme(wish.name, wish.like)
        if self._session.edit(edit):
            self._window.tree_panel.set_scheme(edit.schemes[0].id)

    def _rename(self, library: "Library", scheme: SchemeId) -> None:
        former = next(known.name for known in library.schemes() if known.id == scheme)
        name, given = QInputDialog.getText(
            self._window, self.tr("Rename the scheme"), self.tr("Name of the scheme"), text=former
        )
        if given and name.strip() != former:
            self._session.edit(library.renaming_scheme(scheme, name))

    def _remove(self, library: "Library", scheme: SchemeId) -> None:
        name = next(known.name for known in library.schemes() if known.id == scheme)
        if self._session.edit(library.removing_scheme(scheme)):
            said = self.tr("The scheme “%1” was deleted.")
            self._window.toast.offer(said.replace("%1", name))

    def _new_region(self, library: "Library", scheme: SchemeId, parent: EntityId | None = None) -> None:
        name, given = QInputDialog.getText(self._window, self.tr("New region"), self.tr("Name of the region"))
        if given:
            self._session.edit(library.adding_region(scheme, name, parent))

    def _remove_region(self, library: "Library", scheme: SchemeId, node: TreeNode) -> None:
        if self._session.edit(library.removing_region(scheme, node.id)):
            said = self.tr("The region “%1” was removed; nothing that stood in it is lost.")
            self._window.toast.offer(said.replace("%1", shown_name(node, names_to_show(library))))

    def _place(self, library: "Library", scheme: SchemeId, wish: PlaceWish) -> None:
        if wish.before is None:
            edit = library.placing_last(scheme, wish.members, wish.region)
        else:
            edit = library.placing_before(scheme, wish.members, wish.region, wish.before)
        if edit.schemes[0] != _scheme(library, scheme):
            self._session.edit(edit)

    def _to_region(self, library: "Library", scheme: SchemeId, nodes: tuple[TreeNode, ...]) -> None:
        chosen = {node.id for node in nodes}
        are_regions = all(node.kind is EntityKind.REGION for node in nodes)
        rows = list(_regions(library, scheme, chosen))
        if are_regions:
            rows.insert(0, Row(self.tr("To the top"), _TOP))
        elif not any(node.kind is EntityKind.REGION for node in nodes):
            rows.append(Row(self.tr("Without a place"), _TOP))
        alone = shown_name(nodes[0], names_to_show(library))
        name = alone if len(nodes) == 1 else self.tr("these {0} rows").format(len(nodes))
        question = self.tr("Which region does %1 belong in?").replace("%1", name)
        empty = self.tr("This scheme has no regions yet. Make one with “New region…” first.")
        row = ChooseRowDialog(question, self.tr("Move here"), rows, empty, self._window).choose()
        if row is not None:
            region = None if row.id == _TOP else EntityId(str(row.id))
            members = tuple(node.id for node in nodes)
            self._session.edit(library.placing_several(scheme, members, region))

    def _step(self, library: "Library", scheme: SchemeId, node: TreeNode, by: int) -> None:
        """Move a row one place up or down among the rows that are shown beside it."""
        wish = self._window.tree_panel.step_beside(node.id, by)
        if wish is not None:
            self._place(library, scheme, wish)
        elif why := self._window.tree_panel.menu.why_not_moved:
            self._window.status.note(why)


def _regions(
    library: "Library", scheme: SchemeId, without: set[EntityId], parent: EntityId | None = None, depth: int = 0
) -> Iterator[Row]:
    """Yield the regions of a scheme from the top down, without some and what stands in them."""
    names = names_to_show(library)
    for node in library.tree(scheme, parent, with_empty=True):
        if node.kind is EntityKind.REGION and node.id not in without:
            yield Row("    " * depth + shown_name(node, names), node.id)
            yield from _regions(library, scheme, without, node.id, depth + 1)


def _scheme(library: "Library", scheme: SchemeId) -> Scheme:
    return next(known for known in library.schemes() if known.id == scheme)
