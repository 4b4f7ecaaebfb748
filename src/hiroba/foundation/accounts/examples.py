"""The people of the story."""

from hiroba.foundation.accounts import actions, queries
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import EVERYWHERE, Role
from hiroba.foundation.actors import CLOCKWORK

DEMO_PASSWORD = "hiroba-demo"

# Each address of the demo, the name behind it, and its roles with their scope.
PEOPLE: dict[str, tuple[str, tuple[Role, ...], str]] = {
    "hana": ("山田 花(見本)", (), EVERYWHERE),
    "ren": ("鈴木 蓮(見本)", (), EVERYWHERE),
    "akari": ("中村 あかり(見本)", (), EVERYWHERE),
    "machi": ("市役所 まち(見本)", (), EVERYWHERE),
    "aoi": ("青木 あおい(見本)", (Role.GUIDE,), EVERYWHERE),
    "noy": ("野井 のい(見本)", (), EVERYWHERE),
    "juma": ("熊田 ジュマ(見本)", (), EVERYWHERE),
    "rosa": ("森下 ローサ(見本)", (), EVERYWHERE),
    "shiro": ("城田 史郎(見本)", (), EVERYWHERE),
    "sato": ("佐藤 職員(見本)", (Role.OFFICER,), EVERYWHERE),
    "kato": ("加藤 職員(見本)", (Role.OFFICER,), "programme:desks"),
    "fumi": ("福田 ふみ(見本)", (Role.OFFICER,), "programme:giving"),
    "nana": ("中田 なな(見本)", (Role.OFFICER,), "programme:training"),
    "mori": ("森 審査員(見本)", (Role.REVIEWER,), "programme:cooperation"),
    "hayashi": ("林 審査員(見本)", (Role.REVIEWER,), "programme:cooperation"),
    "kimura": ("木村 委員長(見本)", (Role.CHAIR,), "programme:cooperation"),
    "ono": ("小野 承認者(見本)", (Role.APPROVER,), "programme:cooperation"),
    "sumire": ("小川 遺贈担当(見本)", (Role.OFFICER,), "programme:legacies"),
    "kansa": ("高橋 監査(見本)", (Role.AUDITOR,), EVERYWHERE),
    "kanri": ("管理 太郎(見本)", (Role.ADMINISTRATOR,), EVERYWHERE),
}


def somebody(handle: str, name: str = "", language: str = "ja") -> User:
    """One of the story's people, who comes into being when first asked for."""
    email = f"{handle}@example.jp"
    if known := queries.user_by_email(email):
        return known
    told, roles, scope = PEOPLE.get(handle, (handle, (), EVERYWHERE))
    user = actions.open_account(
        by=CLOCKWORK, email=email, name=name or told, password=DEMO_PASSWORD, language=language
    )
    for role in roles:
        actions.grant(by=CLOCKWORK, user=user, role=role, scope=scope)
    return user


def officer() -> User:
    """Officer Sato, who looks after joint projects."""
    return somebody("sato")


def reviewers() -> tuple[User, User]:
    """Two people who read and score proposals."""
    return somebody("mori"), somebody("hayashi")


def chair() -> User:
    """Who proposes what is selected."""
    return somebody("kimura")


def approver() -> User:
    """The second person who agrees to a decision."""
    return somebody("ono")


def auditor() -> User:
    """Who reads everything and changes nothing."""
    return somebody("kansa")


def administrator() -> User:
    """Who gives and takes roles."""
    return somebody("kanri")


def tell() -> None:
    """Everybody of the demo can sign in."""
    for handle in PEOPLE:
        somebody(handle)
