"""`hiroba`: demo, serve, work, migrate, appoint, figures, iati, manage."""

import os
import sys

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiroba.config.settings")
django.setup()

from django.core.management import execute_from_command_line  # noqa: E402

from hiroba.faces.cli import house  # noqa: E402
from hiroba.faces.cli.administrator import appoint  # noqa: E402
from hiroba.faces.cli.demo import demo  # noqa: E402
from hiroba.faces.cli.figures import figures  # noqa: E402
from hiroba.faces.cli.iati import iati  # noqa: E402


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """ひろば / Hiroba.

    HIROBA_DATA はデータの置き場所、DATABASE_URL は別のデータベース、
    HIROBA_ENV は demo・test・production。 / The folder of database and files, another database,
    and the kind of house.
    """


@main.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django の管理命令をそのまま実行する / run any command of Django."""
    execute_from_command_line([f"{sys.argv[0]} manage", *arguments])


main.add_command(demo)
main.add_command(house.serve)
main.add_command(house.work)
main.add_command(house.migrate)
main.add_command(appoint)
main.add_command(figures)
main.add_command(iati)
