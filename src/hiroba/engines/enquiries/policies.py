"""Who may open queues, ask, answer, pause, refer and publish."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.enquiries import queries
from hiroba.engines.enquiries.states import CASE, FAQ
from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import YES, Verdict, all_of, any_of, unless

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case, FaqEntry, Queue
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.actors import Actor


def _is_officer(by: "Actor", programme: str) -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=programme),
        _("窓口は、その事業の担当職員が開きます。"),
    )


def _keeps(by: "Actor", queue: "Queue") -> Verdict:
    return unless(queries.is_kept_by(by, queue), _("この窓口の担当職員だけができます。"))


def may_open_queue(by: "Actor", programme: str, code: str) -> Verdict:
    """An officer of the programme opens a queue under a code that is free."""
    return all_of(
        _is_officer(by, programme),
        unless(queries.queue(code) is None, _("この記号の窓口は、すでにあります。")),
    )


def may_name_topic(by: "Actor", programme: str) -> Verdict:
    """An officer of the programme says what questions are about."""
    return _is_officer(by, programme)


def may_promise(by: "Actor", queue: "Queue", answer_days: int, solve_days: int) -> Verdict:
    """An officer promises an answer after at least one working day, and the end not before it."""
    return all_of(
        any_of(_is_officer(by, queue.programme), _keeps(by, queue)),
        unless(answer_days >= 1, _("最初の回答までの日数は、1日以上にしてください。")),
        unless(
            solve_days >= answer_days,
            _("解決までの日数は、最初の回答までの日数以上にしてください。"),
        ),
    )


def may_ask(
    by: "Actor",
    queue: "Queue",
    text: str = "",
    language: str = "",
    guest_email: str = "",
    body: "Body | None" = None,
) -> Verdict:
    """Everybody may ask, in a language of the queue, with an address for the answer."""
    asked = bool(text or language)
    return all_of(
        unless(queries.promise_of(queue), _("この窓口は、まだ準備中です。")),
        unless(not asked or text.strip(), _("質問を書いてください。")),
        unless(
            not asked or language in queue.languages,
            _("この窓口が答えられる言語を選んでください。"),
        ),
        unless(
            not asked or by.account or guest_email,
            _("お答えを送るメールアドレスを書いてください。"),
        ),
        YES if body is None else _belongs(by, body),
    )


def _belongs(by: "Actor", body: "Body") -> Verdict:
    mine = by.account is not None and bodies.bodies_acted_for_by(by.account)
    return unless(
        mine and mine.filter(pk=body.pk).exists(),
        _("団体の名前で質問できるのは、その団体で編集の権限がある方です。"),
    )


def may_answer(by: "Actor", case: "Case", text: str | None = None) -> Verdict:
    """An officer of the queue answers."""
    return _may(by, case, "answer", text)


def may_note_internally(by: "Actor", case: "Case", text: str | None = None) -> Verdict:
    """An officer of the queue leaves a word for colleagues."""
    return all_of(_keeps(by, case.queue), _says(text))


def may_pause(by: "Actor", case: "Case", text: str | None = None) -> Verdict:
    """An officer asks something back; meanwhile the clock rests."""
    return _may(by, case, "pause", text)


def may_resume(by: "Actor", case: "Case") -> Verdict:
    """An officer goes on without waiting any longer."""
    return _may(by, case, "resume")


def may_resolve(by: "Actor", case: "Case") -> Verdict:
    """The one who asked, or an officer, says that the question is answered."""
    return all_of(_is_part_of(by, case), CASE.allows("resolve", case.state))


def may_reopen(by: "Actor", case: "Case", text: str | None = None) -> Verdict:
    """The one who asked, or an officer, says why the question is not answered after all."""
    return all_of(_is_part_of(by, case), CASE.allows("reopen", case.state), _says(text))


def may_write_again(by: "Actor", case: "Case", text: str | None = None) -> Verdict:
    """The one who asked adds something."""
    return all_of(
        unless(queries.is_asker(by, case), _("書き足せるのは、質問した方です。")),
        CASE.allows("write_again", case.state),
        _says(text),
    )


def may_refer(
    by: "Actor", case: "Case", to: "Queue | None" = None, text: str | None = None
) -> Verdict:
    """An officer hands a case over to another queue; nothing confidential becomes open by it."""
    return all_of(
        _may(by, case, "refer", text),
        unless(to is None or to.pk != case.queue_id, _("別の窓口を選んでください。")),
        unless(
            to is None or to.is_confidential or not case.queue.is_confidential,
            _("秘密を守る窓口の相談は、秘密を守る窓口にだけ取り次げます。"),
        ),
    )


def may_draft_faq(by: "Actor", case: "Case") -> Verdict:
    """An officer makes an answer for everybody, when the asker agreed and it is answered."""
    return all_of(
        _keeps(by, case.queue),
        unless(not case.queue.is_confidential, _("秘密を守る窓口の相談は公開しません。")),
        unless(case.consent_public, _("質問した方が、公開に同意していません。")),
        unless(case.first_answer_at, _("先に質問へ答えてください。")),
        unless(queries.faq_of(case) is None, _("この相談からは、すでに作られています。")),
    )


def may_approve_faq(by: "Actor", entry: "FaqEntry") -> Verdict:
    """A second officer has read the answer for everybody."""
    return all_of(
        _keeps(by, entry.queue),
        unless(
            by.account is None or by.account.pk != entry.drafted_by_id,
            _("書いた方とは別の職員が確認してください。"),
        ),
        FAQ.allows("approve_faq", entry.state),
    )


def _may(by: "Actor", case: "Case", verb: str, text: str | None = None) -> Verdict:
    return all_of(_keeps(by, case.queue), CASE.allows(verb, case.state), _says(text))


def _is_part_of(by: "Actor", case: "Case") -> Verdict:
    return unless(
        queries.is_kept_by(by, case.queue) or queries.is_asker(by, case),
        _("質問した方か、この窓口の担当職員だけができます。"),
    )


def _says(text: str | None) -> Verdict:
    """An empty text says nothing; before anything was typed nothing is said about it."""
    return unless(text is None or text.strip(), _("文を書いてください。"))
