"""What happens in the legacies room during the story; all of it a sample."""

import datetime
from typing import TYPE_CHECKING

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import queries as bodies
from hiroba.engines.registry.people.states import Personality
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.legacies import actions, queries
from hiroba.programmes.legacies.models import Legacy, LegacyPartner
from hiroba.programmes.legacies.states import Opening

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

TEXT = "遺贈を考えている方を、書面の同意にもとづいて紹介する。手数料の授受は行わない(見本)。"
WORDS = "このたびの相談について、名前と連絡先をひろば信託銀行へ伝えることに同意します。(見本)"


def legacy_officer() -> "User":
    """Officer Ogawa, whom legacies are entrusted to by name."""
    return somebody("sumire")


def bank(name_ja: str, name_en: str, kana: str) -> "Body":
    """A trust bank that does not exist, verified by officer Sato."""
    known = bodies.bodies().filter(name_ja=name_ja).first()
    if known:
        return known
    entered = people.enter_body(
        by=officer(),
        name_ja=name_ja,
        name_en=name_en,
        kana=kana,
        personality=Personality.COMPANY,
        prefecture=places.prefecture("13"),
        is_sample=True,
    )
    return people.verify(by=officer(), body=entered)


def hiroba_trust() -> LegacyPartner:
    """A partner with whom one can speak all over Japan."""
    return _partner(
        bank("ひろば信託銀行(見本)", "Hiroba Trust Bank (sample)", "ヒロバシンタクギンコウ"),
        "遺言書の作成から執行まで、全国の窓口で相談できます(見本)。",
        "Advice on wills and their execution at branches all over Japan (sample).",
        "遺言信託の窓口 0120-000-000(見本)",
        "Wills desk 0120-000-000 (sample)",
    )


def minori_trust() -> LegacyPartner:
    """A partner that also looks after gifts of inherited property by heirs."""
    return _partner(
        bank("みのり信託銀行(見本)", "Minori Trust Bank (sample)", "ミノリシンタクギンコウ"),
        "相続した財産からのご寄附についても、相談できます(見本)。",
        "Also advises heirs who wish to give from what they inherited (sample).",
        "相続の窓口 0120-111-111(見本)",
        "Inheritance desk 0120-111-111 (sample)",
    )


def _partner(body: "Body", *told: str) -> LegacyPartner:
    known = queries.partners().filter(body=body).first()
    if known:
        return known
    about_ja, about_en, contact_ja, contact_en = told
    return actions.add_partner(
        by=legacy_officer(),
        body=body,
        about_ja=about_ja,
        about_en=about_en,
        contact_ja=contact_ja,
        contact_en=contact_en,
        is_sample=True,
    )


def agreed(partner: LegacyPartner, ends_on: datetime.date | None = None) -> LegacyPartner:
    """The partner with a memorandum that both sides have signed."""
    if not queries.standings([partner])[0].agreement:
        actions.agree(
            by=legacy_officer(),
            partner=partner,
            text=TEXT,
            partner_signer="白石 支店長(見本)",
            partner_signed_on=clock.today(),
            house_signer="小野 承認者(見本)",
            house_signed_on=clock.today(),
            ends_on=ends_on,
        )
    return partner


def asked(handle: str, words: str, name: str) -> Legacy:
    """An enquiry of somebody without an account; the same person asks once."""
    email = f"{handle}@example.jp"
    known = Legacy.objects.filter(personal__email=email).first()
    return known or actions.enquire(by=GUEST, name=name, email=email, words=words, is_sample=True)


def referred() -> Legacy:
    """Somebody asked in June, gave written consent in July, and speaks with the bank."""
    with clock.at("2023-06-12 10:00"):
        legacy = asked("fujiko", "遺言で寄附をする方法を知りたいです。(見本)", "藤子(見本)")
    if legacy.state != "enquiry":
        return legacy
    officer_named = legacy_officer()
    with clock.at("2023-06-14 10:00"):
        actions.open_file(by=officer_named, legacy=legacy, because=Opening.ANSWER)
        actions.write_down(
            by=officer_named, legacy=legacy, wishes="子どもの学びに役立てたい。(見本)"
        )
    with clock.at("2023-07-05 10:00"):
        actions.open_file(by=officer_named, legacy=legacy, because=Opening.PARTNER)
        actions.refer(
            by=officer_named,
            legacy=legacy,
            partner=hiroba_trust(),
            given_by="藤子(見本)",
            given_on=datetime.date(2023, 7, 3),
            words=WORDS,
        )
    with clock.at("2023-08-01 10:00"):
        return actions.consult(by=officer_named, legacy=legacy)


def tell() -> None:
    """The room's part of the story, and an enquiry that waits for an answer now."""
    with clock.at("2023-04-20 10:00"):
        agreed(hiroba_trust())
    with clock.at("2023-10-02 10:00"):
        agreed(minori_trust())
    referred()
    asked("kaede", "相続した土地のことも相談できますか。(見本)", "かえで(見本)")
