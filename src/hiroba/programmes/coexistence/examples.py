"""The earthquake of January 2024 and a drill of today; every word of them is a sample."""

import datetime
from typing import Any

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.people.states import Personality
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places import queries as known_places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.coexistence import actions
from hiroba.programmes.coexistence.models import Disaster, Notice

NOTO = "能登半島地震(見本)"
DRILL = "多言語支援の訓練(見本)"
WATER = {
    "ja": ("給水のお知らせ(見本)", "小学校の校庭で飲料水を配布しています。費用はかかりません。"),
    "ja-x-easy": (
        "水《みず》を もらえます",
        "小学校《しょうがっこう》で 水《みず》を もらえます。\nお金《かね》は いりません。",
    ),
    "en": ("Water (sample)", "You can get drinking water at the primary school. It is free."),
    "vi": ("Nước uống (mẫu)", "Bạn có thể nhận nước uống tại trường tiểu học. Miễn phí."),
}
HELP = {
    "ja": ("多言語の相談窓口(見本)", "罹災証明や在留資格の相談を、9か国語で受け付けています。"),
    "ja-x-easy": (
        "困《こま》った ときの 電話《でんわ》",
        "困《こま》ったら 電話《でんわ》を してください。\nあなたの ことばで 話《はな》せます。",
    ),
    "en": ("Help in your language (sample)", "Call us. You can speak in your own language."),
}


def association() -> Body:
    """The body that runs the centre in Ishikawa."""
    known = Body.objects.filter(name_ja="石川県の国際交流協会(見本)").first()
    return known or people.enter_body(
        by=officer(),
        name_ja="石川県の国際交流協会(見本)",
        name_en="International association in Ishikawa (sample)",
        kana="イシカワケンノコクサイコウリュウキョウカイ",
        personality=Personality.PUBLIC_FOUNDATION,
        prefecture=places.prefecture("17"),
        is_sample=True,
    )


def disaster(name_ja: str = NOTO, name_en: str = "Noto earthquake (sample)") -> Disaster:
    """Something that happened yesterday in Ishikawa."""
    wajima = known_places.municipality("17204")
    return Disaster.objects.filter(name_ja=name_ja).first() or actions.begin_disaster(
        by=officer(),
        name_ja=name_ja,
        name_en=name_en,
        happened_on=clock.today() - datetime.timedelta(days=1),
        prefectures=[places.prefecture("17")],
        municipalities=[wajima] if wajima else [],
        is_sample=True,
    )


def notice(
    where: Disaster, words: dict[str, tuple[str, str]], days: int = 7, **told: Any
) -> Notice:
    """A notice in Japanese that holds for some days from now."""
    title, text = words["ja"]
    facts: dict[str, Any] = {
        "category": "water",
        "severity": "urgent",
        "source": "見本の災害対策本部",
        "source_at": clock.now(),
        "valid_from": clock.now(),
        "expires_at": clock.now() + datetime.timedelta(days=days),
        "prefectures": [places.prefecture("17")],
        **told,
    }
    return actions.write_notice(by=officer(), disaster=where, title=title, text=text, **facts)


def said(one: Notice, words: dict[str, tuple[str, str]], *languages: str) -> Notice:
    """The notice stands in these languages too; Vietnamese was written by a machine."""
    for language in languages:
        title, text = words[language]
        state = "machine" if language == "vi" else "human"
        actions.say(
            by=officer(), notice=one, language=language, title=title, text=text, state=state
        )
    return one


def published(where: Disaster, words: dict[str, tuple[str, str]], **told: Any) -> Notice:
    """A notice that everybody reads in all the languages it has."""
    languages = [language for language in words if language != "ja"]
    one = said(notice(where, words, **told), words, *languages)
    return actions.publish(by=officer(), notice=one)


def noto() -> Disaster:
    """The centre stands from 2 January until the end of March, and tells what one has to know."""
    if known := Disaster.objects.filter(name_ja=NOTO).first():
        return known
    with clock.at("2024-01-02 09:00"):
        where = disaster()
        centre = actions.open_centre(
            by=officer(),
            disaster=where,
            host=association(),
            name_ja="災害多言語支援センター(見本)",
            name_en="Multilingual support centre (sample)",
            languages=["ja", "en", "zh-hans", "vi", "pt"],
            hours_ja="毎日9時から18時",
            hours_en="Every day, 9:00 to 18:00",
            phone="076-000-0000",
            is_sample=True,
        )
    with clock.at("2024-01-03 10:00"):
        published(where, WATER)
    with clock.at("2024-01-05 10:00"):
        facts = {"category": "consultation", "severity": "important", "days": 86}
        published(where, HELP, **facts)
    with clock.at("2024-02-01 10:00"):
        where = actions.recover(by=officer(), disaster=where)
    with clock.at("2024-03-29 10:00"):
        actions.close_centre(by=officer(), centre=centre, closed_on=datetime.date(2024, 3, 31))
    with clock.at("2024-04-01 10:00"):
        return actions.close_disaster(by=officer(), disaster=where)


def drill() -> Disaster:
    """A drill that goes on now: one notice holds, its source changed, and one is not ready."""
    if known := Disaster.objects.filter(name_ja=DRILL).first():
        return known
    where = disaster(DRILL, "Drill of multilingual support (sample)")
    one = published(where, WATER, days=60)
    changed = ("給水のお知らせ(見本)", "小学校と中学校で飲料水を配布しています。")
    said(one, {"ja": changed}, "ja")
    said(one, WATER, "ja-x-easy")
    notice(where, HELP, days=60, category="consultation", severity="important")
    return where


def tell() -> None:
    """The earthquake of the story, and the drill of today."""
    noto()
    drill()
