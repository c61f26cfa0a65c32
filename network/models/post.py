import uuid

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .connection import Connection
from .event import Event
from .follow import Follow


class PostQuerySet(models.QuerySet):
    def visible_to(self, viewer):
        """P3, P4, P6. A block needs no word here: no follow or connection stands beside one."""
        author = OuterRef("author")
        follows = Follow.objects.filter(follower=viewer, followed=author)
        connected = Connection.objects.filter(person=viewer, other=author)
        return self.filter(
            Q(author=viewer)
            | Q(Exists(follows), audience=Post.Audience.FOLLOWERS)
            | Q(Exists(connected), audience=Post.Audience.CONNECTIONS),
            world=viewer.world_id,
        )

    def with_edges(self, viewer):
        """Each post with the edges that show it (P3, P4): `followed_since`, `connected_since`."""
        follows = Follow.objects.filter(follower=viewer, followed=OuterRef("author"))
        ties = Connection.objects.filter(person=viewer, other=OuterRef("author"))
        return self.annotate(
            followed_since=Subquery(follows.values("since")),
            connected_since=Subquery(ties.values("since")),
        )

    def publish(self, author, text, audience, key=None):
        """Post `text`; `key` is the form's one-time key: sent twice, done once."""
        with transaction.atomic():
            post, is_new = self.get_or_create(
                key=key or uuid.uuid4(),
                author=author,
                defaults={
                    "world": author.world,
                    "text": text,
                    "audience": audience,
                    "at": author.world.now,
                },
            )
            if is_new:
                Event.record(author, Event.Verb.POSTED, post=post)
            return post


class Post(models.Model):
    """Plain text that a person shows to their followers or to their connections (P1)."""

    class Audience(models.TextChoices):
        FOLLOWERS = "followers", _("Everyone who follows me")
        CONNECTIONS = "connections", _("My connections only")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    author = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="posts", verbose_name=_("author")
    )
    text = models.TextField(_("text"))
    audience = models.CharField(
        _("who may see it"), max_length=11, choices=Audience, default=Audience.FOLLOWERS
    )
    at = models.DateTimeField(_("posted"), help_text=_("World time"))
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="post_form_sent_once"),
            models.CheckConstraint(condition=~Q(text=""), name="post_says_something"),
        ]
        indexes = [models.Index(fields=["author", "-id"], name="post_by_author")]

    def __str__(self):
        return f"{self.author}: {self.text[:60]}"

    def get_absolute_url(self):
        return self.url

    @property
    def url(self):
        return reverse("network:post", args=[self.pk])

    def edit(self, text, audience):
        """Change one's own post; what was said before is gone. Does nothing to a deleted one."""
        with transaction.atomic():
            self.text, self.audience, self.edited_at = text, audience, self.author.world.now
            if Post.objects.filter(pk=self.pk).update(
                text=text, audience=audience, edited_at=self.edited_at
            ):
                Event.record(self.author, Event.Verb.EDITED, post=self)

    def remove(self):
        """Delete one's own post, once. Events about it stay, without it."""
        with transaction.atomic():
            if Post.objects.select_for_update().filter(pk=self.pk).first():
                Event.record(self.author, Event.Verb.DELETED)
                self.delete()
