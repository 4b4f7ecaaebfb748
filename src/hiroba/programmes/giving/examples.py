"""What is given during the story; all of it a sample."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.giving import actions, queries
from hiroba.programmes.giving.models import Cause, Gift
from hiroba.programmes.giving.states import DonorKind, Publicity

if TYPE_CHECKING:
    from hiroba.engines.ledger.models import Allocation
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

CAUSES: dict[str, dict[str, Any]] = {
    "world": {
        "title_ja": "世界の人びとのための基金(見本)",
        "title_en": "Fund for the people of the world (sample)",
        "text_ja": "小さな団体が途上国で行う、教育・保健・水などの活動を支えます。",
        "text_en": "Supports education, health and water projects of small bodies abroad.",
    },
    "coexistence": {
        "title_ja": "多文化共生のための寄附(見本)",
        "title_en": "Gifts for living together (sample)",
        "text_ja": "日本で暮らす外国の人びとと地域をつなぐ活動を支えます。",
        "text_en": "Supports work that brings newcomers in Japan and their towns together.",
    },
}
RULE: dict[str, Any] = {
    "least_yen": 500,
    "suggested": [1000, 3000, 10000],
    "transfer_ja": "見本銀行 ひろば支店 普通 0000000 ヒロバ(見本)",
    "transfer_en": "Sample Bank, Hiroba branch, ordinary account 0000000, HIROBA (sample)",
    "tax_ja": "見本の文:受領証明書の日付は、入金の日です。くわしくは税務署にお尋ねください。",
    "tax_en": "Sample text: the receipt bears the day of arrival. Please ask your tax office.",
}
APRIL = datetime.date(2023, 4, 3)


def cause(ref: str = "world") -> Cause:
    """One of the two things to give for."""
    if known := queries.all_causes().filter(ref=ref).first():
        return known
    with clock.at("2023-04-03 09:00"):
        made = actions.open_cause(
            by=officer(), ref=ref, opened_on=APRIL, is_sample=True, **CAUSES[ref]
        )
        actions.set_rule(by=officer(), cause=made, since=APRIL, **RULE)
    return made


def promised(name: str = "hana", yen: int = 3000, ref: str = "world", **told: Any) -> Gift:
    """Somebody of the story promises a gift, once for each cause and sum."""
    donor: User | None = told.pop("donor", None) or (somebody(name) if name else None)
    by: Actor = donor or GUEST
    return actions.promise(
        by=by,
        cause=cause(ref),
        key=uuid5(NAMESPACE_URL, f"{name}/{ref}/{yen}"),
        yen=yen,
        name=donor.name if donor else "見本の会社",
        email=donor.email if donor else "gift@example.jp",
        is_sample=True,
        **told,
    )


def received(gift: Gift, on: str) -> Gift:
    """Its transfer arrives, and Fumi records it."""
    if gift.state != "promised":
        return gift
    with clock.at(f"{on} 15:00"):
        day = datetime.date.fromisoformat(on)
        fumi = somebody("fumi")
        return actions.receive(
            by=fumi, gift=gift, received_on=day, yen=gift.yen, payer="ヤマダ ハナ"
        )


def hanas_gift() -> Gift:
    """Hana's 3,000 yen of October 2023, with a receipt."""
    with clock.at("2023-10-10 20:00"):
        gift = promised(
            address="東京都港区見本2-3-4",
            wants_receipt=True,
            publicity=Publicity.NAME,
            message="水がみんなに届きますように。",
        )
    return received(gift, "2023-10-13")


def companys_gift() -> Gift:
    """A company's 100,000 yen."""
    with clock.at("2023-10-11 11:00"):
        gift = promised("", 100_000, kind=DonorKind.BODY, publicity=Publicity.NAME)
    return received(gift, "2023-10-16")


def allocated(to_ref: str, yen: int = 52_000) -> "Allocation":
    """Fumi proposes to use the fund for a project, and Sato agrees."""
    if known := queries.allocations().filter(to_ref=to_ref).first():
        return known
    hanas_gift()
    companys_gift()
    with clock.at("2023-11-06 10:00"):
        proposal = actions.propose_allocation(
            by=somebody("fumi"),
            fund=cause().fund,
            to_ref=to_ref,
            yen=yen,
            because="井戸の部品を買うため(見本)",
        )
    with clock.at("2023-11-07 10:00"):
        return actions.approve_allocation(by=officer(), allocation=proposal)


def what_waits() -> None:
    """A transfer that is expected, and an allocation that waits for a second person."""
    promised("hana", 1000, "coexistence")
    promised("akari", 5000)
    done = queries.allocations().filter(state="approved").first()
    if done and not queries.allocations().filter(state="proposed").exists():
        actions.propose_allocation(
            by=somebody("fumi"),
            fund=cause().fund,
            to_ref=done.to_ref,
            yen=20_000,
            because="水質を調べるため(見本)",
        )


def tell(to_ref: str = "") -> None:
    """The room's part of the story; `to_ref` is the project that Hana's gift reaches."""
    for ref in CAUSES:
        cause(ref)
    hanas_gift()
    companys_gift()
    if to_ref:
        allocated(to_ref)
    what_waits()
