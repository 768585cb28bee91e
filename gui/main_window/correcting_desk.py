"""What is corrected in the tree: names, places under countries, who is one and who is two. Each is one Undo."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QDialog

from gui import messages
from gui.dialogs.choose_row import ChooseRowDialog, Row
from gui.models.shown_names import entity_in_words, names_to_show, shown_entity, shown_name
from gui.widgets.tree_menu import RowsWish, TreeAction
from storage.authority_edits import ChangeAuthority
from storage.domain.authority import Entity, EntityKind, TreeNode
from storage.domain.ids import EntityId
from storage.domain.mention import MOST_MENTIONS_UNASKED
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.dialogs.edit_entity import EditEntityDialog
    from gui.main_window.window import MainWindow
    from storage.library import Library

_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PARTY, EntityKind.BODY})
_ORGANISATIONS = frozenset({EntityKind.PARTY, EntityKind.BODY})


class CorrectingDesk(QObject):
    """Asks what is needed for each wish of the tree's menu, and has it done."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._doers: dict[TreeAction, Callable[[Library, tuple[TreeNode, ...]], None]] = {
            TreeAction.RENAME: self._rename,
            TreeAction.ADD_NAME: self._add_name,
            TreeAction.REMOVE_NAME: self._remove_name,
            TreeAction.NEW_ENTITY: self._new_under,
            TreeAction.MOVE: self._move,
            TreeAction.MERGE: self._merge,
            TreeAction.SPLIT: self._split,
            TreeAction.HIDE: self._hide,
            TreeAction.SHOW_HIDDEN: self._show_hidden,
        }

    @Slot(object)
    def carry_out(self, wish: RowsWish) -> None:
        """Do what the tree's menu asks for, apart from what concerns schemes."""
        library, doer = self._session.library, self._doers.get(wish.action)
        if library is None or doer is None:
            return
        try:
            doer(library, wish.nodes)
        except UserFacingError as error:
            self._session.failed.emit(str(error))

    @Slot(object)
    def new_from_words(self, words: str) -> None:
        """Ask what some words of a text name, and add it to the tree."""
        library = self._session.library
        if library is None:
            return
        try:
            self._found(library, words)
        except UserFacingError as error:
            self._session.failed.emit(str(error))

    def _found(
        self, library: "Library", words: str = "", country: Entity | None = None, part_of: Entity | None = None
    ) -> None:
        from gui.dialogs.new_entity import NewEntityDialog

        dialog = NewEntityDialog(library, words, country, part_of, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        wish = dialog.wish()
        edit = library.founding(wish.name, wish.kind, wish.country, wish.part_of)
        if self._is_wanted(library, [wish.name]) and self._session.edit(edit):
            self._note(
                self.tr("“%1” was added; it stands in the tree where texts mention it.").replace("%1", wish.name)
            )

    def _new_under(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        if not nodes or nodes[0].is_branch or nodes[0].kind is EntityKind.REGION:
            self._found(library)
            return
        above = library.entity_card(nodes[0].id).entity
        if above.kind is EntityKind.COUNTRY:
            self._found(library, country=above)
            return
        country = library.entity_card(above.country).entity if above.country else None
        self._found(library, country=country, part_of=above if above.kind in _ORGANISATIONS else None)

    def _rename(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        dialog = self._names_of(library, nodes)
        dialog.shown.setFocus()
        dialog.shown.selectAll()
        self._change_names(library, nodes[0].id, dialog)

    def _add_name(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        dialog = self._names_of(library, nodes)
        dialog.add_name()
        self._change_names(library, nodes[0].id, dialog)

    def _remove_name(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        dialog = self._names_of(library, nodes)
        dialog.table.selectRow(0)
        dialog.table.setFocus()
        self._change_names(library, nodes[0].id, dialog)

    def _names_of(self, library: "Library", nodes: tuple[TreeNode, ...]) -> "EditEntityDialog":
        from gui.dialogs.edit_entity import EditEntityDialog

        entity = library.entity_card(nodes[0].id).entity
        return EditEntityDialog(entity, shown_entity(entity, library), self._window)

    def _change_names(self, library: "Library", entity: EntityId, dialog: "EditEntityDialog") -> None:
        former = library.entity_card(entity).entity
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        name, names = dialog.shown_name(), dialog.names()
        if (name, names) == (former.name, former.names):
            return
        edit = library.naming(entity, name, names)
        known = {one.text for one in former.names}
        if self._is_wanted(library, [one.text for one in names if one.text not in known]):
            self._do(edit)

    def _is_wanted(self, library: "Library", names: Iterable[str]) -> bool:
        """Ask about each name that would be found very often; tell whether all are wanted."""
        for name in dict.fromkeys(names):
            count = library.would_match(name)
            if count > MOST_MENTIONS_UNASKED:
                question = self.tr(
                    "“{name}” stands {count} times in the texts of this archive. As a name it makes up to as many new "
                    "mentions. A longer name finds fewer."
                ).format(name=name, count=QLocale().toString(count))
                if not messages.ask(self._window, question, self.tr("Add the name all the same")):
                    return False
        return True

    def _move(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        from gui.dialogs.find_entity import FindEntityDialog

        moved = nodes[0]
        question = self.tr("Which country or organisation does “%1” belong under?")
        question = question.replace("%1", shown_name(moved, names_to_show(library)))
        dialog = FindEntityDialog(
            library, question, self.tr("Move here"), kinds=_PLACES, without=frozenset({moved.id}), parent=self._window
        )
        target = dialog.choose()
        if target is not None:
            self._do(library.moving(moved.id, target.id))

    def _merge(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        from gui.dialogs.merge_entities import MergeEntitiesDialog

        entities = [library.entity_card(node.id).entity for node in nodes]
        dialog = MergeEntitiesDialog(library, entities, self._window)
        if len(entities) == 1:
            dialog.look_for_another()
            if not dialog.merge.isEnabled():
                return
        if dialog.exec() == QDialog.DialogCode.Accepted:
            wish = dialog.wish()
            self._do(library.merging(wish.entities, wish.into))

    def _split(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        from gui.dialogs.split_entity import SplitEntityDialog

        entity = library.entity_card(nodes[0].id).entity
        called = shown_entity(entity, library)
        if len(entity.names) < 2:
            said = self.tr("“%1” has only one name, so there is nothing to split off. Add a name first.")
            raise UserFacingError(said.replace("%1", called))
        dialog = SplitEntityDialog(entity, called, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            wish = dialog.wish()
            self._do(library.splitting(entity.id, wish.name, wish.names))

    def _hide(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        if self._session.edit(library.hiding(nodes[0].id)):
            said = self.tr("“%1” is hidden and looked for no longer.")
            self._window.toast.offer(said.replace("%1", shown_name(nodes[0], names_to_show(library))))

    def _show_hidden(self, library: "Library", nodes: tuple[TreeNode, ...]) -> None:
        names = names_to_show(library)
        rows = [Row(entity_in_words(one, names), one.id) for one in library.hidden_entities()]
        dialog = ChooseRowDialog(
            self.tr("What is to be looked for and stand in the tree again?"),
            self.tr("Show again"),
            rows,
            self.tr("Nothing is hidden. “Hide” in the menu of a row hides it."),
            self._window,
        )
        row = dialog.choose()
        if row is not None:
            self._do(library.hiding(EntityId(str(row.id)), hidden=False))

    def _do(self, edit: ChangeAuthority) -> None:
        self._session.edit(edit)

    def _note(self, words: str) -> None:
        self._window.status.note(words)
