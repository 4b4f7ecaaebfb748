"""Everything that is written about desks, the bodies they know, and their guides."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from hiroba.engines.enquiries import actions as enquiries
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.search import actions as search
from hiroba.foundation.verdicts import require
from hiroba.programmes.desks import policies, queries
from hiroba.programmes.desks.findable import make_findable
from hiroba.programmes.desks.models import CheckingRule, CountryGuide, Desk, LocalBody
from hiroba.programmes.desks.queries import PROGRAMME
from hiroba.programmes.desks.replying import (
    answer,
    approve_faq,
    draft_faq,
    note_internally,
    pause,
    refer,
    reopen,
    resolve,
    resume,
    write_again,
)
from hiroba.programmes.desks.states import GuideTopic

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case, Topic
    from hiroba.engines.registry.people.models import Body
    from hiroba.engines.registry.places.models import Country
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "add_local_body",
    "answer",
    "approve_faq",
    "ask",
    "check_local_body",
    "close_desk",
    "draft_faq",
    "name_topic",
    "note_internally",
    "open_desk",
    "pause",
    "refer",
    "reopen",
    "resolve",
    "resume",
    "set_checking_rule",
    "write_again",
    "write_guide",
]


@action
def open_desk(
    *,
    by: "Actor",
    country: "Country",
    opened_on: datetime.date,
    hours_ja: str,
    hours_en: str,
    answer_days: int,
    solve_days: int,
    is_sample: bool = False,
) -> Desk:
    """There is a desk in the country, with a queue that counts the country's working days."""
    require(policies.may_open_desk(by, country, opened_on))

    before = queries.has_desk_before(country)
    name = f"{country.code}-{before + 1}" if before else country.code
    queue = enquiries.open_queue(
        by=by,
        programme=PROGRAMME,
        code=f"desk-{name.lower()}",
        name_ja=f"ジャパンデスク({country.name_ja})",
        name_en=f"Japan Desk, {country.name_en}",
        calendar=country.code,
        answer_days=answer_days,
        solve_days=solve_days,
    )
    desk = Desk.objects.create(
        ref=f"JD-{name}",
        country=country,
        queue=queue,
        opened_on=opened_on,
        hours_ja=hours_ja,
        hours_en=hours_en,
        is_sample=is_sample,
    )
    make_findable(desk)

    note(by, "desks.open_desk", desk, country=country.code)
    return desk


@action
def close_desk(*, by: "Actor", desk: Desk, closed_on: datetime.date) -> Desk:
    """From this day on there is no desk; what was asked before is still answered."""
    desk = Desk.objects.select_for_update().get(pk=desk.pk)
    require(policies.may_close_desk(by, desk, closed_on))

    desk.closed_on = closed_on
    desk.save(update_fields=["closed_on"])
    search.remove(desk.ref)

    note(by, "desks.close_desk", desk, closed_on=closed_on)
    return desk


@action
def name_topic(*, by: "Actor", code: str, name_ja: str, name_en: str) -> "Topic":
    """Questions to the desks can be about this."""
    return enquiries.name_topic(
        by=by, programme=PROGRAMME, code=code, name_ja=name_ja, name_en=name_en
    )


@action
def ask(
    *,
    by: "Actor",
    desk: Desk,
    subject: str,
    text: str,
    language: str,
    topics: "Iterable[Topic]" = (),
    guest_name: str = "",
    guest_email: str = "",
    body: "Body | None" = None,
    consent_public: bool = False,
) -> "Case":
    """The desk has a question, and a day by which it answers."""
    require(policies.may_ask(desk))

    return enquiries.ask(
        by=by,
        queue=desk.queue,
        subject=subject,
        text=text,
        language=language,
        topics=topics,
        guest_name=guest_name,
        guest_email=guest_email,
        body=body,
        consent_public=consent_public,
    )


@action
def set_checking_rule(*, by: "Actor", fresh_days: int) -> CheckingRule:
    """From today on a check holds for so many days."""
    require(policies.may_set_checking_rule(by, fresh_days))

    rule, _is_new = CheckingRule.objects.update_or_create(
        since=clock.today(), defaults={"fresh_days": fresh_days, "set_by": by.account}
    )

    note(by, "desks.set_checking_rule", PROGRAMME, fresh_days=fresh_days)
    return rule


@action
def add_local_body(*, by: "User", country: "Country", **facts: Any) -> LocalBody:
    """A body of the country stands in the directory, checked today."""
    require(policies.may_add_local_body(by, country, facts.get("name_en", "")))

    body = LocalBody.objects.create(
        ref=new_ref("LB"), country=country, checked_on=clock.today(), checked_by=by, **facts
    )

    note(by, "desks.add_local_body", body, name=body.name_en)
    return body


@action
def check_local_body(*, by: "User", local_body: LocalBody) -> LocalBody:
    """What the directory says of the body is true today."""
    local_body = LocalBody.objects.select_for_update().get(pk=local_body.pk)
    require(policies.may_check_local_body(by))

    local_body.checked_on, local_body.checked_by = clock.today(), by
    local_body.save(update_fields=["checked_on", "checked_by"])

    note(by, "desks.check_local_body", local_body)
    return local_body


@action
def write_guide(
    *, by: "User", country: "Country", topic: str, text_ja: str, text_en: str = ""
) -> CountryGuide:
    """The guide says this about the country, checked today; what it said is in the journal."""
    require(policies.may_write_guide(by))

    known = CountryGuide.objects.filter(country=country, topic=topic).first()
    facts = {"text_ja": text_ja, "text_en": text_en}
    signed = {"checked_on": clock.today(), "checked_by": by}
    section, _is_new = CountryGuide.objects.update_or_create(
        country=country,
        topic=GuideTopic(topic),
        defaults={**facts, **signed},
        create_defaults={**facts, **signed, "ref": new_ref("CG")},
    )

    before = {"text_ja": known.text_ja, "text_en": known.text_en} if known else {}
    note(by, "desks.write_guide", section, topic=topic, before=before)
    return section
