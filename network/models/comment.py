import uuid

from django.apps import apps
from django.db import models, transaction
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .block import beside_no_block
from .connection import Connection
from .event import Event
from .group_lock import group_lock
from .membership import Membership
from .mention import Mention, mentioned


class CommentQuerySet(models.QuerySet):
    def for_cards(self, viewer):
        """Comments with all that their cards show."""
        mentions = Mention.objects.filter(comment=OuterRef("pk")).as_seen_by(viewer)
        return self.select_related("author").annotate(
            mentioned=mentions, author_degree=Connection.objects.degree(viewer, "author")
        )

    def seen_by(self, viewer):
        """Of those on a post that the viewer sees: not by people hidden from them (B1), and no
        answer to one of these."""
        return self.filter(
            Q(parent=None) | beside_no_block("parent__author", viewer),
            beside_no_block("author", viewer),
        )

    def removable_by(self, person):
        """One's own, those on one's own posts, and those in groups that one moderates."""
        moderated = Membership.objects.moderating().filter(person=person).values("community")
        return self.filter(
            Q(author=person) | Q(post__author=person) | Q(post__community__in=moderated)
        )


class Comment(models.Model):
    """What a person wrote under a post; an answer to a comment has it as its parent."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    post = models.ForeignKey(
        "Post", models.CASCADE, db_index=False, related_name="comments", verbose_name=_("post")
    )
    author = models.ForeignKey(
        "Person", models.CASCADE, related_name="comments", verbose_name=_("author")
    )
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("answers"),
    )
    text = models.TextField(_("text"))
    at = models.DateTimeField(_("written"), help_text=_("World time"))
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="comment_form_sent_once"),
            models.UniqueConstraint(fields=["post", "id"], name="comment_post_key"),
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
        ]

    def __str__(self):
        return f"{self.author}: {self.text[:60]}"

    def edit(self, text):
        """Change one's own comment. Does nothing to a deleted one."""
        with transaction.atomic():
            now, people = self.author.world.now, mentioned(self.author, text)
            self._hold_post()
            if Comment.objects.filter(pk=self.pk).update(text=text, edited_at=now):
                Mention.objects.renew(self.author, people, self.post, self)
                Event.record(self.author, Event.Verb.EDITED_COMMENT, comment=self)

    def remove(self, remover):
        """Delete a comment with its answers, once."""
        with transaction.atomic():
            self._hold_post()
            if Comment.objects.select_for_update().filter(pk=self.pk).first():
                Event.record(remover, Event.Verb.DELETED_COMMENT, post=self.post)
                self.delete()

    def take_down(self, moderator):
        """Remove another member's comment, with its answers, from the moderator's group, once; the
        author is told. Raises GroupGone, NotModerator.
        """
        group = self.post.community_id
        with group_lock(group, moderator.pk, told=self.author_id) as held:
            held.refuse_unless_moderator(moderator.pk, over=self.author_id)
            self._hold_post()
            if Comment.objects.select_for_update().filter(pk=self.pk).first():
                held.record(moderator.pk, Event.Verb.TOOK_OUT, self.author_id, post=self.post)
                self.delete()

    def _hold_post(self):
        """Posts come before their comments in the order of locks, as when one is deleted."""
        posts = apps.get_model("network", "Post").objects.select_for_update(no_key=True)
        list(posts.filter(pk=self.post_id).values_list("pk"))
