"""Forms that keep what was typed, lists, papers, and the way of the yen."""

import subprocess
from uuid import uuid4

import pytest
from lxml import html

from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.giving import actions, examples, queries
from hiroba.programmes.giving.models import Gift
from hiroba.programmes.giving.tests.conftest import PROJECT

TYPED = {
    "yen": "3000",
    "kind": "individual",
    "name": "とても長い名前の寄附者",
    "email": "gift@example.jp",
    "publicity": "nobody",
}


def typed(**changed):
    return {**TYPED, "key": str(uuid4()), **changed}


def words(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def test_a_guest_promises_with_the_form(client):
    answer = client.post("/giving/world/promise/", typed(), follow=True)

    gift = Gift.objects.get()
    assert f"整理番号は {gift.code} です。" in words(answer)
    assert (gift.yen, gift.donor, gift.language) == (3000, None, "ja")


def test_whoever_signed_in_finds_the_gift_among_the_own_ones(signed_in):
    answer = signed_in("hana").post("/en/giving/world/promise/", typed(), follow=True)

    gift = Gift.objects.get()
    assert answer.redirect_chain == [(f"/en/my/gifts/{gift.ref}/", 302)]
    assert (gift.language, gift.donor.email) == ("en", "hana@example.jp")
    assert f"Please put the number {gift.code} before your name." in words(answer)


def test_name_and_address_are_known_of_whoever_signed_in(signed_in):
    told = html.fromstring(signed_in("hana").get("/giving/world/promise/?yen=10000").content)

    assert told.xpath("//input[@name='email']/@value") == ["hana@example.jp"]
    assert told.xpath("//input[@name='yen']/@value") == ["10000"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"yen": "499"}, "金額は、500円以上にしてください。"),
        ({"yen": "三千"}, "整数を入力してください。"),
        ({"email": "nowhere"}, "有効なメールアドレスを入力してください。"),
        ({"wants_receipt": "on"}, "受領証明書をお送りする住所を書いてください。"),
        ({"kind": "robot"}, "robot"),
    ],
    ids=["too little", "no number", "no address", "no street", "no kind"],
)
def test_a_refused_promise_keeps_what_was_typed(client, changed, reason):
    answer = client.post("/giving/world/promise/", typed(**changed))

    told = html.fromstring(answer.content.decode())
    assert reason in words(answer)
    assert told.xpath("//input[@name='name']/@value") == ["とても長い名前の寄附者"]
    assert Gift.objects.count() == 0


def test_a_cause_shows_its_fund_its_projects_and_those_who_agreed(client):
    examples.allocated(PROJECT, 52_000)

    told = words(client.get("/giving/world/"))

    assert "寄せられた額103,000円" in told.replace(" ", "")
    assert "ラオスの水" in told
    assert "山田 花(見本)" in told


def test_who_did_not_agree_is_not_named(client):
    examples.received(examples.promised("akari", 5000), "2023-10-20")

    assert "中村 あかり" not in words(client.get("/giving/world/"))


def test_the_donor_follows_the_yen(signed_in):
    gift = examples.hanas_gift()
    before = words(signed_in("hana").get(f"/my/gifts/{gift.ref}/"))
    examples.allocated(PROJECT, 2_000)

    after = words(signed_in("hana").get(f"/my/gifts/{gift.ref}/"))

    assert "3,000円は、これから事業に届けます。" in before
    assert "ラオスの水" in after
    assert "1,000円は、これから事業に届けます。" in after


def test_the_receipt_is_a_paper_that_can_be_read(signed_in, tmp_path):
    gift = examples.hanas_gift()

    answer = signed_in("hana").get(f"/my/gifts/{gift.ref}/receipt.pdf")
    again = signed_in("hana").get(f"/my/gifts/{gift.ref}/receipt.pdf")

    paper = tmp_path / "receipt.pdf"
    paper.write_bytes(answer.content)
    text = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True
    ).stdout.replace(" ", "")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content == again.content
    for word in ("寄附金受領証明書", "R2023-00001", "3,000円", "令和5年10月13日", "山田花"):
        assert word in text


def test_an_officer_finds_a_transfer_by_its_code_and_records_it_once(signed_in):
    gift, client = examples.promised(), signed_in("fumi")
    found = words(client.get(f"/staff/giving/?q={gift.code}"))
    arrived = {"received_on": "2023-10-31", "yen": "3000", "payer": "ヤマダ ハナ"}

    first = client.post(f"/staff/giving/{gift.ref}/receive/", arrived, follow=True)
    second = client.post(f"/staff/giving/{gift.ref}/receive/", arrived)

    assert gift.code in found
    assert "記録しました。お礼のお便りを送ります。" in words(first)
    assert "いまは「入金済み」のため、この操作はできません。" in words(second)
    assert queries.standing_of(gift.cause.fund).received == 3000


def test_another_sum_is_said_clearly(signed_in):
    gift = examples.promised()
    arrived = {"received_on": "2023-10-31", "yen": "2500"}

    answer = signed_in("fumi").post(f"/staff/giving/{gift.ref}/receive/", arrived, follow=True)

    assert "申し込みは3,000円、入金は2,500円です。" in words(answer)


def test_two_people_bring_a_gift_to_a_project(signed_in):
    examples.hanas_gift()
    proposal = {"fund": "world", "to_ref": PROJECT, "yen": "2000", "because": "井戸"}
    signed_in("fumi").post("/staff/giving/allocations/propose/", proposal)
    [allocation] = queries.allocations()
    address = f"/staff/giving/allocations/{allocation.ref}/approve/"

    alone = signed_in("fumi").post(address, follow=True)
    signed_in("sato").post(address)

    assert "提案した人とは別の人が承認します。" in words(alone)
    allocation.refresh_from_db()
    assert allocation.state == "approved"


def test_a_proposal_for_nothing_known_keeps_what_was_typed(signed_in):
    examples.hanas_gift()
    proposal = {"fund": "world", "to_ref": "P-NOBODY", "yen": "2000", "because": "井戸の部品"}

    answer = signed_in("fumi").post("/staff/giving/allocations/propose/", proposal)

    assert "この番号の事業は見つかりません。" in words(answer)
    told = html.fromstring(answer.content.decode())
    assert told.xpath("//input[@name='because']/@value") == ["井戸の部品"]


def test_the_table_names_nobody(signed_in):
    examples.hanas_gift()

    table = b"".join(signed_in("kansa").get("/staff/giving/gifts.csv").streaming_content).decode()

    head, row = table.lstrip("\ufeff").splitlines()
    assert head == "ref,code,cause,state,yen,received_on,received_yen,receipt"
    assert row.endswith(",world,received,3000,2023-10-13,3000,R2023-00001")
    assert "山田" not in table


@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        ("/giving/", (200, 200, 200, 200, 200)),
        ("/giving/world/", (200, 200, 200, 200, 200)),
        ("/giving/nothing/", (404, 404, 404, 404, 404)),
        ("/giving/world/promise/", (200, 200, 200, 200, 200)),
        ("/my/gifts/", (302, 200, 200, 200, 200)),
        ("/my/gifts/{gift}/", (302, 200, 404, 404, 404)),
        ("/my/gifts/{gift}/receipt.pdf", (302, 200, 200, 200, 404)),
        ("/staff/giving/", (302, 403, 200, 200, 200)),
        ("/staff/giving/gifts.csv", (302, 403, 200, 200, 200)),
        ("/staff/giving/{gift}/receive/", (302, 403, 200, 403, 404)),
        ("/staff/giving/allocations/", (302, 403, 200, 200, 200)),
        ("/staff/giving/allocations/propose/", (302, 403, 200, 403, 200)),
    ],
    ids=[str(number) for number in range(12)],
)
def test_each_page_is_there_for_whom_it_is_meant(client, address, statuses):
    gift, told = examples.hanas_gift(), []
    for who in ("", "hana", "fumi", "kansa", "sumire"):
        client.logout()
        if who:
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(somebody(who), backend=backend)
        told.append(client.get(address.format(gift=gift.ref)).status_code)

    assert tuple(told) == statuses


def test_an_officer_of_another_programme_sees_no_gift(signed_in):
    gift = examples.hanas_gift()

    told = words(signed_in("sumire").get("/staff/giving/?all=1"))

    assert gift.code not in told


@pytest.mark.parametrize("many", [0, 1, 3])
def test_the_list_of_transfers_asks_the_same_however_long_it_is(signed_in, many):
    for number in range(many):
        examples.promised("hana", 1000 + number)
    client = signed_in("fumi")

    answer = client.get("/staff/giving/")

    rows = html.fromstring(answer.content.decode()).xpath("//tbody/tr")
    assert len(rows) == many
    assert ("入金を待つ寄附はありません" in words(answer)) == (many == 0)


def test_the_lists_ask_little(signed_in, django_assert_max_num_queries):
    examples.allocated(PROJECT)
    client = signed_in("fumi")

    for address in ("/giving/world/", "/staff/giving/?all=1", "/staff/giving/allocations/"):
        with django_assert_max_num_queries(12):
            client.get(address)


def test_the_story_told_twice_is_the_same_story():
    examples.tell(PROJECT)
    before = (Gift.objects.count(), queries.allocations().count())

    examples.tell(PROJECT)

    assert (Gift.objects.count(), queries.allocations().count()) == before


def test_a_withdrawal_is_a_button(signed_in):
    gift = examples.promised()

    signed_in("hana").post(f"/my/gifts/{gift.ref}/withdraw/")

    gift.refresh_from_db()
    assert gift.state == "withdrawn"
    assert actions.GIFT.verbs_from("withdrawn") == []
