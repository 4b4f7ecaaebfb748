"""What can happen to a lesson, and to a practice that is taken up elsewhere."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class LessonState(TextChoices):
    DRAFT = "draft", _("下書き")
    REVIEWED = "reviewed", _("確認済み")
    PUBLISHED = "published", _("公開中")


class Direction(TextChoices):
    """To more places, or into rules and budgets."""

    HORIZONTAL = "horizontal", _("ほかの地域へ")
    VERTICAL = "vertical", _("制度や予算へ")


class AdoptionState(TextChoices):
    INTERESTED = "interested", _("関心あり")
    PILOTING = "piloting", _("試行中")
    ADOPTED = "adopted", _("採り入れた")
    SUSTAINED = "sustained", _("続いている")
    STOPPED = "stopped", _("とりやめ")


L, A = LessonState, AdoptionState
ALIVE = (A.INTERESTED, A.PILOTING, A.ADOPTED, A.SUSTAINED)

# fmt: off
LESSON = Lifecycle(
    L, L.DRAFT,
    Move("revise_lesson",  _("書き直す"), (L.DRAFT, L.REVIEWED), L.DRAFT),
    Move("review_lesson",  _("確認する"), (L.DRAFT,),            L.REVIEWED),
    Move("publish_lesson", _("公開する"), (L.REVIEWED,),         L.PUBLISHED),
)
ADOPTION = Lifecycle(
    A, A.INTERESTED,
    Move("pilot_practice",   _("試行を記録する"), (A.INTERESTED,),            A.PILOTING),
    Move("adopt_practice",   _("採り入れたと記録する"), (A.INTERESTED, A.PILOTING), A.ADOPTED),
    Move("sustain_practice", _("続いていると記録する"), (A.ADOPTED,),               A.SUSTAINED),
    Move("stop_practice",    _("とりやめを記録する"), ALIVE,                      A.STOPPED),
)
# fmt: on
