"""Everything that is written about contests and entries; judging has its own page."""

import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import translation

from hiroba.engines.forms import actions as forms
from hiroba.engines.intake.calls import actions as calls
from hiroba.engines.intake.review import actions as review
from hiroba.engines.intake.review import queries as reviews
from hiroba.engines.intake.submissions import actions as submissions
from hiroba.engines.ties import actions as ties
from hiroba.engines.ties.shapes import ThingFacts
from hiroba.engines.ties.states import Relation, ThingKind
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.search import actions as search
from hiroba.foundation.verdicts import Refused, require
from hiroba.programmes.contest import columns, policies, queries, reckoning, standard
from hiroba.programmes.contest.models import Contest, Essay, FaultyRow, Pupil, Upload
from hiroba.programmes.contest.states import Division

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

READS = 2
DAYS_TO_READ = 30
WHO = ("name", "kana", "grade")


@action
def open_contest(
    *,
    by: "User",
    ref: str,
    fiscal_year: int,
    opens_at: datetime.datetime,
    closes_at: datetime.datetime,
    numbers: dict[str, int],
    themes: dict[str, str],
    words: dict[str, str],
    prize_rules: dict[str, int] | None = None,
    is_sample: bool = False,
) -> Contest:
    """The contest is public with two divisions, their lengths, and two blind readers for each."""
    require(policies.may_open_contest(by, ref))

    named = {"programme": queries.PROGRAMME, "ref": ref, "fiscal_year": fiscal_year}
    call = calls.prepare(by=by, is_sample=is_sample, **named, **words)  # type: ignore[arg-type]
    for division in Division:
        _open_division(by, call, division, opens_at, closes_at)
    contest = Contest.objects.create(
        call=calls.publish(by=by, call=call),
        rules=prize_rules or standard.PRIZE_RULES,
        **themes,
        **numbers,
    )

    note(by, "contest.open_contest", contest)
    _make_findable(contest)
    return contest


def _open_division(
    by: "User", call: Any, division: Division, opens_at: Any, closes_at: Any
) -> None:
    content = standard.form(division, standard.LONGEST[division])
    track = calls.add_track(
        by=by, call=call, code=division, opens_at=opens_at, closes_at=closes_at,
        form_version=forms.publish(by=by, code=content["id"], content=content),
        rules=standard.RULES, name_ja=_in("ja", division), name_en=_in("en", division),
    )  # fmt: skip
    names = {"name_ja": "書類選考", "name_en": "Reading"}
    review.open_stage(by=by, track=track, rubric=standard.rubric(), reads=READS, **names)


@action
def enter(
    *,
    by: "User",
    contest: Contest,
    body: "Body",
    division: str,
    title: str,
    text: str,
    consent: bool,
    show_name: bool = False,
    show_text: bool = False,
    inspired_by: str = "",
    **who: Any,
) -> Essay:
    """A pupil's essay has come in; who wrote it stands apart, and in no journal."""
    require(
        policies.may_enter(
            by, contest, body, division, title=title, text=text, consent=consent, **who
        )
    )

    track = queries.track_of(contest, division)
    assert track
    answers = {"title": title, "text": text}
    submission = submissions.start(by=by, track=track, body=body, title=title, answers=answers)
    submission = submissions.submit(by=by, submission=submission, arrived_at=clock.now())
    essay = Essay.objects.create(
        ref=submission.ref, contest=contest, submission=submission, division=division,
        characters=reckoning.characters(text),
    )  # fmt: skip
    Pupil.objects.create(
        essay=essay, contest=contest, body=body, consented_on=clock.today(), consent_taken_by=by,
        show_name=show_name, show_text=show_text, **who,
    )  # fmt: skip

    note(by, "contest.enter", essay, division=division)
    if inspired_by:
        _tie(by, essay, inspired_by)
    _tell_received(by, essay)
    return essay


@action
def upload(*, by: "User", contest: Contest, body: "Body", file: "UploadedFile") -> Upload:
    """Each row of a school's list is entered, known already, or kept to be repaired."""
    require(policies.may_upload(by, contest, body))
    try:
        rows = list(columns.rows_of(file.read()))
    except columns.Unreadable as trouble:
        raise Refused(str(trouble)) from trouble

    kept = Upload.objects.create(
        ref=new_ref("U"), contest=contest, body=body, file_name=(file.name or "")[-200:],
        entered=0, known=0, uploaded_by=by, uploaded_at=clock.now(),
    )  # fmt: skip
    for row in rows:
        _take_in(by, kept, row)
    kept.save(update_fields=["entered", "known"])

    note(by, "contest.upload", kept, entered=kept.entered, known=kept.known)
    return kept


def _take_in(by: "User", kept: Upload, row: columns.Row) -> None:
    facts = row.facts
    grade = facts["grade"]
    facts["grade"] = int(grade) if grade.isdecimal() and len(grade) == 1 else 0
    if _is_known(kept, facts):
        kept.known += 1
        return
    try:
        if row.fault:
            raise Refused(row.fault)
        enter(by=by, contest=kept.contest, body=kept.body, **facts)
        kept.entered += 1
    except Refused as refusal:
        FaultyRow.objects.create(
            upload=kept, line=row.line, facts=facts, fault=refusal.reason[:400]
        )


def _is_known(kept: Upload, facts: dict[str, Any]) -> bool:
    """The same pupil with the same essay: a list that is sent twice enters nothing twice."""
    who = {name: facts[name] for name in WHO}
    pupil = queries.pupil_entered(kept.contest, kept.body, **who)
    return pupil is not None and (
        pupil.essay.submission.title == facts["title"]
        and queries.text_of(pupil.essay) == facts["text"]
    )


@action
def repair(*, by: "User", row: FaultyRow, **facts: Any) -> Essay:
    """What was wrong in a row is put right, and its essay has come in."""
    row = FaultyRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
    require(policies.may_repair(by, row.upload))

    essay = enter(by=by, contest=row.upload.contest, body=row.upload.body, **facts)
    row.delete()

    note(by, "contest.repair", row.upload, line=row.line)
    return essay


@action
def drop_row(*, by: "User", row: FaultyRow) -> None:
    """A row that nobody wants entered is erased."""
    require(policies.may_repair(by, row.upload))

    row.delete()

    note(by, "contest.drop_row", row.upload, line=row.line)


@action
def withdraw(*, by: "User", essay: Essay) -> Essay:
    """The essay takes part no longer, and nothing is known about the pupil any more."""
    require(policies.may_withdraw(by, essay))

    essay.submission = submissions.withdraw(by=by, submission=essay.submission)
    Pupil.objects.filter(essay=essay).delete()

    note(by, "contest.withdraw", essay)
    return essay


@action
def accept(*, by: "User", essay: Essay) -> Essay:
    """The essay was checked, and two readers who stand far enough away are asked."""
    require(policies.may_accept(by, essay))

    essay.submission = submissions.open_review(by=by, submission=essay.submission)
    due_on = clock.today() + datetime.timedelta(days=DAYS_TO_READ)
    for reviewer, _load in reviews.reviewers_for(essay.submission)[:READS]:
        review.assign(by=by, submission=essay.submission, reviewer=reviewer, due_on=due_on)

    note(by, "contest.accept", essay)
    return essay


@action
def disqualify(*, by: "User", essay: Essay, because: str) -> Essay:
    """The essay does not take part, for a reason that the office keeps."""
    require(policies.may_disqualify(by, essay, because))

    submission, because = essay.submission, because.strip()
    essay.submission = submissions.find_ineligible(by=by, submission=submission, because=because)

    note(by, "contest.disqualify", essay)
    return essay


def _tie(by: "User", essay: Essay, ref: str) -> None:
    """The lecture or material that moved the pupil, when the house knows it."""
    if found := queries.inspiration(ref):
        thing = ThingFacts(essay.ref, ThingKind.ESSAY, is_public=False)
        ties.tie(by=by, source=found, target=thing, relation=Relation.INSPIRED)


def _tell_received(by: "User", essay: Essay) -> None:
    with translation.override(by.language):
        path = reverse("contest:entry", args=[essay.ref])
    send("contest/received", to=by.email, about=essay, language=by.language, essay=essay, path=path)


def _make_findable(contest: Contest) -> None:
    for language in ("ja", "en"):
        with translation.override(language):
            url, call = reverse("contest:contest", args=[contest.ref]), contest.call
            title = call.title_ja if language == "ja" else call.title_en
            text = f"{contest.theme_ja} {contest.theme_en} {call.title_ja} {call.title_en}"
            search.put(
                ref=contest.ref, kind=queries.KIND, url=url, title=title, text=text,
                language=language, on=clock.today(),
            )  # fmt: skip


def _in(language: str, division: Division) -> str:
    with translation.override(language):
        return str(division.label)
