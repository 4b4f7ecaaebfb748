"""The columns a list of bodies may have, and the names people give them."""

from dataclasses import dataclass

import jaconv
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.engines.registry.imports.tables import Line
from hiroba.foundation.verdicts import Refused

HEADER_WITHIN = 10


@dataclass(frozen=True)
class Column:
    """A column: its key, its label, what else people call it, and how long its texts may be."""

    key: str
    label: str | Promise
    others: tuple[str, ...]
    length: int
    is_needed: bool = False

    def is_called(self, heading: str) -> bool:
        """Whether somebody means this column by a heading."""
        return _folded(heading) in {
            _folded(name) for name in (self.key, str(self.label), *self.others)
        }


COLUMNS = (
    Column(
        "name_ja",
        gettext_lazy("団体名"),
        ("団体名", "名称", "法人名", "団体名称", "商号又は名称"),
        120,
        True,
    ),
    Column("kana", gettext_lazy("フリガナ"), ("フリガナ", "ふりがな", "カナ", "団体名カナ"), 160),
    Column(
        "name_en",
        gettext_lazy("英語の名称"),
        ("英語の名称", "英語名", "英文名称", "英語名称", "name"),
        160,
    ),
    Column(
        "personality", gettext_lazy("法人格"), ("法人格", "法人種別", "種別", "団体種別"), 60, True
    ),
    Column("corporate_number", gettext_lazy("法人番号"), ("法人番号",), 20),
    Column(
        "prefecture", gettext_lazy("都道府県"), ("都道府県", "都道府県名", "所在都道府県"), 20, True
    ),
    Column("municipality", gettext_lazy("市区町村"), ("市区町村", "市町村", "市区町村名"), 40),
    Column("address", gettext_lazy("所在地"), ("所在地", "住所"), 200),
    Column(
        "registered_on",
        gettext_lazy("設立登記日"),
        ("設立登記日", "設立年月日", "登記日", "設立日"),
        40,
    ),
    Column("representative", gettext_lazy("代表者"), ("代表者", "代表者名", "代表者氏名"), 80),
    Column(
        "email", gettext_lazy("メールアドレス"), ("メールアドレス", "メール", "e-mail", "mail"), 254
    ),
    Column("phone", gettext_lazy("電話番号"), ("電話番号", "電話", "tel"), 30),
    Column("homepage", gettext_lazy("ウェブサイト"), ("ウェブサイト", "ホームページ", "url"), 200),
)
SAMPLE = (
    (
        "特定非営利活動法人みほんの会",
        "トクテイヒエイリカツドウホウジンミホンノカイ",
        "Sample Association",
        "特定非営利活動法人",
        "",
        "東京都",
        "千代田区",
        "見本町1-2-3",
        "2012-06-01",
        "見本 太郎",
        "mihon@example.jp",
        "03-0000-0000",
        "https://mihon.example.jp/",
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}


def _folded(text: str) -> str:
    return jaconv.normalize(text).strip(" *※:()").lower().replace(" ", "")


def keyed(lines: list[Line]) -> list[tuple[int, dict[str, str]]]:
    """Each line below the headings by its keys; unknown columns keep their heading."""
    place, keys = _headings(lines)
    return [
        (line.number, {key: cell for key, cell in zip(keys, line.cells, strict=False) if key})
        for line in lines[place + 1 :]
    ]


def _headings(lines: list[Line]) -> tuple[int, list[str]]:
    """The line of headings is the first one that names the body and one thing more."""
    for place, line in enumerate(lines[:HEADER_WITHIN]):
        keys = [_key(heading) for heading in line.cells]
        if "name_ja" in keys and len(set(keys) & set(BY_KEY)) > 1:
            _require_once_each(keys)
            _require_needed(keys)
            return place, keys
    _require_needed([_key(heading) for heading in lines[0].cells])
    raise Refused(_("見出しの行が見つかりません。1行目に列の名前を書いてください。"))


def _key(heading: str) -> str:
    return next((column.key for column in COLUMNS if column.is_called(heading)), heading)


def _require_once_each(keys: list[str]) -> None:
    twice = [key for key in BY_KEY if keys.count(key) > 1]
    if twice:
        raise Refused(
            _("「%(column)s」の列が二つあります。一つにしてください。")
            % {"column": BY_KEY[twice[0]].label}
        )


def _require_needed(keys: list[str]) -> None:
    missing = [
        str(column.label) for column in COLUMNS if column.is_needed and column.key not in keys
    ]
    if missing:
        raise Refused(
            _("「%(columns)s」の列が見つかりません。見出しを確かめてください。")
            % {"columns": _("」「").join(missing)}
        )
