"""`hiroba appoint`: the first administrator of a house, who then gives roles on the pages."""

import click

from hiroba.foundation.accounts import actions, queries
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK


@click.command()
@click.argument("email")
@click.option("--name", required=True, help="お名前 / name")
@click.option("--lang", "language", type=click.Choice(["ja", "en"]), default="ja")
def appoint(email: str, name: str, language: str) -> None:
    """EMAIL の人を管理者にする / make somebody an administrator.

    その人はメールで届くコードでログインします。 / They sign in with a code sent by e-mail.
    """
    user = queries.user_by_email(email) or actions.open_account(
        by=CLOCKWORK, email=email, name=name, language=language
    )
    actions.grant(by=CLOCKWORK, user=user, role=Role.ADMINISTRATOR)
    click.echo(f"{user.email}: {Role.ADMINISTRATOR.label}")
