"""Answers for everybody: written from a case by one officer, read by another."""

from typing import TYPE_CHECKING

from hiroba.engines.enquiries import policies
from hiroba.engines.enquiries.models import FaqEntry
from hiroba.engines.enquiries.states import FAQ
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case
    from hiroba.foundation.accounts.models import User


@action
def draft_faq(
    *,
    by: "User",
    case: "Case",
    question_ja: str,
    answer_ja: str,
    question_en: str = "",
    answer_en: str = "",
) -> FaqEntry:
    """An answer for everybody waits for a second pair of eyes."""
    require(policies.may_draft_faq(by, case))

    entry = FaqEntry.objects.create(
        ref=new_ref("Q"),
        queue=case.queue,
        case=case,
        question_ja=question_ja,
        question_en=question_en,
        answer_ja=answer_ja,
        answer_en=answer_en,
        drafted_by=by,
        drafted_at=clock.now(),
    )

    note(by, "enquiries.draft_faq", entry, case=case.ref)
    return entry


@action
def approve_faq(*, by: "User", entry: FaqEntry) -> FaqEntry:
    """Everybody can read the answer."""
    entry = FaqEntry.objects.select_for_update().get(pk=entry.pk)
    require(policies.may_approve_faq(by, entry))

    FAQ.move(entry, "approve_faq")
    entry.approved_by, entry.approved_at = by, clock.now()
    entry.save(update_fields=["state", "approved_by", "approved_at"])

    note(by, "enquiries.approve_faq", entry)
    return entry
