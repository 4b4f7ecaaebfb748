"""Courses of the story; all of them a sample."""

import datetime
from typing import Any

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.training import actions, queries
from hiroba.programmes.training.models import Application, Course

GLOBAL: dict[str, Any] = {
    "title_ja": "世界とつながる授業づくり研修(見本)",
    "title_en": "Teaching about the world: a course for teachers (sample)",
    "text_ja": "教材を手にとり、話し合い、自分の学校の授業案をつくります。",
    "text_en": "Handle materials, talk, and make a lesson plan for your own school.",
    "for_whom_ja": "小・中・高等学校の先生",
    "for_whom_en": "Teachers of primary, middle and high schools",
    "place_ja": "JICA地球ひろば(市ヶ谷)",
    "place_en": "JICA Global Plaza, Ichigaya",
}


def course(first: str, until: str, count: int = 2, **told: Any) -> Course:
    """A course on days that follow each other, open for applications."""
    day = datetime.date.fromisoformat(first)
    days = [
        (clock.moment(f"{each} 10:00"), clock.moment(f"{each} 16:00"))
        for each in (day + datetime.timedelta(days=number) for number in range(count))
    ]
    planned = actions.plan_course(
        by=officer(),
        days=days,
        seats=told.pop("seats", 2),
        least_days=told.pop("least_days", 2),
        applies_until=datetime.date.fromisoformat(until),
        is_sample=True,
        **{**GLOBAL, **told},
    )
    return actions.publish_course(by=officer(), course=planned)


def applied(to: Course, who: str = "akari") -> Application:
    """Somebody would like to take part."""
    return actions.apply(
        by=somebody(who),
        course=to,
        workplace="見本小学校",
        reason="総合の時間で、世界の水を取り上げたい(見本)。",
    )


def decided(of: Course, *chosen: Application) -> Course:
    """Sato proposes, and Nana agrees."""
    proposed = actions.propose_selection(by=officer(), course=of, chosen=chosen)
    return actions.approve_selection(by=somebody("nana"), course=proposed)


def summer_course() -> Course:
    """August 2023: Akari applies, is selected, comes on both days and has a certificate."""
    known = queries.courses_seen_by(officer()).filter(title_ja=GLOBAL["title_ja"])
    if found := known.filter(applies_until="2023-06-30").first():
        return found
    with clock.at("2023-05-08 10:00"):
        summer = course("2023-08-03", "2023-06-30")
    with clock.at("2023-06-12 20:00"):
        application = applied(summer)
    with clock.at("2023-06-13 20:00"):
        applied(summer, "hana")
    with clock.at("2023-07-03 10:00"):
        summer = decided(summer, application)
    with clock.at("2023-07-05 21:00"):
        actions.confirm_place(by=somebody("akari"), application=application)
    with clock.at("2023-08-04 17:00"):
        for seat in queries.attendance_of(summer):
            actions.attend(by=officer(), booking=seat)
        return actions.end_course(by=officer(), course=summer)


def what_comes() -> Course:
    """A course some weeks ahead for which one can apply now."""
    if known := queries.courses_seen_by(officer()).filter(state="open").first():
        return known
    first = clock.today() + datetime.timedelta(days=60)
    until = clock.today() + datetime.timedelta(days=30)
    words: dict[str, Any] = {"title_ja": "開発教育入門(見本)", "title_en": "First steps (sample)"}
    coming = course(f"{first}", f"{until}", seats=20, **words)
    applied(coming, "hana")
    return coming


def tell() -> None:
    """The room's part of the story."""
    summer_course()
    what_comes()
