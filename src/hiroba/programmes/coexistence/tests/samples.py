"""Small worlds for the tests of this room."""

from typing import Any

from lxml import html

from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.coexistence import actions
from hiroba.programmes.coexistence.examples import association
from hiroba.programmes.coexistence.models import Disaster, SupportCentre


def colleague() -> User:
    """Another officer of this programme."""
    user = somebody("midori")
    accounts.grant(by=CLOCKWORK, user=user, role=Role.OFFICER, scope="programme:coexistence")
    return User.objects.get(pk=user.pk)


def centre(where: Disaster, **told: Any) -> SupportCentre:
    """A centre that opens today."""
    facts: dict[str, Any] = {
        "name_ja": "センター",
        "name_en": "Centre",
        "languages": ["ja", "vi"],
        "hours_ja": "毎日",
        "hours_en": "Every day",
        **told,
    }
    return actions.open_centre(by=officer(), disaster=where, host=association(), **facts)


def words(answer: Any) -> str:
    """What a page says between its head and its foot."""
    main = html.fromstring(answer.content.decode()).get_element_by_id("main")
    return " ".join(main.text_content().split())


def signed_in(client: Any, user: User) -> Any:
    """The browser of somebody who signed in."""
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client
