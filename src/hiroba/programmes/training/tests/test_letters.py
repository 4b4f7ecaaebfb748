"""Letters of training in both languages, compared whole."""

import pytest

from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.training import examples

ADDRESS = "http://127.0.0.1:8000"
TITLE = examples.GLOBAL


def body(kind, who):
    return Letter.objects.get(kind=f"training/{kind}", to=somebody(who).email).body


def test_an_application_in_japanese(coming):
    examples.applied(coming)

    assert body("applied", "akari") == (
        f"「{TITLE['title_ja']}」への応募を受け付けました。\n"
        "結果は、お便りでお知らせします。\n\n"
        f"{ADDRESS}/my/training/\n"
    )


@pytest.fixture
def both_told(coming):
    """Taro, who reads English, is selected; Hana is not."""
    somebody("taro", "太郎(見本)", language="en")
    chosen, _other = examples.applied(coming, "taro"), examples.applied(coming, "hana")
    with examples.clock.at("2023-11-21 10:00"):
        examples.decided(coming, chosen)


def test_the_selected_in_english(both_told):
    assert body("selected", "taro") == (
        f'You have been selected for "{TITLE["title_en"]}".\n'
        "Please tell us here whether you come.\n\n"
        f"{ADDRESS}/en/my/training/\n"
    )


def test_the_others_in_japanese(both_told):
    assert body("declined", "hana") == (
        f"「{TITLE['title_ja']}」は、今回は見送りとなりました。\n"
        "ご応募をありがとうございました。次の研修をお待ちしています。\n\n"
        f"{ADDRESS}/training/\n"
    )
