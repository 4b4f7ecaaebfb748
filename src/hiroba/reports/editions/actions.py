"""Everything that is written about yearly editions."""

from typing import TYPE_CHECKING, Any

from hiroba.foundation import clock
from hiroba.foundation.accounts.queries import holders
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.search.actions import put_many
from hiroba.foundation.verdicts import require
from hiroba.reports.editions import policies, queries
from hiroba.reports.editions.findable import entries
from hiroba.reports.editions.models import Correction, Edition, EditionText, FrozenFigure
from hiroba.reports.editions.states import EDITION, PROGRAMME
from hiroba.reports.figures.actions import take_snapshot

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def open_edition(*, by: "User", fiscal_year: int) -> Edition:
    """The edition of the year exists as a draft without text."""
    require(policies.may_open_edition(by, fiscal_year))

    edition = Edition.objects.create(ref=new_ref("E"), fiscal_year=fiscal_year)

    note(by, "editions.open_edition", edition, fiscal_year=fiscal_year)
    return edition


@action
def write(
    *, by: "User", edition: Edition, language: str, title: str, lead: str, body: str
) -> EditionText:
    """The edition says this in the language; what it said before is gone."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    require(policies.may_write(by, edition))

    text, _ = EditionText.objects.update_or_create(
        edition=edition,
        language=language,
        defaults={
            "title": title,
            "lead": lead,
            "body": body.replace("\r\n", "\n"),
            "written_by": by,
            "written_at": clock.now(),
        },
    )

    note(by, "editions.write", edition, language=language, letters=len(body))
    return text


@action
def propose(*, by: "User", edition: Edition) -> Edition:
    """The edition waits for an approver, and each of them knows."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    require(policies.may_propose(by, edition))

    EDITION.move(edition, "propose")
    edition.proposed_by, edition.proposed_at, edition.sent_back_because = by, clock.now(), ""
    edition.save(update_fields=["state", "proposed_by", "proposed_at", "sent_back_because"])

    note(by, "editions.propose", edition)
    for approver in holders(Role.APPROVER, PROGRAMME).exclude(pk=by.pk):
        send(
            "editions/proposed", to=approver.email, about=edition, language=approver.language, by=by
        )
    return edition


@action
def send_back(*, by: "User", edition: Edition, reason: str) -> Edition:
    """The edition is a draft again, with what the approver wants changed."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    require(policies.may_send_back(by, edition))

    EDITION.move(edition, "send_back")
    edition.sent_back_because = reason
    edition.save(update_fields=["state", "sent_back_because"])

    note(by, "editions.send_back", edition, reason=reason)
    _tell_proposer(edition, "editions/sent_back", reason=reason)
    return edition


@action
def publish(*, by: "User", edition: Edition) -> Edition:
    """Everybody reads the edition; its numbers are frozen, each with a snapshot."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    require(policies.may_publish(by, edition))

    EDITION.move(edition, "publish")
    edition.published_by, edition.published_at = by, clock.now()
    edition.save(update_fields=["state", "published_by", "published_at"])
    for code, year in queries.figures_asked_for(edition):
        _freeze(by, edition, code, year)
    put_many(entries(edition))

    note(by, "editions.publish", edition)
    _tell_proposer(edition, "editions/published")
    return edition


@action
def correct(*, by: "User", edition: Edition, text_ja: str, text_en: str) -> Correction:
    """A note beside the published text says what was wrong; the text itself stays."""
    require(policies.may_correct(by, edition))

    correction = Correction.objects.create(
        edition=edition,
        text_ja=text_ja,
        text_en=text_en,
        corrected_by=by,
        corrected_at=clock.now(),
    )

    note(by, "editions.correct", edition, text=text_ja)
    return correction


def _freeze(by: "User", edition: Edition, code: str, year: int) -> None:
    snapshot = take_snapshot(by=by, code=code, year=year)
    FrozenFigure.objects.create(
        edition=edition, figure=code, fiscal_year=year, value=snapshot.value, snapshot=snapshot
    )


def _tell_proposer(edition: Edition, kind: str, **facts: Any) -> None:
    proposer = edition.proposed_by
    if proposer is not None:
        send(kind, to=proposer.email, about=edition, language=proposer.language, **facts)
