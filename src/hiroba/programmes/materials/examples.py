"""Materials of the story; all of them are samples."""

from django.core.files.uploadedfile import SimpleUploadedFile

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST
from hiroba.programmes.materials import actions, queries
from hiroba.programmes.materials.models import Licence, Material, MaterialFile

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
AUTHORS = "ひろば教材づくりの会(見本)"

LICENCES: dict[str, dict[str, str]] = {
    "cc-by": {
        "name_ja": "クリエイティブ・コモンズ 表示 4.0",
        "name_en": "Creative Commons Attribution 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
        "allows_ja": "作成者の名前を示せば、コピー、配布、書きかえが自由にできます。",
        "allows_en": "You may copy, share and change it if you name the authors.",
    },
    "school-use": {
        "name_ja": "学校と学びの場での利用",
        "name_en": "Use in schools and learning",
        "allows_ja": "授業や研修のためにコピーして配れます。書きかえるときはご連絡ください。",
        "allows_en": "You may copy it for lessons and training. Please ask before changing it.",
    },
}

# Day, title, English, summary, English, kind, grades, goals, countries, licence.
TOLD: tuple[tuple[str, str, str, str, str, str, list[str], tuple[int, ...], str, str], ...] = (
    ("2023-05-15", "ケニアの地域と子どもたち(見本)",
     "Children and their community in Kenya (sample)",
     "ケニアの町で、地域の人たちが子どもと若者の立ち直りを支えるしくみを学ぶ二時間の授業です。",
     "Two lessons on how people of a town in Kenya help young people to find their way back.",
     "lesson_plan", ["junior_high", "senior_high"], (4, 16), "KE", "cc-by"),
    ("2023-07-03", "水はどこから来るの(見本)", "Where does our water come from? (sample)",
     "ラオスの村と自分の町の水をくらべるワークシートです。",
     "A worksheet that compares the water of a village in Laos with one's own town.",
     "worksheet", ["upper_primary"], (6,), "LA", "cc-by"),
    ("2023-10-10", "難民について考える写真カード(見本)", "Picture cards about refugees (sample)",
     "いま持って出るものを三つ選ぶところから始める、話し合いのためのカードです。",
     "Cards for talking together; they begin with choosing three things to take along.",
     "photos", ["junior_high", "senior_high", "adults"], (10, 16), "UG", "school-use"),
)  # fmt: skip


def licence(code: str = "cc-by") -> Licence:
    """One of the two licences of the story."""
    known = queries.licence(code)
    return known or actions.enter_licence(by=officer(), code=code, **LICENCES[code])


def draft(
    title: str = "くらしと世界(見本)", english: str = "Life and the world (sample)"
) -> Material:
    """A material that nobody outside sees yet."""
    return _made(title, english, "くらしと世界のつながりを考えます。", "On life and the world.",
                 "slides", ["junior_high"], (), "", "cc-by")  # fmt: skip


def with_file(material: Material, name: str = "授業の進め方") -> MaterialFile:
    """The material has a small file."""
    upload = SimpleUploadedFile(f"{material.ref}.pdf", PDF)
    return actions.add_file(
        by=officer(), material=material, upload=upload, name_ja=name, name_en="How to teach it"
    )


def published(title: str = "くらしと世界(見本)", **english: str) -> Material:
    """A material that everybody can use."""
    material = draft(title, **english)
    with_file(material)
    return actions.publish(by=officer(), material=material)


def kenya() -> Material:
    """The material about a community in Kenya that lectures and essays refer to."""
    return _told(*TOLD[0])


def _made(  # noqa: PLR0913
    title: str, english: str, summary: str, summary_en: str, kind: str, grades: list[str],
    goals: tuple[int, ...], country: str, code: str,
) -> Material:  # fmt: skip
    return actions.make(
        by=officer(),
        title_ja=title,
        title_en=english,
        summary_ja=summary,
        summary_en=summary_en,
        kind=kind,
        grades=grades,
        themes=[themes.goal(number) for number in goals],
        countries=[places.country(country)] if country else [],
        licence=licence(code),
        authors=AUTHORS,
        is_sample=True,
    )


def _told(day: str, title: str, *facts: "str | list[str] | tuple[int, ...]") -> Material:
    """A material of the story, made and published on its day, and saved a few times since."""
    known = queries.materials_seen_by(officer()).filter(title_ja=title).first()
    if known:
        return known
    with clock.at(f"{day} 10:00"):
        material = _made(title, *facts)  # type: ignore[arg-type]
        file = with_file(material)
        material = actions.publish(by=officer(), material=material)
    file.material = material
    for month in ("2023-11-08", "2024-01-22"):
        with clock.at(f"{month} 16:00"):
            actions.download(by=GUEST, file=file)
    return material


def tell() -> None:
    """Three materials to use, and one that still waits for its file."""
    for row in TOLD:
        _told(*row)
    waiting = queries.drafts_kept_by(officer()).filter(title_ja="くらしと世界(見本)")
    if not waiting.exists():
        draft()
