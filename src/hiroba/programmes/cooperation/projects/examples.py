"""Projects of the story: seven that are known from published pages, and a sample of open data."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import examples as bodies
from hiroba.engines.registry.people import queries as known_bodies
from hiroba.engines.registry.people.states import Personality
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.actors import IMPORTER
from hiroba.programmes.cooperation.projects import actions, agreed, agreeing, learning, queries
from hiroba.programmes.cooperation.projects.models import ImportRun, Project
from hiroba.programmes.cooperation.projects.states import Scheme

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.engines.results.models import Lesson, Practice
    from hiroba.engines.results.shapes import LessonWords

SAMPLE_FILE = Path(__file__).parent / "data/sample-activities.xml"
SOURCE = "https://www.jica.go.jp/okinawa/enterprise/kusanone/index.html"
NOTE = "公開されている一覧({source})にある事業です。題名は要約、事業形態と採択日は推定です。"

# Source, title, English, country, body, scheme, first and last day, as the published list has them.
OKINAWA = (
    ("okinawa-bt", "ブータンのきのこ栽培", "Mushroom growing in Bhutan", "BT",
     "国立大学法人琉球大学", Scheme.PARTNER, "2016-07-01", "2019-07-31"),
    ("okinawa-kh", "カンボジアの平和博物館", "A peace museum in Cambodia", "KH",
     "沖縄平和協力センター", Scheme.SUPPORT, "2016-07-01", "2017-06-30"),
    ("okinawa-vn", "ベトナム・ホイアンのエコシティ", "Eco-city Hoi An, Viet Nam", "VN",
     "那覇市", Scheme.REGIONAL, "2016-03-01", "2019-03-31"),
    ("okinawa-ph", "フィリピン・ビクトリアスの農業ビジネス", "Agribusiness in Victorias", "PH",
     "南城市", Scheme.REGIONAL, "2014-10-01", "2017-03-31"),
    ("okinawa-fj", "フィジーのリハビリテーション", "Rehabilitation in Fiji", "FJ",
     "沖縄県理学療法士会", Scheme.PARTNER, "2014-06-01", "2017-03-31"),
    ("okinawa-la", "ラオスの学校歯科保健", "School dental health in Laos", "LA",
     "国立大学法人琉球大学", Scheme.PARTNER, "2012-09-01", "2017-08-31"),
)  # fmt: skip

PERSONALITIES = {
    "国立大学法人琉球大学": Personality.NATIONAL_UNIVERSITY,
    "沖縄平和協力センター": Personality.NPO,
    "那覇市": Personality.LOCAL_GOVERNMENT,
    "南城市": Personality.LOCAL_GOVERNMENT,
    "沖縄県理学療法士会": Personality.OTHER,
}


def body_named(name: str) -> "Body":
    """A body of Okinawa that is known from the published list, looked at by an officer."""
    if known := known_bodies.bodies().filter(name_ja=name).first():
        return known
    body = people.enter_body(
        by=officer(),
        name_ja=name,
        personality=PERSONALITIES[name],
        prefecture=places.prefecture("47"),
    )
    return people.verify(by=officer(), body=body)


def mushrooms() -> Project:
    """Mushroom growing in Bhutan: adopted, carried through and ended."""
    return _carried_through(*OKINAWA[0])


def _carried_through(source: str, *told: str) -> Project:
    """A project that ran from the first to the last day, as its officer recorded it."""
    if known := queries.adopted_from(source):
        return known
    first, last = told[-2:]
    with clock.at(f"{first} 09:00"):
        project = _adopted(source, *told)
        project = actions.contract(by=officer(), project=project)
        project = actions.start(by=officer(), project=project)
    with clock.at(f"{last} 17:00"):
        return actions.end(by=officer(), project=project)


def _adopted(
    source: str, title: str, english: str, country: str, body: str, scheme: str, *days: str
) -> Project:
    first, last = map(datetime.date.fromisoformat, days)
    return actions.adopt(
        by=officer(),
        title_ja=title,
        title_en=english,
        summary_ja=NOTE.format(source=SOURCE),
        scheme=scheme,
        body=body_named(body),
        countries=[country],
        prefecture_code="47",
        planned_start=first,
        planned_end=last,
        source_ref=source,
    )


def kenya() -> Project:
    """The project of Kenya no Mirai; its days are a sample."""
    if known := queries.adopted_from("kenya-no-mirai"):
        return known
    with clock.at("2021-03-15 10:00"):
        project = actions.adopt(
            by=officer(),
            title_ja="ケニアの児童・若年者の犯罪防止と社会復帰",
            title_en="Preventing crime and supporting the return of young people in Kenya",
            summary_ja=(
                "公表された年次報告にある取り組みです。団体の名前と国のほか、期間は見本です。"
                "保護司の候補を選ぶしくみが、ほかの地域にも広がりました。"
            ),
            scheme=Scheme.PARTNER,
            body=bodies.kenya_no_mirai(),
            countries=["KE"],
            planned_start=datetime.date(2021, 4, 1),
            planned_end=datetime.date(2024, 3, 31),
            source_ref="kenya-no-mirai",
            is_sample=True,
        )
        project = actions.contract(by=officer(), project=project)
    with clock.at("2021-04-01 09:00"):
        return actions.start(by=officer(), project=project)


def laos_water() -> Project:
    """A sample project whose contract says which report is due when; some were handed in."""
    if known := queries.adopted_from("laos-water"):
        return known
    ren, sato = somebody("ren"), officer()
    with clock.at("2023-06-01 10:00"):
        project = actions.adopt(
            by=sato,
            title_ja="ラオスの村の水を守る(見本)",
            title_en="Keeping village water clean in Laos (sample)",
            scheme=Scheme.WORLD_FUND,
            body=bodies.minato(),
            countries=["LA"],
            planned_start=datetime.date(2023, 7, 3),
            planned_end=datetime.date(2024, 6, 30),
            source_ref="laos-water",
            is_sample=True,
        )
        agreement = agreeing.draft_agreement(by=sato, project=project)
    with clock.at("2023-06-20 10:00"):
        for precondition in agreement.preconditions.all():
            agreeing.meet(by=sato, precondition=precondition)
    with clock.at("2023-07-03 10:00"):
        project = _concluded(project)
    with clock.at("2023-10-10 10:00"):
        work, spending = agreed.reports_of(project)[:2]
        agreeing.hand_in(by=ren, report=work, text="井戸を二本直しました(見本)。")
    with clock.at("2023-10-12 10:00"):
        agreeing.accept(by=sato, report=work)
    with clock.at("2023-10-20 10:00"):
        agreeing.hand_in(by=ren, report=spending, text="部品代 120,000円(見本)。")
    return project


def _concluded(project: Project) -> Project:
    return agreeing.conclude_agreement(
        by=officer(),
        project=project,
        text="村の井戸を直し、使い方を伝える(見本)。",
        yen=1_000_000,
        begins_on=datetime.date(2023, 7, 3),
        ends_on=datetime.date(2024, 6, 30),
        manager="鈴木 蓮(見本)",
        partner_signer="鈴木 蓮(見本)",
        partner_signed_on=datetime.date(2023, 6, 30),
        house_signer="小野 承認者(見本)",
        house_signed_on=datetime.date(2023, 7, 3),
    )


LESSON: "LessonWords" = {
    "title_ja": "保護司は、地域が自分で選ぶ",
    "title_en": "The community chooses its own volunteer probation officers",
    "situation_ja": (
        "見本:ケニアのマチャコス郡では、罪を犯した若者が地域へ戻っても、見守る人がいませんでした。"
    ),
    "situation_en": (
        "Sample: in Machakos County, Kenya, nobody looked after young offenders who came home."
    ),
    "happened_ja": (
        "村の集まりで選ばれた候補は続けて活動し、役所が選んだ候補は研修のあとに離れがちでした。"
    ),
    "happened_en": (
        "Those chosen by a village meeting stayed; those an office had chosen tended to leave."
    ),
    "advice_ja": "研修の前に、村の集まりで候補を選ぶ時間をとってください。",
    "advice_en": "Before training anybody, take the time to let a village meeting choose.",
    "applies_when_ja": "行政だけでは人手が足りず、地域の信頼が要るとき。",
    "applies_when_en": "When offices lack people and the work needs the community's trust.",
    "field": "peace",
}


def lesson() -> "Lesson":
    """What the project in Kenya teaches: written by Sato, checked by Ono, published."""
    project = kenya()
    if known := queries.lessons_of(officer(), project).last():
        return known
    with clock.at("2023-09-20 14:00"):
        draft = learning.write_lesson(by=officer(), project=project, **LESSON)
    with clock.at("2023-09-25 10:00"):
        draft = learning.review_lesson(by=approver(), lesson=draft)
        return learning.publish_lesson(by=officer(), lesson=draft)


def draft_lesson() -> "Lesson":
    """A second lesson that still waits for somebody to check it."""
    lesson()
    project = kenya()
    if known := queries.lessons_of(officer(), project).filter(published_at=None).first():
        return known
    return learning.write_lesson(
        by=officer(),
        project=project,
        title_ja="休んでいる人にも声をかける",
        title_en="Call on those who have paused",
        situation_ja="見本:ナクル郡とカジアド郡には、活動を休んでいる保護司が18人いました。",
        happened_ja="一人ずつ訪ねると、もう一度活動を始めました。",
        advice_ja="新しい人を探す前に、休んでいる人を訪ねてください。",
        field="peace",
    )


def practice() -> "Practice":
    """How volunteers are chosen in Machakos, and the counties that took it up."""
    project = kenya()
    if known := queries.practices_of(project).first():
        return known
    with clock.at("2023-10-05 15:00"):
        known = learning.describe_practice(
            by=officer(),
            project=project,
            title_ja="村の集まりで保護司の候補を選ぶ",
            title_en="Volunteer probation officers are chosen by village meetings",
            core_ja="見本:村ごとに集まりを開き、候補を地域が選び、役所の担当官がいっしょに研修します。",
            core_en="Sample: each village meets and chooses, and an officer trains with them.",
            is_sample=True,
        )
        for place in COUNTIES:
            _taken_up(known, *place)
    return known


# Place, English, body, since, how one knows: from published pages, shortened.
COUNTIES = (
    ("カジアド郡", "Kajiado County", "見本:郡の保護観察所", "2022-06-01",
     "公表された事業の紹介:休んでいた保護司が活動を再開"),
    ("ナクル郡", "Nakuru County", "見本:郡の保護観察所", "2022-09-01",
     "公表された事業の紹介:担当官14人が研修を受けた"),
)  # fmt: skip


def _taken_up(practice: "Practice", *told: str) -> None:
    place, english, body, since, evidence = told
    adoption = learning.record_adoption(
        by=officer(), practice=practice, place_ja=place, place_en=english, body_text=body
    )
    learning.adopt_practice(
        by=officer(),
        adoption=adoption,
        since=datetime.date.fromisoformat(since),
        evidence=evidence,
    )


def open_data() -> ImportRun:
    """A dozen activities of two publishers that do not exist, brought in from a file."""
    places.reference()
    themes.reference()
    with SAMPLE_FILE.open("rb") as source:
        return actions.import_activities(by=IMPORTER, source=source, file_name=SAMPLE_FILE.name)


def tell() -> None:
    """Everything the demo knows about projects."""
    places.reference()
    for row in OKINAWA:
        _carried_through(*row)
    lesson()
    practice()
    draft_lesson()
    laos_water()
    with clock.at("2023-10-02 09:00"):
        open_data()
