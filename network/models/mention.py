from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models
from django.db.models import F
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from ..references import handles_in
from .block import beside_no_block
from .event import Event

HELD = "SELECT id FROM network_person WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE"


class MentionQuerySet(models.QuerySet):
    def as_seen_by(self, viewer):
        """For cards: handle and name of each whom the viewer may see (B1)."""
        seen = self.filter(beside_no_block("person", viewer)).order_by()
        return ArraySubquery(
            seen.values(json=JSONObject(handle=F("person__handle"), name=F("person__name")))
        )

    def renew(self, author, people, post, comment=None, told=()):
        """Let a text mention exactly these people. Each is told once of it, unless it is the author
        or somebody who is told of the text anyway.
        """
        words = self.filter(post=post, comment=comment)
        words.exclude(person__in=people).delete()
        known = {*words.values_list("person", flat=True)}
        fresh = [person for person in people if person.pk not in known]
        self.bulk_create(
            Mention(world_id=post.world_id, post=post, comment=comment, person=person)
            for person in fresh
        )
        verb = Event.Verb.NAMED if comment else Event.Verb.MENTIONED
        for person in fresh:
            about = {"verb": verb, "target": person, "post": post, "comment": comment}
            if person not in (author, *told) and not author.acts.filter(**about).exists():
                Event.record(author, **about)


class Mention(models.Model):
    """A person whose handle stands in a post or a comment, put there by somebody who may see them.

    No tie: whether it is shown, and to whom, is asked when the text is shown (B1).
    """

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    post = models.ForeignKey(
        "Post", models.CASCADE, db_index=False, related_name="mentions", verbose_name=_("post")
    )
    comment = models.ForeignKey(
        "Comment",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("comment"),
    )
    person = models.ForeignKey(
        "Person", models.CASCADE, related_name="mentions", verbose_name=_("person")
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "comment", "person"], name="mention_once", nulls_distinct=False
            ),
        ]

    def __str__(self):
        return f"@{self.person.handle}"


def mentioned(author, text):
    """Those whom the author may see and the text names, held still so that nobody of them leaves.

    Call it before a post is locked, and after a group: that is the order of locks.
    """
    handles = handles_in(text)
    if not handles:
        return []
    people = type(author).objects.visible_to(author).filter(handle__in=handles)
    with connection.cursor() as cursor:
        cursor.execute(HELD, [[*people.values_list("pk", flat=True)]])
        return [*people.filter(pk__in=[pk for (pk,) in cursor.fetchall()]).order_by("pk")]
