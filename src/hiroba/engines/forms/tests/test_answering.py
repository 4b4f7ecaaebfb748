"""What people type is understood generously, and otherwise answered with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.forms import answering
from hiroba.engines.forms.definitions import Item, Option, Words

LABEL = Words("問い", "Question")


def item(kind, **more):
    return Item("q", kind, LABEL, **more)


YES_OR = (Option("a", Words("あ", "A")), Option("b", Words("い", "B")))


@pytest.mark.parametrize(
    ("question", "typed", "meant"),
    [
        (item("short_text"), "  水と\n𠮷野🐟 ", "水と 𠮷野🐟"),
        (item("long_text"), "一行\r\n二行\x00", "一行\n二行"),
        (item("int"), "３６", 36),
        (item("yen"), "９，８００，０００円", 9_800_000),
        (item("yen"), "¥1,000", 1000),
        (item("date"), "２０２４年４月１日", "2024-04-01"),
        (item("date"), "2024/4/1", "2024-04-01"),
        (item("yes_no"), "no", False),
        (item("choice", options=YES_OR), "b", "b"),
        (item("email"), "ｒｅｎ＠example.jp", "ren@example.jp"),
        (item("phone"), "０３ー１２３４ー５６７８", "03-1234-5678"),
        (item("kana"), "みなと ﾐﾅﾄ", "ミナト ミナト"),
        (item("short_text"), " \n ", None),
    ],
)
def test_what_is_typed_is_understood(question, typed, meant):
    assert answering.read(question, typed) == meant


@pytest.mark.parametrize(
    ("question", "typed", "sentence"),
    [
        (item("long_text", max_chars=3), "四文字だ", "3字までです。いま4字あります。"),
        (item("int"), "三年", "整数で書いてください"),
        (item("int", max=36), "37", "36以下"),
        (item("int", min=1), "0", "1以上"),
        (item("yen"), "百万円", "円単位の整数"),
        (item("yen"), "-5", "円単位の整数"),
        (item("yen", max=10_000_000), "10,000,001", "10,000,000円以下"),
        (item("date"), "来年の春", "2024-04-01"),
        (item("date"), "2023-02-30", "暦にありません"),
        (item("yes_no"), "たぶん", "はい"),
        (item("choice", options=YES_OR), "c", "一覧から"),
        (item("email"), "ren@", "メールアドレス"),
        (item("phone"), "電話なし", "電話番号"),
        (item("kana"), "港", "カタカナ"),
    ],
)
def test_what_cannot_be_understood_gets_a_sentence(question, typed, sentence):
    with pytest.raises(answering.Misread, match=sentence):
        answering.read(question, typed)


@given(st.text(max_size=60), st.sampled_from(["short_text", "int", "yen", "date", "email", "kana"]))
def test_no_text_whatever_breaks_the_reading(typed, kind):
    try:
        meant = answering.read(item(kind), typed)
    except answering.Misread as misread:
        meant = str(misread)

    assert meant is None or meant == meant


def test_answers_are_shown_as_people_read_them():
    shown = [
        answering.show(item("yen"), 9_800_000),
        answering.show(item("date"), "2024-04-01"),
        answering.show(item("yes_no"), True),
        answering.show(item("choice", options=YES_OR), "b"),
        answering.show(item("short_text"), None),
    ]

    assert shown == ["9,800,000円", "2024年4月1日", "はい", "い", ""]
