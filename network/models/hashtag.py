from datetime import timedelta

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..expressions import SubqueryCount
from ..references import LONGEST_TAG, tags_in
from .event import Event
from .profile import revising

NEW = timedelta(days=7)  # world time
MOST_COUNTED = 100  # new posts of one tag

IS_A_KEY = Q(key__regex=r"^[^\s#/]+$")


class HashtagQuerySet(models.QuerySet):
    def renew(self, post):
        """Let a post carry exactly the tags of its words."""
        keys = tags_in(f"{post.title}\n{post.text}")
        post.tags.exclude(key__in=keys).delete()
        known = {*post.tags.values_list("key", flat=True)}
        self.bulk_create(
            Hashtag(world_id=post.world_id, post=post, key=key) for key in keys if key not in known
        )


class Hashtag(models.Model):
    """A tag that a post carries, folded: #Café and #cafe are one."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    post = models.ForeignKey(
        "Post", models.CASCADE, db_index=False, related_name="tags", verbose_name=_("post")
    )
    key = models.CharField(_("tag"), max_length=LONGEST_TAG)

    objects = HashtagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag of a post")
        verbose_name_plural = _("tags of posts")
        constraints = [
            models.UniqueConstraint(fields=["post", "key"], name="hashtag_once"),
            models.CheckConstraint(condition=IS_A_KEY, name="hashtag_is_a_word"),
        ]
        indexes = [models.Index(fields=["world", "key", "-post"], name="hashtag_newest")]

    def __str__(self):
        return f"#{self.key}"


class TagFollowQuerySet(models.QuerySet):
    def follow(self, person, key):
        """Following twice is following once. Raises Gone."""
        with revising(person):
            _follow, is_new = self.get_or_create(
                person=person, key=key, defaults={"world": person.world, "since": person.world.now}
            )
            if is_new:
                Event.record(person, Event.Verb.FOLLOWED_TAG)

    def unfollow(self, person, key):
        """Raises Gone."""
        with revising(person):
            if self.filter(person=person, key=key).delete()[0]:
                Event.record(person, Event.Verb.LEFT_TAG)

    def with_news(self, posts, now):
        """Each with how many of `posts` came in the last week, at most `MOST_COUNTED`, and when
        the newest did (`new_count`, `newest_at`). `posts` are those that the follower may see (P6).
        """
        tagged = posts.filter(tags__world=OuterRef("world"), tags__key=OuterRef("key"))
        fresh = tagged.filter(at__gte=now - NEW).order_by("-pk")
        return self.annotate(
            new_count=SubqueryCount(fresh.values("pk")[:MOST_COUNTED]),
            newest_at=Subquery(fresh.values("at")[:1]),
        )


class TagFollow(models.Model):
    """Somebody keeps an eye on a tag; nobody else learns of it, and it brings nothing to the feed
    (P2).
    """

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="followed_tags",
        verbose_name=_("person"),
    )
    key = models.CharField(_("tag"), max_length=LONGEST_TAG)
    since = models.DateTimeField(_("since"), help_text=_("World time"))

    objects = TagFollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("followed tag")
        verbose_name_plural = _("followed tags")
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="tag_follow_once"),
            models.CheckConstraint(condition=IS_A_KEY, name="tag_follow_of_a_word"),
        ]

    def __str__(self):
        return f"{self.person} → #{self.key}"

    @property
    def url(self):
        return reverse("network:tag", args=[self.key])
