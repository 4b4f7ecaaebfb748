"""Who may prepare and publish calls, and what a call must have."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from hiroba.engines.intake.calls import queries, rules
from hiroba.engines.intake.calls.models import Call, Track, TrackRules
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import YES, Verdict, all_of, no, unless

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body

MOST_WHY = 400


def _is_officer(by: Actor, programme: str) -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=programme), _("公募の準備と公開は担当の職員が行います。")
    )


def may_prepare(by: Actor, programme: str, ref: str) -> Verdict:
    """An officer of the programme may prepare a call under a free name."""
    return all_of(
        _is_officer(by, programme),
        may_take_name(not queries.call_exists(ref)),
    )


def may_prepare_any(by: Actor, programme: str) -> Verdict:
    """Whether this person prepares calls of a programme at all."""
    return _is_officer(by, programme)


def may_add_track(
    by: Actor, call: Call, code: str, opens_at: datetime, closes_at: datetime, content: Any
) -> Verdict:
    """A track is added before the call is published, with a window and rules that hold."""
    return all_of(
        _is_officer(by, call.programme),
        unless(call.published_at is None, _("公開した公募には枠を足せません。")),
        unless(queries.track_of(call, code) is None, _("この枠はもうあります。")),
        unless(opens_at < closes_at, _("締切は、受付の始まりより後にしてください。")),
        _sound(content),
    )


def may_take_name(is_new: bool) -> Verdict:
    """Whether the name of a call was free."""
    return unless(is_new, _("この名前の公募はもうあります。"))


def may_change(by: Actor, track: Track) -> Verdict:
    """Whether this person may change anything about the track now."""
    return all_of(
        _is_officer(by, track.call.programme),
        unless(not track.closed(), _("締切を過ぎた枠の決まりは変えられません。")),
    )


def may_amend_rules(by: Actor, track: Track, content: Any, why: str) -> Verdict:
    """Rules get a new version, with a reason, as long as one can still begin on them."""
    return all_of(may_change(by, track), _sound(content), _explained(why))


def may_extend(by: Actor, track: Track, closes_at: datetime, why: str) -> Verdict:
    """A deadline that has not passed is moved to a later one, with a reason."""
    return all_of(
        may_change(by, track),
        unless(closes_at > track.closes_at, _("新しい締切は、いまの締切より後にしてください。")),
        _explained(why),
    )


def may_publish(by: Actor, call: Call) -> Verdict:
    """A call is published once, when it has at least one track that is not over."""
    tracks = queries.tracks_of(call)
    return all_of(
        _is_officer(by, call.programme),
        unless(call.published_at is None, _("この公募はもう公開されています。")),
        unless(tracks, _("枠を一つ以上足すと公開できます。")),
        unless(
            all(track.closes_at > clock.now() for track in tracks),
            _("締切を過ぎた枠があります。日時を確かめてください。"),
        ),
    )


def may_answer(track: Track, moment: datetime) -> Verdict:
    """Whether what arrives at this moment arrives in the window of the track."""
    closing = track.closes_at.astimezone(clock.JAPAN).strftime("%Y-%m-%d %H:%M")
    opening = track.opens_at.astimezone(clock.JAPAN).strftime("%Y-%m-%d %H:%M")
    return all_of(
        unless(track.call.published_at, _("この公募はまだ公開されていません。")),
        unless(moment >= track.opens_at, _("受付は%(at)sに始まります。") % {"at": opening}),
        unless(
            moment < track.closes_at,
            _("受付は%(at)sに締め切りました(到着が基準です)。書いた内容は残っています。")
            % {"at": closing},
        ),
    )


def may_take_part(body: "Body", track: Track, rules: TrackRules) -> Verdict:
    """Whether a body meets every rule, else the first that it does not meet."""
    standing = queries.standings_of(body, rules, track)
    failed = next((each for each in standing if not each.met), None)
    if failed is None:
        return YES
    return no(
        _("応募の条件「%(rule)s」に合いません(%(found)s)。")
        % {"rule": failed.sentence, "found": failed.found}
    )


def _explained(why: str) -> Verdict:
    return all_of(
        unless(why.strip(), _("変える理由を書いてください。公募の頁に載ります。")),
        unless(len(why) <= MOST_WHY, _("理由は%(n)s字までで書いてください。") % {"n": MOST_WHY}),
    )


def _sound(content: Any) -> Verdict:
    try:
        rules.parse(content)
    except rules.Broken as broken:
        return no(_("この決まりは使えません。%(why)s") % {"why": broken})
    return YES
