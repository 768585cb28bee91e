"""The sub-commands that keep an archive safe: backups, and bringing an archive back from one."""

from pathlib import Path

import click

from storage.command_line import shapes
from storage.command_line.session import NOT_READABLE, PATH, fail, opened, print_json, show_progress
from storage.domain.backup import Backup, BackupPlan
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.library import Library
from storage.settings import load_settings


@click.command()
@click.argument("archive", type=PATH)
@click.argument("target", type=PATH, required=False)
def backup(archive: Path, target: Path | None) -> None:
    """Copy the archive to a file, verified, or keep it with its other backups; the index is made anew in the copy."""
    with opened(archive, to_read=True) as library:
        if target is None:
            target = library.back_up(progress=show_progress)
        else:
            library.backup(target)
    click.echo(
        f"Wrote {target}." if target else "The newest backup holds all of this already, or there is nothing yet."
    )


@click.command()
@click.argument("archive", type=PATH)
@click.argument("backup", type=PATH, required=False)
@click.option("--to", "target", type=PATH, help="Make a new archive of it instead.")
@click.option("--json", "json_wanted", is_flag=True, help="Print one JSON document.")
def restore(archive: Path, backup: Path | None, target: Path | None, json_wanted: bool) -> None:
    """Bring an archive back from a backup; what it is now is kept first. Without a backup, list those there are."""
    settings, _ = load_settings()
    plan = BackupPlan(settings.backup_count, settings.backup_folder)
    try:
        if backup is None:
            _list(Library.backups_of(archive, plan), json_wanted)
            return
        done = Library.restore_to_new(backup, target) if target else Library.restore(archive, backup, plan)
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    except UserFacingError as error:
        fail(str(error))
    if json_wanted:
        print_json({"restored": str(done.path), "kept": str(done.kept) if done.kept else None})
        return
    click.echo(f"Restored {done.path} from {backup}.")
    if done.kept:
        click.echo(f"What it was before is kept in {done.kept}.")


@click.command()
@click.argument("archive", type=PATH)
@click.argument("target", type=PATH)
@click.option("--json", "json_wanted", is_flag=True, help="Print one JSON document.")
def salvage(archive: Path, target: Path, json_wanted: bool) -> None:
    """Save what can be read of a damaged archive into a new one, and say what is missing."""
    try:
        report = Library.salvage(archive, target)
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    except UserFacingError as error:
        fail(str(error))
    held = report.holdings
    if json_wanted:
        print_json({"salvaged": str(report.path), "documents": held.documents, "marks": held.marks,
                    "notes": held.notes, "missing": list(report.missing)})  # fmt: skip
        return
    click.echo(f"Wrote {report.path}: {held.documents:,} documents, {held.marks:,} marks, {held.notes:,} notes.")
    for sentence in report.missing:
        click.echo(sentence)
    if not report.missing:
        click.echo("Nothing is missing.")


def _list(backups: tuple[Backup, ...], json_wanted: bool) -> None:
    if json_wanted:
        print_json({"backups": [shapes.backup_shape(one) for one in backups]})
        return
    for one in backups:
        held = one.holdings
        counts = (held.documents, held.marks, held.notes) if held else ("?", "?", "?")
        said = "\t".join(map(str, (f"{one.made:%Y-%m-%d %H:%M}", one.reason, *counts, one.size, one.path)))
        click.echo(said)
    if not backups:
        click.echo("There is no backup of this archive yet.")
