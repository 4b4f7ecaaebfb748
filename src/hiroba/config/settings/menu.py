"""The doors that visitors see: what each says, and the page behind it."""

from django.utils.translation import gettext_lazy as _

__all__ = ["HIROBA_MENU"]

# A door whose room is not there yet is not shown; a test says when one is missing.
HIROBA_MENU = {
    "doors": [
        (_("事業をさがす"), "projects:projects"),
        (_("募集"), "proposals:calls"),
        (_("参加する"), "web:ways"),
        (_("寄附する"), "giving:causes"),
        (_("教材"), "materials:materials"),
        (_("団体"), "people:bodies"),
        (_("数字で見る"), "figures:figures"),
        (_("年次版"), "editions:editions"),
    ],
    "foot": [
        (_("ひろばについて"), "web:about"),
        (_("使いかた"), "web:help"),
        (_("個人情報の扱い"), "web:privacy"),
        (_("見やすさ・使いやすさ"), "web:accessibility"),
        (_("APIの説明"), "api-docs"),
        (_("画面の部品"), "web:components"),
    ],
}
