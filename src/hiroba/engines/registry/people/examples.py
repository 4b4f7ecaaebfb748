"""The bodies of the story and the people behind them."""

import datetime

from hiroba.engines.registry.people import actions, queries
from hiroba.engines.registry.people.corporate_numbers import completed
from hiroba.engines.registry.people.models import Body, Membership, Person
from hiroba.engines.registry.people.states import BodyState, MemberRole, Personality
from hiroba.engines.registry.places import examples as places
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.actors import IMPORTER

MINATO_NUMBER = completed("010005000001")


def person(user: User) -> Person:
    """The person behind an account of the story."""
    return queries.person_of(user) or actions.introduce(by=user)


def minato() -> Body:
    """NPO Minato, which Ren works for: verified, in Tokyo."""
    return _verified(
        owner=somebody("ren"),
        name_ja="特定非営利活動法人みなと",
        name_en="NPO Minato",
        kana="トクテイヒエイリカツドウホウジンミナト",
        abbreviation="みなと",
        personality=Personality.NPO,
        registered_on=datetime.date(2012, 6, 1),
        active_since=datetime.date(2010, 4, 1),
        active_abroad_since=datetime.date(2013, 4, 1),
        corporate_number=MINATO_NUMBER,
        prefecture=places.prefecture("13"),
        address="東京都港区見本1-2-3",
        representative="鈴木 蓮(見本)",
        email="minato@example.jp",
        phone="03-0000-0000",
        homepage="https://minato.example.jp/",
        about_ja="ケニアとラオスで、子どもの学びと地域の水を支える団体です(見本)。",
        about_en="A sample body that supports learning and water in Kenya and Laos.",
    )


def kenya_no_mirai() -> Body:
    """An NGO named in a published report; only its name is real."""
    return _verified(
        owner=somebody("ren"),
        name_ja="特定非営利活動法人ケニアの未来",
        name_en="Kenya no Mirai (NPO)",
        kana="トクテイヒエイリカツドウホウジンケニアノミライ",
        personality=Personality.NPO,
        prefecture=places.prefecture("13"),
        about_ja="公表された年次報告に名前が載っている団体です。名称のほかは見本です。",
        about_en="Named in a published annual report; everything but the name is a sample.",
    )


def municipality_body() -> Body:
    """A city that shares what it knows about water."""
    return _verified(
        owner=somebody("machi"),
        name_ja="北九州市(見本)",
        name_en="City of Kitakyushu (sample)",
        kana="キタキュウシュウシ",
        personality=Personality.LOCAL_GOVERNMENT,
        prefecture=places.prefecture("40"),
        municipality=places.kitakyushu(),
    )


def school_body() -> Body:
    """The school where Akari teaches."""
    return _verified(
        owner=somebody("akari"),
        name_ja="見本市立ひろば中学校",
        name_en="Hiroba Junior High School (sample)",
        kana="ミホンシリツヒロバチュウガッコウ",
        personality=Personality.SCHOOL,
        prefecture=places.prefecture("13"),
    )


def university() -> Body:
    """A university that proposes projects with others."""
    return _verified(
        owner=somebody("midori", name="緑川 教授(見本)"),
        name_ja="国立大学法人ひろば大学(見本)",
        name_en="Hiroba University (sample)",
        kana="コクリツダイガクホウジンヒロバダイガク",
        personality=Personality.NATIONAL_UNIVERSITY,
        prefecture=places.prefecture("47"),
    )


def company() -> Body:
    """A company that gives and works along."""
    return _verified(
        owner=somebody("hana"),
        name_ja="株式会社みほん水処理",
        name_en="Mihon Water Co., Ltd. (sample)",
        kana="カブシキガイシャミホンミズショリ",
        personality=Personality.COMPANY,
        corporate_number=completed("010001000002"),
        prefecture=places.prefecture("27"),
    )


def waiting() -> Body:
    """A small group that nobody has verified yet."""
    known = Body.objects.filter(name_ja="虹のかけはし(見本)").first()
    return known or actions.register_body(
        by=somebody("hana"),
        name_ja="虹のかけはし(見本)",
        kana="ニジノカケハシ",
        personality=Personality.UNINCORPORATED,
        prefecture=places.prefecture("14"),
        is_sample=True,
    )


def foreign_body() -> Body:
    """A body that open data names."""
    return actions.register_foreign_body(
        by=IMPORTER,
        identifier="KE-NCO-0000001",
        name_en="Sample Children's Network",
        kind="22",
        country=places.country("KE"),
    )


def member(body: Body, user: User, role: str = MemberRole.EDITOR) -> Membership:
    """Somebody who was invited by the owner and agreed."""
    owner = Membership.objects.get(body=body, role=MemberRole.OWNER)
    assert owner.person.account
    invitation = actions.invite(
        by=owner.person.account, body=body, name=user.name, email=user.email, role=role
    )
    return actions.accept_invitation(by=user, membership=invitation)


def _verified(*, owner: User, name_ja: str, personality: str, **facts: object) -> Body:
    """The body of this name, registered by its owner and verified by officer Sato."""
    body = Body.objects.filter(name_ja=name_ja).first() or actions.register_body(
        by=owner, name_ja=name_ja, personality=personality, is_sample=True, **facts
    )
    if body.state == BodyState.UNVERIFIED:
        body = actions.verify(by=officer(), body=body)
    return body


def tell() -> None:
    """The demo's bodies."""
    for begin in (
        minato,
        kenya_no_mirai,
        municipality_body,
        school_body,
        university,
        company,
        waiting,
        foreign_body,
    ):
        begin()
