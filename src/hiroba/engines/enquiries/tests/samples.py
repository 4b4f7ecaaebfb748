"""Small worlds for the tests of this room."""

from typing import Any

from hiroba.engines.enquiries import actions
from hiroba.engines.enquiries.models import Case, Queue
from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters.models import Letter

PROGRAMME = "cooperation"
GUEST_FACTS = {"guest_name": "客の一人", "guest_email": "guest@example.jp"}


def queue(code: str = "ke", **told: Any) -> Queue:
    """A queue that answers within three working days and solves within ten."""
    known = Queue.objects.filter(code=code).first()
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "name_ja": f"窓口 {code}",
        "name_en": f"Desk {code}",
        "answer_days": 3,
        "solve_days": 10,
        **told,
    }
    return known or actions.open_queue(by=officer(), code=code, **facts)


def asked(by: Any = None, where: Queue | None = None, **told: Any) -> Case:
    """Hana asks how a body is registered, unless told otherwise."""
    facts = {"subject": "団体の登録", "text": "登録は要りますか。", **told}
    return actions.ask(by=by or somebody("hana"), queue=where or queue(), **facts)


def answered(case: Case | None = None, text: str = "要ります。", **told: Any) -> Case:
    """Sato has answered."""
    return actions.answer(by=officer(), case=case or asked(), text=text, **told)


def keeper(scope: str, handle: str = "midori") -> User:
    """An officer for one part of the house only."""
    user = somebody(handle)
    accounts.grant(by=CLOCKWORK, user=user, role=Role.OFFICER, scope=scope)
    return User.objects.get(pk=user.pk)


def letters() -> list[tuple[str, str, str]]:
    """What was sent: kind, to whom, in which language."""
    found = Letter.objects.filter(kind__startswith="enquiries/").order_by("pk")
    return list(found.values_list("kind", "to", "language"))
