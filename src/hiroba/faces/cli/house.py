"""Starting the parts of the house: pages, worker, database."""

import shutil
import sys
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from hiroba.engines.registry.places import actions as places
from hiroba.engines.registry.themes import actions as themes
from hiroba.faces.cli.children import Child, run_together
from hiroba.foundation.actors import CLOCKWORK, IMPORTER
from hiroba.foundation.jobs.working import work as work_loop
from hiroba.programmes.cooperation.proposals import actions as proposals
from hiroba.reports.figures import actions as figures

BIN = Path(sys.executable).parent


def server(host: str, port: int, workers: int) -> Child:
    """The web server: threads for waiting, processes for computing (see docs/decisions)."""
    command = [
        str(BIN / "granian"),
        "--interface=wsgi",
        f"--host={host}",
        f"--port={port}",
        f"--workers={workers}",
        "--blocking-threads=4",
        "--no-ws",
        "--log-level=warning",
        "hiroba.config.wsgi:application",
    ]
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    return Child("pages", command, {"PROMETHEUS_MULTIPROC_DIR": str(_fresh_metrics())})


def worker() -> Child:
    """The worker: jobs, schedules, letters."""
    return Child("worker", [str(BIN / "hiroba"), "work"], {})


def lay_tables() -> None:
    """Tables and the cache's table are there; nothing is done that was done before."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)


def load_reference() -> None:
    """Places, themes, schemes and published figures stand as this version of the house has them."""
    places.load_reference(by=CLOCKWORK)
    themes.load_reference(by=CLOCKWORK)
    proposals.lay_out_schemes(by=CLOCKWORK)
    figures.load_published(by=IMPORTER)


def _fresh_metrics() -> Path:
    folder = Path(settings.HIROBA_DATA) / "metrics"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@click.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="どこで待つか / where to listen"
)
@click.option("--port", type=int, envvar="PORT", default=8000, show_default="PORT, 8000")
@click.option("--workers", default=2, show_default=True, help="画面のプロセス数 / web processes")
@click.option("--with-worker", is_flag=True, help="裏方も一緒に / the worker too")
def serve(host: str, port: int, workers: int, with_worker: bool) -> None:
    """画面を出す / serve the pages."""
    sys.exit(run_together([server(host, port, workers), *([worker()] if with_worker else [])]))


@click.command()
@click.option("--once", is_flag=True, help="いまある分だけ / only what is ready now")
def work(once: bool) -> None:
    """裏方の仕事とお便りを進める / do jobs and send letters."""
    work_loop(once=once)


@click.command()
def migrate() -> None:
    """表と基礎データをそろえる / bring tables and reference data up to date."""
    lay_tables()
    load_reference()
    click.echo("ok")
