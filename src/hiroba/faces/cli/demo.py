"""`hiroba demo`: a living square on one's own machine, with people to sign in as."""

import os
import socket
import sys
from urllib.error import URLError
from urllib.request import urlopen

import click
from django.conf import settings
from django.db import transaction

from hiroba.faces.cli import house, story
from hiroba.faces.cli.children import run_together
from hiroba.foundation.accounts.examples import DEMO_PASSWORD

HOST = "127.0.0.1"


@click.command()
@click.option("--port", type=int, envvar="PORT", default=8000, show_default="PORT, 8000")
@click.option("--prepare-only", is_flag=True, help="準備だけして終わる / prepare and stop")
def demo(port: int, prepare_only: bool) -> None:
    """見本のデータで広場をひらく / open the square with sample data."""
    if settings.HIROBA_ENV != "demo":
        raise click.ClickException("HIROBA_ENV=demo のときだけ使えます / only with HIROBA_ENV=demo")
    _prepare()
    if prepare_only:
        return
    if _is_taken(port):
        raise click.ClickException(
            f"{port} 番は使われています。PORT=8001 make demo のように変えてください。"
            f" / port {port} is taken; try PORT=8001 make demo"
        )
    os.environ["HIROBA_ADDRESS"] = f"http://{HOST}:{port}"
    children = [house.server(HOST, port, workers=1), house.worker()]
    sys.exit(run_together(children, lambda: _welcome(port)))


def _prepare() -> None:
    house.lay_tables()
    if not story.is_told():
        click.echo("見本の物語を用意しています… / telling the story…")
        with transaction.atomic():
            story.tell()


def _is_taken(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex((HOST, port)) == 0


def _welcome(port: int) -> bool:
    """Say where it is, once it answers."""
    address = f"http://{HOST}:{port}/"
    try:
        with urlopen(f"{address}health/", timeout=2):  # noqa: S310 (our own address)
            pass
    except (URLError, OSError):
        return False
    click.echo(f"\n  ひろば / Hiroba   {address}   (English: {address}en/)\n")
    click.echo("  ログイン / sign in                 パスワード / password: " + DEMO_PASSWORD)
    click.echo("    見学者・visitor                  (ログインなし / no sign-in)")
    for japanese, english, handle in story.ROLES:
        click.echo(f"    {handle + '@example.jp':24} {japanese}・{english}")
    click.echo(f"\n  お便り / letters                   {address}letters/")
    click.echo("\n  Ctrl-C で終わります / Ctrl-C ends it.\n")
    return True
