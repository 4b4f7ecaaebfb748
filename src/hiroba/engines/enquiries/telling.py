"""Letters to whoever asked, in the language of the question where we have it."""

from typing import TYPE_CHECKING

from hiroba.foundation.letters.actions import send

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case, Message


def tell(kind: str, case: "Case", message: "Message | None" = None) -> None:
    """A letter waits; what was asked in confidence is read by nobody else and then forgotten."""
    send(
        f"enquiries/{kind}",
        to=case.asked_by.email if case.asked_by else case.guest_email,
        about=case,
        language="ja" if case.language.startswith("ja") else "en",
        secret=case.queue.is_confidential,
        case=case,
        message=message,
    )
