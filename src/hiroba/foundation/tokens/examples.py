"""The tokens' part of the story."""

from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.tokens.actions import Issued, issue
from hiroba.foundation.tokens.queries import alive_count
from hiroba.foundation.tokens.states import Scope


def token_of(handle: str = "ren", *scopes: Scope) -> Issued:
    """A token of one of the story's people, for everything unless told otherwise."""
    return issue(
        by=somebody(handle), name="団体の事務システム(見本)", scopes=scopes or tuple(Scope), days=90
    )


def tell() -> None:
    """Ren of NPO Minato has a token, whose secret nobody knows any more."""
    if not alive_count(somebody("ren")):
        token_of("ren", Scope.ME, Scope.PROPOSALS_READ)
