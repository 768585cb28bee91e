"""The sub-commands that bring lists of entities and newer authority files in."""

from dataclasses import replace
from pathlib import Path

import click

from storage.authority_edits import AuthorityPlan
from storage.command_line import shapes
from storage.command_line.session import PATH, opened, print_json, show_progress
from storage.domain.authority_plan import PlanStatus
from storage.domain.backup import BackupReason
from storage.library import Library


@click.command(name="import-authority")
@click.argument("archive", type=PATH)
@click.argument("file", type=PATH)
@click.option("--preview", is_flag=True, help="Only say what would become of each entry.")
@click.option("--take-conflicts", is_flag=True, help="Also take the entries that conflict with what is there.")
@click.option("--all-names", is_flag=True, help="Also take names that stand over 1,000 times in the texts.")
@click.option("--json", "json_wanted", is_flag=True, help="Print one JSON document.")
def import_authority(
    archive: Path, file: Path, preview: bool, take_conflicts: bool, all_names: bool, json_wanted: bool
) -> None:
    """Take in a list of parties or other organisations (CSV or XLSX); can be undone in the window."""
    with opened(archive) as library:
        plan = library.plan_authority_list(file)
        if all_names:
            plan = replace(plan, common=())
        _carry_out(library, plan, preview, take_conflicts, json_wanted)


@click.command(name="update-authority")
@click.argument("archive", type=PATH)
@click.argument("file", type=PATH, required=False)
@click.option("--preview", is_flag=True, help="Only say what would become of each entry.")
@click.option("--json", "json_wanted", is_flag=True, help="Print one JSON document.")
def update_authority(archive: Path, file: Path | None, preview: bool, json_wanted: bool) -> None:
    """Take over a newer authority file, the one shipped with this program if none is named; your changes stay."""
    with opened(archive) as library:
        plan = library.plan_authority_file(file)
        _carry_out(library, plan, preview, False, json_wanted)


def _carry_out(library: Library, plan: AuthorityPlan, preview: bool, take_conflicts: bool, json_wanted: bool) -> None:
    if not preview:
        chosen = frozenset(range(len(plan.entries))) if take_conflicts else frozenset()
        library.back_up_before(BackupReason.BEFORE_LIST)
        library.apply(plan.edit_with(chosen, plan.common))
        library.refresh(show_progress)
    if json_wanted:
        print_json(shapes.plan_shape(plan))
        return
    for entry in plan.entries:
        click.echo("\t".join((entry.status.value, str(entry.row or ""), entry.country_name, entry.name, entry.reason)))
    for name in plan.common:
        click.echo(f"“{name.text}” for {name.called} is left out: it stands {name.count:,} times (see --all-names).")
    counts = ", ".join(f"{plan.count(status):,} {status.value}" for status in PlanStatus)
    click.echo(f"{plan.source}: {counts}.{' Nothing was changed.' if preview else ''}")
