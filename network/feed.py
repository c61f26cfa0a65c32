"""The feed of one person (P2–P5), newest first, a page at a time.

The heads of speed.md: the newest post of each followed person and of each group, of those the
`size` newest, and then so many posts of each of these; the cost does not grow with how much was
ever posted. Whom the person mutes is left out before anything of theirs is read. A share by
somebody else stays without the muted person's words (`original_is_muted`).
"""

from django.db import connection

from .models import Post
from .paging import Page

SIZE = 20

HEADS = """
WITH source AS (
  SELECT follow.followed_id AS author_id, follow.since AS followed, tie.since AS connected,
         tie.since IS NOT NULL AS sees_all
  FROM network_follow follow
  LEFT JOIN network_connection tie
         ON tie.person_id = %(me)s AND tie.other_id = follow.followed_id
  WHERE follow.follower_id = %(me)s
    AND NOT EXISTS (
      SELECT FROM network_mute WHERE muter_id = %(me)s AND muted_id = follow.followed_id
    )
  UNION ALL SELECT %(me)s, NULL, NULL, true
), head AS (
  SELECT source.* FROM source CROSS JOIN LATERAL (
    SELECT id FROM network_post
    WHERE author_id = source.author_id AND id < %(before)s
      AND (audience = 'followers' OR source.sees_all AND audience = 'connections')
    ORDER BY id DESC LIMIT 1
  ) newest
  ORDER BY newest.id DESC LIMIT %(size)s
), hidden AS (
  SELECT blocked_id AS id FROM network_block WHERE blocker_id = %(me)s
  UNION ALL SELECT blocker_id FROM network_block WHERE blocked_id = %(me)s
  UNION ALL SELECT muted_id FROM network_mute WHERE muter_id = %(me)s
), circle AS (
  SELECT seat.community_id, seat.since FROM network_membership seat CROSS JOIN LATERAL (
    SELECT id FROM network_post
    WHERE community_id = seat.community_id AND id < %(before)s
      AND author_id <> ALL (ARRAY(SELECT id FROM hidden))
    ORDER BY id DESC LIMIT 1
  ) newest
  WHERE seat.person_id = %(me)s AND seat.standing IN ('member', 'moderator')
  ORDER BY newest.id DESC LIMIT %(size)s
)
SELECT post.id, head.followed, head.connected, NULL::timestamptz AS member, EXISTS (
    SELECT FROM network_post original
    JOIN network_mute ON muted_id = original.author_id AND muter_id = %(me)s
    WHERE original.id = post.shared_id
  )
FROM head CROSS JOIN LATERAL (
  SELECT id, shared_id FROM network_post
  WHERE author_id = head.author_id AND id < %(before)s
    AND (audience = 'followers' OR head.sees_all AND audience = 'connections')
  ORDER BY id DESC LIMIT %(size)s
) post
UNION ALL (
  SELECT post.id,
    (SELECT since FROM network_follow
     WHERE follower_id = %(me)s AND followed_id = post.author_id),
    (SELECT since FROM network_connection
     WHERE person_id = %(me)s AND other_id = post.author_id),
    circle.since, false
  FROM circle CROSS JOIN LATERAL (
    SELECT id, author_id FROM network_post
    WHERE community_id = circle.community_id AND id < %(before)s
      AND author_id <> ALL (ARRAY(SELECT id FROM hidden))
    ORDER BY id DESC LIMIT %(size)s
  ) post
  ORDER BY post.id DESC LIMIT %(size)s
)
ORDER BY id DESC LIMIT %(size)s
"""

BEYOND_ALL = 2**63 - 1


def feed(person, before=None, size=SIZE):
    """A page of posts older than the post id `before`.

    Each post carries `followed_since`, `connected_since` and `member_since` of its group: what
    shows it to `person`; `original_is_muted` keeps the words of a muted person out.
    """
    with connection.cursor() as cursor:
        cursor.execute(HEADS, {"me": person.pk, "before": before or BEYOND_ALL, "size": size + 1})
        edges = {post: since for post, *since in cursor}
    # Asked again: between the two queries a post may have been narrowed (P6).
    posts = Post.objects.visible_to(person).filter(pk__in=edges).order_by("-pk")
    posts = posts.with_words(person).with_responses(person)
    page = Page.of(posts, size, cursor=lambda post: post.pk)
    for post in page:
        edge = edges[post.pk]
        post.followed_since, post.connected_since, post.member_since, post.original_is_muted = edge
    return page
