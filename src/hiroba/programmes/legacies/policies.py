"""Who may see and carry on legacies, and keep the list of partners."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.programmes.legacies import queries
from hiroba.programmes.legacies.rules import rules_on
from hiroba.programmes.legacies.states import BURDENED, LEGACY, Closing, Declining, Nature, Opening

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.legacies.models import Legacy, LegacyPartner


def may_see(by: "Actor") -> Verdict:
    """Only officers named for legacies see them."""
    return unless(
        by.account and queries.sees(by),
        _(
            "遺贈のご相談は、遺贈の担当として指名された職員だけが見られます。"
            "必要なときは、管理者へご相談ください。"
        ),
    )


def may_enquire(by: "Actor", is_agreed: bool = True) -> Verdict:
    """Everybody may ask, who has agreed to how the words are kept."""
    return unless(is_agreed, _("個人情報の扱いをご確認のうえ、同意の欄にしるしを付けてください。"))


def may_open_file(by: "Actor", legacy: "Legacy", because: str | None = None) -> Verdict:
    """An officer named for legacies opens a file for a stated purpose."""
    return all_of(
        may_see(by),
        unless(because is None or because in Opening.values, _("開く理由を選んでください。")),
    )


def may_write_down(by: "Actor", legacy: "Legacy", expected_yen: int | None = None) -> Verdict:
    """Wishes and expectations are written into the personal file while there is one."""
    return all_of(
        may_see(by),
        unless(legacy.erased_on is None, _("個人情報は、決まりによりすでに消去しました。")),
        unless(legacy.state != "closed", _("終了したご相談には書き足せません。")),
        unless(expected_yen is None or expected_yen >= 0, _("金額は0円以上で入力してください。")),
    )


def may_refer(
    by: "Actor",
    legacy: "Legacy",
    partner: "LegacyPartner | None" = None,
    given_by: str = "",
    given_on: datetime.date | None = None,
    words: str = "",
) -> Verdict:
    """With the person's written consent an officer introduces them to a partner with agreement."""
    verdict = _may_move(by, legacy, "refer")
    if not verdict or partner is None:
        return verdict
    today = clock.today()
    in_force = queries.partners_on(today).filter(pk=partner.pk)
    return all_of(
        unless(
            given_by.strip() and given_on and words.strip(),
            _("ご本人の書面による同意がないと、紹介できません。"),
        ),
        unless(given_on and given_on <= today, _("同意の日を、今日までの日にしてください。")),
        unless(in_force.exists(), _("この提携先との覚書は、いま有効ではありません。")),
        unless(
            not legacy.consents.filter(partner=partner).exists(),
            _("この提携先へは、すでに紹介しました。"),
        ),
    )


def _may_move(by: "Actor", legacy: "Legacy", verb: str) -> Verdict:
    return all_of(may_see(by), LEGACY.allows(verb, legacy.state))


def may_consult(by: "Actor", legacy: "Legacy") -> Verdict:
    """The partner has told that it speaks with the person."""
    return _may_move(by, legacy, "consult")


def may_record_will(by: "Actor", legacy: "Legacy") -> Verdict:
    """A will has been made; what is in it stays with the person."""
    return _may_move(by, legacy, "record_will")


def may_notify(by: "Actor", legacy: "Legacy") -> Verdict:
    """The executor has told that the will is to be carried out."""
    return _may_move(by, legacy, "notify")


def may_accept(
    by: "Actor",
    legacy: "Legacy",
    nature: str = "",
    committee_on: datetime.date | None = None,
) -> Verdict:
    """What may bring burdens is accepted only after the committee has looked at it."""
    verdict = _may_move(by, legacy, "accept")
    if not verdict or not nature:
        return verdict
    return all_of(
        unless(nature in Nature.values, _("財産の種類を選んでください。")),
        unless(
            nature not in BURDENED or committee_on,
            _("包括遺贈と金銭以外の財産は、委員会の判断の日を記録してください。"),
        ),
        unless(
            committee_on is None or committee_on <= clock.today(),
            _("まだ来ていない日は記録できません。"),
        ),
    )


def may_decline(by: "Actor", legacy: "Legacy", declining: str | None = None) -> Verdict:
    """A legacy is declined for one of the stated reasons."""
    return all_of(
        _may_move(by, legacy, "decline"),
        unless(
            declining is None or declining in Declining.values, _("辞退の理由を選んでください。")
        ),
    )


def may_receive(
    by: "Actor", legacy: "Legacy", yen: int = 1, received_on: datetime.date | None = None
) -> Verdict:
    """Money that has come is recorded, part by part."""
    return all_of(
        _may_move(by, legacy, "receive"),
        unless(yen > 0, _("金額は1円以上で入力してください。")),
        unless(
            received_on is None or received_on <= clock.today(),
            _("まだ来ていない日は記録できません。"),
        ),
    )


def may_close(by: "Actor", legacy: "Legacy", closing: str | None = None) -> Verdict:
    """A file is closed for one of the stated reasons."""
    return all_of(
        _may_move(by, legacy, "close"),
        unless(closing is None or closing in Closing.values, _("終了の理由を選んでください。")),
    )


def may_erase(by: "Actor", legacy: "Legacy") -> Verdict:
    """The clock erases personal data when they have been kept as long as the rules say."""
    today = clock.today()
    until = rules_on(today).closed_until(today)
    return all_of(
        unless(by == CLOCKWORK, _("個人情報の消去は、決まりの日が来ると自動で行われます。")),
        unless(legacy.erased_on is None, _("個人情報は、決まりによりすでに消去しました。")),
        unless(
            legacy.closed_on and legacy.closed_on <= until,
            _("まだ保存期間が終わっていません。"),
        ),
    )


def may_add_partner(by: "Actor", body: "Body | None" = None) -> Verdict:
    """A verified body becomes a partner once."""
    return all_of(
        may_see(by),
        unless(
            body is None or not queries.partners().filter(body=body).exists(),
            _("この団体は、すでに提携先です。"),
        ),
    )


def may_agree(by: "Actor", partner: "LegacyPartner") -> Verdict:
    """What has to be signed and when, the engine of agreements asks."""
    return may_see(by)


def may_end_agreement(by: "Actor", partner: "LegacyPartner") -> Verdict:
    """Whether there is something to end, the engine of agreements asks."""
    return may_see(by)
