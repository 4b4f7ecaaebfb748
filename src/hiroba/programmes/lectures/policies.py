"""Who may ask for lectures, offer and accept them, confirm them, and say how they went."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hiroba.engines.registry.people import policies as people
from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import YES, Verdict, all_of, any_of, unless
from hiroba.programmes.lectures import queries, rankings
from hiroba.programmes.lectures.hours import quarters
from hiroba.programmes.lectures.states import LECTURE, OFFER, LectureState

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.engines.ties.shapes import ThingFacts
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.lectures.models import Lecture, Lecturer, LectureRules, Offer, Wish

# A wish: the day and the time in Japan.
Time = tuple[datetime.date, datetime.time]


def may_ask(
    by: "Actor",
    body: "Body",
    rules: "LectureRules | None",
    wishes: Sequence[Time],
    pupils: int,
    minutes: int,
) -> Verdict:
    """Teachers ask for their school, three times that the rules of the office allow."""
    may = people.may_act_for(by, body)
    if not may or rules is None:
        return may and unless(False, _("出前講座の規則がまだ定められていません。"))
    first = clock.today() + datetime.timedelta(days=rules.lead_days)
    told = {"day": date_format(first, _("Y年n月j日(D)")), "n": rules.lead_days}
    return all_of(
        unless(len(set(wishes)) == 3, _("希望の日時を、ちがう三つにしてください。")),
        unless(
            all(on >= first for on, _at in wishes),
            _("準備のため、%(n)s日後の%(day)sからの日をお選びください。") % told,
        ),
        unless(
            all(_lies_within(rules, at, minutes) for _on, at in wishes),
            _("授業が%(from)sから%(until)sまでに収まる時刻をお選びください。")
            % {"from": f"{rules.earliest:%H:%M}", "until": f"{rules.latest:%H:%M}"},
        ),
        unless(
            pupils >= rules.minimum_pupils,
            _("%(n)s人以上でお申し込みください。ほかの学級と一緒に聞くこともできます。")
            % {"n": rules.minimum_pupils},
        ),
    )


def _lies_within(rules: "LectureRules", at: datetime.time, minutes: int) -> bool:
    begins = datetime.datetime.combine(datetime.date.min, at)
    ends = begins + datetime.timedelta(minutes=minutes)
    same_day = ends.date() == begins.date()
    return same_day and at >= rules.earliest and ends.time() <= rules.latest


def _is_officer(by: "Actor") -> Verdict:
    return unless(queries.keeps_lectures(by), _("この操作は、出前講座の担当職員が行います。"))


def _is_theirs(by: "Actor", offer: "Offer") -> Verdict:
    account = offer.lecturer.person.account
    return unless(account and account == by.account, _("打診された講師ご本人がお答えください。"))


def _reasoned(because: str | None) -> Verdict:
    """An empty text is no reason; before anything was typed nothing is said about it."""
    return unless(because is None or bool(because.strip()), _("理由を書いてください。"))


def _is_ahead(moment: datetime.datetime) -> Verdict:
    return unless(moment > clock.now(), _("この日時はすでに過ぎています。"))


def may_offer(
    by: "Actor", lecture: "Lecture", wish: "Wish | None" = None, lecturer: "Lecturer | None" = None
) -> Verdict:
    """An officer asks a lecturer who fits, for a time that lies ahead."""
    may = all_of(_is_officer(by), LECTURE.allows("offer", lecture.state))
    if not may or wish is None or lecturer is None:
        return may
    against = rankings.obstacle(rankings.candidate_for(lecture, lecturer), wish)
    return all_of(
        unless(wish.lecture_id == lecture.pk, _("この依頼の希望日からお選びください。")),
        _is_ahead(wish.starts_at),
        unless(not against, _("この講師には打診できません。%(why)s") % {"why": against}),
    )


def may_accept(by: "Actor", offer: "Offer") -> Verdict:
    """The lecturer says yes before the hour, and only once to the same time."""
    held = list(quarters(offer.starts_at, offer.ends_at))
    return all_of(
        _is_theirs(by, offer),
        OFFER.allows("accept", offer.state),
        _is_ahead(offer.starts_at),
        unless(
            not queries.is_promised(offer.lecturer, held),
            _("同じ時間に、ほかの講座を引き受けています。"),
        ),
    )


def may_decline(by: "Actor", offer: "Offer", because: str | None = None) -> Verdict:
    """The lecturer says no, and why."""
    return all_of(_is_theirs(by, offer), OFFER.allows("decline", offer.state), _reasoned(because))


def may_withdraw(by: "Actor", offer: "Offer", because: str | None = None) -> Verdict:
    """An officer takes an offer back, and the class waits for another lecturer."""
    return all_of(
        _is_officer(by),
        OFFER.allows("withdraw", offer.state),
        LECTURE.allows("withdraw", offer.lecture.state),
        _reasoned(because),
    )


def may_confirm(by: "Actor", lecture: "Lecture") -> Verdict:
    """An officer tells both sides that it is settled."""
    return all_of(_is_officer(by), LECTURE.allows("confirm", lecture.state))


def may_turn_down(by: "Actor", lecture: "Lecture", because: str | None = None) -> Verdict:
    """An officer says that no lecturer can be found, and why."""
    return all_of(_is_officer(by), LECTURE.allows("turn_down", lecture.state), _reasoned(because))


def may_cancel(by: "Actor", lecture: "Lecture", because: str | None = None) -> Verdict:
    """The school, or an officer, calls it off before it begins."""
    return all_of(
        any_of(people.may_act_for(by, lecture.body), _is_officer(by)),
        LECTURE.allows("cancel", lecture.state),
        _is_ahead(lecture.agreed.starts_at) if lecture.agreed else YES,
        _reasoned(because),
    )


def may_set_link(by: "Actor", lecture: "Lecture") -> Verdict:
    """An officer types where the two sides meet, once a lecturer has agreed."""
    open_states = (LectureState.ACCEPTED, LectureState.CONFIRMED)
    return all_of(
        _is_officer(by),
        unless(lecture.is_online, _("会議のリンクは、オンラインの講座だけにあります。")),
        unless(lecture.state in open_states, _("講師が決まってから入れてください。")),
    )


def may_see_link(by: "Actor", lecture: "Lecture") -> Verdict:
    """From some minutes before the start, as the rules say; officers see it at any time."""
    offer = lecture.agreed
    if not lecture.is_online or offer is None or lecture.state != LectureState.CONFIRMED:
        return unless(False, _("会議のリンクは、講座が確定してから出ます。"))
    if not lecture.online.link:
        return unless(False, _("会議のリンクは、担当職員が準備しています。"))
    opens_at = offer.starts_at - datetime.timedelta(minutes=lecture.rules.link_minutes)
    shown = opens_at.astimezone(clock.JAPAN)
    told = {"n": lecture.rules.link_minutes, "at": date_format(shown, _("n月j日 G:i"))}
    return unless(
        queries.keeps_lectures(by) or clock.now() >= opens_at,
        _("会議のリンクは、始まる%(n)s分前(日本時間 %(at)s)からここに出ます。") % told,
    )


def _may_record(by: "Actor", lecture: "Lecture", verb: str) -> Verdict:
    begun = lecture.agreed is None or lecture.agreed.starts_at <= clock.now()
    return all_of(
        any_of(people.may_act_for(by, lecture.body), _is_officer(by)),
        LECTURE.allows(verb, lecture.state),
        unless(begun, _("始まる時刻の後に記録してください。")),
    )


def may_record_held(by: "Actor", lecture: "Lecture", attended: int | None = None) -> Verdict:
    """The teacher or an officer says how many heard it."""
    return all_of(
        _may_record(by, lecture, "record_held"),
        unless(attended is None or attended >= 1, _("聞いた人の数を入れてください。")),
    )


def may_record_not_held(by: "Actor", lecture: "Lecture", because: str | None = None) -> Verdict:
    """The teacher or an officer says why it did not take place."""
    return all_of(_may_record(by, lecture, "record_not_held"), _reasoned(because))


def may_answer(by: "Actor", lecture: "Lecture") -> Verdict:
    """The teacher answers once, after the lecture."""
    return all_of(
        people.may_act_for(by, lecture.body),
        unless(lecture.state == LectureState.HELD, _("講座の後にお答えください。")),
        unless(queries.answer_about(lecture) is None, _("すでにお答えいただきました。")),
    )


def may_draw_on(
    by: "Actor", lecture: "Lecture", source: "ThingFacts | None" = None, ref: str = ""
) -> Verdict:
    """An officer says which project or material the lecture used."""
    return all_of(
        _is_officer(by),
        unless(
            source or not ref, _("この番号の事業か教材は見つかりません。番号を確かめてください。")
        ),
    )


def may_see_offers(lecturer: "Lecturer | None") -> Verdict:
    """Only those who give lectures have hours of their own here."""
    return unless(lecturer, _("講師として登録された方の画面です。"))


def may_register_lecturer(by: "Actor") -> Verdict:
    """Officers enter lecturers."""
    return _is_officer(by)


def may_revise_lecturer(by: "Actor") -> Verdict:
    """Officers keep right what is known about a lecturer."""
    return _is_officer(by)


def may_add_absence(
    by: "Actor", lecturer: "Lecturer", since: datetime.date | None, until: datetime.date | None
) -> Verdict:
    """Lecturers, or an officer for them, say on which days they cannot."""
    account = lecturer.person.account
    return all_of(
        YES if account and account == by.account else _is_officer(by),
        unless(
            not (since and until) or since <= until,
            _("終わりの日を、始まりの日より後にしてください。"),
        ),
    )


def may_change_rules(
    by: "Actor", since: datetime.date, earliest: datetime.time, latest: datetime.time
) -> Verdict:
    """Officers set rules that hold from today or a later day; the past keeps its own."""
    return all_of(
        YES if by == CLOCKWORK else _is_officer(by),
        unless(since >= clock.today(), _("今日より後の日からの規則にしてください。")),
        unless(earliest < latest, _("終わりの時刻を、始まりの時刻より後にしてください。")),
    )
