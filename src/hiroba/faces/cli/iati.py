"""`hiroba iati`: bringing open data in, and giving ours out."""

import json
import sys
from pathlib import Path

import click
from django.utils import translation

from hiroba.foundation import clock
from hiroba.foundation.actors import IMPORTER
from hiroba.foundation.iati.faults import Fault
from hiroba.foundation.iati.writing import write
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.plans import Plan, as_json, from_json, plan_import
from hiroba.programmes.cooperation.projects.publishing import activities as publishing

LANGUAGE = click.option(
    "--lang", "language", type=click.Choice(["ja", "en"]), default="ja", show_default=True
)
COUNTS = {
    "new": ("新規", "new"),
    "changed": ("変更", "changed"),
    "same": ("同じ", "same"),
    "faulty": ("取り込めず", "faulty"),
    "warned": ("要確認", "with warnings"),
}


@click.group()
def iati() -> None:
    """IATI の活動ファイルを読み書きする / read and write IATI activity files."""


@iati.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="何が変わるかだけを見る / only look, write nothing")
@click.option("--report", is_flag=True, help="気づいた点をすべて示す / print every fault")
@click.option("--json", "as_data", is_flag=True, help="データで / as data")
@click.option("--megabytes", default=500, show_default=True, help="受け付ける大きさ / largest file")
@LANGUAGE
def import_(
    file: Path, dry_run: bool, report: bool, as_data: bool, megabytes: int, language: str
) -> None:
    """IATI 2.01–2.03 の活動を事業として取り込む / bring activities in as projects."""
    with translation.override(language), file.open("rb") as source:
        if dry_run:
            plan = plan_import(source, megabytes=megabytes)
            _stop_if_unreadable(plan)
            _tell(plan.counts, plan.faults, report, as_data, language)
            return
        try:
            run = actions.import_activities(
                by=IMPORTER, source=source, file_name=file.name, megabytes=megabytes
            )
        except Refused as refusal:
            raise click.ClickException(refusal.reason) from refusal
        counts = {name: getattr(run, name) for name in COUNTS}
        _tell(counts, from_json(run.faults), report, as_data, language)


def _stop_if_unreadable(plan: Plan) -> None:
    if plan.unreadable:
        line = f"{plan.unreadable.line}: " if plan.unreadable.line else ""
        raise click.ClickException(f"{line}{plan.unreadable.sentence}")


def _tell(
    counts: dict[str, int], faults: list[Fault], report: bool, as_data: bool, language: str
) -> None:
    if as_data:
        click.echo(json.dumps({**counts, "faults": as_json(faults)}, ensure_ascii=False))
        return
    click.echo("  ".join(f"{COUNTS[name][language == 'en']} {counts[name]}" for name in COUNTS))
    for fault in faults if report else [fault for fault in faults if fault.is_error]:
        click.echo(f"{fault.line}: [{fault.severity}] {fault.activity} {fault.sentence}")


@iati.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="書き出す先 / file")
@click.option("--all", "everything", is_flag=True, help="取り込んだ事業も / imported ones too")
def export(out: Path | None, everything: bool) -> None:
    """事業を IATI 2.03 で書き出す / write projects as IATI 2.03."""
    projects = publishing.all_projects() if everything else publishing.own_projects()
    found = publishing.activities(projects)
    if out is None:
        write(found, sys.stdout.buffer, generated=clock.now())
        return
    with out.open("wb") as file:
        count = write(found, file, generated=clock.now())
    click.echo(f"{out}: {count}")
