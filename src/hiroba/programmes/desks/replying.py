"""What officers and askers do with questions to the desks."""

from typing import TYPE_CHECKING

from hiroba.engines.enquiries import actions as enquiries
from hiroba.foundation.actions import action

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case, FaqEntry, Message, Queue
    from hiroba.foundation.accounts.models import User


@action
def answer(*, by: "User", case: "Case", text: str) -> "Case":
    """Whoever asked the desk has an answer."""
    return enquiries.answer(by=by, case=case, text=text)


@action
def note_internally(*, by: "User", case: "Case", text: str) -> "Message":
    """Colleagues of the desks read this."""
    return enquiries.note_internally(by=by, case=case, text=text)


@action
def pause(*, by: "User", case: "Case", text: str) -> "Case":
    """The desk has asked something back."""
    return enquiries.pause(by=by, case=case, text=text)


@action
def resume(*, by: "User", case: "Case") -> "Case":
    """The desk goes on without a reply."""
    return enquiries.resume(by=by, case=case)


@action
def write_again(*, by: "User", case: "Case", text: str) -> "Case":
    """Whoever asked has added something."""
    return enquiries.write_again(by=by, case=case, text=text)


@action
def resolve(*, by: "User", case: "Case") -> "Case":
    """The question to the desk has come to its end."""
    return enquiries.resolve(by=by, case=case)


@action
def reopen(*, by: "User", case: "Case", text: str) -> "Case":
    """The question was not at its end."""
    return enquiries.reopen(by=by, case=case, text=text)


@action
def refer(*, by: "User", case: "Case", to: "Queue", text: str) -> "Case":
    """The desk of another country has the question now."""
    return enquiries.refer(by=by, case=case, to=to, text=text)


@action
def draft_faq(
    *,
    by: "User",
    case: "Case",
    question_ja: str,
    answer_ja: str,
    question_en: str = "",
    answer_en: str = "",
) -> "FaqEntry":
    """An answer for everybody waits for another officer of the desks."""
    return enquiries.draft_faq(
        by=by,
        case=case,
        question_ja=question_ja,
        answer_ja=answer_ja,
        question_en=question_en,
        answer_en=answer_en,
    )


@action
def approve_faq(*, by: "User", entry: "FaqEntry") -> "FaqEntry":
    """Everybody reads the answer beside the desk."""
    return enquiries.approve_faq(by=by, entry=entry)
