"""Small worlds for the tests of this room."""

from typing import Any

from lxml import html

from hiroba.engines.enquiries.models import Case
from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.desks import actions
from hiroba.programmes.desks.examples import NETWORK, desk
from hiroba.programmes.desks.models import LocalBody

ASKED = {"subject": "団体の登録", "text": "登録は要りますか。", "language": "ja"}


def asked(by: Any = None, **told: Any) -> Case:
    """Ren asks the desk in Kenya, unless told otherwise."""
    facts = {"desk": desk(), **ASKED, **told}
    return actions.ask(by=by or somebody("ren"), **facts)


def known_body(**told: Any) -> LocalBody:
    """A body the desk in Kenya knows."""
    return actions.add_local_body(by=officer(), country=desk().country, **{**NETWORK, **told})


def colleague() -> User:
    """Another officer of the desks."""
    user = somebody("midori")
    accounts.grant(by=CLOCKWORK, user=user, role=Role.OFFICER, scope="programme:desks")
    return User.objects.get(pk=user.pk)


def words(answer: Any) -> str:
    """What a page says between its head and its foot."""
    main = html.fromstring(answer.content.decode()).get_element_by_id("main")
    return " ".join(main.text_content().split())


def signed_in(client: Any, user: User) -> Any:
    """The browser of somebody who signed in."""
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client
