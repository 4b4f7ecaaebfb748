"""Posts, and who holds them from when until when."""

from django.db import models
from django.db.models import F, Q


class Post(models.Model):
    """A seat, not a person: what comes to the seat stays when its holder leaves."""

    ref = models.CharField(max_length=12, unique=True)
    kind = models.SlugField(max_length=30)
    title_ja = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160, blank=True)
    office = models.ForeignKey("places.Office", on_delete=models.PROTECT, related_name="posts")
    body = models.ForeignKey(
        "people.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    prefecture = models.ForeignKey(
        "places.Prefecture", null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )

    class Meta:
        ordering = ["title_ja", "pk"]

    def __str__(self) -> str:
        return self.title_ja


class Term(models.Model):
    """A person holds a post from a day until a day."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="terms")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="terms")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(until=None), name="post_has_one_holder_now"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="term_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.person} {self.since}"
