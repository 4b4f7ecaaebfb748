"""`python -m bench.seeds 10000`: a house with so many projects, a call, and drafts to hand in."""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import django

django.setup()

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from hiroba.engines.registry.places import queries as places  # noqa: E402
from hiroba.engines.registry.themes import queries as themes  # noqa: E402
from hiroba.faces.cli.house import lay_tables, load_reference  # noqa: E402
from hiroba.foundation import clock  # noqa: E402
from hiroba.foundation.accounts.examples import somebody  # noqa: E402
from hiroba.foundation.refs import new_ref  # noqa: E402
from hiroba.programmes.cooperation.projects.findable import make_findable  # noqa: E402
from hiroba.programmes.cooperation.projects.headings import headings_for  # noqa: E402
from hiroba.programmes.cooperation.projects.models import (  # noqa: E402
    Heading,
    Project,
    ProjectBudget,
    ProjectCountry,
    ProjectPartner,
    ProjectSector,
    ProjectTransaction,
)
from hiroba.programmes.cooperation.projects.states import Origin  # noqa: E402
from hiroba.programmes.cooperation.proposals import examples as proposals  # noqa: E402

AT_ONCE = 2000
WORKS = ("学校", "診療所", "上下水道", "農村", "養蜂", "防災", "母子保健", "教員", "障害者", "市場")
DEEDS = ("教育", "整備", "育成", "支援", "改善", "普及", "交流", "調査", "技術移転", "職業訓練")
NAMES = ("みらいの会", "Water for All", "Aid Agency", "地域協力財団", "Health Partners", "大学連携")
CURRENCIES = ("USD", "EUR", "JPY", "GBP")
KINDS = (ProjectCountry, ProjectSector, ProjectPartner, ProjectTransaction, ProjectBudget, Heading)


def sow(count: int, drafts: int) -> dict[str, object]:
    """The house is ready to be measured; answers what the measuring needs to know."""
    lay_tables()
    load_reference()
    chance = random.Random(count)
    countries = list(places.countries())
    sectors = list(themes.sectors())
    for start in range(0, count, AT_ONCE):
        with transaction.atomic():
            _plant(range(start, min(start + AT_ONCE, count)), chance, countries, sectors)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    shown = Project.objects.order_by("-listed_on", "-pk")[count // 2]
    return {
        "session": _signed_in(),
        "drafts": _drafts(drafts),
        "country": "KE",
        "project": shown.ref,
        "words": "水道",
    }


def _plant(numbers, chance, countries, sectors):  # type: ignore[no-untyped-def]
    projects = [_project(number, chance) for number in numbers]
    Project.objects.bulk_create(projects)
    parts = {kind: [] for kind in KINDS}  # type: ignore[var-annotated]
    for project in projects:
        for part in _parts(project, chance, countries, sectors):
            parts[type(part)].append(part)
    for kind, rows in parts.items():
        kind._default_manager.bulk_create(rows, batch_size=AT_ONCE)
    make_findable(projects)


def _project(number: int, chance: random.Random) -> Project:
    work, deed = chance.choice(WORKS), chance.choice(DEEDS)
    begins = date(2004, 1, 1) + timedelta(days=chance.randrange(7200))
    return Project(
        ref=new_ref("P"),
        origin=Origin.IMPORTED,
        iati_identifier=f"XM-BENCH-{number}",
        iati_status=chance.choice("1234"),
        title_ja=f"{work}の{deed}計画 第{number}号",
        title_en=f"Plan {number} for people who work together",
        title_original=f"Plan {number} for people who work together",
        summary_ja=f"{chance.choice(WORKS)}と{chance.choice(WORKS)}を、住民と{deed}する。" * 4,
        summary_en="People of two countries learn from each other, and write down how. " * 3,
        language="en",
        currency=chance.choice(CURRENCIES),
        reporter_ref="XM-BENCH",
        reporter_name=chance.choice(NAMES),
        planned_start=begins,
        planned_end=begins + timedelta(days=chance.randrange(200, 1600)),
        listed_on=begins,
        changed_at=clock.now(),
    )


def _parts(project, chance, countries, sectors) -> Iterator[object]:  # type: ignore[no-untyped-def]
    where = chance.sample(countries, chance.choice((1, 1, 1, 2, 4)))
    if chance.random() < 0.03:
        where = list({country.code: country for country in (*where, *_kenya(countries))}.values())
    what = chance.sample(sectors, chance.choice((1, 1, 2, 3)))
    yield from (ProjectCountry(project=project, country=country) for country in where)
    yield from (ProjectSector(project=project, code=one.code, percentage=30) for one in what)
    for role in "124":
        yield ProjectPartner(project=project, role=role, name=chance.choice(NAMES))
    for month in range(chance.randrange(2, 9)):
        yield ProjectTransaction(
            project=project,
            type=chance.choice("234"),
            on=project.planned_start + timedelta(days=30 * month),
            value=chance.randrange(1000, 900000),
            currency=project.currency,
            provider=chance.choice(NAMES),
            receiver=chance.choice(NAMES),
        )
    yield ProjectBudget(
        project=project,
        starts_on=project.planned_start,
        ends_on=project.planned_end,
        value=1_000_000,
        currency=project.currency,
    )
    for name in headings_for(
        origin=Origin.IMPORTED,
        countries=[country.code for country in where],
        sectors=[sector.code for sector in what],
        begins_on=project.planned_start,
        ends_on=project.planned_end,
    ):
        yield Heading(project=project, name=name, listed_on=project.listed_on)


def _kenya(countries):  # type: ignore[no-untyped-def]
    return [country for country in countries if country.code == "KE"]


def _signed_in() -> str:
    """A session of Ren, in whose body's name the drafts are handed in."""
    ren = somebody("ren")
    session = SessionStore()
    session[SESSION_KEY] = str(ren.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = ren.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _drafts(count: int) -> list[str]:
    track = proposals.track(proposals.call_now())
    return [proposals.complete(track).ref for _ in range(count)]


if __name__ == "__main__":
    print(json.dumps(sow(int(sys.argv[1]), int(sys.argv[2]))))
