import uuid

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models, transaction
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, When
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..errors import PostGone, StaysInGroup
from ..expressions import SubqueryCount
from .block import beside_no_block
from .comment import Comment
from .community import Community
from .connection import Connection
from .event import Event
from .follow import Follow
from .group_lock import group_lock
from .hashtag import Hashtag
from .membership import Membership
from .mention import Mention, mentioned
from .reaction import Reaction
from .saved_post import SavedPost

LONGEST_TITLE = 120
WORDS_A_MINUTE = 200


class PostQuerySet(models.QuerySet):
    def visible_to(self, viewer):
        """P3 to P6. Only groups need a word about blocks: no follow or connection stands beside
        one.
        """
        return self.filter(
            _shown_outside_groups(viewer)
            | Q(
                Exists(_membership(viewer)),
                beside_no_block("author", viewer),
                audience=Post.Audience.GROUP,
            ),
            world=viewer.world_id,
        )

    def with_edges(self, viewer):
        """Each post with what shows it (P3 to P5): `followed_since`, `connected_since`, and
        `member_since` of the group's.
        """
        follows = Follow.objects.filter(follower=viewer, followed=OuterRef("author"))
        ties = Connection.objects.filter(person=viewer, other=OuterRef("author"))
        return self.annotate(
            followed_since=Subquery(follows.values("since")),
            connected_since=Subquery(ties.values("since")),
            member_since=Subquery(_membership(viewer).values("since")),
        )

    def with_responses(self, viewer):
        """Each post with what others made of it, as far as the viewer may see who they are:
        `reactions_by_kind`, `comment_count`, `share_count`, `my_reaction` and `is_saved`; of a
        share, whether the viewer may see what it shares (`original_is_seen`, P6).
        """
        here = OuterRef("pk")
        reactions = Reaction.objects.seen_by(viewer).filter(post=here).order_by()
        kinds = reactions.values("kind").annotate(n=Count("pk")).order_by("-n", "kind")
        comments = Comment.objects.seen_by(viewer).filter(post=here).order_by()
        # Groups take no part in sharing; to ask about them too would triple the planning.
        shares = Post.objects.filter(_shown_outside_groups(viewer), shared=here)
        original = When(_shown_outside_groups(viewer, "shared__"), then=True)
        return self.annotate(
            reactions_by_kind=ArraySubquery(kinds.values(json=JSONObject(kind="kind", n="n"))),
            comment_count=SubqueryCount(comments.values("pk")),
            share_count=SubqueryCount(shares.values("pk")),
            original_is_seen=Case(original, default=False),
            my_reaction=Subquery(Reaction.objects.filter(person=viewer, post=here).values("kind")),
            is_saved=Exists(SavedPost.objects.filter(person=viewer, post=here)),
        )

    def for_cards(self, viewer):
        """Posts with all that their cards show."""
        return self.with_words(viewer).with_edges(viewer).with_responses(viewer)

    def with_words(self, viewer):
        """Each post with its author and what it says: the post that it shares, and whom the two
        mention (`mentioned`).
        """
        here = Q(post=OuterRef("pk")) | Q(post=OuterRef("shared"))
        mentions = Mention.objects.filter(here, comment=None).as_seen_by(viewer)
        posts = self.select_related("author", "community", "shared__author")
        return posts.with_degrees(viewer).annotate(mentioned=mentions)

    def with_degrees(self, viewer):
        """Each post with how far from the viewer its author is (`author_degree`, D1), and the
        author of what it shares (`original_degree`).
        """
        return self.annotate(
            author_degree=Connection.objects.degree(viewer, "author"),
            original_degree=Connection.objects.degree(viewer, "shared__author"),
        )

    def annotate_saved(self, viewer):
        """Posts that the viewer keeps, with the key of the keeping (`saved_pk`)."""
        kept = SavedPost.objects.filter(person=viewer, post=OuterRef("pk"))
        return self.annotate(saved_pk=Subquery(kept.values("pk")))

    def hold(self, person, pk):
        """A post that the person may see, kept still until the transaction ends.

        Raises PostGone.
        """
        mine = self.visible_to(person).filter(pk=pk).select_related("author__world")
        post = mine.select_for_update(of=("self",), no_key=True).first()
        if post is None:
            raise PostGone
        return post

    def react(self, person, pk, kind):
        """Give a post one reaction, in place of an earlier one; "" takes it back.

        Raises PostGone.
        """
        with transaction.atomic():
            post = self.hold(person, pk)
            if kind:
                self._give(person, post, kind)
            elif Reaction.objects.filter(person=person, post=post).delete()[0]:
                Event.record(person, Event.Verb.UNREACTED, _somebody_else(post, person), post=post)

    def _give(self, person, post, kind):
        reaction, is_new = Reaction.objects.get_or_create(
            person=person,
            post=post,
            defaults={"world": post.world, "kind": kind, "at": person.world.now},
        )
        if is_new:
            Event.record(person, Event.Verb.REACTED, _somebody_else(post, person), post=post)
        elif reaction.kind != kind:
            Reaction.objects.filter(pk=reaction.pk).update(kind=kind)

    def comment(self, person, pk, text, *, parent=None, key=None):
        """Write under a post, or answer a comment there (an answer to an answer joins its row).

        `key` is the form's one-time key. Raises PostGone.
        """
        with transaction.atomic():
            people = mentioned(person, text)
            post = self.hold(person, pk)
            above = _comment_above(person, post, parent)
            comment, is_new = Comment.objects.get_or_create(
                key=key or uuid.uuid4(),
                author=person,
                defaults={
                    "world": post.world,
                    "post": post,
                    "parent": above,
                    "text": text,
                    "at": person.world.now,
                },
            )
            if is_new:
                told = _tell_of_comment(person, post, above, comment)
                Mention.objects.renew(person, people, post, comment, told=told)
            return comment

    def share(self, person, pk, text, audience, key=None):
        """Show a post to one's own audience, with words of one's own or none; of a share, the post
        that it shares. `key` is the form's one-time key. Without words, once for an audience is
        enough. Raises PostGone, StaysInGroup.
        """
        with transaction.atomic():
            people = mentioned(person, text)
            original = self.hold(person, self.original_of(person, pk))
            if original.community_id:
                raise StaysInGroup
            said = {"text": text, "audience": audience, "shared": original, "is_share": True}
            # The lock of `hold` makes two tabs wait for each other.
            if not text and (done := self.filter(author=person, **said).first()):
                return done
            share, is_new = self._write(person, key, people, **said)
            if is_new:
                told = _somebody_else(original, person)
                Event.record(person, Event.Verb.SHARED, told, post=original)
            return share

    def original_of(self, person, pk):
        """The key of what sharing this post would share. Raises PostGone."""
        post = self.visible_to(person).filter(pk=pk).first()
        if post is None or (post.is_share and post.shared_id is None):
            raise PostGone
        return post.shared_id or post.pk

    def save_for_later(self, person, pk):
        """Raises PostGone."""
        with transaction.atomic():
            post = self.hold(person, pk)
            _saved, is_new = SavedPost.objects.get_or_create(
                person=person, post=post, defaults={"world": post.world, "at": person.world.now}
            )
            if is_new:
                Event.record(person, Event.Verb.SAVED, post=post)

    def forget(self, person, pk):
        """Take a post off one's saved ones, also one that may not be seen any more."""
        SavedPost.objects.filter(person=person, post=pk).delete()

    def publish(self, author, text, audience, title="", key=None):
        """Post `text`, as an article when it has a title; `key` is the form's one-time key: sent
        twice, done once.
        """
        with transaction.atomic():
            people = mentioned(author, text)
            return self._publish(author, key, people, text=text, audience=audience, title=title)

    def publish_in(self, group, author, text, key=None):
        """Post `text` to a group (P5). Raises GroupGone, NotAMember."""
        with group_lock(group.pk, author.pk) as held:
            held.refuse_unless_inside(author.pk)
            # After the group: who leaves the world leaves their groups first.
            people = mentioned(author, text)
            said = {"text": text, "audience": Post.Audience.GROUP, "community": held.group}
            return self._publish(held.people[author.pk], key, people, **said)

    def _publish(self, author, key, people, **said):
        post, is_new = self._write(author, key, people, **said)
        if is_new:
            Event.record(author, Event.Verb.POSTED, post=post, community=post.community)
        return post

    def _write(self, author, key, people, **said):
        """The post of a form, and whether it is new; `people` are those whom it mentions."""
        post, is_new = self.get_or_create(
            key=key or uuid.uuid4(),
            author=author,
            defaults={"world": author.world, "at": author.world.now, **said},
        )
        if is_new:
            post.note_words(people)
        return post, is_new


class Post(models.Model):
    """Plain text that a person shows to followers, to connections or to one group (P1).

    With a title it is an article. A share shows another post to those who may see that one, too;
    it stays when that one is deleted.
    """

    class Audience(models.TextChoices):
        FOLLOWERS = "followers", _("Everyone who follows me")
        CONNECTIONS = "connections", _("My connections only")
        GROUP = "group", _("One group")

    original_is_muted = False  # the feed says so of shares that show somebody muted

    # What an author may change between; a post to a group stays there.
    OWN_AUDIENCES = [(one.value, one.label) for one in (Audience.FOLLOWERS, Audience.CONNECTIONS)]

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    author = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="posts", verbose_name=_("author")
    )
    title = models.CharField(
        _("title"),
        max_length=LONGEST_TITLE,
        blank=True,
        default="",
        db_default="",
        help_text=_("Of an article; other posts have none."),
    )
    text = models.TextField(_("text"), blank=True)
    is_share = models.BooleanField(_("share"), default=False, db_default=False)
    shared = models.ForeignKey(
        "self",
        models.SET_NULL,
        db_index=False,
        null=True,
        blank=True,
        related_name="shares",
        verbose_name=_("shares"),
    )
    audience = models.CharField(
        _("who may see it"), max_length=11, choices=Audience, default=Audience.FOLLOWERS
    )
    community = models.ForeignKey(
        Community,
        models.CASCADE,
        db_index=False,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("group"),
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
            models.UniqueConstraint(fields=["world", "id"], name="post_world_key"),
            models.CheckConstraint(
                condition=~Q(text="") | Q(is_share=True), name="post_says_something"
            ),
            models.CheckConstraint(
                condition=Q(is_share=False, shared=None)
                | Q(is_share=True, community=None, title=""),
                name="post_share_is_of_ones_own",
            ),
            models.CheckConstraint(
                condition=Q(audience="group", community__isnull=False)
                | Q(~Q(audience="group"), community__isnull=True),
                name="post_to_a_group_names_it",
            ),
        ]
        indexes = [
            models.Index(fields=["author", "-id"], name="post_by_author"),
            models.Index(
                fields=["community", "-id"],
                condition=Q(community__isnull=False),
                name="post_by_community",
            ),
            models.Index(
                fields=["shared", "-id"], condition=Q(shared__isnull=False), name="post_by_shared"
            ),
        ]

    def __str__(self):
        return f"{self.author}: {(self.title or self.text)[:60]}"

    def get_absolute_url(self):
        return self.url

    @property
    def url(self):
        return reverse("network:post", args=[self.pk])

    @property
    def original(self):
        """What this shares, for the viewer of `with_responses`; None when it is not for them, or
        was deleted (P6).
        """
        return self.shared if self.original_is_seen else None

    @property
    def can_be_shared(self):
        """By the viewer of `with_responses`."""
        return not self.community_id and (self.original_is_seen or not self.is_share)

    @property
    def minutes(self):
        """About how long an article takes to read."""
        return max(1, round(len(self.text.split()) / WORDS_A_MINUTE))

    def edit(self, text, audience, title=None):
        """Change one's own post; what was said before is gone. Does nothing to a deleted one.

        Without `title` an article keeps its own.
        """
        with transaction.atomic():
            people = mentioned(self.author, text)
            self.text, self.audience, self.edited_at = text, audience, self.author.world.now
            self.title = self.title if title is None else title
            said = {
                name: getattr(self, name) for name in ("text", "audience", "edited_at", "title")
            }
            if Post.objects.filter(pk=self.pk).update(**said):
                self.note_words(people)
                Event.record(self.author, Event.Verb.EDITED, post=self)

    def note_words(self, people):
        """Keep which tags the post carries, and whom it mentions of these people."""
        Hashtag.objects.renew(self)
        Mention.objects.renew(self.author, people, self)

    def remove(self):
        """Delete one's own post, once. Events about it stay, without it."""
        with transaction.atomic():
            if Post.objects.select_for_update().filter(pk=self.pk).first():
                Event.record(self.author, Event.Verb.DELETED)
                self.delete()

    def take_down(self, moderator):
        """Remove another member's post from the moderator's group, once; the author is told.

        Raises GroupGone, NotModerator.
        """
        with group_lock(self.community_id, moderator.pk, told=self.author_id) as held:
            held.refuse_unless_moderator(moderator.pk, over=self.author_id)
            if Post.objects.select_for_update().filter(pk=self.pk).first():
                held.record(moderator.pk, Event.Verb.TOOK_DOWN, self.author_id)
                self.delete()


def _shown_outside_groups(viewer, post=""):
    """P3, P4: the condition that a post, to which the path `post` leads, is for the viewer."""
    author = OuterRef(f"{post}author")
    follows = Follow.objects.filter(follower=viewer, followed=author)
    connected = Connection.objects.filter(person=viewer, other=author)
    return (
        Q(**{f"{post}author": viewer, f"{post}community": None})
        | Q(Exists(follows), **{f"{post}audience": Post.Audience.FOLLOWERS})
        | Q(Exists(connected), **{f"{post}audience": Post.Audience.CONNECTIONS})
    )


def _membership(person):
    """A person's place in the group of the outer query's post."""
    inside = Membership.objects.inside()
    return inside.filter(person=person, community=OuterRef("community"))


def _somebody_else(post, person):
    """Who is told of what `person` does with the post: its author, unless it is their own."""
    return post.author if post.author_id != person.pk else None


def _comment_above(person, post, pk):
    if pk is None:
        return None
    comment = Comment.objects.seen_by(person).filter(post=post, pk=pk).first()
    if comment is None:
        raise PostGone
    return comment.parent or comment


def _tell_of_comment(person, post, above, comment):
    """Those who are told."""
    told = [_somebody_else(post, person)]
    Event.record(person, Event.Verb.COMMENTED, told[0], post=post, comment=comment)
    if above and above.author not in (person, *told):
        told.append(above.author)
        Event.record(person, Event.Verb.REPLIED, above.author, post=post, comment=comment)
    return told
