"""The letters, word for word: nothing presses, nothing tells more than it must."""

import pytest

from hiroba.foundation.letters.models import Letter
from hiroba.programmes.legacies.tests.samples import EMAIL, SECRETS, WORDS, asked, done

RECEIVED_JA = """\
楓 花子 様

お便りをくださり、ありがとうございます。
たいせつなお気持ちをお寄せいただいたことに、心より御礼申し上げます。

指名された担当の職員が、ゆっくり読ませていただき、ご連絡します。
お急ぎになることはありません。お考えが変わったときは、いつでもお知らせください。

うかがったことは、ほかの職員や提携先へ伝えません。
提携先へのご紹介は、書面で同意をいただいたときだけ行います。

ご相談の番号: {ref}
遺贈のご案内: http://127.0.0.1:8000/legacies/
"""
RECEIVED_EN = """\
Dear 楓 花子,

Thank you for writing to us. We are grateful that you share with us a thought that matters so much to you.

An officer named for this task will read your words in peace and get in touch with you.
There is no hurry. If you change your mind, please tell us at any time.

What you tell us is passed on neither to other staff nor to partner institutions.
We introduce you to a partner only with your written consent.

Number of your enquiry: {ref}
About gifts by will: http://127.0.0.1:8000/en/legacies/
"""  # noqa: E501
REFERRED_JA = """\
楓 花子 様

いただいた書面の同意にもとづき、次の提携先へご紹介しました。

ひろば信託銀行(見本)
遺言信託の窓口 0120-000-000(見本)

お伝えしたのは、お名前とご連絡先、遺贈についてのご相談であることだけです。
この先のご相談と費用については、提携先とご本人でお決めください。
この機関が手数料を受け取ることはありません。

お断りになることも、いつでもできます。そのときは、この機関か提携先へお知らせください。

ご相談の番号: {ref}
"""
REFERRED_EN = """\
Dear 楓 花子,

With your written consent we have introduced you to the following partner.

Hiroba Trust Bank (sample)
Wills desk 0120-000-000 (sample)

We passed on only your name, how to reach you, and that you are thinking about a gift by will.
How you go on, and any fees, are between you and the partner. We receive no commission.

You are free to stop at any time; please tell us or the partner.

Number of your enquiry: {ref}
"""
CAME_JA = """\
遺贈のご相談が一件届きました({ref})。

内容は、理由を記録してファイルを開くと読めます。
http://127.0.0.1:8000/staff/legacies/{ref}/
"""


@pytest.fixture(autouse=True)
def at_home(settings):
    settings.HIROBA_ADDRESS = "http://127.0.0.1:8000"


def letter(legacy, kind):
    return Letter.objects.get(about=legacy.ref, kind=f"legacies/{kind}")


@pytest.mark.parametrize(
    ("language", "subject", "body"),
    [
        ("ja", "ご相談をお受けしました", RECEIVED_JA),
        ("en", "We have received your enquiry", RECEIVED_EN),
    ],
)
def test_whoever_asks_reads_that_there_is_no_hurry(language, subject, body):
    legacy = asked(language=language)

    told = letter(legacy, "enquiry_received")
    assert (told.to, told.language, told.subject) == (EMAIL, language, subject)
    assert told.body == body.format(ref=legacy.ref)


@pytest.mark.parametrize(
    ("language", "subject", "body"),
    [
        ("ja", "提携先へご紹介しました", REFERRED_JA),
        ("en", "We have introduced you to a partner institution", REFERRED_EN),
    ],
)
def test_whoever_was_introduced_reads_what_was_passed_on(language, subject, body):
    legacy = done(asked(language=language), "refer")

    told = letter(legacy, "referred")
    assert (told.to, told.language, told.subject) == (EMAIL, language, subject)
    assert told.body == body.format(ref=legacy.ref)


def test_the_officer_reads_only_that_something_came():
    legacy = asked()

    told = letter(legacy, "enquiry_came")
    assert (told.to, told.subject) == ("sumire@example.jp", "遺贈のご相談が届きました")
    assert told.body == CAME_JA.format(ref=legacy.ref)


def test_no_letter_to_the_staff_tells_of_a_person():
    legacy = done(asked(), "refer")

    told = letter(legacy, "enquiry_came")
    assert [secret for secret in SECRETS if secret in told.body + told.subject] == []


def test_letters_to_the_person_are_read_by_nobody_else():
    legacy = done(asked(), "refer")

    secret = dict(Letter.objects.filter(about=legacy.ref).values_list("kind", "is_secret"))
    assert secret == {
        "legacies/enquiry_received": True,
        "legacies/enquiry_came": False,
        "legacies/referred": True,
    }


def test_the_letter_does_not_repeat_what_was_asked():
    legacy = asked()

    assert WORDS not in letter(legacy, "enquiry_received").body
