"""What a token allows a program to do in its owner's name."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Scope(TextChoices):
    """One thing a token may do; public data needs no token at all."""

    ME = "me", _("自分の登録内容を読む")
    PROPOSALS_READ = "proposals:read", _("自分の団体の提案書を読む")
    PROPOSALS_WRITE = "proposals:write", _("自分の団体の提案書を書き、応募する")


PREFIX = "hiroba_"
MOST = 10
DAYS = 365
