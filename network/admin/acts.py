"""What people did: follows, connections, blocks, invitations, posts, messages and events."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ..forms.fields import LineField, ProseField
from ..models import (
    Block,
    Comment,
    Connection,
    Conversation,
    Endorsement,
    Event,
    Follow,
    Hashtag,
    Invitation,
    Mention,
    Message,
    Post,
    ProfileView,
    Reaction,
    Recommendation,
    SavedPost,
    TagFollow,
)
from ..models.post import LONGEST_TITLE
from ..text import clean_text
from .verbs import ReadOnlyAdmin, SharedWorlds, VerbAdmin, VerbForm


class FollowForm(VerbForm):
    def act(self, follower, followed):
        follower.follow(followed)
        return Follow.objects.get(follower=follower, followed=followed)


@admin.register(Follow)
class FollowAdmin(VerbAdmin):
    form = FollowForm
    fields = ("follower", "followed")
    autocomplete_fields = ("follower", "followed")
    list_display = ("follower", "followed", "world", "since")
    list_select_related = ("follower", "followed", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("follower__name", "followed__name")

    def undo(self, follow):
        follow.follower.unfollow(follow.followed)


class BlockForm(VerbForm):
    def act(self, blocker, blocked):
        blocker.block(blocked)
        return Block.objects.get(blocker=blocker, blocked=blocked)


@admin.register(Block)
class BlockAdmin(VerbAdmin):
    form = BlockForm
    fields = ("blocker", "blocked")
    autocomplete_fields = ("blocker", "blocked")
    list_display = ("blocker", "blocked", "world", "since")
    list_select_related = ("blocker", "blocked", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("blocker__name", "blocked__name")

    def undo(self, block):
        block.blocker.unblock(block.blocked)


@admin.register(Connection)
class ConnectionAdmin(VerbAdmin):
    """Made by accepted invitations and scenarios only; the action removes both halves."""

    list_display = ("person", "other", "world", "origin", "since")
    list_select_related = ("person", "other", "world")
    list_filter = ("origin", ("world", SharedWorlds))
    search_fields = ("person__name", "other__name")
    actions = ("disconnect",)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Remove the connection, as the first person"))
    def disconnect(self, request, queryset):
        said = ngettext_lazy("%(n)d connection removed.", "%(n)d connections removed.", "n")
        self.each(request, queryset, lambda row: row.person.disconnect(row.other), said)


class InvitationForm(VerbForm):
    def act(self, sender, recipient, how, note):
        return sender.invite(recipient, how, clean_text(note), email=recipient.address)


@admin.register(Invitation)
class InvitationAdmin(VerbAdmin):
    form = InvitationForm
    fields = ("sender", "recipient", "how", "note")
    autocomplete_fields = ("sender", "recipient")
    list_display = ("sender", "recipient", "status", "how", "world", "sent_at", "answered_at")
    list_select_related = ("sender", "recipient", "world")
    list_filter = ("status", "how", ("world", SharedWorlds))
    search_fields = ("sender__name", "recipient__name", "note")
    actions = ("accept", "decline", "withdraw")

    def get_fields(self, request, obj=None):
        if obj is None:
            return self.fields
        return (*self.fields, "status", "sent_at", "answered_at", "retracted_at", "reminders")

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Accept, as the recipient"))
    def accept(self, request, queryset):
        said = ngettext_lazy("%(n)d invitation accepted.", "%(n)d invitations accepted.", "n")
        self.each(request, queryset, Invitation.accept, said)

    @admin.action(description=_("Decline, as the recipient"))
    def decline(self, request, queryset):
        said = ngettext_lazy("%(n)d invitation declined.", "%(n)d invitations declined.", "n")
        self.each(request, queryset, Invitation.decline, said)

    @admin.action(description=_("Withdraw, as the sender"))
    def withdraw(self, request, queryset):
        said = ngettext_lazy("%(n)d invitation withdrawn.", "%(n)d invitations withdrawn.", "n")
        self.each(request, queryset, Invitation.withdraw, said)


class PostForm(VerbForm):
    """To followers or connections; of a post to a group only the text changes.

    With a title it is an article, which stays one. A share may go without words.
    """

    title = LineField(label=_("title"), length=LONGEST_TITLE, required=False)
    text = ProseField(label=_("text"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "title" in self.fields and self.instance.pk:
            self.fields["title"].required = bool(self.instance.title)
            self.fields["title"].disabled = not self.instance.title
        if "text" in self.fields:
            self.fields["text"].required = not self.instance.is_share
        if self.instance.community_id:
            self.fields.pop("audience", None)
        elif "audience" in self.fields:
            self.fields["audience"].choices = Post.OWN_AUDIENCES

    def clean_text(self):
        """As long as the world's rules allow."""
        said = self.cleaned_data["text"]
        author = self.instance.author if self.instance.pk else self.cleaned_data.get("author")
        if not (author and said):
            return said
        rules = author.world.rules
        most = rules.article_length if self.cleaned_data.get("title") else rules.post_length
        return ProseField(length=most).clean(said)

    def act(self, text, title="", audience=Post.Audience.GROUP, author=None):
        if self.instance.pk is None:
            return Post.objects.publish(author, text, audience, title=title)
        self.instance.edit(text, audience, title=title)
        return self.instance


@admin.register(Post)
class PostAdmin(VerbAdmin):
    form = PostForm
    fields = ("author", "audience", "title", "text")
    autocomplete_fields = ("author",)
    list_display = (
        "author",
        "beginning",
        "is_share",
        "audience",
        "community",
        "world",
        "at",
        "edited_at",
    )
    list_select_related = ("author", "community", "world")
    list_filter = ("audience", "is_share", ("world", SharedWorlds))
    search_fields = ("author__name", "title", "text")

    shown = ("is_share", "shared", "community", "at", "edited_at")

    def has_change_permission(self, request, obj=None):
        return super(VerbAdmin, self).has_change_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        return ("author", *self.shown) if obj else ()

    def get_fields(self, request, obj=None):
        return (*self.fields, *self.shown) if obj else self.fields

    def undo(self, post):
        post.remove()

    @admin.display(description=_("text"))
    def beginning(self, post):
        return (post.title or post.text)[:80]


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    """Written with the post or comment that mentions somebody, and gone with it."""

    list_display = ("person", "post", "comment", "world")
    list_select_related = ("person", "post__author", "comment__author", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("person__name",)


@admin.register(Hashtag)
class HashtagAdmin(ReadOnlyAdmin):
    """Written with the post that carries it."""

    list_display = ("key", "post", "world")
    list_select_related = ("post__author", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("key",)


@admin.register(Conversation)
class ConversationAdmin(ReadOnlyAdmin):
    """Each as its two sides."""

    fields = ("person", "other", "world", "newest")
    list_display = ("person", "other", "world", "newest")
    list_select_related = ("person", "other", "world", "newest__author")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("person__name", "other__name")


@admin.register(Message)
class MessageAdmin(ReadOnlyAdmin):
    fields = ("author", "reader", "world", "text", "at", "written_at", "invitation")
    list_display = ("at", "author", "reader", "beginning", "world")
    list_select_related = ("author", "reader", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("author__name", "reader__name", "text")

    @admin.display(description=_("text"))
    def beginning(self, message):
        return message.text[:80]


class RemovalAdmin(VerbAdmin):
    """What people made of posts and gave: looked at and removed, never written for them."""

    def has_add_permission(self, request):
        return False


@admin.register(Comment)
class CommentAdmin(RemovalAdmin):
    list_display = ("author", "beginning", "post", "world", "at", "edited_at")
    list_select_related = ("author", "post__author", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("author__name", "text")

    def undo(self, comment):
        comment.remove(comment.author)

    @admin.display(description=_("text"))
    def beginning(self, comment):
        return comment.text[:80]


@admin.register(Reaction)
class ReactionAdmin(RemovalAdmin):
    list_display = ("person", "kind", "post", "world", "at")
    list_select_related = ("person", "post__author", "world")
    list_filter = ("kind", ("world", SharedWorlds))
    search_fields = ("person__name",)

    def undo(self, reaction):
        Post.objects.react(reaction.person, reaction.post_id, "")


@admin.register(TagFollow)
class TagFollowAdmin(RemovalAdmin):
    list_display = ("person", "key", "world", "since")
    list_select_related = ("person", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("person__name", "key")

    def undo(self, follow):
        TagFollow.objects.unfollow(follow.person, follow.key)


@admin.register(SavedPost)
class SavedPostAdmin(RemovalAdmin):
    list_display = ("person", "post", "world", "at")
    list_select_related = ("person", "post__author", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("person__name",)

    def undo(self, kept):
        Post.objects.forget(kept.person, kept.post_id)


@admin.register(Endorsement)
class EndorsementAdmin(RemovalAdmin):
    """Given by people; here they are looked at and taken back."""

    list_display = ("endorser", "person", "skill", "world", "at")
    list_select_related = ("endorser", "person", "skill", "world")
    list_filter = ("world",)
    search_fields = ("endorser__name", "person__name", "skill__name")

    def undo(self, endorsement):
        endorsement.endorser.unendorse(endorsement.skill)


@admin.register(Recommendation)
class RecommendationAdmin(RemovalAdmin):
    """Written and answered by people; here they are looked at, hidden and taken back."""

    list_display = ("author", "recipient", "status", "relationship", "beginning", "world", "at")
    list_select_related = ("author", "recipient", "world")
    list_filter = ("status", "relationship", "world")
    search_fields = ("author__name", "recipient__name", "text")
    actions = ("hide",)

    def undo(self, recommendation):
        begun_by = recommendation.recipient if recommendation.is_asked else recommendation.author
        recommendation.take_back(begun_by)

    @admin.action(description=_("Hide from the profile, as its owner"))
    def hide(self, request, queryset):
        said = ngettext_lazy("%(n)d recommendation hidden.", "%(n)d recommendations hidden.", "n")
        self.each(request, queryset, Recommendation.hide, said)

    @admin.display(description=_("text"))
    def beginning(self, recommendation):
        return recommendation.text[:80]


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Events are append-only."""

    list_display = ("at", "actor", "verb", "target", "world")
    list_select_related = ("actor", "target", "world")
    list_filter = ("verb", ("world", SharedWorlds))
    search_fields = ("actor__name", "target__name")


@admin.register(ProfileView)
class ProfileViewAdmin(ReadOnlyAdmin):
    """Written when somebody opens a profile."""

    list_display = ("at", "viewer", "viewed", "world")
    list_select_related = ("viewer", "viewed", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("viewer__name", "viewed__name")
