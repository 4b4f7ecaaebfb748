"""What can be wrong with an IATI file, each fault with its line, its activity and its sentence."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    # the whole file
    "empty": _("ファイルが空です。"),
    "too-large": _(
        "ファイルが大きすぎます(%(megabytes)s MB)。上限は %(limit)s MB です。分けてお送りください。"
    ),
    "not-xml": _("XML ではありません。IATI の活動ファイル(.xml)をお選びください。"),
    "web-page": _("ウェブページ(HTML)です。IATI の活動ファイルそのものを保存してお選びください。"),
    "doctype": _(
        "DOCTYPE を含むファイルは、安全のため受け付けません。DOCTYPE の行を除いてください。"
    ),
    "broken": _("XML が途中で壊れています。ファイルが最後まで保存されているかご確認ください。"),
    "organisation-file": _(
        "組織ファイル(iati-organisations)です。活動ファイル(iati-activities)をお選びください。"
    ),
    "not-iati": _("IATI の活動ファイルではありません(最初の要素が %(tag)s です)。"),
    "no-version": _(
        'IATI の版が書かれていません。iati-activities に version="2.03" のように書いてください。'
    ),
    "version-1": _(
        "IATI %(version)s 版は、すでに廃止されています。2.01–2.03 版のファイルをお選びください。"
    ),
    "version-unknown": _(
        "IATI %(version)s 版は読めません。2.01–2.03 版のファイルをお選びください。"
    ),
    "no-activities": _("活動(iati-activity)がひとつもありません。"),
    # one activity: not imported
    "no-identifier": _("活動の識別子(iati-identifier)がありません。"),
    "long-identifier": _("活動の識別子が長すぎます(%(length)s 文字)。"),
    "twice": _("同じ識別子の活動が、このファイルの %(first)s 行目にもあります。"),
    # one row of money: left out of an activity that is imported
    "date-unreadable": _("%(tag)s の日付「%(value)s」は読めないため、この行は取り込みません。"),
    "value-unreadable": _("%(tag)s の金額「%(value)s」は読めないため、この行は取り込みません。"),
    "value-too-large": _("%(tag)s の金額「%(value)s」は桁が多すぎるため、この行は取り込みません。"),
    "no-currency": _("%(tag)s の通貨が分からないため、この行は取り込みません。"),
    # one activity: imported, to be looked at
    "no-title": _("題名がありません。識別子で表示します。"),
    "no-description": _("説明がありません。"),
    "no-status": _("活動の状態(activity-status)がないか、知らないコード「%(value)s」です。"),
    "no-reporting-ref": _("報告団体の識別子(reporting-org の ref)がありません。"),
    "no-reporting-name": _("報告団体の名称がありません。"),
    "no-participant": _("参加団体(participating-org)がありません。"),
    "nameless-organisation": _("%(tag)s に識別子(ref)も名称(narrative)もありません。"),
    "no-start": _("開始日(予定または実績)がありません。"),
    "day-skipped": _("%(tag)s の日付「%(value)s」は読めないため、取り込みません。"),
    "dates-reversed": _("終了日 %(end)s が開始日 %(start)s より前です。"),
    "future-actual": _("実績の日付 %(day)s が未来です。"),
    "future-transaction": _("取引の日付 %(day)s が未来です。"),
    "number-skipped": _("%(tag)s の数値「%(value)s」は読めないため、取り込みません。"),
    "percentage-range": _("%(tag)s の割合「%(value)s」は 0 から 100 の間ではありません。"),
    "no-percentage": _("%(tag)s が複数あるのに、割合のないものがあります。"),
    "percentages": _("%(tag)s の割合の合計が %(sum)s%% です(100%% になるはずです)。"),
    "no-country": _("国も地域もありません。"),
    "no-sector": _("分野(sector)がありません。"),
    "code-skipped": _("コードのない %(tag)s は取り込みません。"),
    "unknown-country": _("国コード「%(value)s」は登録にありません。この国は取り込みません。"),
    "implausible-amount": _(
        "金額 %(value)s %(currency)s は大きすぎるようです。通貨や桁をご確認ください。"
    ),
    "negative-commitment": _(
        "約束額(commitment)が負の数 %(value)s です。減額であれば問題ありません。"
    ),
    "unknown-transaction": _("取引の種類「%(value)s」は知らないコードです。"),
    "long-budget": _("予算の期間 %(start)s–%(end)s が1年を超えています。"),
    "unsafe-link": _("文書のリンク「%(value)s」は http(s) ではないため、取り込みません。"),
    "no-indicator": _("成果(result)に指標がありません。"),
}

ERROR, WARNING = "error", "warning"


def sentence_of(code: str, facts: dict[str, str]) -> str:
    """The sentence in the reader's language."""
    return str(SENTENCES[code]) % facts


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: an error keeps the activity out, a warning lets it in."""

    severity: str
    code: str
    line: int
    activity: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return sentence_of(self.code, self.facts)

    @property
    def is_error(self) -> bool:
        return self.severity == ERROR


class NotReadable(Exception):
    """The file as a whole cannot be read; nothing of it is imported."""

    def __init__(self, code: str, line: int = 0, **facts: Any) -> None:
        self.fault = Fault(ERROR, code, line, "", {name: str(fact) for name, fact in facts.items()})
        super().__init__(self.fault.sentence)
