"""The ways to take part, by what a visitor would like to do."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Way:
    """One thing that one can do here, and the page on which it begins."""

    label: str
    hint: str
    url: str


@dataclass(frozen=True)
class Wish:
    """What somebody would like to do, and the ways that lead there."""

    code: str
    title: str
    ways: list[Way]


Told = tuple[str | Promise, str | Promise, str]
# Each wish: its code, its words, and its ways with the page behind each.
WISHES: tuple[tuple[str, str | Promise, tuple[Told, ...]], ...] = (
    (
        "know",
        _("知る"),
        (
            (
                _("世界の事業"),
                _("国・分野・年度から事業をさがし、結果と教訓を読む。"),
                "projects:projects",
            ),
            (
                _("追体験の旅"),
                _("ふるさとを追われた人の道を、自分の手でたどる。"),
                "journeys:journeys",
            ),
            (
                _("地球ひろば"),
                _("展示を見て、案内人と回る。団体でも予約できる。"),
                "plaza:plaza",
            ),
            (_("数字で見る"), _("一つひとつの数字を、もとの記録までたどる。"), "figures:figures"),
        ),
    ),
    (
        "learn",
        _("学ぶ・教える"),
        (
            (_("教材"), _("学年・テーマ・国から選び、そのまま授業で使う。"), "materials:materials"),
            (
                _("出前講座・オンライン講座"),
                _("現地で働く人と教室をつなぐ。三つの希望日で申し込む。"),
                "lectures:lectures",
            ),
            (
                _("研修"),
                _("教える人のための研修に応募し、修了証を受け取る。"),
                "training:courses",
            ),
            (
                _("エッセイコンテスト"),
                _("中学生・高校生の作品を送り、受賞作を読む。"),
                "contest:contests",
            ),
        ),
    ),
    (
        "work",
        _("いっしょに取り組む"),
        (
            (_("募集"), _("募集要項を読み、提案を書いて応募する。"), "proposals:calls"),
            (
                _("対話"),
                _("協議会や勉強会に議題を出し、参加し、約束のゆくえを見る。"),
                "dialogue:dialogue",
            ),
            (
                _("ジャパンデスク"),
                _("現地の団体や制度のことを、その国の窓口にたずねる。"),
                "desks:desks",
            ),
            (_("団体"), _("いっしょに取り組める団体をさがす。"), "people:bodies"),
        ),
    ),
    (
        "support",
        _("支える・備える"),
        (
            (
                _("寄附する"),
                _("円が事業に届き、何が残るかを、最後までたどる。"),
                "giving:causes",
            ),
            (
                _("遺贈のご相談"),
                _("遺言で思いを託す道を、急がず、静かに相談する。"),
                "legacies:legacies",
            ),
            (
                _("災害のときの多言語支援"),
                _("やさしい日本語と英語で、いま要ることを知る。"),
                "coexistence:disasters",
            ),
        ),
    ),
)


def ways_to_take_part() -> list[Wish]:
    """Every wish with its ways, in the reader's language."""
    return [
        Wish(code, str(title), [Way(str(a), str(b), reverse(page)) for a, b, page in ways])
        for code, title, ways in WISHES
    ]
