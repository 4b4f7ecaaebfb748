"""Japan Desks of the story: which countries have one is a sample, how many is as published."""

import datetime

from hiroba.engines.enquiries.models import Case
from hiroba.engines.registry.people import examples as bodies
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.calendar import fiscal_year
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.models import Desk, LocalBody

# Published: 27 countries at the end of fiscal 2021, 25 at the end of fiscal 2023.
# fmt: off
STANDING = (
    "PH", "ID", "TH", "VN", "LA", "KH", "MM", "BD", "NP", "IN", "LK", "PK", "MN",
    "KE", "TZ", "UG", "ET", "ZM", "MW", "GH", "SN", "BF", "BO", "PY", "PE",
)
# fmt: on
CLOSED = ("NI", "SB")
TOPICS = (
    ("registration", "団体の登録・法令", "Registration and law"),
    ("partners", "現地の団体をさがす", "Finding partners"),
    ("visit", "訪問・視察", "Visits"),
    ("safety", "安全", "Safety"),
)
NETWORK = {
    "name_ja": "ナイロビ子どもネットワーク(見本)",
    "name_en": "Nairobi Children Network (sample)",
    "work_ja": "学校に通えない子どもの学びを支えています。",
    "work_en": "Supports children who cannot go to school.",
}
WATER = {
    "name_ja": "マチャコス水の会(見本)",
    "name_en": "Machakos Water Group (sample)",
    "work_ja": "村の井戸と水道を守っています。",
    "work_en": "Looks after wells and pipes of villages.",
}
REGISTRATION = {
    "topic": "registration",
    "text_ja": "見本の文です。活動を始める前に、団体の登録が要るかどうかをデスクにお尋ねください。",
    "text_en": "Sample text. Ask the desk whether your body has to be registered before it begins.",
}


def desk(code: str = "KE", answer_days: int = 3) -> Desk:
    """The desk in a country, open since April 2003 as a sample."""
    country = places.country(code)
    return queries.desk_in(country) or actions.open_desk(
        by=CLOCKWORK,
        country=country,
        opened_on=datetime.date(2003, 4, 1),
        hours_ja="月曜から金曜の9時から16時(現地時間)",
        hours_en="Monday to Friday, 9:00 to 16:00 (local time)",
        answer_days=answer_days,
        solve_days=10,
        is_sample=True,
    )


def network() -> None:
    """27 desks, two of which were closed in fiscal 2022."""
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
        for code, name_ja, name_en in TOPICS:
            actions.name_topic(by=CLOCKWORK, code=code, name_ja=name_ja, name_en=name_en)
        opened = [desk(code) for code in (*STANDING, *CLOSED)]
    with clock.at("2022-10-01 10:00"):
        for one in opened[len(STANDING) :]:
            actions.close_desk(by=CLOCKWORK, desk=one, closed_on=clock.today())


def local_bodies() -> None:
    """Two bodies in Kenya, one of which was last looked at long ago."""
    country, by = desk().country, officer()
    for day, facts in (("2022-05-10 10:00", WATER), ("2023-06-14 10:00", NETWORK)):
        if not LocalBody.objects.filter(name_en=facts["name_en"]).exists():
            with clock.at(day):
                actions.add_local_body(by=by, country=country, is_sample=True, **facts)
    if not queries.guide_to(country).exists():
        with clock.at("2023-06-14 11:00"):
            actions.write_guide(by=by, country=country, **REGISTRATION)


def asked_in_june() -> Case:
    """Ren asks for NPO Minato how a body is registered, and is answered within three days."""
    if known := Case.objects.filter(queue=desk().queue, fiscal_year=2023).order_by("pk").first():
        return known
    with clock.at("2023-06-15 10:00"):
        case = actions.ask(
            by=somebody("ren"),
            desk=desk(),
            subject="ケニアでの団体の登録(見本)",
            text="短い調査でも、団体の登録は要りますか。",
            language="ja",
            topics=queries.topics().filter(code="registration"),
            body=bodies.minato(),
            consent_public=True,
        )
    with clock.at("2023-06-16 15:00"):
        text = "見本の答えです。期間によります。計画を添えて、もう一度お尋ねください。"
        case = actions.answer(by=somebody("kato"), case=case, text=text)
        actions.draft_faq(by=somebody("kato"), case=case, question_ja=case.subject, answer_ja=text)
    with clock.at("2023-06-20 10:00"):
        return actions.resolve(by=somebody("ren"), case=case)


def waiting_now() -> None:
    """A question that is late today, one of a guest that came just now, and one asked back."""
    place, year = desk("LA"), fiscal_year(clock.today())
    if Case.objects.filter(queue=place.queue, fiscal_year__gte=year - 1).exists():
        return
    now = clock.now()
    with clock.at(now - datetime.timedelta(days=12)):
        _asked("ラオスの学校を訪ねたい(見本)", "二月に学校を訪ねられますか。", "LA")
    with clock.at(now - datetime.timedelta(days=1)):
        case = _asked("現地の団体をさがしています(見本)", "水の活動をする団体はありますか。", "KE")
        actions.pause(by=officer(), case=case, text="どの地域をお考えですか。")
    with clock.at(now):
        actions.ask(
            by=GUEST,
            desk=place,
            subject="Study tour (sample)",
            text="May we visit your office with ten students?",
            language="en",
            guest_name="A guest",
            guest_email="guest@example.jp",
        )


def _asked(subject: str, text: str, code: str) -> Case:
    by = somebody("ren")
    return actions.ask(by=by, desk=desk(code), subject=subject, text=text, language="ja")


def tell() -> None:
    """The desks, the bodies they know, and what is asked there."""
    if not Desk.objects.exists():
        network()
    local_bodies()
    asked_in_june()
    waiting_now()
