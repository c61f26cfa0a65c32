"""Whom the mentions of a text do not reach, as far as its author may know."""

from django.db.models import Exists, OuterRef

from .models import Connection, Follow, Membership, Person, Post


def unreached(author, post, comment=None):
    """The names of those whom a post, or a comment on it, mentions and who cannot see the post.

    Who follows me or is connected with me, and who is in my group, is mine to know; of a post of
    somebody else it is not, so nothing is said (P6). Nor is anything of a block (B1).
    """
    if not post.community_id and post.author_id != author.pk:
        return []
    people = Person.objects.others(author).filter(mentions__post=post, mentions__comment=comment)
    outside = people.exclude(Exists(_seats(post))).order_by("name_key", "pk")
    return list(outside.values_list("name", flat=True))


def _seats(post):
    """What shows the post to the person of the outer query (P3 to P5)."""
    here = OuterRef("pk")
    if post.community_id:
        return Membership.objects.inside().filter(community=post.community_id, person=here)
    if post.audience == Post.Audience.CONNECTIONS:
        return Connection.objects.filter(person=post.author_id, other=here)
    return Follow.objects.filter(followed=post.author_id, follower=here)
