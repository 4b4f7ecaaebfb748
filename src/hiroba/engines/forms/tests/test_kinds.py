"""Each kind of answer is read however it is typed: wide digits, commas, old and new signs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.forms import answering
from hiroba.engines.forms.answering import MOST_YEN, Misread
from hiroba.engines.forms.definitions import Item, Option, Words

LABEL = Words("問い", "Question")
WIDE = str.maketrans("0123456789,-/", "０１２３４５６７８９，－／")
HIRAGANA = "あいうえおかきくけこがぎぐげごぱぴぷぺぽまみむめもんっゃゅょー"


def item(kind, **more):
    return Item("q", kind, LABEL, **more)


def wide(text):
    return text.translate(WIDE)


@given(yen=st.integers(0, MOST_YEN))
def test_yen_are_read_in_every_usual_spelling(yen):
    spellings = [
        f"{yen}",
        f"{yen:,}",
        f"¥{yen:,}",
        f"{yen:,}円",
        f" {yen} 円 ",
        wide(f"{yen}"),
        wide(f"{yen:,}") + "円",
    ]

    read = [answering.read(item("yen"), typed) for typed in spellings]

    assert read == [yen] * len(spellings)


@given(yen=st.integers(0, MOST_YEN))
def test_yen_that_are_shown_can_be_typed_again(yen):
    shown = answering.show(item("yen"), yen)

    assert answering.read(item("yen"), shown) == yen


@given(yen=st.integers(max_value=-1) | st.integers(min_value=MOST_YEN + 1))
def test_no_yen_below_nought_and_none_beyond_all_budgets(yen):
    with pytest.raises(Misread, match="円単位の整数"):
        answering.read(item("yen"), str(yen))


@pytest.mark.parametrize("typed", ["1.5", "1e6", "百万", "1,000ドル", "--5", "円", "0x10", "∞"])
def test_what_is_no_whole_yen_is_answered_with_an_example(typed):
    with pytest.raises(Misread, match="9,800,000"):
        answering.read(item("yen"), typed)


@given(
    least=st.integers(-1000, 1000),
    span=st.integers(0, 1000),
    number=st.integers(-3000, 3000),
)
def test_whole_numbers_keep_both_bounds_and_the_bounds_belong_to_them(least, span, number):
    question = item("int", min=least, max=least + span)

    try:
        read = answering.read(question, str(number))
    except Misread as misread:
        read = str(misread)

    if number < least:
        assert read == f"{least}以上で書いてください。"
    elif number > least + span:
        assert read == f"{least + span}以下で書いてください。"
    else:
        assert read == number


@given(number=st.integers(0, 999_999_999_999))
def test_whole_numbers_are_read_wide_and_with_commas(number):
    spellings = (str(number), f"{number:,}", wide(str(number)), wide(f"{number:,}"), f"+{number}")

    assert {answering.read(item("int"), typed) for typed in spellings} == {number}


@pytest.mark.parametrize("typed", ["3.0", "三", "1234567890123", "１２か月", "1-2", "+"])
def test_what_is_no_whole_number_is_answered_with_an_example(typed):
    with pytest.raises(Misread, match="整数で書いてください"):
        answering.read(item("int"), typed)


@given(day=st.dates())
def test_days_are_read_in_every_usual_spelling(day):
    year, month, of_month = f"{day.year:04}", day.month, day.day
    spellings = [
        day.isoformat(),
        f"{year}/{month}/{of_month}",
        f"{year}.{month:02}.{of_month:02}",
        f"{year}年{month}月{of_month}日",
        f" {year} 年 {month} 月 {of_month} 日 ",
        wide(f"{year}/{month}/{of_month}"),
        wide(f"{year}-{month}-{of_month}"),
    ]

    read = {answering.read(item("date"), typed) for typed in spellings}

    assert read == {day.isoformat()}


@pytest.mark.parametrize("typed", ["2023-02-29", "2024-13-01", "2024-04-31", "2024-00-10"])
def test_a_day_that_no_calendar_has_is_told_so(typed):
    with pytest.raises(Misread, match="暦にありません"):
        answering.read(item("date"), typed)


@pytest.mark.parametrize("typed", ["4月1日", "24-4-1", "01/04/2024", "令和六年", "明日", "2024年"])
def test_a_day_in_another_spelling_is_answered_with_an_example(typed):
    with pytest.raises(Misread, match="2024-04-01 または 2024年4月1日"):
        answering.read(item("date"), typed)


def test_a_leap_day_is_a_day():
    assert answering.read(item("date"), "2024年2月29日") == "2024-02-29"


@given(typed=st.text(HIRAGANA, min_size=1, max_size=30))
def test_hiragana_becomes_katakana_once_and_for_all(typed):
    read = answering.read(item("kana"), typed)

    assert len(read) == len(typed)
    assert not set(read) & set(HIRAGANA.replace("ー", ""))
    assert answering.read(item("kana"), read) == read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ｽｽﾞｷ ﾚﾝ", "スズキ レン"),
        ("すずき・れん", "スズキ・レン"),
        ("ﾊﾟﾌﾟｱﾆｭｰｷﾞﾆｱ", "パプアニューギニア"),
        ("ヴェトナム", "ヴェトナム"),
    ],
)
def test_names_are_read_in_narrow_and_wide_kana(typed, meant):
    assert answering.read(item("kana"), typed) == meant


@pytest.mark.parametrize("typed", ["鈴木", "Suzuki", "スズキ1号", "レン🐟", "𠮷野"])
def test_what_is_no_kana_is_told_so(typed):
    with pytest.raises(Misread, match="カタカナで書いてください"):
        answering.read(item("kana"), typed)


@given(digits=st.text("0123456789", min_size=9, max_size=15))
def test_telephone_numbers_are_read_wide_and_narrow(digits):
    dashed = f"{digits[:2]}-{digits[2:6]}-{digits[6:]}"
    spellings = (dashed, wide(dashed), dashed.replace("-", "ー"), dashed.replace("-", "−"))

    assert {answering.read(item("phone"), typed) for typed in spellings} == {dashed}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("+254 20 123 4567", "+254 20 123 4567"), ("（03）1234-5678", "(03)1234-5678")],
)
def test_telephone_numbers_abroad_and_in_brackets(typed, meant):
    assert answering.read(item("phone"), typed) == meant


@pytest.mark.parametrize(
    "typed", ["110", "03-1234-56", "0" * 16, "03-1234-5678 内線5", "+-+-+-+-+-"]
)
def test_what_is_no_telephone_number_is_answered_with_an_example(typed):
    with pytest.raises(Misread, match="03-1234-5678"):
        answering.read(item("phone"), typed)


@pytest.mark.parametrize(
    "typed", ["ren", "ren@", "@example.jp", "a b@example.jp", "ren@@example.jp"]
)
def test_what_is_no_address_is_told_so(typed):
    with pytest.raises(Misread, match="メールアドレス"):
        answering.read(item("email"), typed)


@given(text=st.text(max_size=80))
def test_long_texts_are_kept_composed_with_plain_line_ends(text):
    read = answering.read(item("long_text"), text)

    if read is None:
        assert not text.replace("\x00", "").strip()
    else:
        assert "\r" not in read and "\x00" not in read
        assert unicodedata.is_normalized("NFC", read)
        assert answering.read(item("long_text"), read) == read


@given(text=st.text(max_size=80))
def test_a_line_stays_one_line(text):
    read = answering.read(item("short_text"), text)

    assert "\n" not in (read or "")


def test_a_line_that_a_program_sends_with_line_ends_stays_one_line():
    assert answering.read(item("short_text"), "水と\r\n学校\r計画") == "水と 学校 計画"


@pytest.mark.parametrize("kind", sorted(answering.KINDS))
@pytest.mark.parametrize("typed", ["", " ", "　", "\n\t", "\x00"])
def test_nothing_typed_is_no_answer_whatever_is_asked(kind, typed):
    more = {"options": (Option("a", LABEL),)} if kind == "choice" else {}

    assert answering.read(item(kind, **more), typed) is None


@given(most=st.integers(1, 50), over=st.integers(1, 5))
def test_the_last_sign_that_fits_belongs_to_the_text(most, over):
    question = item("long_text", max_chars=most)

    assert answering.read(question, "字" * most) == "字" * most
    with pytest.raises(Misread, match=f"{most}字までです。いま{most + over}字あります。"):
        answering.read(question, "字" * (most + over))


def test_a_rare_sign_counts_as_one():
    question = item("short_text", max_chars=3)

    assert answering.read(question, "𠮷野🐟") == "𠮷野🐟"


def test_a_text_typed_in_pieces_counts_as_it_is_read():
    in_pieces = unicodedata.normalize("NFD", "がぎぐ")

    assert answering.read(item("short_text", max_chars=3), in_pieces) == "がぎぐ"


def test_scripts_are_only_text():
    assert answering.read(item("long_text"), "<script>alert(1)</script>") == (
        "<script>alert(1)</script>"
    )
