"""The contest of the story: a year that is over with its prizes, and one that is open now."""

import datetime
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile

from hiroba.engines.registry.people.examples import school_body
from hiroba.foundation import clock
from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.search import queries as search
from hiroba.programmes.contest import actions, judging, queries
from hiroba.programmes.contest.columns import HEADER
from hiroba.programmes.contest.models import Contest, Essay
from hiroba.programmes.contest.queries import PROGRAMME

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

YEAR_OF_STORY = "essay-2023"
NOW_OPEN = "essay-now"
TEXT = (
    "私の町にも、遠い国から来た友だちがいます。"
    "はじめは、ことばが分からず、笑うことしかできませんでした。"
)

# Division, grade, name, kana, title, whether name and text may be shown, both readers' scores.
TOLD: tuple[tuple[str, int, str, str, str, bool, bool, int, int], ...] = (
    ("junior", 2, "見本 さくら", "みほん さくら", "となりの席の国境(見本)", True, True, 5, 5),
    ("junior", 1, "見本 りく", "みほん りく", "水を運ぶ手(見本)", True, False, 5, 4),
    ("junior", 3, "見本 ひな", "みほん ひな", "祖母の古い地図(見本)", False, True, 4, 4),
    ("junior", 2, "見本 そら", "みほん そら", "給食のバナナから(見本)", False, False, 3, 4),
    ("junior", 1, "見本 ゆい", "みほん ゆい", "はじめての通訳(見本)", True, True, 3, 3),
    ("junior", 3, "見本 はると", "みほん はると", "画面の向こうの教室(見本)", True, True, 3, 2),
    ("senior", 1, "見本 あおば", "みほん あおば", "橋をかける仕事(見本)", True, True, 5, 4),
    ("senior", 2, "見本 みなと", "みほん みなと", "夜間中学の窓あかり(見本)", True, True, 4, 4),
    ("senior", 3, "見本 しおり", "みほん しおり", "返事を待つあいだ(見本)", False, False, 4, 3),
    ("senior", 1, "見本 かえで", "みほん かえで", "コーヒー一杯の距離(見本)", True, True, 3, 3),
    ("senior", 2, "見本 いつき", "みほん いつき", "防災訓練の日(見本)", True, True, 2, 3),
    ("senior", 3, "見本 なぎ", "みほん なぎ", "使わなくなった制服(見本)", True, True, 2, 2),
)
PRIZES = {
    "となりの席の国境(見本)": "grand",
    "水を運ぶ手(見本)": "excellent",
    "祖母の古い地図(見本)": "jury",
    "橋をかける仕事(見本)": "grand",
    "夜間中学の窓あかり(見本)": "merit",
}


def teacher() -> "User":
    """Akari, who teaches at the school of the story."""
    school_body()
    return somebody("akari")


def judges() -> None:
    """The reviewers, the chair and the approver of the house also serve the contest."""
    served = (*((each, Role.REVIEWER) for each in reviewers()), (chair(), Role.CHAIR),
              (approver(), Role.APPROVER))  # fmt: skip
    for user, role in served:
        if not user.holds(role, programme=PROGRAMME):
            accounts.grant(by=CLOCKWORK, user=user, role=role, scope=f"programme:{PROGRAMME}")


def contest(
    ref: str = YEAR_OF_STORY,
    year: int = 2023,
    opens: "str | datetime.datetime" = "2023-06-01 10:00",
    closes: "str | datetime.datetime" = "2023-09-11 17:00",
) -> Contest:
    """A contest with two divisions; one of this name is opened once."""
    known = queries.contests_seen_by(officer()).filter(call__ref=ref).first()
    judges()
    return known or actions.open_contest(
        by=officer(),
        ref=ref,
        fiscal_year=year,
        opens_at=clock.moment(opens),
        closes_at=clock.moment(closes),
        numbers={"junior_no": year - 1995, "senior_no": year - 1961},
        themes={
            "theme_ja": "世界とつながる私たちの明日",
            "theme_en": "Our tomorrow with the world",
        },
        words={
            "title_ja": f"国際協力中学生・高校生エッセイコンテスト{year}(見本)",
            "title_en": f"Essay contest {year} for junior and senior high schools (sample)",
            "summary_ja": "世界と自分のつながりを書きます。",
            "summary_en": "Pupils write how the world touches their lives.",
            "guideline_ja": "一人一点、未発表の作品に限ります。応募には保護者の同意が要ります。",
            "guideline_en": "One unpublished essay for each pupil, with the guardian's consent.",
        },
        prize_rules={"school_prize_entries": 10},
        is_sample=True,
    )


def entered(of: Contest, **change: Any) -> Essay:
    """An essay of a pupil of Akari's school."""
    facts: dict[str, Any] = {
        "division": "junior", "grade": 2, "name": "見本 つむぎ", "kana": "みほん つむぎ",
        "title": "朝の市場(見本)", "text": TEXT, "consent": True, "show_name": True,
        "show_text": True, **change,
    }  # fmt: skip
    return actions.enter(by=teacher(), contest=of, body=school_body(), **facts)


def accepted(essay: Essay) -> Essay:
    """Officer Sato checked it and gave it to two readers."""
    return actions.accept(by=officer(), essay=essay)


def scored(essay: Essay, *points: int) -> Essay:
    """Readers gave these points for everything."""
    for reader, point in zip(reviewers(), points, strict=False):
        read = queries.reads_owed_by(reader).get(submission=essay.submission)
        scores = dict.fromkeys(("experience", "thought", "expression"), point)
        judging.score(by=reader, assignment=read, scores=scores, comment="心に残りました(見本)。")
    return essay


def awarded(essay: Essay, prize: str = "grand") -> Essay:
    """The chair proposed a prize and the approver agreed."""
    decision = judging.award(by=chair(), essay=essay, prize=prize, because="点と話し合いによる。")
    judging.approve_award(by=approver(), decision=decision)
    return essay


def sheet(*rows: tuple[Any, ...], encoding: str = "utf-8") -> SimpleUploadedFile:
    """A school's list as a file."""
    lines = [",".join(str(cell) for cell in row) for row in (HEADER, *rows)]
    return SimpleUploadedFile("一覧.csv", "\r\n".join(lines).encode(encoding))


def story() -> Contest:
    """The contest of the story, from the first entry to the settled results."""
    with clock.at("2023-05-31 10:00"):
        made = contest()
    with clock.at("2023-09-05 15:00"):
        moved = {"となりの席の国境(見本)": _material()}
        essays = [
            entered(made, division=row[0], grade=row[1], name=row[2], kana=row[3], title=row[4],
                    show_name=row[5], show_text=row[6], inspired_by=moved.get(row[4], ""))
            for row in TOLD
        ]  # fmt: skip
    with clock.at("2023-09-20 10:00"):
        essays = [accepted(essay) for essay in essays]
    with clock.at("2023-10-10 10:00"):
        for essay, row in zip(essays, TOLD, strict=True):
            scored(essay, row[7], row[8])
    with clock.at("2023-11-15 10:00"):
        for essay in essays:
            if prize := PRIZES.get(essay.submission.title):
                awarded(essay, prize)
    with clock.at("2023-12-18 10:00"):
        results_at = clock.moment("2024-01-10 10:00")
        made = judging.settle(by=officer(), contest=made, results_at=results_at)
    with clock.at("2024-01-10 10:30"):
        return judging.announce(by=officer(), contest=made)


def _material() -> str:
    """The number of a material about Kenya, when the house has one."""
    return next(iter(search.refs_matching("ケニアの地域と子どもたち", "materials")), "")


def now_open() -> None:
    """A contest that is open today: essays to check, to read, and a row to repair."""
    today = clock.now().astimezone(clock.JAPAN).replace(hour=10, minute=0, second=0, microsecond=0)
    begin, end = today - datetime.timedelta(days=20), today + datetime.timedelta(days=40)
    with clock.at(begin - datetime.timedelta(days=1)):
        made = contest(NOW_OPEN, clock.today().year, begin, end)
    with clock.at(today - datetime.timedelta(days=3)):
        accepted(entered(made, name="見本 ふうか", kana="みほん ふうか", title="空き地の畑(見本)"))
        entered(made)
        good = ("中学生", 1, "見本 れん", "みほん れん", "雨の日の約束(見本)", TEXT, "はい", "", "")
        late = ("中学生", 5, "見本 めい", "みほん めい", "手紙の続き(見本)", TEXT, "はい", "", "")
        actions.upload(by=teacher(), contest=made, body=school_body(), file=sheet(good, late))


def tell() -> None:
    """A year that is over, and one that is open."""
    known = queries.contests_seen_by(officer()).values_list("call__ref", flat=True)
    refs = set(known)
    if YEAR_OF_STORY not in refs:
        story()
    if NOW_OPEN not in refs:
        now_open()
